/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbArticleView: an article to read and review. It draws the text with its roles, and its mentions:
 *
 *   confirmed   tinted by type
 *   suggested   underlined in the type's colour
 *   current     framed, with the type's name above it
 *   doubtful    characters that were recognised without certainty: dotted below
 *
 * It knows which mention is the current one, and moves among suggestions; deciding is somebody else's. The buffer holds exactly
 * the article's text, so that offsets of the buffer are offsets of the article.
 *
 * Signal current-changed: void (JbArticleView *): another mention, or none, is the current one, or the selection changed. */
#pragma once

#include "jb-article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_ARTICLE_VIEW (jb_article_view_get_type ())
G_DECLARE_FINAL_TYPE (JbArticleView, jb_article_view, JB, ARTICLE_VIEW, GtkTextView)

/* @article: (nullable). Another version of the same article keeps scrolling and the cursor, with the same text also the selection
 * and the current mention. */
void jb_article_view_set_article (JbArticleView *self, JbArticle *article);

/* Returns: (transfer none) (nullable) */
JbArticle *jb_article_view_get_article (JbArticleView *self);

/* Returns: (transfer none) (nullable) */
JbMention *jb_article_view_get_current (JbArticleView *self);

/* Makes it the current one and scrolls to it. */
void jb_article_view_set_current (JbArticleView *self, JbMention *mention);

/* Goes to the next suggestion in the direction, 1 or -1, beginning again at the other end. Returns: FALSE where none is left
 * beside the current one */
gboolean jb_article_view_step (JbArticleView *self, int direction);

/* Returns: FALSE where nothing is selected; offsets in the article's text, without white space at the ends */
gboolean jb_article_view_get_selection (JbArticleView *self, guint *start, guint *end);

/* Returns: where the cursor is, in the article's text */
guint jb_article_view_get_cursor (JbArticleView *self);

/* Returns: (transfer full) (nullable): why two pieces of the original were put together at the cursor, or perhaps should be, for
 * people; NULL where neither is so */
char *jb_article_view_describe_join (JbArticleView *self) G_GNUC_WARN_UNUSED_RESULT;

/* @doubts: (element-type JbDoubt): in the article's text, in order; copied */
void jb_article_view_set_doubts (JbArticleView *self, const GArray *doubts);

/* Returns: (transfer full) (nullable): how sure the character at the cursor is, for people; NULL where there is no doubt */
char *jb_article_view_describe_doubt (JbArticleView *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: where to split the paragraph: at the cursor, or at the join beside it */
guint jb_article_view_get_cut (JbArticleView *self);

/* Selects the place and scrolls to it. */
void jb_article_view_select (JbArticleView *self, guint start, guint end);

/* Where [@start, @end) begins, in the coordinates of the widget: for a popover to point to. */
void jb_article_view_get_place (JbArticleView *self, guint start, guint end, GdkRectangle *place);

G_END_DECLS
