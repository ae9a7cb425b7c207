/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chinese type that runs from top to bottom, found by the places of its characters, since files give them in any order. */
#pragma once

#include "jb-decoded.h"
#include "jb-glyph.h"

G_BEGIN_DECLS

/**
 * jb_page_uprights_count:
 * @glyphs: (element-type JbGlyph): of the page
 *
 * Returns: how many characters stand in lines that run down: nearer to those above and below them than to those beside them
 */
guint jb_page_uprights_count (const GArray *glyphs, double body, const JbSheetSize *sheet);

/**
 * jb_page_uprights_sort:
 *
 * Puts the characters of such lines, where they are larger than the running text, behind all others: line by line, each from top to
 * bottom, as headlines that stand beside their columns have them.
 */
void jb_page_uprights_sort (GArray *glyphs, double body, const JbSheetSize *sheet);

G_END_DECLS
