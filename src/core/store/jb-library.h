/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbLibrary: one connection to a library file. Everything that changes it is an operation: a transaction with a name, whose
 * changes are logged as they happen (jb-history.h) and can be undone.
 *
 *   if (!jb_library_begin (library, _("Accept “…”"), error))
 *     return FALSE;
 *   if (!jb_decision_table_insert (library, …, error))
 *     {
 *       jb_library_rollback (library);
 *       return FALSE;
 *     }
 *   return jb_library_commit (library, error);
 *
 * A connection is used by one thread at a time; JbStore keeps one for each of its threads. */
#pragma once

#include "jb-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define JB_TYPE_LIBRARY (jb_library_get_type ())
G_DECLARE_FINAL_TYPE (JbLibrary, jb_library, JB, LIBRARY, GObject)

/**
 * jb_library_open:
 * @path: the library's file; created with its folder where it is missing
 *
 * Fails with JB_ERROR_NEWER, JB_ERROR_NOT_LIBRARY or JB_ERROR_DAMAGED without touching the file; the message begins with the
 * file's name.
 */
JbLibrary *jb_library_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *jb_library_get_path (JbLibrary *self);

/* Who operations are logged for; the user's login name unless set. */
void jb_library_set_author (JbLibrary *self, const char *author);

/* @name: for people, translated, as the history shows it: “Accept ‘…’” */
gboolean jb_library_begin (JbLibrary *self, const char *name, GError **error);

/* An operation that changed nothing leaves no trace. On failure everything is rolled back. */
gboolean jb_library_commit (JbLibrary *self, GError **error);
void     jb_library_rollback (JbLibrary *self);

/* Makes the changes so far durable and lets others write; after jb_library_resume() the same operation goes on. Where something
 * else was done meanwhile, or the operation was undone, another one of the same name begins, so that what was done later is always
 * undone earlier. For long operations, e.g. between two files of an import. On failure everything since begin or resume is rolled
 * back. */
gboolean jb_library_pause  (JbLibrary *self, GError **error);
gboolean jb_library_resume (JbLibrary *self, GError **error);

/* A number that differs whenever anybody, in this or another program, has changed the library since. */
gint64 jb_library_get_data_version (JbLibrary *self);

/* Writes a sound copy to @path, which must not exist yet, while others go on reading and writing. */
gboolean jb_library_backup (JbLibrary *self, const char *path, GError **error);

/**
 * jb_library_check:
 *
 * Looks at every page of the file, every reference, every kept original, and for articles that are not whole.
 *
 * Returns: (transfer full) (nullable): what is wrong, a sentence each; empty for a sound library, NULL on failure
 */
GStrv jb_library_check (JbLibrary *self, GError **error);

G_END_DECLS
