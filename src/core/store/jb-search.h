/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding articles. */
#pragma once

#include "jb-library.h"
#include "jb-query.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): ids of the articles that answer @query, the newest first */
GStrv jb_search_articles (JbLibrary *library, const JbQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
