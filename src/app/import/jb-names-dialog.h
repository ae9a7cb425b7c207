/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows what is in a list of names before it goes into the registry. */
#pragma once

#include "jb-name-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @list: (transfer full). @type: the JbEntityType of the names without one, -1 to leave them out */
typedef void (*JbNamesDialogFunc) (GObject *owner, const char *name, JbNameList *list, int type);

/**
 * jb_names_dialog_present:
 * @owner: a widget in the window to stand over; what @func is handed
 * @name: of the file
 * @list: (transfer full): at least one name
 */
void jb_names_dialog_present (GtkWidget *owner, const char *name, JbNameList *list, JbNamesDialogFunc func);

G_END_DECLS
