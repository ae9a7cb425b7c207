/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The operations of the library, newest first; what was undone is greyed. Undo and redo from here too. */
#pragma once

#include "jb-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JB_TYPE_HISTORY_DIALOG (jb_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JbHistoryDialog, jb_history_dialog, JB, HISTORY_DIALOG, AdwWindow)

GtkWidget *jb_history_dialog_new (GtkWindow *parent, JbStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
