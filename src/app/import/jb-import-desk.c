/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-desk.h"

#include "jb-batch-view.h"
#include "jb-clipboard.h"
#include "jb-file-dialog.h"
#include "jb-folder-watcher.h"
#include "jb-import-dialog.h"
#include "jb-import-queue.h"
#include "jb-import-settings.h"
#include "jb-load-file.h"
#include "jb-names-import.h"
#include "jb-resource.h"
#include "jb-search.h"
#include "jb-settings.h"
#include "jb-toast.h"

#include <glib/gi18n.h>

/* Who waited so long has gone on to something else, and is told of the end. */
#define LONG_US (10 * G_USEC_PER_SEC)

#define NOTIFICATION "import-ended"

struct _JbImportDesk
{
  GObject                parent_instance;

  AdwApplicationWindow  *window;   /* lent; NULL once it is gone */
  GtkWidget             *inside;   /* lent, in the window */
  JbStore               *store;    /* owned, NULL while no library is open */
  JbImportQueue         *queue;    /* owned */
  JbNamesImport         *names;    /* owned */
  JbBatchView           *view;     /* the toolkit's, destroyed with the window; NULL until it is shown */
  JbFolderWatcher       *watcher;  /* owned, NULL while no folder is watched */
  GPtrArray             *early;    /* owned, of GFile: came before there was a library; NULL for none */
  gboolean               early_opened;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbImportDesk, jb_import_desk, G_TYPE_OBJECT)

static void
enable (JbImportDesk *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), action)), enabled);
}

