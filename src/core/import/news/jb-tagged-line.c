/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-tagged-line.h"

#include "jb-clean.h"

struct _JbTaggedLine
{
  GString *text;    /* owned, valid, not cleaned */
  guint    length;  /* code points of text */
  GArray  *tags;    /* owned, of JbTag, whose places count in text */
};

static void
clear_tag (gpointer tag)
{
  g_free (((JbTag *) tag)->name);
}

JbTaggedLine *
jb_tagged_line_new (void)
{
  JbTaggedLine *self = g_new0 (JbTaggedLine, 1);

  self->text = g_string_new (NULL);
  self->tags = g_array_new (FALSE, FALSE, sizeof (JbTag));
  g_array_set_clear_func (self->tags, clear_tag);
  return self;
}

void
jb_tagged_line_free (JbTaggedLine *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->tags);
  g_free (self);
}

void
jb_tagged_line_append (JbTaggedLine *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append (self->text, valid);
  self->length += (guint) g_utf8_strlen (valid, -1);
}

void
jb_tagged_line_trim (JbTaggedLine *self)
{
  while (self->length > 0)
    {
      const char *last = g_utf8_prev_char (self->text->str + self->text->len);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      g_string_truncate (self->text, (gsize) (last - self->text->str));
      self->length--;
    }
}

guint
jb_tagged_line_get_place (const JbTaggedLine *self)
{
  return self->length;
}

gboolean
jb_tagged_line_has_text (const JbTaggedLine *self, guint place)
{
  /* From the end, where the place mostly is. */
  const char *p = self->text->str + self->text->len;

  for (guint at = self->length; at > place; at--)
    {
      p = g_utf8_prev_char (p);
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

void
jb_tagged_line_tag (JbTaggedLine *self, guint start, guint end, JbEntityType type, const char *name)
{
  JbTag tag = { start, end, type, g_strdup (name) };

  g_array_append_val (self->tags, tag);
}

/* Where a tag is in the cleaned line. Returns: FALSE where nothing of it is left */
static gboolean
find_in_line (const JbTag *tag, const GArray *places, guint *start, guint *end)
{
  guint from = tag->start, to = MIN (tag->end, places->len);

  while (from < to && g_array_index (places, guint, from) == G_MAXUINT)
    from++;
  while (to > from && g_array_index (places, guint, to - 1) == G_MAXUINT)
    to--;
  if (from == to)
    return FALSE;
  *start = g_array_index (places, guint, from);
  *end = g_array_index (places, guint, to - 1) + 1;
  return TRUE;
}

char *
jb_tagged_line_dup_text (const JbTaggedLine *self)
{
  return jb_clean_line (self->text->str);
}

GStrv
jb_tagged_line_dup_people (const JbTaggedLine *self)
{
  g_autoptr(GStrvBuilder) people = g_strv_builder_new ();
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *line = jb_clean_line_mapped (self->text->str, places);

  for (guint i = 0; i < self->tags->len; i++)
    {
      const JbTag *tag = &g_array_index (self->tags, JbTag, i);
      guint start, end;

      if ((tag->type == JB_ENTITY_TYPE_PERSON || tag->type == JB_ENTITY_TYPE_LEADER) && find_in_line (tag, places, &start, &end))
        {
          g_autofree char *name = g_utf8_substring (line, start, end);

          g_strv_builder_add (people, name);
        }
    }
  return g_strv_builder_end (people);
}

void
jb_tagged_line_emit (JbTaggedLine *self, JbDecodedBuilder *builder, const JbHint *hint, gboolean with_tags)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *line = jb_clean_line_mapped (self->text->str, places);
  guint before = jb_decoded_builder_get_length (builder), base;

  if (hint != NULL && hint->is_known)
    base = jb_decoded_builder_add_kind (builder, hint->kind, hint->level, line);
  else if (hint != NULL && hint->is_display)
    base = jb_decoded_builder_add_display (builder, line);
  else
    base = jb_decoded_builder_add (builder, line);
  for (guint i = 0; with_tags && i < self->tags->len && jb_decoded_builder_get_length (builder) > before; i++)
    {
      const JbTag *tag = &g_array_index (self->tags, JbTag, i);
      guint start, end;

      if (find_in_line (tag, places, &start, &end))
        jb_decoded_builder_add_tag (builder, base + start, base + end, tag->type, tag->name);
    }
  g_string_truncate (self->text, 0);
  g_array_set_size (self->tags, 0);
  self->length = 0;
}
