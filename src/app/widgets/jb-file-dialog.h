/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for files. The toolkit's own way of asking differs between its versions; only this file knows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  JB_FILE_DIALOG_OPEN,           /* one file */
  JB_FILE_DIALOG_OPEN_MULTIPLE,  /* one or more */
  JB_FILE_DIALOG_FOLDER,         /* one folder */
  JB_FILE_DIALOG_SAVE,           /* a name, asking before it replaces a file */
} JbFileDialogMode;

/* @files: (element-type GFile): at least one; called only where something was chosen */
typedef void (*JbFileDialogFunc) (GObject *owner, GPtrArray *files);

/**
 * jb_file_dialog_present:
 * @owner: a widget in the window to stand over; what @func is handed. Nothing is called once it is gone
 * @accept: what the button says, with a mnemonic
 * @filter: (nullable) (transfer none): what is shown first
 * @name: (nullable): suggested for saving
 */
void jb_file_dialog_present (GtkWidget *owner, JbFileDialogMode mode, const char *title, const char *accept,
                             GtkFileFilter *filter, const char *name, JbFileDialogFunc func);

/* The same with several filters to choose from, the first of which is shown first; @filters: of GtkFileFilter */
void jb_file_dialog_present_filters (GtkWidget *owner, JbFileDialogMode mode, const char *title, const char *accept,
                                     GListModel *filters, JbFileDialogFunc func);

G_END_DECLS
