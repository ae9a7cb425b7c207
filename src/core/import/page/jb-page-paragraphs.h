/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of a page, in reading order, put together to paragraphs. */
#pragma once

#include "jb-page-text.h"

G_BEGIN_DECLS

typedef enum
{
  JB_PAGE_HEAD_NONE,
  JB_PAGE_HEAD_KICKER,
  JB_PAGE_HEAD_TITLE,
  JB_PAGE_HEAD_DECK,
} JbPageHead;

typedef struct
{
  JbPageText text;        /* owned */
  guint      page;        /* where it begins */
  guint      last_page;   /* where it ends */
  guint      n_lines;
  double     size;
  double     body;        /* the size of the page's running text; 0 where the page has little text */
  double     x0, x1;      /* of all of it, on its first page */
  double     top, bottom;
  double     measure;     /* width of its column */
  double     indent;      /* of its first line, in em */
  double     gap;         /* white above it, in lines; 0 where it begins a column */
  guint      font;
  JbPageHead head;        /* as far as the layout is sure of it */
  gboolean   is_bold;
  gboolean   is_row;      /* a row of a table */
  gboolean   is_margin;   /* at the page's top or bottom edge */
  gboolean   is_vertical;
  gboolean   is_caption;  /* small type below a white area as large as a picture */
  gboolean   is_full;     /* its last line goes to the end of the measure */
  gboolean   has_indents; /* paragraphs in its column begin with an indent */
} JbPageParagraph;

void jb_page_paragraph_clear (JbPageParagraph *self);

/**
 * jb_page_paragraphs_add:
 * @paragraphs: (element-type JbPageParagraph): the page's are added
 * @lines: (element-type JbPageLine): of the page, in reading order
 * @pieces: (element-type JbPiece)
 * @glyphs: (element-type JbGlyph)
 * @body: the size of the running text
 *
 * A paragraph begins with an indent, below a line that ends early, below a gap, and with type of another size or weight. What goes
 * on at the head of the next column, or below a caption, is joined where the left part is full, and the right one not indented.
 */
void jb_page_paragraphs_add (GArray *paragraphs, const GArray *lines, const GArray *pieces, const GArray *glyphs, double body,
                             guint page);

/* Whether the text of @right goes on where @left ends, as far as their places tell. */
gboolean jb_page_paragraph_goes_on (const JbPageParagraph *left, const JbPageParagraph *right);

/* Joins them; @right is empty afterwards. */
void jb_page_paragraph_join (JbPageParagraph *left, JbPageParagraph *right);

G_END_DECLS
