/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day from which an article's dates are told. */
#pragma once

#include "jb-article.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): for jb_dates_find(): the article's date; where it has none, the one year its text names, or
 * that of the five-year plan it says begins or ends; else NULL */
char *jb_reference_dup (const JbArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
