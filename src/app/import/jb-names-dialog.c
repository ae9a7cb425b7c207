/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-names-dialog.h"

#include "jb-accessible.h"
#include "jb-question.h"

#include <glib/gi18n.h>

/* Under which the dialog keeps its Preview. */
#define PREVIEW_KEY "jb-preview"

/* How many names and faults of each sort are shown. */
#define MAX_SHOWN 3

typedef struct
{
  JbNamesDialogFunc  func;
  char              *name;    /* owned, of the file */
  JbNameList        *list;    /* owned, NULL once it is handed over */
  AdwComboRow       *choice;  /* lent, NULL where every name has a type */
} Preview;

static void
preview_free (Preview *preview)
{
  g_free (preview->name);
  g_clear_pointer (&preview->list, jb_name_list_free);
  g_free (preview);
}

/* The first choice leaves them out. */
static void
response_cb (GObject *owner, const char *response, AdwMessageDialog *dialog)
{
  Preview *preview = g_object_get_data (G_OBJECT (dialog), PREVIEW_KEY);
  int type = preview->choice != NULL ? (int) adw_combo_row_get_selected (preview->choice) - 1 : -1;

  if (g_str_equal (response, "accept"))
    preview->func (owner, preview->name, g_steal_pointer (&preview->list), type);
}

static GtkWidget *
row_new (GType type, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (type, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);

  /* Names come from outside and may be long. */
  g_object_set (row, "subtitle-lines", 2, NULL);
  return row;
}

/* @type: -1 for the names without one. @n: (out): how many. Returns: (transfer full): the first of them */
static char *
describe_names (const JbNameList *list, int type, guint *n)
{
  g_autoptr(GString) names = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < list->names->len; i++)
    {
      const JbListName *name = g_ptr_array_index (list->names, i);

      if (name->type != type)
        continue;
      if (*n < MAX_SHOWN)
        g_string_append_printf (names, "%s%s", *n > 0 ? "、" : "", name->name);
      (*n)++;
    }
  if (*n > MAX_SHOWN)
    g_string_append (names, "…");
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_type (AdwPreferencesGroup *group, const JbNameList *list, JbEntityType type)
{
  guint n;
  g_autofree char *names = describe_names (list, type, &n);
  g_autofree char *count = g_strdup_printf ("%u", n);
  GtkWidget *row, *label;

  if (n == 0)
    return;
  row = row_new (ADW_TYPE_ACTION_ROW, jb_entity_type_get_label (type), names);
  label = gtk_label_new (count);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

/* Returns: (nullable): the row that asks for the type of the names without one */
static AdwComboRow *
add_choice (AdwPreferencesGroup *group, const JbNameList *list)
{
  const char *choices[JB_N_ENTITY_TYPES + 2] = { _("Leave Out") };
  g_autoptr(GtkStringList) types = NULL;
  g_autofree char *names = NULL, *title = NULL;
  GtkWidget *row;
  guint n;

  names = describe_names (list, -1, &n);
  if (n == 0)
    return NULL;
  for (guint i = 0; i < JB_N_ENTITY_TYPES; i++)
    choices[i + 1] = jb_entity_type_get_label (i);
  types = gtk_string_list_new (choices);
  title = g_strdup_printf (ngettext ("%u without a type", "%u without a type", n), n);
  row = row_new (ADW_TYPE_COMBO_ROW, title, names);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (types));
  /* A list that names no types at all is of one type. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), n == list->names->len ? JB_ENTITY_TYPE_STREET + 1 : 0);
  jb_accessible_name_parts (row, title);
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

static void
add_left_out (AdwPreferencesGroup *group, const JbNameList *list)
{
  g_autoptr(GString) faults = g_string_new (NULL);
  g_autofree char *words = NULL, *rows = NULL;

  if (list->n_words > 0)
    {
      words = g_strdup_printf (ngettext ("%u row is left out", "%u rows are left out", list->n_words), list->n_words);
      adw_preferences_group_add (group, row_new (ADW_TYPE_ACTION_ROW, words, _("Plain words such as 市辖区, no names")));
    }
  if (list->faults->len == 0)
    return;
  for (guint i = 0; i < MIN (list->faults->len, MAX_SHOWN); i++)
    {
      const JbListFault *fault = g_ptr_array_index (list->faults, i);

      /* Translators: a line of a file, and what is wrong with it */
      g_string_append_printf (faults, _("Line %u: %s"), fault->line, fault->reason);
      g_string_append_c (faults, '\n');
    }
  g_string_truncate (faults, faults->len - 1);
  rows = g_strdup_printf (ngettext ("%u row cannot be read", "%u rows cannot be read", list->faults->len), list->faults->len);
  adw_preferences_group_add (group, g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", rows,
                                                  "subtitle", faults->str, "subtitle-lines", MAX_SHOWN * 2, NULL));
}

void
jb_names_dialog_present (GtkWidget *owner, const char *name, JbNameList *list, JbNamesDialogFunc func)
{
  Preview *preview = g_new0 (Preview, 1);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *heading = g_strdup_printf (ngettext ("Import %u Name?", "Import %u Names?", list->names->len),
                                              list->names->len);
  AdwMessageDialog *dialog = jb_question_new (owner, heading, name, _("_Import"), group);

  preview->func = func;
  preview->name = g_strdup (name);
  preview->list = list;
  for (guint type = 0; type < JB_N_ENTITY_TYPES; type++)
    add_type (ADW_PREFERENCES_GROUP (group), list, type);
  preview->choice = add_choice (ADW_PREFERENCES_GROUP (group), list);
  add_left_out (ADW_PREFERENCES_GROUP (group), list);

  jb_accessible_name_parts (group, heading);
  adw_message_dialog_set_response_enabled (dialog, "accept", TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), owner, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (dialog), PREVIEW_KEY, preview, (GDestroyNotify) preview_free);
  gtk_window_present (GTK_WINDOW (dialog));
}
