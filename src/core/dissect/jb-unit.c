/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-unit.h"

#include "jb-shape.h"

static void
clear_unit (gpointer data)
{
  JbUnit *self = data;

  g_clear_pointer (&self->joined, g_array_unref);
  g_clear_pointer (&self->map, jb_span_map_unref);
}

GArray *
jb_units_new (void)
{
  GArray *units = g_array_new (FALSE, TRUE, sizeof (JbUnit));

  g_array_set_clear_func (units, clear_unit);
  return units;
}

JbUnit
jb_unit_from_line (const JbChars *chars, const JbLine *line)
{
  return (JbUnit) {
    .text = chars->chars + line->start,
    .length = line->end - line->start,
    .source_start = line->start,
    .gap = line->gap,
    .indent = line->indent,
  };
}

static void
make_joined (JbUnit *self)
{
  if (self->joined != NULL)
    return;
  self->joined = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_array_append_vals (self->joined, self->text, self->length);
  self->map = jb_span_map_new ();
  jb_span_map_append (self->map, 0, self->source_start, self->length);
}

void
jb_unit_append (JbUnit *self, const JbUnit *tail)
{
  const gunichar space = ' ';
  guint offset;

  make_joined (self);
  if (self->length > 0 && tail->length > 0 &&
      g_ascii_isalpha (MIN (self->text[self->length - 1], 0x7f)) && g_ascii_isalpha (MIN (tail->text[0], 0x7f)))
    g_array_append_val (self->joined, space);

  offset = self->joined->len;
  g_array_append_vals (self->joined, tail->text, tail->length);
  if (tail->map != NULL)
    jb_span_map_append_map (self->map, tail->map, offset);
  else
    jb_span_map_append (self->map, offset, tail->source_start, tail->length);

  self->text = (const gunichar *) (gpointer) self->joined->data;
  self->length = self->joined->len;
}

void
jb_unit_settle (JbUnit *self, JbBlockKind kind)
{
  self->state = JB_UNIT_SETTLED;
  self->kind = kind;
}

JbSpanMap *
jb_unit_dup_map (const JbUnit *self)
{
  JbSpanMap *map;

  if (self->map != NULL)
    return jb_span_map_ref (self->map);
  map = jb_span_map_new ();
  jb_span_map_append (map, 0, self->source_start, self->length);
  return map;
}

char *
jb_unit_dup_text (const JbUnit *self)
{
  return g_ucs4_to_utf8 (self->text, self->length, NULL, NULL, NULL);
}
