/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of articles: filters, list, reader. */
#pragma once

#include "jb-window-page.h"

G_BEGIN_DECLS

#define JB_TYPE_ARTICLES_PAGE (jb_articles_page_get_type ())
G_DECLARE_FINAL_TYPE (JbArticlesPage, jb_articles_page, JB, ARTICLES_PAGE, JbWindowPage)

/* @article: an id */
void jb_articles_page_open (JbArticlesPage *self, const char *article);

/* Opens it, selects [@start, @end), code points in its text, and scrolls there. */
void jb_articles_page_show_place (JbArticlesPage *self, const char *article, guint start, guint end);

/* Puts the focus where one works: on the text that is read, or on the list. */
void jb_articles_page_focus (JbArticlesPage *self);

/* Puts the cursor where words to search for are typed. */
void jb_articles_page_focus_search (JbArticlesPage *self);

G_END_DECLS
