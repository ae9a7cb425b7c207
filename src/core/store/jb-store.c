/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-store.h"

#include "jb-string.h"
#include "jb-worker.h"

/* A burst of commits is told once. While an errand takes long it commits all the time, and nobody can follow it anyway. */
#define CHANGED_DELAY_MS 150
#define LONG_DELAY_MS    1000

#define N_THREADS (JB_STORE_LONG + 1)

struct _JbStore
{
  GObject       parent_instance;

  char         *path;                  /* owned */
  char         *author;                /* owned, NULL for the login name; set in a worker before its next errand */
  JbWorker     *workers[N_THREADS];    /* owned, by JbStoreAccess */
  JbLibrary    *libraries[N_THREADS];  /* owned, each used in its worker only */
  JbLibrary    *reader;                /* owned, the main thread's */
  GFileMonitor *monitor;               /* owned, of the log beside the file */
  int           n_long;                /* long errands that run or wait; atomic */
  guint         changed_id;            /* of the delayed signal, 0 while none is due */
  gint64        data_version;          /* as seen by reader when changed was last emitted */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbStore, jb_store, G_TYPE_OBJECT)

typedef struct
{
  JbStoreAccess   access;
  JbStoreFunc     func;
  gpointer        data;         /* owned */
  GDestroyNotify  free_data;    /* NULL where data needs no freeing */
  GDestroyNotify  free_result;  /* likewise */
  JbLibrary      *library;      /* owned */
  char           *author;       /* owned, NULL for the login name */
} Errand;

static void
errand_free (Errand *errand)
{
  if (errand->free_data != NULL)
    errand->free_data (errand->data);
  g_object_unref (errand->library);
  g_free (errand->author);
  g_free (errand);
}

static gboolean
emit_changed_cb (gpointer data)
{
  JbStore *self = data;
  gint64 data_version = jb_library_get_data_version (self->reader);

  self->changed_id = 0;
  if (data_version != self->data_version)
    {
      self->data_version = data_version;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  return G_SOURCE_REMOVE;
}

static void
log_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, JbStore *self)
{
  if (self->changed_id == 0)
    self->changed_id = g_timeout_add (g_atomic_int_get (&self->n_long) > 0 ? LONG_DELAY_MS : CHANGED_DELAY_MS, emit_changed_cb,
                                      self);
}

static void
jb_store_dispose (GObject *object)
{
  JbStore *self = JB_STORE (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  g_clear_object (&self->monitor);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_clear_object (&self->workers[i]);
      g_clear_object (&self->libraries[i]);
    }
  g_clear_object (&self->reader);
  G_OBJECT_CLASS (jb_store_parent_class)->dispose (object);
}

static void
jb_store_finalize (GObject *object)
{
  JbStore *self = JB_STORE (object);

  g_free (self->path);
  g_free (self->author);
  G_OBJECT_CLASS (jb_store_parent_class)->finalize (object);
}

static void
jb_store_class_init (JbStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jb_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", JB_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jb_store_init (JbStore *self)
{
}

/* Runs in a thread of its own: opening may migrate. */
static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static const char *const names[N_THREADS] = { "library reader", "library writer", "library long" };
  g_autoptr(JbStore) self = g_object_new (JB_TYPE_STORE, NULL);
  GError *error = NULL;

  self->path = g_strdup (data);
  self->reader = jb_library_open (self->path, &error);
  for (guint i = 0; error == NULL && i < N_THREADS; i++)
    self->libraries[i] = jb_library_open (self->path, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < N_THREADS; i++)
    self->workers[i] = jb_worker_new (names[i]);
  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

void
jb_store_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_set_source_tag (task, jb_store_open_async);
  g_task_run_in_thread (task, open_thread);
}

JbStore *
jb_store_open_finish (GAsyncResult *result, GError **error)
{
  JbStore *self = g_task_propagate_pointer (G_TASK (result), error);
  g_autofree char *log = NULL;
  g_autoptr(GFile) file = NULL;

  if (self == NULL)
    return NULL;
  /* Every commit of any program goes to the log first. The monitor belongs to the main context. */
  log = g_strconcat (self->path, "-wal", NULL);
  file = g_file_new_for_path (log);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (log_changed_cb), self, 0);
  self->data_version = jb_library_get_data_version (self->reader);
  return self;
}

const char *
jb_store_get_path (JbStore *self)
{
  return self->path;
}

void
jb_store_set_author (JbStore *self, const char *author)
{
  jb_set_string (&self->author, author);
}

JbLibrary *
jb_store_get_reader (JbStore *self)
{
  return self->reader;
}

static void
run_errand (GTask *task, Errand *errand, GCancellable *cancellable)
{
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (errand->author != NULL)
    jb_library_set_author (errand->library, errand->author);
  result = errand->func (errand->library, errand->data, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, errand->free_result);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JbStore *self = source;
  Errand *errand = data;

  run_errand (task, errand, cancellable);
  if (errand->access == JB_STORE_LONG)
    g_atomic_int_add (&self->n_long, -1);
}

void
jb_store_run_async (JbStore *self, JbStoreAccess access, JbStoreFunc func, gpointer func_data, GDestroyNotify free_data,
                    GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, data);
  Errand *errand = g_new (Errand, 1);

  if (access == JB_STORE_LONG)
    g_atomic_int_inc (&self->n_long);
  *errand = (Errand) { access, func, func_data, free_data, free_result, g_object_ref (self->libraries[access]),
                       g_strdup (self->author) };
  g_task_set_source_tag (task, jb_store_run_async);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  jb_worker_push (self->workers[access], task, run_thread);
}

gpointer
jb_store_run_finish (JbStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
