/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures of an article. */
#pragma once

#include "jb-article.h"

G_BEGIN_DECLS

/**
 * jb_figures_find:
 *
 * Fills @article's figures from its running text, headings and captions and drops what was there. Dates are told by
 * the article's own; where it has none, by the one year its text names, and else an as-of date stays unknown.
 */
void jb_figures_find (JbArticle *article);

G_END_DECLS
