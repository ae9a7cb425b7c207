/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbNamesImport: brings a list of names into the registry: the file is asked for, read, shown, and imported in the background.
 *
 * Signal changed: void (JbNamesImport *): how far it is, or whether it is busy */
#pragma once

#include "jb-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_NAMES_IMPORT (jb_names_import_get_type ())
G_DECLARE_FINAL_TYPE (JbNamesImport, jb_names_import, JB, NAMES_IMPORT, GObject)

/* @inside: (not owned): where dialogs and toasts are shown */
JbNamesImport *jb_names_import_new (GtkWidget *inside) G_GNUC_WARN_UNUSED_RESULT;

/* @store: (nullable): what runs for another one is stopped */
void jb_names_import_set_store (JbNamesImport *self, JbStore *store);

/* Asks for a file. */
void jb_names_import_ask (JbNamesImport *self);

void        jb_names_import_stop         (JbNamesImport *self);
gboolean    jb_names_import_is_busy      (JbNamesImport *self);
double      jb_names_import_get_fraction (JbNamesImport *self);
const char *jb_names_import_get_text     (JbNamesImport *self);

G_END_DECLS
