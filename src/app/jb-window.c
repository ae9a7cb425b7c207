/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-window.h"

#include "jb-accessible.h"
#include "jb-articles-page.h"
#include "jb-briefings-page.h"
#include "jb-entities-page.h"
#include "jb-errands.h"
#include "jb-file-dialog.h"
#include "jb-history-dialog.h"
#include "jb-history.h"
#include "jb-import-report.h"
#include "jb-names-dialog.h"
#include "jb-preferences.h"
#include "jb-reader.h"
#include "jb-resource.h"
#include "jb-search.h"
#include "jb-settings.h"
#include "jb-source-table.h"
#include "jb-toast.h"

#include <glib/gi18n.h>

struct _JbWindow
{
  AdwApplicationWindow   parent_instance;

  JbStore               *store;      /* owned, NULL until a library is open */
  GCancellable          *opening;    /* owned, NULL while none is being opened */
  GCancellable          *importing;  /* owned, NULL while nothing is imported */
  JbTeacher             *teacher;    /* owned */
  GPtrArray             *waiting;    /* owned, of GFile: to be imported once a library is open; NULL for none */
  gboolean               closing;    /* the editor has agreed to stop the import */

  AdwViewSwitcherTitle  *switcher;
  GtkWidget             *undo_button;
  GtkWidget             *redo_button;
  GtkWidget             *menu_button;
  GtkWidget             *toasts;
  GtkStack              *stage;
  GtkSpinner            *spinner;
  AdwStatusPage         *failure;
  GtkWidget             *welcome_import;
  AdwViewStack          *pages;
  JbArticlesPage        *articles;
  JbEntitiesPage        *entities;
  GtkRevealer           *progress_row;
  GtkLabel              *progress_label;
  GtkProgressBar        *progress_bar;
};

G_DEFINE_FINAL_TYPE (JbWindow, jb_window, ADW_TYPE_APPLICATION_WINDOW)

static void
enable (JbWindow *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

static void
show_step (GtkWidget *button, const char *verb, const char *keys, const char *operation)
{
  /* Translators: a tooltip: what is done, what it is done to, and the keys: Undo “Accept ‘…’” (Ctrl+Z) */
  g_autofree char *text = operation != NULL ? g_strdup_printf (_("%s “%s” (%s)"), verb, operation, keys) : g_strdup (verb);

  gtk_widget_set_tooltip_text (button, text);
}

/* What can be done depends on whether there is a library, what its log says, and whether an import runs. */
static void
update_actions (JbWindow *self)
{
  g_autofree char *undo = NULL, *redo = NULL;
  gboolean idle = self->importing == NULL && self->opening == NULL;

  if (self->store != NULL)
    jb_history_peek (jb_store_get_reader (self->store), &undo, &redo, NULL);
  enable (self, "undo", undo != NULL && idle);
  enable (self, "redo", redo != NULL && idle);
  show_step (self->undo_button, _("Undo"), _("Ctrl+Z"), undo);
  show_step (self->redo_button, _("Redo"), _("Shift+Ctrl+Z"), redo);

  enable (self, "import", self->store != NULL && idle);
  enable (self, "import-folder", self->store != NULL && idle);
  enable (self, "import-names", self->store != NULL && idle);
  enable (self, "import-samples", self->store != NULL && idle);
  enable (self, "paste", self->store != NULL && idle);
  enable (self, "new-library", idle);
  enable (self, "open-library", idle);
  enable (self, "history", self->store != NULL);
  enable (self, "preferences", self->store != NULL);
  enable (self, "stop", self->importing != NULL);
}

static void
show_stage (JbWindow *self, const char *name)
{
  gboolean desk = g_str_equal (name, "desk");

  gtk_stack_set_visible_child_name (self->stage, name);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "opening"));
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher, desk);
  enable (self, "search", desk);
  if (g_str_equal (name, "welcome"))
    gtk_widget_grab_focus (self->welcome_import);
}

