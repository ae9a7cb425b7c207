/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-block.h"

#include <math.h>
#include <string.h>

JbTextFormat
jb_page_builder_format (const JbPageBuilder *self, JbFace face)
{
  JbTextFormat format = { face.role, face.size_pt, face.size_pt, 0, FALSE };

  if (fabs (face.size_pt - self->style->body_size) < 0.001)
    format.em_pt = self->style->cell;
  return format;
}

JbComposeOptions
jb_page_builder_options (const JbPageBuilder *self, JbAlign align)
{
  JbComposeOptions options = { 0 };

  options.align = align;
  options.width_pt = self->style->area_width;
  options.rules = self->style->rules;
  options.latin_gap_em = self->style->latin_gap_em;
  options.squeeze_line_start = self->style->squeeze_line_start;
  options.squeeze_stops = self->style->squeeze_stops;
  return options;
}

JbPageBlock *
jb_page_block_new (JbPageBuilder *builder, JbPagePart part, JbLineText *text, const JbComposeOptions *options)
{
  JbPageBlock *self = g_new0 (JbPageBlock, 1);

  self->part = part;
  self->number = builder->n_blocks++;
  self->text = jb_line_text_ref (text);
  builder->measure->measure (builder->measure, text);
  self->composition = jb_compose (text, options);
  self->size_pt = builder->style->body_size;
  self->pitch_pt = builder->style->pitch;
  self->colour = builder->style->text;
  g_assert (self->composition->lines->len > 0);
  return self;
}

JbPageBlock *
jb_page_block_new_plain (JbPageBuilder *builder, JbPagePart part, const char *text, JbFace face,
                         const JbComposeOptions *options)
{
  g_autoptr(JbLineText) line_text = jb_line_text_new ();
  JbTextFormat format = jb_page_builder_format (builder, face);
  JbPageBlock *self;

  jb_line_text_append (line_text, text, &format);
  self = jb_page_block_new (builder, part, line_text, options);
  self->size_pt = face.size_pt;
  return self;
}

void
jb_page_block_free (JbPageBlock *self)
{
  jb_line_text_unref (self->text);
  jb_composition_free (self->composition);
  g_clear_pointer (&self->lead, jb_line_text_unref);
  g_clear_pointer (&self->lead_composition, jb_composition_free);
  g_free (self->item);
  g_free (self);
}

static JbComposition *
compose_on_one_line (const JbPageBuilder *self, JbLineText *text)
{
  JbComposeOptions options = jb_page_builder_options (self, JB_ALIGN_LEFT);

  options.width_pt = G_MAXDOUBLE / 4;
  self->measure->measure (self->measure, text);
  return jb_compose (text, &options);
}

void
jb_page_block_set_lead (JbPageBlock *self, JbPageBuilder *builder, const char *lead, JbFace face, double left_pt)
{
  JbTextFormat format = jb_page_builder_format (builder, face);

  if (jb_page_text_is_blank (lead))
    return;
  self->lead = jb_line_text_new ();
  jb_line_text_append (self->lead, lead, &format);
  self->lead_composition = compose_on_one_line (builder, self->lead);
  self->lead_left_pt = left_pt;
}

double
jb_page_builder_measure (const JbPageBuilder *self, const char *text, JbFace face)
{
  g_autoptr(JbLineText) line_text = jb_line_text_new ();
  g_autoptr(JbComposition) composition = NULL;
  JbTextFormat format = jb_page_builder_format (self, face);

  jb_line_text_append (line_text, text, &format);
  composition = compose_on_one_line (self, line_text);
  return composition->lines->len > 0 ? g_array_index (composition->lines, JbLine, 0).width_pt : 0;
}

JbFace
jb_page_builder_fit (const JbPageBuilder *self, const char *text, JbFace face, double width, guint max_lines)
{
  double em = face.size_pt;
  /* of several lines each ends where it may, not where it is full */
  double available = max_lines > 1 ? max_lines * MAX (width - 2 * em, width / 2) : width;
  double needed = jb_page_builder_measure (self, text, face);

  if (needed > available)
    face.size_pt = floor (face.size_pt * available / needed * 100) / 100;
  return face;
}

gboolean
jb_page_text_is_blank (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  for (const char *p = valid; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c) && !g_unichar_iszerowidth (c))
        return FALSE;
    }
  return TRUE;
}

char *
jb_page_fill_form (const char *form, const char *key, const char *value)
{
  GString *filled;

  if (value[strspn (value, "0123456789")] != '\0' || strstr (form, key) == NULL)
    return g_strdup (value);
  filled = g_string_new (form);
  g_string_replace (filled, key, value, 0);
  return g_string_free (filled, FALSE);
}
