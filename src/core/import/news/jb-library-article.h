/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One article of a library in JSON. */
#pragma once

#include "jb-article.h"
#include "jb-source.h"
#include "jb-tree-reader.h"

G_BEGIN_DECLS

/**
 * jb_library_article_read:
 * @sources: from ids to JbSource
 *
 * Returns: (transfer full): with blocks, boxed statements and decided mentions; not whole where @reader has a fault afterwards
 */
JbArticle *jb_library_article_read (JbTreeReader *reader, GVariantDict *object, GHashTable *sources) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
