/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbImportDesk: all that brings things into the library of a window: files that are chosen, dropped or handed over, a folder that
 * is watched, what is pasted, the samples, lists of names. It adds these actions to the window:
 *
 *   import, import-folder, import-names, import-samples, paste
 *   stop          what runs
 *   show-imports  what came of each file
 *
 *   files ──▶ looked through ──▶ JbImportDialog ──▶ JbImportQueue ──▶ rows, toast, notification
 *                                (where wanted)
 *
 * Signal changed: void (JbImportDesk *): how far it is, or whether it is busy */
#pragma once

#include "jb-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JB_TYPE_IMPORT_DESK (jb_import_desk_get_type ())
G_DECLARE_FINAL_TYPE (JbImportDesk, jb_import_desk, JB, IMPORT_DESK, GObject)

/* @window: (not owned): gets the actions; @inside: (not owned): a widget in it under which toasts are shown */
JbImportDesk *jb_import_desk_new (AdwApplicationWindow *window, GtkWidget *inside) G_GNUC_WARN_UNUSED_RESULT;

/* @store: (nullable) */
void jb_import_desk_set_store (JbImportDesk *self, JbStore *store);

/**
 * jb_import_desk_add_files:
 * @files: (element-type GFile): files and folders; they wait for a library where none is open yet
 * @opened: by Open With or the command line: a single text is shown without asking
 */
void jb_import_desk_add_files (JbImportDesk *self, GPtrArray *files, gboolean opened);

void jb_import_desk_stop (JbImportDesk *self);

gboolean jb_import_desk_is_busy (JbImportDesk *self);

/* Returns: TRUE where something is under way that the editor asked for and would not have stopped without a question */
gboolean jb_import_desk_is_asked (JbImportDesk *self);

/* How far it is, while it is busy. */
double jb_import_desk_get_fraction (JbImportDesk *self);
char  *jb_import_desk_dup_text     (JbImportDesk *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
