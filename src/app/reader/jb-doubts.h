/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Doubtful characters of recognised text, where they stand in an article. */
#pragma once

#include "jb-article.h"
#include "jb-decoded.h"

G_BEGIN_DECLS

/* @doubts: (element-type JbDoubt): in the decoded text, in order. Returns: (transfer full) (element-type JbDoubt): in the article's
 * text, in order */
GArray *jb_doubts_of_article (const JbArticle *article, const GArray *doubts) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (nullable): the doubt about the character at @offset */
const JbDoubt *jb_doubts_find (const GArray *doubts, guint offset);

G_END_DECLS
