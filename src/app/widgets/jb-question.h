/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dialogs that ask for something to be typed. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * jb_question_new:
 * @owner: a widget in the window to stand over
 * @accept: what the button says, with a mnemonic
 * @content: (transfer full): the fields
 *
 * The response “accept” is not to be had until whoever asks has enabled it: adw_message_dialog_set_response_enabled().
 *
 * Returns: the dialog, not presented yet; its own window keeps it
 */
AdwMessageDialog *jb_question_new (GtkWidget *owner, const char *heading, const char *body, const char *accept, GtkWidget *content);

G_END_DECLS
