/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The characters of a page put together to pieces: stretches of a printed line without a gap that could be the space between two
 * columns. */
#pragma once

#include "jb-glyph.h"

G_BEGIN_DECLS

typedef struct
{
  double   x0;           /* the ink's left and right */
  double   x1;
  double   y0;           /* half an em around the middle of the line: some fonts' rectangles reach into the next one */
  double   y1;
  double   top;          /* the rectangles */
  double   bottom;
  double   size;         /* of most of its characters */
  guint    first;        /* index into the glyphs */
  guint    n_glyphs;
  guint    font;         /* likewise */
  gboolean is_bold;      /* most of it */
  gboolean is_vertical;  /* each character below the other */
} JbPiece;

/* The widest gap within a piece, in em; two pieces of a line may be joined later. A comma or stop brings its own white. */
#define JB_PIECE_MAX_GAP         0.5
#define JB_PIECE_MAX_GAP_AT_MARK 0.32

/**
 * jb_page_pieces_new:
 * @glyphs: (element-type JbGlyph): of one page, in any order; put into the order of the pieces
 *
 * Returns: (transfer full) (element-type JbPiece)
 */
GArray *jb_page_pieces_new (GArray *glyphs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
