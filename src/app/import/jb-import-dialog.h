/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbImportDialog: shows how files will be cut into articles before any of it is stored, and asks what cannot be found in them.
 *
 * Signal accepted: void (JbImportDialog *, GPtrArray *files, const JbImportOptions *): of GFile; both lent */
#pragma once

#include "jb-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JB_TYPE_IMPORT_DIALOG (jb_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JbImportDialog, jb_import_dialog, JB, IMPORT_DIALOG, AdwWindow)

/* @files: (element-type GFile): at least one, no folders; @plain_text: all of them are that, so the dialog may be spared next
 * time */
JbImportDialog *jb_import_dialog_new (GtkWindow *parent, GPtrArray *files, gboolean plain_text);

G_END_DECLS
