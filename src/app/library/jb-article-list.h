/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answer to a query as a list model: it holds all ids, and makes items only for the articles that are looked at. There is one
 * live item an article, also when the ids change. */
#pragma once

#include "jb-article-item.h"
#include "jb-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define JB_TYPE_ARTICLE_LIST (jb_article_list_get_type ())
G_DECLARE_FINAL_TYPE (JbArticleList, jb_article_list, JB, ARTICLE_LIST, GObject)

/* A GListModel of JbArticleItem. */
JbArticleList *jb_article_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @store: (nullable): where rows are read; forgets all ids */
void jb_article_list_set_store (JbArticleList *self, JbStore *store);

/* @ids: (transfer full) */
void jb_article_list_take_ids (JbArticleList *self, GStrv ids);

/* Reads the rows of all live items again. */
void jb_article_list_refresh (JbArticleList *self);

/* Returns: its place, or G_MAXUINT where it is not in the list */
guint jb_article_list_find (JbArticleList *self, const char *id);

G_END_DECLS
