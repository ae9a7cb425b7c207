/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commitments of an article: what is to be done by a day. */
#pragma once

#include "jb-article.h"

G_BEGIN_DECLS

/**
 * jb_commitments_find:
 * @article: with its figures and mentions
 *
 * Fills @article's commitments and drops what was there. A clause is one where it names a day to come, or the year as a whole, and
 * says that something is intended, or a limit (年底前), or a figure that is a target. Days are told by the article's date.
 */
void jb_commitments_find (JbArticle *article);

G_END_DECLS
