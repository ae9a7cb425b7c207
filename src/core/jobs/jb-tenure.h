/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Posts of leaders: as articles name them, and by hand. */
#pragma once

#include "jb-article.h"
#include "jb-entity.h"
#include "jb-library.h"

G_BEGIN_DECLS

/**
 * jb_tenure_record:
 * @article: with its mentions, as jb_desk_load_article() gives it
 * @entity: id of the leader whom @mention names
 *
 * Part of the operation that is open: the posts that stand with the name are put down with the leader, from the article's date to
 * the same date; a post known already, also where its body is named shortly, is widened to it. Another state of a post, 代区长,
 * is another post.
 */
gboolean jb_tenure_record (JbLibrary *library, const JbArticle *article, const JbMention *mention, const char *entity,
                           GError **error);

/* Each is one operation. @place, @from and @to may be NULL; without @to the post is held still. Adding fails with JB_ERROR_KNOWN
 * where the entity has the post, removing with JB_ERROR_NOT_FOUND where it has not. */
gboolean jb_tenure_add    (JbLibrary *library, const JbEntity *entity, const char *title, const char *place, const char *from,
                           const char *to, GError **error);
gboolean jb_tenure_remove (JbLibrary *library, const JbEntity *entity, const char *title, const char *place, GError **error);

G_END_DECLS
