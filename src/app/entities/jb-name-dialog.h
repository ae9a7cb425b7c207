/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a name and one choice: a new entity with its type, another name with its kind. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @name: not empty, without white space around it; @choice: index among the choices */
typedef void (*JbNameDialogFunc) (GObject *owner, const char *name, guint choice);

/**
 * jb_name_dialog_present:
 * @owner: a widget in the window to stand over; what @func is handed. Nothing is called once it is gone
 * @action: what the button says, with a mnemonic
 * @choice_title: what is chosen
 * @choices: NULL-terminated, for people
 */
void jb_name_dialog_present (GtkWidget *owner, const char *heading, const char *body, const char *action, const char *choice_title,
                             const char *const *choices, guint chosen, JbNameDialogFunc func);

G_END_DECLS
