/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings a library file to the schema of this program. Private to the store. */
#pragma once

#include "jb-db.h"

G_BEGIN_DECLS

/* Written at byte 68 of the file (https://www.sqlite.org/fileformat.html, 1.3.16): "JbAO" */
#define JB_APPLICATION_ID 0x4a62414f

/**
 * jb_migrate:
 * @path: the library's file, for the name of the backup
 * @scripts: (array zero-terminated=1): the schema scripts; the first brings an empty file to version 1, and so on
 *
 * Runs the scripts that the file has not had yet, all in one transaction with the new user_version. A file that already has a
 * version is copied to "PATH.before-version-N" first. Fails with JB_ERROR_NEWER for a file of a later version and with
 * JB_ERROR_NOT_LIBRARY for a database of another program; both are left untouched.
 */
gboolean jb_migrate (JbDb *db, const char *path, const char *const *scripts, GError **error);

/* Returns: (transfer full): the scripts of resources/sql, in order */
GStrv jb_migrations_load (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
