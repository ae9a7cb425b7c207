/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-name-dialog.h"

#include "jb-accessible.h"

#include <glib/gi18n.h>

typedef struct
{
  GWeakRef          owner;
  JbNameDialogFunc  func;
  AdwMessageDialog *dialog;  /* lent; the data lives as long as it */
  AdwEntryRow      *name;    /* lent */
  AdwComboRow      *choice;  /* lent */
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->owner);
  g_free (question);
}

static char *
dup_name (Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->name))));
}

static void
name_changed_cb (Question *question)
{
  g_autofree char *name = dup_name (question);

  adw_message_dialog_set_response_enabled (question->dialog, "accept", *name != '\0');
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autoptr(GObject) owner = g_weak_ref_get (&question->owner);
  g_autofree char *name = dup_name (question);

  if (owner != NULL && g_str_equal (response, "accept"))
    question->func (owner, name, adw_combo_row_get_selected (question->choice));
}

void
jb_name_dialog_present (GtkWidget *owner, const char *heading, const char *body, const char *action, const char *choice_title,
                        const char *const *choices, guint chosen, JbNameDialogFunc func)
{
  Question *question = g_new0 (Question, 1);
  GtkRoot *root = gtk_widget_get_root (owner);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, body);
  GtkWidget *name = adw_entry_row_new ();
  GtkWidget *choice = adw_combo_row_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr(GtkStringList) list = gtk_string_list_new (choices);

  g_weak_ref_init (&question->owner, owner);
  question->func = func;
  question->dialog = ADW_MESSAGE_DIALOG (dialog);
  question->name = ADW_ENTRY_ROW (name);
  question->choice = ADW_COMBO_ROW (choice);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), _("Name"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (name), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice), choice_title);
  adw_combo_row_set_model (ADW_COMBO_ROW (choice), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (choice), chosen);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), choice);

  jb_accessible_name_parts (choice, choice_title);
  jb_accessible_name_parts (group, heading);
  adw_message_dialog_set_extra_child (question->dialog, group);
  adw_message_dialog_add_responses (question->dialog, "cancel", _("_Cancel"), "accept", action, NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (question->dialog, "accept", FALSE);
  adw_message_dialog_set_default_response (question->dialog, "accept");
  g_signal_connect_swapped (name, "changed", G_CALLBACK (name_changed_cb), question);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  g_object_set_data_full (G_OBJECT (dialog), "jb-question", question, (GDestroyNotify) question_free);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (name);
}
