/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Posts: what a leader is named with, 区委副书记、区长某某. */
#pragma once

#include "jb-article.h"

G_BEGIN_DECLS

typedef struct
{
  char  *title;       /* owned: 副书记; with its state, where one is said: 代区长, 原区长 */
  char  *place;       /* owned: the body or place it is of: 柳浦街道, 区委; "" where the title says it */
  guint  start, end;  /* code points of the article's text, from the place to the title's end */
} JbPostHit;

/**
 * jb_posts_find:
 * @article: with its mentions, which tell where the name of a place or body begins
 * @start: of the leader's name
 *
 * The posts directly before the name, also over a blank as on the line above a statement, or behind it. Of several posts each is
 * given; one that is named shortly, 、主任, is of the body of the one before.
 *
 * Returns: (transfer full) (element-type JbPostHit): in the order of the text; empty where there is none
 */
GPtrArray *jb_posts_find (const JbArticle *article, guint start, guint end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
