/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-turn.h"

#include <math.h>

/* Fewer neighbours say nothing. */
#define MIN_PAIRS 20

JbPageTurn
jb_page_turn_find (const GArray *glyphs)
{
  guint n_right = 0, n_down = 0, n_up = 0;

  for (guint i = 1; i < glyphs->len; i++)
    {
      const JbGlyph *before = &g_array_index (glyphs, JbGlyph, i - 1), *glyph = before + 1;
      double em = glyph->size, x = glyph->x + glyph->width / 2 - before->x - before->width / 2;
      double y = glyph->y + glyph->height / 2 - before->y - before->height / 2;

      if (fabs (y) < 0.3 * em && x > 0 && x < 2 * em)
        n_right++;
      else if (fabs (x) < 0.3 * em && fabs (y) > 0.15 * em && fabs (y) < 1.3 * em)
        *(y > 0 ? &n_down : &n_up) += 1;
    }
  if (n_down + n_up < MIN_PAIRS || n_right >= n_down + n_up)
    return JB_PAGE_TURN_NONE;
  return n_down >= n_up ? JB_PAGE_TURN_DOWN : JB_PAGE_TURN_UP;
}

static void
turn_size (JbSheetSize *sheet)
{
  double width = sheet->width;

  sheet->width = sheet->height;
  sheet->height = width;
}

void
jb_page_turn_glyphs (JbPageTurn turn, GArray *glyphs, JbSheetSize *sheet)
{
  if (turn == JB_PAGE_TURN_NONE)
    return;
  for (guint i = 0; i < glyphs->len; i++)
    {
      JbGlyph *glyph = &g_array_index (glyphs, JbGlyph, i);
      JbGlyph from = *glyph;

      glyph->x = turn == JB_PAGE_TURN_DOWN ? from.y : sheet->height - from.y - from.height;
      glyph->y = turn == JB_PAGE_TURN_DOWN ? sheet->width - from.x - from.width : from.x;
      glyph->width = from.height;
      glyph->height = from.width;
    }
  turn_size (sheet);
}

void
jb_page_turn_box_back (JbPageTurn turn, JbBox *box, const JbSheetSize *sheet)
{
  JbBox from = *box;

  if (turn == JB_PAGE_TURN_NONE)
    return;
  box->x = turn == JB_PAGE_TURN_DOWN ? sheet->height - from.y - from.height : from.y;
  box->y = turn == JB_PAGE_TURN_DOWN ? from.x : sheet->width - from.x - from.width;
  box->width = from.height;
  box->height = from.width;
}
