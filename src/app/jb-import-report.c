/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-report.h"

#include "jb-import-job.h"

#include <glib/gi18n.h>

static GtkWidget *
row_new (const JbImportResult *result)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_path_get_basename (result->name);

  /* Names and reasons come from outside and are no markup. */
  g_object_set (row, "use-markup", FALSE, "title", name, "subtitle", result->reason, "subtitle-lines", 0, NULL);
  return row;
}

void
jb_import_report_present (GtkWindow *parent, GPtrArray *results)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *dialog;
  guint n_failed = 0;

  for (guint i = 0; i < results->len; i++)
    {
      const JbImportResult *result = g_ptr_array_index (results, i);

      if (result->outcome != JB_IMPORT_FAILED)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (list), row_new (result));
      n_failed++;
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Files that were not imported"),
                                  -1);
  g_object_set (scroller, "child", list, "propagate-natural-height", TRUE, "max-content-height", 320,
                "min-content-width", 300, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);

  dialog = adw_message_dialog_new (parent, NULL, NULL);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog),
                                     ngettext ("%u File Was Not Imported", "%u Files Were Not Imported", n_failed), n_failed);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
