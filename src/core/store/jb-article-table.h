/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Articles with their blocks and statements. */
#pragma once

#include "jb-article-row.h"
#include "jb-article.h"
#include "jb-library.h"

G_BEGIN_DECLS

/* Its blocks must have ids that no other article's have. */
gboolean jb_article_table_insert (JbLibrary *library, const JbArticle *article, GError **error);

/* Whether there is a block of that id, in whatever article. */
gboolean jb_article_table_has_block (JbLibrary *library, const char *id);

/* Returns: FALSE with JB_ERROR_INVALID where the stored text is another one by now, so that offsets mean other places */
gboolean jb_article_table_check_text (JbLibrary *library, const JbArticle *article, GError **error);

/* Writes the headline, the blocks and where the statements are, of an article whose blocks were divided or put together. Blocks
 * it has no more go; its statements must be those that are stored, in the same order. */
gboolean jb_article_table_update_text (JbLibrary *library, const JbArticle *article, GError **error);

/* Returns: (transfer full) (nullable): without mentions; NULL with JB_ERROR_NOT_FOUND where there is none */
JbArticle *jb_article_table_load (JbLibrary *library, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type JbArticle) (nullable): those of a source, in order, without mentions */
GPtrArray *jb_article_table_load_source (JbLibrary *library, const char *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): what lists show of the article */
JbArticleRow *jb_article_table_load_row (JbLibrary *library, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_article_table_resolve:
 * @name: an id or the beginning of one
 *
 * Returns: (transfer full) (nullable): the whole id; NULL with JB_ERROR_NOT_FOUND or JB_ERROR_AMBIGUOUS
 */
char *jb_article_table_resolve (JbLibrary *library, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef gboolean (*JbBlockFunc) (const char *article, JbBlockKind kind, const char *text, gpointer data);

/* Calls @func with every block of every article, the article that came last first, until it returns FALSE; one query for all. */
gboolean jb_article_table_foreach_block (JbLibrary *library, JbBlockFunc func, gpointer data, GError **error);

gboolean jb_article_table_set_state (JbLibrary *library, const char *id, JbReviewState state, GError **error);

G_END_DECLS
