/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-briefing-print.h"

#include "jb-briefing-series.h"
#include "jb-export-job.h"
#include "jb-file-dialog.h"
#include "jb-page-job.h"
#include "jb-toast.h"

#include <glib/gi18n.h>

/* ---- printing ---- */

/* What a print operation keeps. */
typedef struct
{
  GtkWidget  *owner;     /* owned */
  JbBriefing *briefing;  /* owned */
  JbPages    *pages;     /* owned, NULL until made */
} Print;

static void
print_free (Print *print)
{
  g_object_unref (print->owner);
  g_object_unref (print->briefing);
  g_clear_object (&print->pages);
  g_free (print);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Print, print_free)

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int n, Print *print)
{
  double width_pt, height_pt;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  /* The pages are drawn in pt on the full paper; where the paper is another, they are fitted to its width. */
  jb_pages_get_size (print->pages, &width_pt, &height_pt);
  cairo_scale (cr, gtk_print_context_get_width (context) / width_pt, gtk_print_context_get_width (context) / width_pt);
  jb_pages_draw (print->pages, (guint) n, cr);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Print *print)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  jb_toast_show_error (print->owner, _("The briefing was not printed"), error);
}

static void
pages_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(Print) print = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autoptr(GtkPageSetup) setup = NULL;
  g_autoptr(GtkPaperSize) paper = NULL;
  g_autofree char *name = NULL;
  GtkRoot *root = gtk_widget_get_root (print->owner);
  GtkWidget *owner = print->owner;
  double width_pt, height_pt;

  print->pages = jb_page_job_run_finish (result, &error);
  if (print->pages == NULL)
    {
      jb_toast_show_error (owner, _("The briefing was not printed"), error);
      return;
    }
  if (root == NULL)
    return;
  jb_pages_get_size (print->pages, &width_pt, &height_pt);
  setup = gtk_page_setup_new ();
  paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  if (ABS (gtk_paper_size_get_width (paper, GTK_UNIT_POINTS) - width_pt) > 1)
    {
      gtk_paper_size_free (g_steal_pointer (&paper));
      paper = gtk_paper_size_new_custom ("jianbao", _("Briefing"), width_pt, height_pt, GTK_UNIT_POINTS);
    }
  gtk_page_setup_set_paper_size (setup, paper);
  name = jb_briefing_series_dup_file_name (print->briefing);

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) jb_pages_get_count (print->pages));
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), print);
  g_object_set_data_full (G_OBJECT (operation), "jb-print", g_steal_pointer (&print), (GDestroyNotify) print_free);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root), &error);
}

void
jb_briefing_print (GtkWidget *owner, JbBriefing *briefing)
{
  Print *print = g_new0 (Print, 1);

  print->owner = g_object_ref (owner);
  print->briefing = g_object_ref (briefing);
  jb_page_job_run_async (briefing, NULL, pages_made_cb, print);
}

/* ---- files ---- */

static void
write_thread (GTask *task, gpointer owner, gpointer path, GCancellable *cancellable)
{
  JbBriefing *briefing = g_object_get_data (G_OBJECT (task), "jb-briefing");
  GError *error = NULL;

  if (jb_export_job_write_briefing (briefing, path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *owner, GAsyncResult *result, gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_path_get_basename (g_task_get_task_data (G_TASK (result)));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *title = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      jb_toast_show_error (GTK_WIDGET (owner), _("The briefing was not written"), error);
      return;
    }
  /* Translators: the name of a file. */
  title = g_strdup_printf (_("“%s” written"), shown);
  jb_toast_show (GTK_WIDGET (owner), title);
}

static void
file_chosen_cb (GObject *owner, GPtrArray *files)
{
  g_autoptr(JbBriefing) briefing = g_object_steal_data (owner, "jb-export-briefing");
  g_autoptr(GTask) task = NULL;
  char *path = g_file_get_path (g_ptr_array_index (files, 0));

  if (briefing == NULL || path == NULL)
    {
      g_free (path);
      jb_toast_show (GTK_WIDGET (owner), _("The briefing was not written: choose a folder of this computer"));
      return;
    }
  task = g_task_new (owner, NULL, written_cb, NULL);
  g_task_set_task_data (task, path, g_free);
  g_object_set_data_full (G_OBJECT (task), "jb-briefing", g_object_ref (briefing), g_object_unref);
  g_task_run_in_thread (task, write_thread);
}

void
jb_briefing_export (GtkWidget *owner, JbBriefing *briefing)
{
  g_autofree char *stem = jb_briefing_series_dup_file_name (briefing);
  g_autofree char *name = g_strconcat (stem, ".pdf", NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("PDF Documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  g_object_set_data_full (G_OBJECT (owner), "jb-export-briefing", g_object_ref (briefing), g_object_unref);
  jb_file_dialog_present (owner, JB_FILE_DIALOG_SAVE, _("Export Briefing"), _("_Export"), filter, name, file_chosen_cb);
}
