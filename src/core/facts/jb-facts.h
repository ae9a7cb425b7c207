/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is computed about an article once its names are known. */
#pragma once

#include "jb-article.h"

G_BEGIN_DECLS

/* Fills @article's figures, commitments and statements; its mentions say whose they are and who speaks. */
void jb_facts_find (JbArticle *article);

G_END_DECLS
