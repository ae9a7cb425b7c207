/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a text: a section's heading, words of one's own. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @text: one line without white space around it, not empty */
typedef void (*JbTextDialogFunc) (GObject *owner, const char *text);

/**
 * jb_text_dialog_present:
 * @owner: a widget in the window to stand over; what @func is handed. Nothing is called once it is gone
 * @label: what the text is, for screen readers
 * @lines: how many to offer room for
 */
void jb_text_dialog_present (GtkWidget *owner, const char *heading, const char *body, const char *label, guint lines,
                             JbTextDialogFunc func);

G_END_DECLS
