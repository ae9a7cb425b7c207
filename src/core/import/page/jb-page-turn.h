/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages whose lines run from top to bottom: printed sideways, or in vertical Chinese type. For the order both are the same: turned
 * by a quarter, they are lines from left to right, one below the other. */
#pragma once

#include "jb-decoded.h"
#include "jb-glyph.h"

G_BEGIN_DECLS

typedef enum
{
  JB_PAGE_TURN_NONE,
  JB_PAGE_TURN_DOWN,  /* lines run down, and the next one stands to the left */
  JB_PAGE_TURN_UP,    /* lines run up, and the next one stands to the right */
} JbPageTurn;

/* Returns: which way most characters of @glyphs (of JbGlyph, in the order of the file) follow one another */
JbPageTurn jb_page_turn_find (const GArray *glyphs);

/* Turns the glyphs of a page so that lines run from left to right; @sheet becomes the size of the turned page. */
void jb_page_turn_glyphs (JbPageTurn turn, GArray *glyphs, JbSheetSize *sheet);

/* Puts a box on the turned page back to where it stands on the page. @sheet: of the turned page */
void jb_page_turn_box_back (JbPageTurn turn, JbBox *box, const JbSheetSize *sheet);

G_END_DECLS
