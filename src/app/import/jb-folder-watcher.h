/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbFolderWatcher: tells which files of a folder are ready to be imported: those there at the beginning, and whatever appears
 * later, once it has not changed for a while. Not told of: hidden files, those that a program is still fetching (.part,
 * .crdownload …), backups (~), links, libraries, empty files, and what lies in folders inside. A file is told of again only when it
 * has changed. The folder may go away and come back.
 *
 * Signal files-ready: void (JbFolderWatcher *, GPtrArray *): of GFile, at least one */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define JB_TYPE_FOLDER_WATCHER (jb_folder_watcher_get_type ())
G_DECLARE_FINAL_TYPE (JbFolderWatcher, jb_folder_watcher, JB, FOLDER_WATCHER, GObject)

JbFolderWatcher *jb_folder_watcher_new (GFile *folder) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none) */
GFile *jb_folder_watcher_get_folder (JbFolderWatcher *self);

/* @settle_ms: how long a file must stay as it is; @poll_ms: how often to look where the system tells nothing. For tests; to be
 * called before it is started. */
void jb_folder_watcher_set_patience (JbFolderWatcher *self, guint settle_ms, guint poll_ms);

void jb_folder_watcher_start (JbFolderWatcher *self);

/* Returns: TRUE where a file of that name may be told of */
gboolean jb_folder_watcher_wants (const char *name);

G_END_DECLS
