/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which order the pieces of a page are read: a recursive XY-cut, with what newspapers need beside it. */
#pragma once

#include "jb-page-pieces.h"

G_BEGIN_DECLS

/* A line as it is printed. */
typedef struct
{
  guint    first;        /* index into the pieces */
  guint    n_pieces;     /* from left to right */
  double   x0, x1, y0, y1;
  double   top, bottom;
  double   size;         /* of its longest piece */
  guint    font;         /* likewise */
  guint    region;       /* lines of one region stand in one column, one below the other */
  gboolean is_bold;
  gboolean is_vertical;
  gboolean is_row;       /* cells beside one another, as in a table */
  gboolean is_margin;    /* at the very top or bottom of the page, apart from all else */
} JbPageLine;

/**
 * jb_page_order_new:
 * @pieces: (element-type JbPiece): of one page; put into reading order
 * @body: the size of the running text
 * @height: of the page
 *
 * A region is cut at its gutters, white from top to bottom and at least 0.8 em wide; where it has none, above and below what spans
 * its columns. Headlines that stand alone across a region cut it before the gutters do. A caption that lies across columns does not
 * cut them. What cannot be cut is sorted by what lies above and what to the left. Tables are read row by row.
 *
 * Returns: (transfer full) (element-type JbPageLine): in reading order
 */
GArray *jb_page_order_new (GArray *pieces, double body, double height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