static void
library_changed_cb (JbWindow *self)
{
  const char *stage = jb_source_table_is_empty (jb_store_get_reader (self->store)) ? "welcome" : "desk";

  if (!g_str_equal (stage, gtk_stack_get_visible_child_name (self->stage)))
    show_stage (self, stage);
  update_actions (self);
}

static void
set_store (JbWindow *self, JbStore *store)
{
  g_autoptr(GtkSelectionModel) pages = adw_view_stack_get_pages (self->pages);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, library_changed_cb, self);
  g_set_object (&self->store, store);
  jb_teacher_set_store (self->teacher, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr(AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      g_object_set (adw_view_stack_page_get_child (page), "store", store, NULL);
    }
}

static void
library_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbStore) store = jb_store_open_finish (result, &error);
  g_autoptr(GFile) file = NULL;
  g_autofree char *author = jb_settings_dup_author ();

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (store == NULL)
    {
      adw_status_page_set_description (self->failure, error->message);
      show_stage (self, "failed");
      update_actions (self);
      return;
    }
  if (author != NULL)
    jb_store_set_author (store, author);
  file = g_file_new_for_path (jb_store_get_path (store));
  jb_settings_set_library (file);
  set_store (self, store);
  library_changed_cb (self);
  jb_errand_refresh (store, NULL);
  if (self->waiting != NULL)
    {
      g_autoptr(GPtrArray) files = g_steal_pointer (&self->waiting);

      jb_window_import_files (self, files);
    }
}

static void
set_importing (JbWindow *self, GCancellable *importing)
{
  g_set_object (&self->importing, importing);
  gtk_revealer_set_reveal_child (self->progress_row, importing != NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_label_set_text (self->progress_label, _("Importing…"));
  update_actions (self);
}

static void
import_progress_cb (GObject *owner, guint n_done, guint n_files, const char *name)
{
  JbWindow *self = JB_WINDOW (owner);
  g_autofree char *text = NULL;

  if (self->importing == NULL)
    return;
  gtk_progress_bar_set_fraction (self->progress_bar, n_files > 0 ? (double) n_done / n_files : 1);
  if (name == NULL)
    return;
  /* Translators: the number of the file that is being imported, of how many, and its name. */
  text = g_strdup_printf (_("Importing %u of %u: %s"), n_done + 1, n_files, name);
  gtk_label_set_text (self->progress_label, text);
}

/* Returns: "3 files imported, 1 already there, 1 failed" */
static char *
describe_counts (const guint *counts)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u file imported", "%u files imported", counts[JB_IMPORT_DONE]),
                          counts[JB_IMPORT_DONE]);
  if (counts[JB_IMPORT_KNOWN] > 0)
    g_string_append_printf (text, ngettext (", %u already there", ", %u already there", counts[JB_IMPORT_KNOWN]),
                            counts[JB_IMPORT_KNOWN]);
  if (counts[JB_IMPORT_FAILED] > 0)
    g_string_append_printf (text, ngettext (", %u failed", ", %u failed", counts[JB_IMPORT_FAILED]),
                            counts[JB_IMPORT_FAILED]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* One file is imported to be read; of many, whoever imported them chooses. */
static void
open_only_result (JbWindow *self, GPtrArray *results)
{
  const JbImportResult *result = results->len == 1 ? g_ptr_array_index (results, 0) : NULL;
  g_autoptr(JbQuery) query = jb_query_new ();
  g_auto(GStrv) articles = NULL;

  if (result == NULL || result->source == NULL)
    return;
  query->source = g_strdup (result->source);
  query->limit = 1;
  articles = jb_search_articles (jb_store_get_reader (self->store), query, NULL);
  if (articles != NULL && articles[0] != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "s", articles[0]);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) results = jb_store_run_finish (JB_STORE (source), result, &error);
  guint counts[JB_IMPORT_FAILED + 1] = { 0 };
  g_autofree char *text = NULL;

  set_importing (self, NULL);
  if (JB_STORE (source) == self->store)
    library_changed_cb (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (!self->closing)
        jb_toast_show (self->toasts, _("Import stopped; what was imported stays"));
      return;
    }
  if (results == NULL)
    {
      jb_toast_show_error (self->toasts, _("Nothing could be imported"), error);
      return;
    }
  for (guint i = 0; i < results->len; i++)
    counts[((JbImportResult *) g_ptr_array_index (results, i))->outcome]++;
  text = describe_counts (counts);
  if (counts[JB_IMPORT_DONE] > 0)
    jb_toast_show_undo (self->toasts, text);
  else
    jb_toast_show (self->toasts, text);
  if (JB_STORE (source) == self->store)
    open_only_result (self, results);
  if (counts[JB_IMPORT_FAILED] > 0)
    jb_import_report_present (GTK_WINDOW (self), results);
}