static void
changed_cb (JbImportDesk *self)
{
  static const char *const actions[] = { "import", "import-folder", "import-samples", "paste", "show-imports" };

  if (self->window == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    enable (self, actions[i], self->store != NULL);
  enable (self, "import-names", self->store != NULL && !jb_import_desk_is_busy (self));
  enable (self, "stop", jb_import_desk_is_busy (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
names_changed_cb (JbImportDesk *self)
{
  jb_import_queue_set_held (self->queue, jb_names_import_is_busy (self->names));
  changed_cb (self);
}

static void
open_source (JbImportDesk *self, const char *source)
{
  g_autoptr(JbQuery) query = jb_query_new ();
  g_auto(GStrv) articles = NULL;

  if (self->store == NULL || self->window == NULL)
    return;
  query->source = g_strdup (source);
  query->limit = 1;
  articles = jb_search_articles (jb_store_get_reader (self->store), query, NULL);
  if (articles == NULL || articles[0] == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-article", "s", articles[0]);
  gtk_window_present (GTK_WINDOW (self->window));
}

static JbBatchView *
get_view (JbImportDesk *self)
{
  if (self->view == NULL)
    {
      g_set_weak_pointer (&self->view, jb_batch_view_new (GTK_WINDOW (self->window), self->queue));
      g_signal_connect_object (self->view, "open-source", G_CALLBACK (open_source), self, G_CONNECT_SWAPPED);
    }
  return self->view;
}

/* Returns: "3 files imported, 1 already there, 1 failed" */
static char *
describe_end (const JbImportEnd *end)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u file imported", "%u files imported", end->n_done), end->n_done);
  if (end->n_known > 0)
    g_string_append_printf (text, ngettext (", %u already there", ", %u already there", end->n_known), end->n_known);
  if (end->n_failed > 0)
    g_string_append_printf (text, ngettext (", %u failed", ", %u failed", end->n_failed), end->n_failed);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_looked_at (JbImportDesk *self)
{
  return gtk_window_is_active (GTK_WINDOW (self->window)) ||
         (self->view != NULL && gtk_window_is_active (GTK_WINDOW (self->view)));
}

static void
notify_end (JbImportDesk *self, const char *text)
{
  g_autoptr(GNotification) notification = g_notification_new (_("Import Finished"));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  g_notification_set_body (notification, text);
  if (application != NULL)
    g_application_send_notification (G_APPLICATION (application), NOTIFICATION, notification);
}

/* What came by itself is told of in a word, and not at all where all of it was known. */
static void
tell_watched (JbImportDesk *self, const JbImportEnd *end)
{
  g_autofree char *text = NULL;

  if (end->n_done > 0)
    {
      text = g_strdup_printf (ngettext ("%u file of the watched folder imported", "%u files of the watched folder imported",
                                        end->n_done), end->n_done);
      jb_toast_show_undo (self->inside, text);
    }
  else if (end->n_failed > 0)
    {
      text = g_strdup_printf (ngettext ("%u file of the watched folder could not be imported",
                                        "%u files of the watched folder could not be imported", end->n_failed), end->n_failed);
      jb_toast_show_action (self->inside, text, _("_Show"), "win.show-imports");
    }
}

static void
tell_end (JbImportDesk *self, const JbImportEnd *end)
{
  g_autofree char *text = describe_end (end);

  if (end->n_done > 0)
    jb_toast_show_undo (self->inside, text);
  else
    jb_toast_show (self->inside, text);
  if (end->duration >= LONG_US && !is_looked_at (self))
    notify_end (self, text);
  /* One file is imported to be read; of many, whoever imported them chooses. */
  if (end->source != NULL && end->n_failed == 0)
    open_source (self, end->source);
  if (end->n_failed > 0 && end->occasion == JB_IMPORT_ASKED)
    jb_batch_view_show (get_view (self), TRUE);
}

static void
ended_cb (JbImportDesk *self, const JbImportEnd *end)
{
  if (self->window == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->window)))
    return;
  if (end->failure != NULL)
    jb_toast_show_error (self->inside, _("The import could not go on"), end->failure);
  else if (end->stopped)
    jb_toast_show (self->inside, _("Import stopped; what was imported stays"));
  else if (end->occasion == JB_IMPORT_WATCHED)
    tell_watched (self, end);
  else
    tell_end (self, end);
}

static void
accepted_cb (JbImportDesk *self, GPtrArray *files, const JbImportOptions *options)
{
  jb_import_queue_add_files (self->queue, files, options, JB_IMPORT_ASKED);
}

/* Files that are being looked through, off the main thread: a folder may be large, or far away. */
typedef struct
{
  GPtrArray *files;   /* owned, of GFile */
  gboolean   opened;
} Arrival;

static void
arrival_free (Arrival *arrival)
{
  g_ptr_array_unref (arrival->files);
  g_free (arrival);
}

/* Returns: the files of all folders, each once */
static void
look_through (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Arrival *arrival = data;
  g_autoptr(GPtrArray) found = jb_list_files (arrival->files, TRUE);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_file_hash, (GEqualFunc) g_file_equal);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    if (g_hash_table_add (seen, g_ptr_array_index (found, i)))
      g_ptr_array_add (files, g_object_ref (g_ptr_array_index (found, i)));
  g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
}

/* By their names; what they hold shows when they are read. */
static gboolean
are_plain_text (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_basename (g_ptr_array_index (files, i));
      g_autofree char *type = name != NULL ? g_content_type_guess (name, NULL, 0, NULL) : NULL;

      if (type == NULL || !g_content_type_equals (type, "text/plain"))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_preview_wanted (GPtrArray *files, gboolean opened)
{
  gboolean plain = are_plain_text (files);

  /* Whoever opens one text wants to read it; undo takes it back. */
  return !(plain && opened && files->len == 1) && jb_import_settings_get_preview (plain);
}

static void
looked_through_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  JbImportDesk *self = JB_IMPORT_DESK (object);
  const Arrival *arrival = g_task_get_task_data (G_TASK (result));
  g_autoptr(GPtrArray) files = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->window == NULL || self->store == NULL)
    return;
  if (files->len == 0)
    jb_toast_show (self->inside, _("There are no files in the folder"));
  else if (is_preview_wanted (files, arrival->opened))
    {
      JbImportDialog *dialog = jb_import_dialog_new (GTK_WINDOW (self->window), files, are_plain_text (files));

      g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
      gtk_window_present (GTK_WINDOW (dialog));
    }
  else
    {
      const JbImportOptions options = { .recognise = jb_import_settings_get_recognise () };

      jb_import_queue_add_files (self->queue, files, &options, JB_IMPORT_ASKED);
    }
}

#define DESK_KEY "jb-import-desk"

static void
files_chosen_cb (GObject *window, GPtrArray *files)
{
  jb_import_desk_add_files (g_object_get_data (window, DESK_KEY), files, FALSE);
}

static void
add_filter (GListStore *filters, const char *name, const char *const *mime_types, const char *const *suffixes)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; mime_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, mime_types[i]);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (filters, filter);
}

