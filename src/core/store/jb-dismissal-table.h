/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that were offered and that an editor wants to see no more. */
#pragma once

#include "jb-library.h"

G_BEGIN_DECLS

/* @entity: (nullable): the id of the entity whose name @name is not; NULL where it is no name at all.
 * Fails with JB_ERROR_KNOWN where it is there. */
gboolean jb_dismissal_table_insert (JbLibrary *library, const char *entity, const char *name, GError **error);

/* Returns: (transfer full) (nullable): what is no name at all, in the order in which it came */
GStrv jb_dismissal_table_list (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type utf8) (nullable): a set of "entity name", with a blank between */
GHashTable *jb_dismissal_table_load_of_entities (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
