/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-question.h"

#include <glib/gi18n.h>

AdwMessageDialog *
jb_question_new (GtkWidget *owner, const char *heading, const char *body, const char *accept, GtkWidget *content)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), heading, body));

  adw_message_dialog_set_extra_child (dialog, content);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "accept", FALSE);
  adw_message_dialog_set_default_response (dialog, "accept");
  return dialog;
}
