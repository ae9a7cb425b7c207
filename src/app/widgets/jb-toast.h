/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Toasts from anywhere inside a window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows @title, a sentence without a full stop, over the nearest AdwToastOverlay around @inside. */
void jb_toast_show (GtkWidget *inside, const char *title);

/* The same with a button that takes the last change back, by the action win.undo. */
void jb_toast_show_undo (GtkWidget *inside, const char *title);

/* The same with a button that says @label, with a mnemonic, for an action of the window. */
void jb_toast_show_action (GtkWidget *inside, const char *title, const char *label, const char *action);

/* Says that @what, a sentence without a full stop, failed, and why. A cancelled errand says nothing. */
void jb_toast_show_error (GtkWidget *inside, const char *what, const GError *error);

G_END_DECLS