/* Suffixes too, for systems that know few types. */
static GListModel *
filters_new (void)
{
  static const char *const document_types[] = {
    "text/plain", "text/markdown", "text/rtf", "application/rtf", "application/pdf", "application/epub+zip", "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text", NULL,
  };
  static const char *const documents[] = { "txt", "md", "rtf", "pdf", "epub", "doc", "docx", "odt", "ofd", "wps", "json", NULL };
  static const char *const web_types[] = {
    "text/html", "application/xhtml+xml", "application/rss+xml", "application/atom+xml", "multipart/related", "message/rfc822",
    NULL,
  };
  static const char *const web[] = { "html", "htm", "xhtml", "mht", "mhtml", "rss", "atom", "xml", "eml", NULL };
  static const char *const picture_types[] = { "image/*", NULL };
  static const char *const pictures[] = { "png", "jpg", "jpeg", "tif", "tiff", "bmp", "webp", NULL };
  static const char *const archive_types[] = { "application/zip", NULL };
  static const char *const archives[] = { "zip", NULL };
  static const char *const nothing[] = { NULL };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  GtkFileFilter *all;

  add_filter (filters, _("All Supported Files"), nothing, nothing);
  all = g_list_model_get_item (G_LIST_MODEL (filters), 0);
  add_filter (filters, _("Documents"), document_types, documents);
  add_filter (filters, _("Web Pages and Feeds"), web_types, web);
  add_filter (filters, _("Pictures and Scans"), picture_types, pictures);
  add_filter (filters, _("Archives"), archive_types, archives);
  for (guint i = 0; i < 4; i++)
    {
      const char *const *const types[] = { document_types, web_types, picture_types, archive_types };
      const char *const *const suffixes[] = { documents, web, pictures, archives };

      for (guint j = 0; types[i][j] != NULL; j++)
        gtk_file_filter_add_mime_type (all, types[i][j]);
      for (guint j = 0; suffixes[i][j] != NULL; j++)
        gtk_file_filter_add_suffix (all, suffixes[i][j]);
    }
  g_object_unref (all);
  return G_LIST_MODEL (filters);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbImportDesk *self = data;
  g_autoptr(GListModel) filters = filters_new ();

  jb_file_dialog_present_filters (GTK_WIDGET (self->window), JB_FILE_DIALOG_OPEN_MULTIPLE, _("Import Files"), _("_Open"), filters,
                                  files_chosen_cb);
}

static void
import_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jb_file_dialog_present (GTK_WIDGET (JB_IMPORT_DESK (data)->window), JB_FILE_DIALOG_FOLDER, _("Import Folder"), _("_Open"), NULL,
                          NULL, files_chosen_cb);
}

static void
import_names_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jb_names_import_ask (JB_IMPORT_DESK (data)->names);
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

      g_ptr_array_add (clips, jb_clip_new (names[i], bytes, NULL));
    }
  jb_import_queue_add_clips (JB_IMPORT_DESK (data)->queue, clips);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbImportDesk) self = data;
  g_autoptr(GError) error = NULL;
  JbClip *clip = jb_clipboard_read_finish (result, &error);
  g_autoptr(GPtrArray) clips = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_clip_free);

  if (clip != NULL)
    g_ptr_array_add (clips, clip);
  if (self->window == NULL || self->store == NULL)
    return;
  if (clip != NULL)
    jb_import_queue_add_clips (self->queue, clips);
  else
    jb_toast_show (self->inside, _("There is no text to paste"));
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbImportDesk *self = data;

  jb_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), NULL, clipboard_read_cb, g_object_ref (self));
}

static void
stop_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jb_import_desk_stop (data);
}

static void
show_imports_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  jb_batch_view_show (get_view (data), FALSE);
}

static const GActionEntry actions[] = {
  { "import", import_cb },
  { "import-folder", import_folder_cb },
  { "import-names", import_names_cb },
  { "import-samples", import_samples_cb },
  { "paste", paste_cb },
  { "stop", stop_cb },
  { "show-imports", show_imports_cb },
};

static void
files_ready_cb (JbImportDesk *self, GPtrArray *files)
{
  const JbImportOptions options = { .recognise = jb_import_settings_get_recognise () };

  if (self->store != NULL)
    jb_import_queue_add_files (self->queue, files, &options, JB_IMPORT_WATCHED);
}

static void
watch_folder (JbImportDesk *self)
{
  g_autoptr(GFile) folder = self->store != NULL ? jb_import_settings_dup_watched () : NULL;

  if (self->watcher != NULL && folder != NULL && g_file_equal (jb_folder_watcher_get_folder (self->watcher), folder))
    return;
  g_clear_object (&self->watcher);
  if (folder == NULL)
    return;
  self->watcher = jb_folder_watcher_new (folder);
  g_signal_connect_object (self->watcher, "files-ready", G_CALLBACK (files_ready_cb), self, G_CONNECT_SWAPPED);
  jb_folder_watcher_start (self->watcher);
}

