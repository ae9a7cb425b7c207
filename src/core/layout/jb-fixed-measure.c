/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-measure.h"

static gboolean
is_full (gunichar c, JbLineClass line_class)
{
  if (c < 0x80)
    return FALSE;
  return line_class != JB_LINE_WORD || g_unichar_iswide (c);
}

static void
fill_cell (JbCell *cell, gunichar c, JbLineClass line_class, double em)
{
  cell->em = em;
  cell->joined = line_class == JB_LINE_JOINED;
  if (cell->joined)
    return;
  cell->advance = is_full (c, line_class) && line_class != JB_LINE_MARKER ? em : em / 2;
  if (cell->advance < em)
    return;
  if (line_class == JB_LINE_OPEN)
    cell->blank_left = em / 2;
  else if (jb_line_class_ends_blank (line_class))
    cell->blank_right = em / 2;
  else if (line_class == JB_LINE_INTERPUNCT)
    cell->blank_left = cell->blank_right = em / 4;
}

static void
jb_fixed_measure_measure (JbMeasure *self, JbLineText *text)
{
  jb_line_text_freeze (text);
  for (guint s = 0; s < text->spans->len; s++)
    {
      const JbTextSpan *span = &g_array_index (text->spans, JbTextSpan, s);

      for (guint i = span->start; i < span->end; i++)
        fill_cell (&text->cells[i], text->chars->chars[i], text->classes[i], span->format.em_pt);
    }
  if (text->chars->length > 0)
    text->cells[0].joined = FALSE;
}

JbMeasure *
jb_fixed_measure_get (void)
{
  static JbMeasure measure = { jb_fixed_measure_measure };

  return &measure;
}
