/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-name-dialog.h"

#include "jb-accessible.h"
#include "jb-question.h"

#include <glib/gi18n.h>

/* Under which the dialog keeps its Question. */
#define QUESTION_KEY "jb-question"

typedef struct
{
  JbNameDialogFunc  func;
  AdwMessageDialog *dialog;  /* lent; the data lives as long as it */
  AdwEntryRow      *name;    /* lent */
  AdwComboRow      *choice;  /* lent */
} Question;

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
response_cb (GObject *owner, const char *response, AdwMessageDialog *dialog)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), QUESTION_KEY);
  g_autofree char *name = dup_name (question);

  if (g_str_equal (response, "accept"))
    question->func (owner, name, adw_combo_row_get_selected (question->choice));
}

void
jb_name_dialog_present (GtkWidget *owner, const char *heading, const char *body, const char *action, const char *choice_title,
                        const char *const *choices, guint chosen, JbNameDialogFunc func)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *name = adw_entry_row_new ();
  GtkWidget *choice = adw_combo_row_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr(GtkStringList) list = gtk_string_list_new (choices);

  question->func = func;
  question->dialog = jb_question_new (owner, heading, body, action, group);
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
  g_signal_connect_swapped (name, "changed", G_CALLBACK (name_changed_cb), question);
  g_signal_connect_object (question->dialog, "response", G_CALLBACK (response_cb), owner, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (question->dialog), QUESTION_KEY, question, g_free);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (name);
}
