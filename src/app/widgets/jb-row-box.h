/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A box for the row of a list view that gives the row a name for screen readers; GTK 4.8 has no other way to. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_ROW_BOX (jb_row_box_get_type ())
G_DECLARE_FINAL_TYPE (JbRowBox, jb_row_box, JB, ROW_BOX, GtkBox)

/* Property row-name: string */

G_END_DECLS
