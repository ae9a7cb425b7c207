/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   monitor, poll ──▶ look () ──thread──▶ list of the folder ──▶ compare with what was seen ──▶ files-ready
 *                       ▲                                             │
 *                       └────────── again, while a file settles ◀─────┘
 *
 * The monitor only says when to look: what it says of single files differs between systems, and the folder's list is the truth. */
#include "jb-folder-watcher.h"

#include <string.h>

#define SETTLE_MS 2000
#define POLL_MS   20000

struct _JbFolderWatcher
{
  GObject        parent_instance;

  GFile         *folder;       /* owned */
  guint          settle_ms;
  guint          poll_ms;
  GFileMonitor  *monitor;      /* owned, NULL while there is no folder */
  GHashTable    *seen;         /* owned, name (owned) to Seen (owned) */
  GCancellable  *cancellable;  /* owned, of the looking; cancelled at the end */
  gboolean       looking;      /* in the thread */
  guint          look_id;      /* of the next look, 0 where none is due */
  guint          poll_id;
};

enum
{
  FILES_READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbFolderWatcher, jb_folder_watcher, G_TYPE_OBJECT)

/* A file as it was when it was seen last. */
typedef struct
{
  goffset   size;
  gint64    modified;  /* microseconds */
  gint64    since;     /* monotonic: how long it has been so */
  gboolean  told;
  gboolean  there;     /* in the list that is gone through */
} Seen;

/* A file in the list of the folder. */
typedef struct
{
  char    *name;      /* owned */
  goffset  size;
  gint64   modified;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

gboolean
jb_folder_watcher_wants (const char *name)
{
  static const char *const unwanted[] = {
    "~", ".part", ".partial", ".crdownload", ".download", ".tmp", ".opdownload", ".jianbao", ".jianbao-wal", ".jianbao-shm",
    ".jianbao-journal",
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (*name == '.' || *name == '~')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++)
    if (g_str_has_suffix (lower, unwanted[i]))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (element-type Entry) (nullable) */
static GPtrArray *
list_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr(GFileEnumerator) children =
      g_file_enumerate_children (folder, "standard::name,standard::type,standard::size,standard::is-hidden,time::modified,"
                                 "time::modified-usec", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  GFileInfo *info;

  if (children == NULL)
    return NULL;
  while (g_file_enumerator_iterate (children, &info, NULL, cancellable, error))
    {
      Entry *entry;

      if (info == NULL)
        return g_steal_pointer (&entries);
      if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_is_hidden (info) ||
          g_file_info_get_size (info) == 0 || !jb_folder_watcher_wants (g_file_info_get_name (info)))
        continue;
      entry = g_new (Entry, 1);
      *entry = (Entry) {
        g_strdup (g_file_info_get_name (info)), g_file_info_get_size (info),
        (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC +
          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
      };
      g_ptr_array_add (entries, entry);
    }
  return NULL;
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *entries = list_folder (data, cancellable, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Returns: TRUE where the file has just become ready */
static gboolean
see (JbFolderWatcher *self, const Entry *entry, gint64 now)
{
  Seen *seen = g_hash_table_lookup (self->seen, entry->name);

  if (seen == NULL)
    {
      seen = g_new0 (Seen, 1);
      g_hash_table_insert (self->seen, g_strdup (entry->name), seen);
    }
  seen->there = TRUE;
  if (seen->since == 0 || seen->size != entry->size || seen->modified != entry->modified)
    {
      *seen = (Seen) { entry->size, entry->modified, now, FALSE, TRUE };
      return FALSE;
    }
  if (seen->told || now - seen->since < (gint64) self->settle_ms * 1000)
    return FALSE;
  seen->told = TRUE;
  return TRUE;
}

static gboolean
is_gone (gpointer name, gpointer value, gpointer data)
{
  Seen *seen = value;
  gboolean gone = !seen->there;

  seen->there = FALSE;
  return gone;
}

static void look_later (JbFolderWatcher *self, guint ms);

static void
monitor_cb (JbFolderWatcher *self)
{
  look_later (self, self->settle_ms / 4);
}

static gboolean
has_unsettled (JbFolderWatcher *self)
{
  GHashTableIter iter;
  gpointer seen;

  g_hash_table_iter_init (&iter, self->seen);
  while (g_hash_table_iter_next (&iter, NULL, &seen))
    if (!((Seen *) seen)->told)
      return TRUE;
  return FALSE;
}

static void
take_entries (JbFolderWatcher *self, GPtrArray *entries)
{
  g_autoptr(GPtrArray) ready = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 now = g_get_monotonic_time ();

  for (guint i = 0; i < entries->len; i++)
    if (see (self, g_ptr_array_index (entries, i), now))
      g_ptr_array_add (ready, g_file_get_child (self->folder, ((Entry *) g_ptr_array_index (entries, i))->name));
  g_hash_table_foreach_remove (self->seen, is_gone, NULL);
  if (has_unsettled (self))
    look_later (self, MAX (self->settle_ms / 4, 10));
  if (ready->len > 0)
    g_signal_emit (self, signals[FILES_READY], 0, ready);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  JbFolderWatcher *self = JB_FOLDER_WATCHER (source);
  g_autoptr(GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), NULL);

  self->looking = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (entries == NULL)
    {
      /* The folder is away. What was seen in it stays known, and the monitor would watch what is no longer there. */
      g_clear_object (&self->monitor);
      return;
    }
  if (self->monitor == NULL)
    {
      self->monitor = g_file_monitor_directory (self->folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (self->monitor != NULL)
        g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitor_cb), self, G_CONNECT_SWAPPED);
    }
  take_entries (self, entries);
}

static void
look (JbFolderWatcher *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->looking)
    {
      look_later (self, MAX (self->settle_ms / 4, 10));
      return;
    }
  self->looking = TRUE;
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, g_object_ref (self->folder), g_object_unref);
  g_task_run_in_thread (task, look_thread);
}

