/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The registry: entities with aliases and posts. */
#pragma once

#include "jb-entity.h"
#include "jb-library.h"

G_BEGIN_DECLS

/* With its aliases and posts. */
gboolean jb_entity_table_insert    (JbLibrary *library, const JbEntity *entity, GError **error);
gboolean jb_entity_table_add_alias (JbLibrary *library, const char *entity, const char *name, JbAliasKind kind, GError **error);
gboolean jb_entity_table_add_post  (JbLibrary *library, const char *entity, const JbPost *post, GError **error);
gboolean jb_entity_table_set_name  (JbLibrary *library, const char *entity, const char *name, GError **error);
gboolean jb_entity_table_set_note  (JbLibrary *library, const char *entity, const char *note, GError **error);
gboolean jb_entity_table_delete    (JbLibrary *library, const char *entity, GError **error);

gboolean jb_entity_table_set_post    (JbLibrary *library, const char *post, const char *place, const char *from, const char *to,
                                      GError **error);
gboolean jb_entity_table_delete_post (JbLibrary *library, const char *post, GError **error);

/* Returns: (transfer full) (nullable): NULL with JB_ERROR_NOT_FOUND where there is none */
JbEntity *jb_entity_table_load (JbLibrary *library, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_entity_table_find:
 * @type: a JbEntityType, or -1 for any
 * @name: a name or an alias
 *
 * Returns: (transfer full) (element-type JbEntity) (nullable): all of that name, the oldest first; NULL on failure
 */
GPtrArray *jb_entity_table_find (JbLibrary *library, int type, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type JbEntity) (nullable): all, by type and name */
GPtrArray *jb_entity_table_load_all (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef void (*JbEntityNameFunc) (const char *name, const char *preferred, const char *entity, JbEntityType type, gpointer data);

/* Calls @func with every name and alias of the registry, one query for all; @preferred is the entity's own name. */
gboolean jb_entity_table_foreach_name (JbLibrary *library, JbEntityNameFunc func, gpointer data, GError **error);

/* A number that grows whenever a name in the registry comes, goes or changes. */
gint64 jb_entity_table_get_generation (JbLibrary *library);

G_END_DECLS