static void
import_clips (JbWindow *self, GPtrArray *clips)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  if (self->store == NULL || self->importing != NULL)
    return;
  set_importing (self, cancellable);
  jb_errand_import_clips (self->store, clips, import_progress_cb, G_OBJECT (self), cancellable, imported_cb,
                          g_object_ref (self));
}

static void
files_chosen_cb (GObject *owner, GPtrArray *files)
{
  jb_window_import_files (JB_WINDOW (owner), files);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Text Files"));
  gtk_file_filter_add_mime_type (filter, "text/plain");
  gtk_file_filter_add_suffix (filter, "txt");
  jb_file_dialog_present (data, JB_FILE_DIALOG_OPEN_MULTIPLE, _("Import Files"), _("_Import"), filter, NULL,
                          files_chosen_cb);
}

static void
import_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jb_file_dialog_present (data, JB_FILE_DIALOG_FOLDER, _("Import Folder"), _("_Import"), NULL, NULL, files_chosen_cb);
}

/* Returns: "44536 names added, 167 already there" */
static char *
describe_names (const JbNamesResult *result)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u name added", "%u names added", result->n_added), result->n_added);
  if (result->n_known > 0)
    g_string_append_printf (text, ngettext (", %u already there", ", %u already there", result->n_known), result->n_known);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
names_imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree JbNamesResult *names = jb_store_run_finish (JB_STORE (source), result, &error);
  g_autofree char *text = names != NULL ? describe_names (names) : NULL;

  set_importing (self, NULL);
  if (JB_STORE (source) == self->store)
    library_changed_cb (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    jb_toast_show (self->toasts, _("Import stopped"));
  else if (names == NULL)
    jb_toast_show_error (self->toasts, _("The names could not be imported"), error);
  else if (names->n_added > 0)
    jb_toast_show_undo (self->toasts, text);
  else
    jb_toast_show (self->toasts, text);
}

static void
names_accepted_cb (GObject *owner, const char *name, JbNameList *list, int type)
{
  JbWindow *self = JB_WINDOW (owner);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  if (self->store == NULL || self->importing != NULL)
    {
      jb_name_list_free (list);
      return;
    }
  set_importing (self, cancellable);
  jb_errand_import_names (self->store, name, list, type, import_progress_cb, owner, cancellable, names_imported_cb,
                          g_object_ref (self));
}

/* What is waited for while a list is read. */
typedef struct
{
  JbWindow *window;  /* owned */
  char     *name;    /* owned, of the file */
} NamesFile;

static void
names_file_free (NamesFile *file)
{
  g_object_unref (file->window);
  g_free (file->name);
  g_free (file);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NamesFile, names_file_free)

