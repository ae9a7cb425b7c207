/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Imported files and their bytes. */
#pragma once

#include "jb-library.h"
#include "jb-source.h"

G_BEGIN_DECLS

/* @bytes: what was imported; kept once for all sources with the same. Empty for a source whose original has not come along. */
gboolean jb_source_table_insert (JbLibrary *library, const JbSource *source, GBytes *bytes, GError **error);

/* Returns: (transfer full) (nullable): NULL with JB_ERROR_NOT_FOUND where there is none */
JbSource *jb_source_table_load (JbLibrary *library, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type JbSource) (nullable): in the order of import */
GPtrArray *jb_source_table_load_all (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: TRUE where nothing has been imported yet */
gboolean jb_source_table_is_empty (JbLibrary *library);

/* Returns: (transfer full) (nullable): the source imported from these bytes; NULL without @error where there is none */
JbSource *jb_source_table_find (JbLibrary *library, const char *sha256, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): the original, byte for byte; empty where it has not come along */
GBytes *jb_source_table_load_bytes (JbLibrary *library, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps the original of sources that came without it; nothing changes where it is there. No operation, and none need be open. */
gboolean jb_source_table_fill_bytes (JbLibrary *library, const char *sha256, GBytes *bytes, GError **error);

G_END_DECLS
