/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small index article × name, with counts, that keeps lists and facets quick. Derived: the schema's triggers mark an
 * article stale when something it depends on changes, whoever changes it; whoever knows the tagger brings it up to date. */
#pragma once

#include "jb-library.h"
#include "jb-mention.h"

G_BEGIN_DECLS

/* @all: also where that can wait, since only what was learned has changed
 * Returns: (transfer full) (nullable): ids of sources that hold stale articles, at most @limit */
GStrv jb_tally_table_list_stale_sources (JbLibrary *library, gboolean all, guint limit, GError **error);

/* Returns: (transfer full) (nullable): the names that came, went or changed since jb_tally_table_settle_names() */
GStrv jb_tally_table_list_changed_names (JbLibrary *library, GError **error);

typedef gboolean (*JbTallyTest) (const char *text, gpointer data);

/**
 * jb_tally_table_settle_names:
 * @names: as listed
 * @holds_name: whether a text holds one of them
 *
 * Marks every article that holds one of @names stale, and forgets that they changed; a transaction of its own, no operation.
 */
gboolean jb_tally_table_settle_names (JbLibrary *library, const char *const *names, JbTallyTest holds_name, gpointer data,
                                      GError **error);

/* Marks all articles stale where other rules than @rules made their tallies; a transaction of its own, no operation. */
gboolean jb_tally_table_settle_rules (JbLibrary *library, gint64 rules, GError **error);

/* Returns: (transfer full) (element-type JbArticle) (nullable): all of the source, with their mentions */
typedef GPtrArray *(*JbTallyLoad) (JbLibrary *library, const char *source, GError **error);

/**
 * jb_tally_table_refresh:
 * @load: reads the articles; in the transaction, so that what another connection decides meanwhile comes after it and makes them
 *   stale anew
 *
 * Replaces what is kept of the articles of @source and marks them fresh; a transaction of its own, no operation.
 */
gboolean jb_tally_table_refresh (JbLibrary *library, const char *source, JbTallyLoad load, GError **error);

typedef struct
{
  JbEntityType  type;
  char         *name;        /* owned */
  char         *entity;      /* owned id, NULL for a name not in the registry */
  guint         n_articles;
  guint         n_suggested;
  guint         n_confirmed;
  int           rank;        /* among those of its type, from 1 */
} JbFacet;

/**
 * jb_tally_table_load_facets:
 * @limit: how many of each type
 *
 * Returns: (transfer full) (element-type JbFacet) (nullable): by type, the most articles first
 */
GPtrArray *jb_tally_table_load_facets (JbLibrary *library, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): every name that stands suggested or confirmed in some article, each once */
GStrv jb_tally_table_list_names (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @type: a JbEntityType, or -1 for any; @name: NULL for any
 * Returns: (transfer full) (nullable): ids of the articles in which such a name stands suggested */
GStrv jb_tally_table_list_suggested (JbLibrary *library, int type, const char *name, GError **error);

/* Returns: how many suggestions the source's articles hold; -1 on failure */
int jb_tally_table_count_suggested (JbLibrary *library, const char *source, GError **error);

/* @entity: an id or NULL; @publisher: of the bulletins, or NULL; @n_articles: of theirs that hold the name */
typedef void (*JbSeenNameFunc) (JbEntityType type, const char *name, const char *entity, const char *publisher, guint n_articles,
                                gpointer data);

/* Calls @func with every name that is suggested or confirmed somewhere, once for each publisher. */
gboolean jb_tally_table_foreach_seen (JbLibrary *library, JbSeenNameFunc func, gpointer data, GError **error);

G_END_DECLS