static void
names_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(NamesFile) file = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbNameList) list = jb_store_run_finish (JB_STORE (source), result, &error);

  if (list != NULL && list->names->len > 0)
    {
      jb_names_dialog_present (GTK_WIDGET (file->window), file->name, g_steal_pointer (&list), names_accepted_cb);
      return;
    }
  if (list != NULL && list->faults->len > 0)
    g_set_error_literal (&error, JB_ERROR, JB_ERROR_FORMAT, ((JbListFault *) g_ptr_array_index (list->faults, 0))->reason);
  else if (list != NULL)
    g_set_error_literal (&error, JB_ERROR, JB_ERROR_FORMAT, _("there are no names in it"));
  jb_toast_show_error (file->window->toasts, _("The names could not be imported"), error);
}

static void
names_chosen_cb (GObject *owner, GPtrArray *files)
{
  JbWindow *self = JB_WINDOW (owner);
  NamesFile *file;

  if (self->store == NULL)
    return;
  file = g_new (NamesFile, 1);
  *file = (NamesFile) { g_object_ref (self), g_file_get_basename (g_ptr_array_index (files, 0)) };
  jb_errand_read_names (self->store, g_ptr_array_index (files, 0), names_read_cb, file);
}

static void
import_names_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables and Lists"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  jb_file_dialog_present (data, JB_FILE_DIALOG_OPEN, _("Import Names"), _("_Open"), filter, NULL, names_chosen_cb);
}

static void
import_samples_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_auto(GStrv) names = jb_resource_list ("samples");
  g_autoptr(GPtrArray) clips = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_clip_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("samples/", names[i], NULL);
      g_autoptr(GBytes) bytes = jb_resource_load (path);

      g_ptr_array_add (clips, jb_clip_new (names[i], bytes));
    }
  import_clips (data, clips);
}

static void
clipboard_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr(GPtrArray) clips = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_clip_free);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (text == NULL || *g_strstrip (text) == '\0')
    {
      jb_toast_show (self->toasts, _("There is no text to paste"));
      return;
    }
  /* Translators: the name of a pasted text; a strftime format: day and time. */
  name = g_date_time_format (now, _("Pasted %Y-%m-%d %H:%M:%S"));
  bytes = g_bytes_new (text, strlen (text));
  g_ptr_array_add (clips, jb_clip_new (name, bytes));
  import_clips (self, clips);
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (data), NULL, clipboard_text_cb, g_object_ref (data));
}

static void
stop_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_cancellable_cancel (JB_WINDOW (data)->importing);
}

static void
library_chosen_cb (GObject *owner, GPtrArray *files)
{
  jb_window_open_library (JB_WINDOW (owner), g_ptr_array_index (files, 0));
}

/* The file chooser has asked whether to replace a file; a library is never replaced, so that file is opened. */
static void
library_named_cb (GObject *owner, GPtrArray *files)
{
  GFile *file = g_ptr_array_index (files, 0);
  g_autofree char *name = g_file_get_basename (file);

  if (!g_str_has_suffix (name, ".jianbao"))
    {
      g_autofree char *full = g_strconcat (name, ".jianbao", NULL);
      g_autoptr(GFile) folder = g_file_get_parent (file);
      g_autoptr(GFile) library = g_file_get_child (folder, full);

      jb_window_open_library (JB_WINDOW (owner), library);
      return;
    }
  jb_window_open_library (JB_WINDOW (owner), file);
}

static GtkFileFilter *
library_filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Libraries"));
  gtk_file_filter_add_suffix (filter, "jianbao");
  return filter;
}

static void
new_library_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr(GtkFileFilter) filter = library_filter_new ();

  jb_file_dialog_present (data, JB_FILE_DIALOG_SAVE, _("New Library"), _("_Create"), filter, _("Library.jianbao"),
                          library_named_cb);
}

static void
open_library_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr(GtkFileFilter) filter = library_filter_new ();

  jb_file_dialog_present (data, JB_FILE_DIALOG_OPEN, _("Open Library"), _("_Open"), filter, NULL, library_chosen_cb);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = jb_store_run_finish (JB_STORE (source), result, &error);

  if (error != NULL)
    jb_toast_show_error (self->toasts, _("The change could not be taken back"), error);
  else if (name != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Undone: %s"), name);

      jb_toast_show (self->toasts, text);
    }
  if (JB_STORE (source) == self->store)
    library_changed_cb (self);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = jb_store_run_finish (JB_STORE (source), result, &error);

  if (error != NULL)
    jb_toast_show_error (self->toasts, _("The change could not be made again"), error);
  else if (name != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Redone: %s"), name);

      jb_toast_show_undo (self->toasts, text);
    }
  if (JB_STORE (source) == self->store)
    library_changed_cb (self);
}

