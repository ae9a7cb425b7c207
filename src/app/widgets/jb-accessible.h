/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names for screen readers where the toolkit gives none. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names the parts inside a stock widget that take the focus and that GTK 4.8 leaves without a name: the button and the list of a
 * drop-down or combo row, the list inside a preferences group. */
void jb_accessible_name_parts (GtkWidget *widget, const char *name);

/* Names the row of a list view whose child is @child; nothing where it is in no row. */
void jb_accessible_name_row (GtkWidget *child, const char *name);

G_END_DECLS
