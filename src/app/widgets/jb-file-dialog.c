/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-file-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkFileChooserNative *chooser;  /* owned; native dialogs belong to nobody else */
  GWeakRef              owner;
  JbFileDialogFunc      func;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->chooser);
  g_weak_ref_clear (&request->owner);
  g_free (request);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Request *request)
{
  g_autoptr(GObject) owner = g_weak_ref_get (&request->owner);

  if (owner != NULL && response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      if (files->len > 0)
        request->func (owner, files);
    }
  request_free (request);
}

static GtkFileChooserAction
action_of (JbFileDialogMode mode)
{
  switch (mode)
    {
    case JB_FILE_DIALOG_SAVE: return GTK_FILE_CHOOSER_ACTION_SAVE;
    case JB_FILE_DIALOG_FOLDER: return GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
    default: return GTK_FILE_CHOOSER_ACTION_OPEN;
    }
}

static void
add_filters (Request *request, GListModel *filters)
{
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr(GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (request->chooser), filter);
    }
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (request->chooser), all);
}

static void
present (GtkWidget *owner, JbFileDialogMode mode, const char *title, const char *accept, GListModel *filters, const char *name,
         JbFileDialogFunc func)
{
  Request *request = g_new0 (Request, 1);

  request->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (owner)),
                                                  action_of (mode), accept, NULL);
  request->func = func;
  g_weak_ref_init (&request->owner, owner);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (request->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (request->chooser), mode == JB_FILE_DIALOG_OPEN_MULTIPLE);
  if (filters != NULL)
    add_filters (request, filters);
  if (mode == JB_FILE_DIALOG_SAVE && name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (request->chooser), name);
  g_signal_connect (request->chooser, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (request->chooser));
}

void
jb_file_dialog_present (GtkWidget *owner, JbFileDialogMode mode, const char *title, const char *accept,
                        GtkFileFilter *filter, const char *name, JbFileDialogFunc func)
{
  g_autoptr(GListStore) filters = filter != NULL ? g_list_store_new (GTK_TYPE_FILE_FILTER) : NULL;

  if (filter != NULL)
    g_list_store_append (filters, filter);
  present (owner, mode, title, accept, (GListModel *) filters, name, func);
}

void
jb_file_dialog_present_filters (GtkWidget *owner, JbFileDialogMode mode, const char *title, const char *accept,
                                GListModel *filters, JbFileDialogFunc func)
{
  present (owner, mode, title, accept, filters, NULL, func);
}
