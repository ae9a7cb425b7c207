/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an editor decides about mentions. Each function is one operation, named for people, and one undo step; afterwards the
 * index is brought up to date. */
#pragma once

#include "jb-desk.h"

G_BEGIN_DECLS

/**
 * jb_decide_accept:
 * @mentions: (element-type JbMention): suggestions of the article; decided ones among them are passed over
 *
 * Confirms them. A name that is not in the registry yet comes into it; a name with one entity of that type is linked to it.
 */
gboolean jb_decide_accept (JbLibrary *library, const JbArticle *article, GPtrArray *mentions, GError **error);

/* Rejects them: they are not proposed again at these places. */
gboolean jb_decide_reject (JbLibrary *library, const JbArticle *article, GPtrArray *mentions, GError **error);

/* How many suggestions of a name there are in the whole library; -1 on failure. */
int jb_decide_count_everywhere (JbLibrary *library, JbEntityType type, const char *name, GError **error);

/**
 * jb_decide_everywhere:
 * @article: an id, or NULL for the whole library
 * @type: a JbEntityType, or -1 for any
 * @name: what the suggestions stand for, or NULL for any
 *
 * Accepts, or rejects, all those suggestions.
 *
 * Returns: how many; -1 on failure
 */
int jb_decide_everywhere (JbLibrary *library, const char *article, int type, const char *name, JbMentionState state,
                          GError **error);

/**
 * jb_decide_tag:
 * @start: code points in the article's text; the span must not cross a block's end
 * @entity: an id, or NULL for the entity of that name, which is made where it is missing
 *
 * A tag by hand. One that has the same span is replaced.
 */
gboolean jb_decide_tag (JbLibrary *library, const JbArticle *article, guint start, guint end, JbEntityType type,
                        const char *entity, GError **error);

/**
 * jb_decide_insert_confirmed:
 * @name: (nullable): of the entity, where it is not the text
 * @rule: what decided it
 *
 * A tag that somebody else has decided, as a part of the operation that is open. The entity of that name is made where it is
 * missing.
 */
gboolean jb_decide_insert_confirmed (JbLibrary *library, const JbArticle *article, guint start, guint end, JbEntityType type,
                                     const char *name, const char *rule, GError **error);

/* Gives a mention another type, or links it to another entity (an id). A suggestion is confirmed by it. */
gboolean jb_decide_set_type (JbLibrary *library, const JbArticle *article, const JbMention *mention, JbEntityType type,
                             GError **error);
gboolean jb_decide_link (JbLibrary *library, const JbArticle *article, const JbMention *mention, const char *entity,
                         GError **error);

/* The same with an entity that comes into the registry by it; its @name may differ from what is printed. Fails as
 * jb_registry_insert() does; then neither is done. */
gboolean jb_decide_link_new (JbLibrary *library, const JbArticle *article, const JbMention *mention, JbEntityType type,
                             const char *name, GError **error);

/* Removes a confirmed tag; what the program had suggested there does not come back. */
gboolean jb_decide_untag (JbLibrary *library, const JbArticle *article, const JbMention *mention, GError **error);

/* Sets the state by hand. */
gboolean jb_decide_set_state (JbLibrary *library, const JbArticle *article, JbReviewState state, GError **error);

/* What stands before and behind a stretch of the article, as decisions keep it: (transfer full). */
void jb_decide_dup_context (const JbArticle *article, guint start, guint end, char **prefix, char **suffix);

/* Undo or redo, then the index. Returns: as jb_history_undo() */
char *jb_decide_undo (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *jb_decide_redo (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