static void
jb_import_desk_dispose (GObject *object)
{
  JbImportDesk *self = JB_IMPORT_DESK (object);

  g_clear_object (&self->watcher);
  g_clear_object (&self->names);
  g_clear_object (&self->queue);
  g_clear_object (&self->store);
  g_clear_pointer (&self->early, g_ptr_array_unref);
  g_clear_weak_pointer (&self->view);
  if (self->window != NULL)
    g_object_set_data (G_OBJECT (self->window), DESK_KEY, NULL);
  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->inside);
  G_OBJECT_CLASS (jb_import_desk_parent_class)->dispose (object);
}

static void
jb_import_desk_class_init (JbImportDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jb_import_desk_dispose;
  signals[CHANGED] = g_signal_new ("changed", JB_TYPE_IMPORT_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jb_import_desk_init (JbImportDesk *self)
{
  self->queue = jb_import_queue_new ();
  g_signal_connect_object (self->queue, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  if (jb_settings_get () != NULL)
    {
      g_signal_connect_object (jb_settings_get (), "changed::watch-folder", G_CALLBACK (watch_folder), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (jb_settings_get (), "changed::watched-folder", G_CALLBACK (watch_folder), self, G_CONNECT_SWAPPED);
    }
}

JbImportDesk *
jb_import_desk_new (AdwApplicationWindow *window, GtkWidget *inside)
{
  JbImportDesk *self = g_object_new (JB_TYPE_IMPORT_DESK, NULL);

  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->inside, inside);
  g_object_set_data (G_OBJECT (window), DESK_KEY, self);
  self->names = jb_names_import_new (inside);
  g_signal_connect_object (self->names, "changed", G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  changed_cb (self);
  return self;
}

void
jb_import_desk_set_store (JbImportDesk *self, JbStore *store)
{
  g_set_object (&self->store, store);
  jb_import_queue_set_store (self->queue, store);
  jb_names_import_set_store (self->names, store);
  /* What another library has seen of the folder, this one has not. */
  g_clear_object (&self->watcher);
  watch_folder (self);
  if (store != NULL && self->early != NULL)
    {
      g_autoptr(GPtrArray) files = g_steal_pointer (&self->early);

      jb_import_desk_add_files (self, files, self->early_opened);
    }
  changed_cb (self);
}

void
jb_import_desk_add_files (JbImportDesk *self, GPtrArray *files, gboolean opened)
{
  g_autoptr(GTask) task = NULL;
  Arrival *arrival;

  if (self->store == NULL)
    {
      if (self->early == NULL)
        self->early = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < files->len; i++)
        g_ptr_array_add (self->early, g_object_ref (g_ptr_array_index (files, i)));
      self->early_opened = opened;
      return;
    }
  arrival = g_new0 (Arrival, 1);
  arrival->files = g_ptr_array_copy (files, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (arrival->files, g_object_unref);
  arrival->opened = opened;
  task = g_task_new (self, NULL, looked_through_cb, NULL);
  g_task_set_source_tag (task, jb_import_desk_add_files);
  g_task_set_task_data (task, arrival, (GDestroyNotify) arrival_free);
  g_task_run_in_thread (task, look_through);
}

void
jb_import_desk_stop (JbImportDesk *self)
{
  jb_import_queue_stop (self->queue);
  jb_names_import_stop (self->names);
}

gboolean
jb_import_desk_is_busy (JbImportDesk *self)
{
  return jb_import_queue_is_busy (self->queue) || jb_names_import_is_busy (self->names);
}

gboolean
jb_import_desk_is_asked (JbImportDesk *self)
{
  return jb_import_queue_is_asked (self->queue) || jb_names_import_is_busy (self->names);
}

double
jb_import_desk_get_fraction (JbImportDesk *self)
{
  return jb_names_import_is_busy (self->names) ? jb_names_import_get_fraction (self->names)
                                               : jb_import_queue_get_fraction (self->queue);
}

char *
jb_import_desk_dup_text (JbImportDesk *self)
{
  return jb_names_import_is_busy (self->names) ? g_strdup (jb_names_import_get_text (self->names))
                                               : jb_import_queue_dup_text (self->queue);
}
