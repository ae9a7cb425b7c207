/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of printed lines: which gaps are spaces, and what goes between two lines of a paragraph. */
#pragma once

#include "jb-decoded.h"
#include "jb-page-order.h"

G_BEGIN_DECLS

/* Text that grows line by line. */
typedef struct
{
  GString *text;      /* owned */
  guint    n_chars;
  guint    n_wide;    /* of them, Han and the like */
  gunichar last;      /* its last character, 0 at the beginning */
  GArray  *boxes;     /* owned, of JbBox: offsets in the text, one for each printed line */
  GArray  *doubts;    /* owned, of JbDoubt; NULL while there is none */
} JbPageText;

/* The least confidence, in percent, that is not doubted. */
#define JB_PAGE_MIN_CONFIDENCE 60

void jb_page_text_init  (JbPageText *self);
void jb_page_text_clear (JbPageText *self);

/**
 * jb_page_text_add_line:
 * @line: goes behind what there is
 * @pieces: (element-type JbPiece): of the page
 * @glyphs: (element-type JbGlyph): of the page
 * @body: the size of the running text
 * @with_space: whether a space goes before it, where there is text already; else only between two words in Latin letters
 * @page: for the box
 *
 * Justification widens the gaps between Chinese characters, so that only wide ones are spaces there: 0.42 em in the running text
 * (0.75 em beside digits and letters, and where the places were seen in a picture), 0.25 em in larger type, all of it beyond what
 * the whole line is spaced out by.
 */
void jb_page_text_add_line (JbPageText *self, const JbPageLine *line, const GArray *pieces, const GArray *glyphs, double body,
                            gboolean with_space, guint page);

/* Adds what @other holds, as the lines of the same paragraph; @other is empty afterwards. */
void jb_page_text_join (JbPageText *self, JbPageText *other);

G_END_DECLS
