/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One article in a list. The item stays the same object as long as anybody shows it; what it says changes with the library. */
#pragma once

#include "jb-article-row.h"

G_BEGIN_DECLS

#define JB_TYPE_ARTICLE_ITEM (jb_article_item_get_type ())
G_DECLARE_FINAL_TYPE (JbArticleItem, jb_article_item, JB, ARTICLE_ITEM, GObject)

/* Properties, all read-only: title; about: the bulletin; left: how many suggestions are left to review; left-text: the same as a
 * sentence; has-left (boolean): whether any are; state-icon: icon name of the review state, NULL for a new article; state: its
 * name; summary: all of it in one line */

JbArticleItem *jb_article_item_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;
const char    *jb_article_item_get_id (JbArticleItem *self);
void           jb_article_item_set_row (JbArticleItem *self, JbArticleRow *row);

G_END_DECLS
