/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that people name, and those in their folders. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * jb_load_file:
 *
 * Reads a regular file whole; a pipe or device, which could block for ever, is refused, and so is what is larger than
 * JB_IMPORT_MAX_BYTES (text) or JB_IMPORT_MAX_DOCUMENT (anything else).
 *
 * Returns: (transfer full) (nullable): NULL with JB_ERROR_UNREADABLE or JB_ERROR_TOO_LARGE
 */
GBytes *jb_load_file (GFile *file, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type GFile): the files, with the ones in folders in their place, by name; hidden files, links
 * and devices in folders are passed over. A folder that cannot be listed stands for itself. */
GPtrArray *jb_list_files (GPtrArray *named, gboolean recursive) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