/* While words are being typed, undo and redo are theirs: what is not stored yet is in no operation. */
static gboolean
activate_in_text (gpointer window, const char *action)
{
  GtkWidget *focus = gtk_root_get_focus (window);

  if (!GTK_IS_TEXT (focus) && !(GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus))))
    return FALSE;
  gtk_widget_activate_action (focus, action, NULL);
  return TRUE;
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (activate_in_text (data, "text.undo"))
    return;
  jb_errand_undo (JB_WINDOW (data)->store, FALSE, undone_cb, g_object_ref (data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (activate_in_text (data, "text.redo"))
    return;
  jb_errand_undo (JB_WINDOW (data)->store, TRUE, redone_cb, g_object_ref (data));
}

static void
history_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *dialog = jb_history_dialog_new (GTK_WINDOW (data), JB_WINDOW (data)->store);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;

  gtk_window_present (GTK_WINDOW (jb_preferences_new (GTK_WINDOW (self), self->store, self->teacher)));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;

  adw_view_stack_set_visible_child (self->pages, GTK_WIDGET (self->articles));
  jb_articles_page_focus_search (self->articles);
}

static void
show_menu_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (JB_WINDOW (data)->menu_button));
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;
  g_autoptr(GtkSelectionModel) pages = adw_view_stack_get_pages (self->pages);
  gint32 number = g_variant_get_int32 (parameter);

  if (number >= 1 && (guint) number <= g_list_model_get_n_items (G_LIST_MODEL (pages)))
    gtk_selection_model_select_item (pages, number - 1, TRUE);
  else
    return;
  if (adw_view_stack_get_visible_child (self->pages) == GTK_WIDGET (self->articles))
    jb_articles_page_focus (self->articles);
  else
    gtk_widget_child_focus (adw_view_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
open_article_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;

  adw_view_stack_set_visible_child (self->pages, GTK_WIDGET (self->articles));
  jb_articles_page_open (self->articles, g_variant_get_string (parameter, NULL));
}

static void
show_place_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;
  const char *article;
  guint start, end;

  g_variant_get (parameter, "(&suu)", &article, &start, &end);
  adw_view_stack_set_visible_child (self->pages, GTK_WIDGET (self->articles));
  jb_articles_page_show_place (self->articles, article, start, end);
}

static void
open_entity_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;

  adw_view_stack_set_visible_child (self->pages, GTK_WIDGET (self->entities));
  jb_entities_page_open (self->entities, g_variant_get_string (parameter, NULL));
}

static void
sentence_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *briefing = jb_store_run_finish (JB_STORE (source), result, &error);

  if (error != NULL)
    jb_toast_show_error (self->toasts, _("The sentence could not be added"), error);
  else
    jb_toast_show_undo (self->toasts, _("Added to the briefing"));
  if (JB_STORE (source) == self->store)
    update_actions (self);
}

static void
add_sentence_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;
  const char *article;
  guint start, end;

  if (self->store == NULL)
    return;
  g_variant_get (parameter, "(&suu)", &article, &start, &end);
  jb_errand_add_sentence (self->store, article, start, end, sentence_added_cb, g_object_ref (self));
}

