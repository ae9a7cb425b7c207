/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line between two panes, which can be dragged, or moved by Left and Right, to make the pane beside it wider or
 * narrower. For containers that fold and so cannot be a GtkPaned. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_PANE_HANDLE (jb_pane_handle_get_type ())
G_DECLARE_FINAL_TYPE (JbPaneHandle, jb_pane_handle, JB, PANE_HANDLE, GtkWidget)

/* Properties: pane (GtkWidget): whose width-request is set; after (boolean): the pane stands behind the line;
 * min-width, max-width (int, pixels) */

G_END_DECLS
