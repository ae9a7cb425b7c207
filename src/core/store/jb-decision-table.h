/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the editor decided about stretches of articles. A decision is read as a mention whose field decision is set. */
#pragma once

#include "jb-library.h"
#include "jb-mention.h"

G_BEGIN_DECLS

/* The characters a decision keeps on each side of the quote, so that it can be found again in an edited text. */
#define JB_DECISION_CONTEXT 8

/**
 * jb_decision_table_insert:
 * @mention: type, span, text, entity, state, origin and rule are stored
 * @prefix: up to JB_DECISION_CONTEXT characters before the span
 * @suffix: as many behind it
 */
gboolean jb_decision_table_insert (JbLibrary *library, const char *article, const JbMention *mention,
                                   const char *prefix, const char *suffix, GError **error);

/* @entity: an id or NULL */
gboolean jb_decision_table_update (JbLibrary *library, const char *decision, JbEntityType type, const char *entity,
                                   JbMentionState state, GError **error);
/* Says where in its article it stands now. */
gboolean jb_decision_table_move   (JbLibrary *library, const char *decision, guint start, guint end, const char *prefix,
                                   const char *suffix, GError **error);
gboolean jb_decision_table_delete (JbLibrary *library, const char *decision, GError **error);

/* Returns: (transfer full) (element-type JbMention) (nullable): the article's, by place; name is the entity's name */
GPtrArray *jb_decision_table_load (JbLibrary *library, const char *article, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): ids of the sources in which something was decided, in order */
GStrv jb_decision_table_list_sources (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): what was confirmed or rejected somewhere, as it is printed, each once */
GStrv jb_decision_table_list_quotes (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One confirmed mention of an entity. */
typedef struct
{
  char      *article;  /* owned id */
  JbMention *mention;  /* owned */
} JbOccurrence;

/* Returns: (transfer full) (element-type JbOccurrence) (nullable): by the article's date, then place */
GPtrArray *jb_decision_table_load_entity (JbLibrary *library, const char *entity, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
