/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbImportBar: a row at the window's foot, there while something is imported: how far it is, what came of each file, and Stop. */
#pragma once

#include "jb-import-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_IMPORT_BAR (jb_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (JbImportBar, jb_import_bar, JB, IMPORT_BAR, GtkWidget)

/* To be called once. */
void jb_import_bar_set_desk (JbImportBar *self, JbImportDesk *desk);

G_END_DECLS
