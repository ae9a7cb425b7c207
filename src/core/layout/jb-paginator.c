/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flows the body's lines over sheets. A page does not end behind a heading nor between a number and
 * its unit, and does not begin with the single last line of a paragraph; then it is left a line or
 * two short. The distribution stands whole at the foot of the last page. */
#include "jb-page-parts.h"

#define EPSILON 0.05  /* pt */

typedef struct
{
  const JbPageBlock *block;   /* lent, NULL for a blank line */
  guint              line;
  double             height;  /* to the next row's top */
  double             size;    /* what must fit the page */
} Row;

typedef struct
{
  JbPageBuilder *builder;  /* lent */
  GPtrArray     *sheets;   /* owned, handed out at the end */
  GArray        *rows;     /* owned, of Row */
} Paginator;

static JbPageSheet *
add_sheet (Paginator *self)
{
  const JbPageStyle *style = self->builder->style;
  gboolean mirrored = style->mirror_margins && self->sheets->len % 2 != 0;
  double left = mirrored ? style->page_width - style->area_left - style->area_width : style->area_left;
  JbPageSheet *sheet = jb_page_sheet_new (left, style->area_top);

  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

static void
add_rows (GArray *rows, const GPtrArray *blocks, double pitch)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const JbPageBlock *block = g_ptr_array_index (blocks, i);
      Row blank = { NULL, 0, pitch, 0 };

      if (block->space_before)
        g_array_append_val (rows, blank);
      for (guint line = 0; line < block->composition->lines->len; line++)
        {
          Row row = { block, line, block->pitch_pt, block->size_pt };

          g_array_append_val (rows, row);
        }
    }
}

static const Row *
get_row (const Paginator *self, guint i)
{
  return &g_array_index (self->rows, Row, i);
}

/* Whether a page may begin with the row @i, which is not the first. */
static gboolean
may_break_before (const Paginator *self, guint i)
{
  const Row *row = get_row (self, i);
  const Row *before = get_row (self, i - 1);

  if (before->block == NULL)
    return FALSE;
  if (before->block->keep_with_next)
    return FALSE;
  if (row->block != NULL && row->line > 0 && row->line + 1 == row->block->composition->lines->len)
    return FALSE;
  return !(row->block == before->block &&
           g_array_index (before->block->composition->lines, JbLine, before->line).parts_unit);
}

/* Returns: the first row that does not go on the page which begins with the row @first at @y */
static guint
find_page_end (const Paginator *self, guint first, double y)
{
  double bottom = self->builder->style->area_height;
  gboolean whole_page = y < EPSILON;
  guint end = first;
  guint best;

  for (; end < self->rows->len && y + get_row (self, end)->size <= bottom + EPSILON; end++)
    y += get_row (self, end)->height;
  if (end == self->rows->len)
    return end;
  for (best = end; best > first; best--)
    if (best > 0 && may_break_before (self, best))
      return best;
  /* Under the masthead the whole may wait for the next page; on a full page it cannot. */
  return whole_page ? MAX (end, first + 1) : first;
}

/* Returns: where the last row put on the sheet ends */
static double
place_rows (const Paginator *self, JbPageSheet *sheet, guint first, guint end, double y)
{
  double bottom = y;

  for (guint i = first; i < end; i++)
    {
      const Row *row = get_row (self, i);

      if (row->block != NULL)
        {
          jb_page_sheet_add_line (sheet, row->block, row->line, y);
          bottom = y + row->size;
        }
      y += row->height;
    }
  return bottom;
}

/* Returns: where the body ends on the last sheet */
static double
flow_body (Paginator *self, JbPageSheet *sheet, double y)
{
  guint first = 0;

  while (first < self->rows->len)
    {
      guint end = find_page_end (self, first, y);
      double bottom = place_rows (self, sheet, first, end, y);

      if (end == self->rows->len)
        return bottom;
      first = end;
      while (get_row (self, first)->block == NULL)
        first++;
      sheet = add_sheet (self);
      y = 0;
    }
  return y;
}

/* The distribution on the last sheet, or on one of its own. @bottom is where the body ends. */
static void
place_footer (Paginator *self, const JbPageFooter *footer, double bottom)
{
  const JbPageStyle *style = self->builder->style;
  JbPageSheet *sheet = g_ptr_array_index (self->sheets, self->sheets->len - 1);

  if (bottom + style->pitch / 2 > style->area_height - footer->height)
    sheet = add_sheet (self);
  jb_page_footer_place (footer, style, sheet);
}

GPtrArray *
jb_paginate (JbPageBuilder *builder)
{
  const JbPageStyle *style = builder->style;
  Paginator self = { builder, g_ptr_array_new_with_free_func ((GDestroyNotify) jb_page_sheet_free),
                     g_array_new (FALSE, FALSE, sizeof (Row)) };
  JbPageSheet *sheet = add_sheet (&self);
  double y = jb_page_masthead_place (builder, sheet);
  g_autoptr(GPtrArray) blocks = jb_page_body_new (builder);
  JbPageFooter footer;
  gboolean footer_fits;

  jb_page_footer_init (&footer, builder);
  footer_fits = footer.height <= style->area_height;
  add_rows (self.rows, blocks, style->pitch);
  if (!footer_fits)  /* then it goes on as text, over as many pages as it takes */
    add_rows (self.rows, footer.rows, style->pitch);
  y = flow_body (&self, sheet, y);
  if (footer.rows->len > 0 && footer_fits)
    place_footer (&self, &footer, y);
  for (guint i = 0; i < self.sheets->len; i++)
    jb_page_number_place (builder, g_ptr_array_index (self.sheets, i), i);
  jb_page_footer_clear (&footer);
  g_array_unref (self.rows);
  return self.sheets;
}
