/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who said what in running text. */
#pragma once

#include "jb-article.h"

G_BEGIN_DECLS

/**
 * jb_statements_find:
 * @article: with its mentions
 *
 * Adds to the boxes among @article's statements what is said in its paragraphs, and drops what was added before. A direct quotation
 * lasts as long as its marks; reported speech lasts to the end of the paragraph or to the next speaker, and goes on in the next
 * paragraph where that begins with 他, 她 or the same speaker.
 */
void jb_statements_find (JbArticle *article);

G_END_DECLS
