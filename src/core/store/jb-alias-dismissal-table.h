/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that an editor found not to be an entity's. */
#pragma once

#include "jb-library.h"

G_BEGIN_DECLS

gboolean jb_alias_dismissal_table_insert (JbLibrary *library, const char *entity, const char *name, GError **error);

/* Returns: (transfer full) (element-type utf8) (nullable): a set of "entity name", with a blank between */
GHashTable *jb_alias_dismissal_table_load (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
