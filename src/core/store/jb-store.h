/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbStore: a library for a program with a window. One thread reads, one writes, one does what takes long, and none waits for
 * another's errand; each has its own connection. Errands are functions that get the thread's connection.
 *
 *   main thread                        reader / writer / long thread
 *   jb_store_run_async (…, func, data) ──▶ func (library, data, …)
 *   callback: jb_store_run_finish ()   ◀── what func returned
 *   signal changed                     ◀── this or another program wrote
 */
#pragma once

#include "jb-library.h"

G_BEGIN_DECLS

#define JB_TYPE_STORE (jb_store_get_type ())
G_DECLARE_FINAL_TYPE (JbStore, jb_store, JB, STORE, GObject)

/* Signal changed: void (JbStore *): emitted in the main thread, at most a few times a second, and once a second while a long errand
 * runs, after this or another program has changed the library. */

typedef enum
{
  JB_STORE_READ,
  JB_STORE_WRITE,  /* short: whoever edits waits for it */
  JB_STORE_LONG,   /* takes long and writes now and then, with jb_library_pause() between; edits go on meanwhile */
} JbStoreAccess;

/**
 * JbStoreFunc:
 * @library: the thread's own connection
 * @data: as given to jb_store_run_async()
 *
 * Runs in the thread. What it returns is handed to jb_store_run_finish(); on failure it sets @error.
 */
typedef gpointer (*JbStoreFunc) (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error);

/* Opens the library, creating it where it is missing. */
void     jb_store_open_async  (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
JbStore *jb_store_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *jb_store_get_path (JbStore *self);

/* Who later operations are logged for. */
void jb_store_set_author (JbStore *self, const char *author);

/**
 * jb_store_run_async:
 * @func_data: handed to @func, then freed by @free_data in the thread
 * @free_result: for a result nobody fetches
 */
void     jb_store_run_async  (JbStore *self, JbStoreAccess access, JbStoreFunc func, gpointer func_data, GDestroyNotify free_data,
                              GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gpointer jb_store_run_finish (JbStore *self, GAsyncResult *result, GError **error);

/* Returns: (transfer none): the main thread's own connection, for reads far below a frame, such as a page of list rows. It must
 * not be used to write. */
JbLibrary *jb_store_get_reader (JbStore *self);

G_END_DECLS