static gboolean
look_cb (gpointer data)
{
  JbFolderWatcher *self = data;

  self->look_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
look_later (JbFolderWatcher *self, guint ms)
{
  if (self->look_id == 0)
    self->look_id = g_timeout_add (ms, look_cb, self);
}

static gboolean
poll_cb (gpointer data)
{
  look_later (data, 0);
  return G_SOURCE_CONTINUE;
}

static void
jb_folder_watcher_dispose (GObject *object)
{
  JbFolderWatcher *self = JB_FOLDER_WATCHER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_handle_id (&self->poll_id, g_source_remove);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (jb_folder_watcher_parent_class)->dispose (object);
}

static void
jb_folder_watcher_finalize (GObject *object)
{
  JbFolderWatcher *self = JB_FOLDER_WATCHER (object);

  g_object_unref (self->folder);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->seen);
  G_OBJECT_CLASS (jb_folder_watcher_parent_class)->finalize (object);
}

static void
jb_folder_watcher_class_init (JbFolderWatcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jb_folder_watcher_dispose;
  object_class->finalize = jb_folder_watcher_finalize;
  signals[FILES_READY] = g_signal_new ("files-ready", JB_TYPE_FOLDER_WATCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       1, G_TYPE_PTR_ARRAY);
}

static void
jb_folder_watcher_init (JbFolderWatcher *self)
{
  self->settle_ms = SETTLE_MS;
  self->poll_ms = POLL_MS;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
}

JbFolderWatcher *
jb_folder_watcher_new (GFile *folder)
{
  JbFolderWatcher *self = g_object_new (JB_TYPE_FOLDER_WATCHER, NULL);

  self->folder = g_object_ref (folder);
  return self;
}

GFile *
jb_folder_watcher_get_folder (JbFolderWatcher *self)
{
  return self->folder;
}

void
jb_folder_watcher_set_patience (JbFolderWatcher *self, guint settle_ms, guint poll_ms)
{
  self->settle_ms = settle_ms;
  self->poll_ms = poll_ms;
}

void
jb_folder_watcher_start (JbFolderWatcher *self)
{
  if (self->poll_id != 0)
    return;
  self->poll_id = g_timeout_add (self->poll_ms, poll_cb, self);
  look (self);
}
