/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of the large lines of a newspaper's page are headlines of articles, and which lead to them. */
#pragma once

#include "jb-page-paragraphs.h"

G_BEGIN_DECLS

/**
 * jb_page_heads_mark:
 * @paragraphs: (element-type JbPageParagraph): those of the page begin at @first
 * @lines: (element-type JbPageLine): of the page
 * @body: the size of the running text
 * @width: of the page
 *
 * Large lines one below the other are a head; the largest of them is the headline, what stands above it the kicker, what stands
 * below it the deck. Only where the place leaves no doubt: the headline lies across several columns of the text below it, or is so
 * large that it stands in no column's text. All others are left to those who read the words.
 */
void jb_page_heads_mark (GArray *paragraphs, guint first, const GArray *lines, double body, double width);

G_END_DECLS