static const GActionEntry actions[] = {
  { "import", import_cb },
  { "import-folder", import_folder_cb },
  { "import-names", import_names_cb },
  { "import-samples", import_samples_cb },
  { "paste", paste_cb },
  { "stop", stop_cb },
  { "new-library", new_library_cb },
  { "open-library", open_library_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "history", history_cb },
  { "preferences", preferences_cb },
  { "search", search_cb },
  { "show-menu", show_menu_cb },
  { "show-page", show_page_cb, "i" },
  { "open-article", open_article_cb, "s" },
  { "open-entity", open_entity_cb, "s" },
  { "show-place", show_place_cb, "(suu)" },
  { "add-sentence", add_sentence_cb, "(suu)" },
};

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, JbWindow *self)
{
  GSList *dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *file = dropped; file != NULL; file = file->next)
    g_ptr_array_add (files, g_object_ref (file->data));
  g_slist_free (dropped);
  if (files->len == 0)
    return FALSE;
  jb_window_import_files (self, files);
  return TRUE;
}

static void
close_response_cb (AdwMessageDialog *dialog, const char *response, JbWindow *self)
{
  if (!g_str_equal (response, "stop"))
    return;
  self->closing = TRUE;
  g_cancellable_cancel (self->importing);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
jb_window_close_request (GtkWindow *window)
{
  JbWindow *self = JB_WINDOW (window);
  GtkWidget *dialog;

  if (self->importing == NULL || self->closing)
    return GTK_WINDOW_CLASS (jb_window_parent_class)->close_request (window);

  dialog = adw_message_dialog_new (window, _("Stop Importing?"),
                                   _("Files are still being imported. What is imported so far stays in the library."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "wait", _("_Keep Importing"), "stop", _("_Stop and Close"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
jb_window_dispose (GObject *object)
{
  JbWindow *self = JB_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->importing);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  if (self->teacher != NULL)
    jb_teacher_set_store (self->teacher, NULL);
  g_clear_object (&self->teacher);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (jb_window_parent_class)->dispose (object);
}

static void
jb_window_class_init (JbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jb_window_close_request;

  g_type_ensure (JB_TYPE_ARTICLES_PAGE);
  g_type_ensure (JB_TYPE_BRIEFINGS_PAGE);
  g_type_ensure (JB_TYPE_ENTITIES_PAGE);
  g_type_ensure (JB_TYPE_READER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/jb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JbWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, welcome_import);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, articles);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, entities);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, progress_row);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
jb_window_init (JbWindow *self)
{
  GSettings *settings = jb_settings_get ();

  self->teacher = jb_teacher_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  jb_accessible_name_parts (self->menu_button, _("Main Menu"));

  if (settings != NULL)
    {
      g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
    }
  show_stage (self, "opening");
  update_actions (self);
}

JbWindow *
jb_window_new (GtkApplication *application)
{
  return g_object_new (JB_TYPE_WINDOW, "application", application, NULL);
}

void
jb_window_open_library (JbWindow *self, GFile *library)
{
  const char *path = g_file_peek_path (library);

  if (self->importing != NULL)
    {
      jb_toast_show (self->toasts, _("Wait until the import has ended, or stop it"));
      return;
    }
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  set_store (self, NULL);
  if (path == NULL)
    {
      adw_status_page_set_description (self->failure, _("A library must be a file of this computer."));
      show_stage (self, "failed");
      update_actions (self);
      return;
    }
  self->opening = g_cancellable_new ();
  show_stage (self, "opening");
  update_actions (self);
  jb_store_open_async (path, self->opening, library_opened_cb, g_object_ref (self));
}

void
jb_window_import_files (JbWindow *self, GPtrArray *files)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  if (self->importing != NULL)
    {
      jb_toast_show (self->toasts, _("Wait until the import has ended, or stop it"));
      return;
    }
  if (self->store == NULL)
    {
      if (self->waiting == NULL)
        self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < files->len; i++)
        g_ptr_array_add (self->waiting, g_object_ref (g_ptr_array_index (files, i)));
      return;
    }
  set_importing (self, cancellable);
  jb_errand_import_files (self->store, files, import_progress_cb, G_OBJECT (self), cancellable, imported_cb,
                          g_object_ref (self));
}
