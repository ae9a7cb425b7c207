/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-queue.h"

#include <glib/gi18n.h>

/* What happened in the importing thread is shown this often. */
#define TELL_MS 80

/* One thing that happened in the importing thread. */
typedef struct
{
  enum { EVENT_BEGIN, EVENT_PAGE, EVENT_END } kind;
  guint           n_done, n_all;  /* files of a begin, pages of a page */
  char           *name;           /* owned, of a begin */
  JbImportResult *result;         /* owned, of an end */
} Event;

/* What the two threads share. The importing thread holds no reference to the queue, or it might drop the last one. */
typedef struct
{
  GMutex    lock;
  GArray   *events;   /* owned, of Event */
  guint     tell_id;  /* of the source that takes them over, 0 while none is due */
  GWeakRef  queue;
} Wire;

/* What is imported at one go. */
typedef struct
{
  JbImportOccasion  occasion;
  JbImportOptions   options;    /* its strings are owned */
  GPtrArray        *files;      /* owned, of GFile; NULL for clips */
  GPtrArray        *clips;      /* owned, of JbClip; NULL for files */
  Wire             *wire;       /* owned reference */
} Batch;

struct _JbImportQueue
{
  GObject        parent_instance;

  JbStore       *store;        /* owned, NULL while no library is open */
  GListStore    *items;        /* owned, of JbImportItem */
  GHashTable    *by_name;      /* owned, of JbImportItem lent by items */
  guint          counts[JB_IMPORT_STATE_STOPPED + 1];
  GQueue         waiting;      /* of Batch, owned */
  gboolean       held;         /* no batch is to begin */

  /* Of the batch that runs. */
  GCancellable  *cancellable;  /* owned, NULL while none runs */
  Wire          *wire;         /* owned reference, likewise */
  JbImportEnd    end;
  char          *source;       /* owned, of end */
  gint64         began;
  JbImportItem  *current;      /* owned: the row that is being read, NULL between two */
  guint          at;           /* its place, or that of the one read last */
  guint          n_ended;
  guint          n_files;
  double         part;         /* of the current file, 0 to 1 */
};

enum
{
  CHANGED,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JbImportQueue, jb_import_queue, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return JB_TYPE_IMPORT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (JB_IMPORT_QUEUE (model)->items));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (JB_IMPORT_QUEUE (model)->items), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

JbClip *
jb_clip_new (const char *name, GBytes *bytes, GBytes *fallback)
{
  JbClip *clip = g_new (JbClip, 1);

  *clip = (JbClip) { g_strdup (name), g_bytes_ref (bytes), fallback != NULL ? g_bytes_ref (fallback) : NULL };
  return clip;
}

void
jb_clip_free (JbClip *clip)
{
  g_free (clip->name);
  g_bytes_unref (clip->bytes);
  g_clear_pointer (&clip->fallback, g_bytes_unref);
  g_free (clip);
}

static void
event_clear (gpointer data)
{
  Event *event = data;

  g_free (event->name);
  g_clear_pointer (&event->result, jb_import_result_free);
}

static Wire *
wire_new (JbImportQueue *queue)
{
  Wire *wire = g_atomic_rc_box_new0 (Wire);

  g_mutex_init (&wire->lock);
  wire->events = g_array_new (FALSE, FALSE, sizeof (Event));
  g_array_set_clear_func (wire->events, event_clear);
  g_weak_ref_init (&wire->queue, queue);
  return wire;
}

static void
wire_clear (gpointer data)
{
  Wire *wire = data;

  g_mutex_clear (&wire->lock);
  g_array_unref (wire->events);
  g_weak_ref_clear (&wire->queue);
}

static void
wire_unref (Wire *wire)
{
  g_atomic_rc_box_release_full (wire, wire_clear);
}

static void
batch_free (Batch *batch)
{
  g_free ((char *) batch->options.date);
  g_free ((char *) batch->options.bulletin);
  g_free ((char *) batch->options.issue);
  g_free ((char *) batch->options.password);
  g_clear_pointer (&batch->files, g_ptr_array_unref);
  g_clear_pointer (&batch->clips, g_ptr_array_unref);
  g_clear_pointer (&batch->wire, wire_unref);
  g_free (batch);
}

static char *
dup_file_name (GFile *file)
{
  return g_file_get_parse_name (file);
}

/* A state is left and entered around every change of it, to keep count. */
static void
leave_state (JbImportQueue *self, JbImportItem *item)
{
  self->counts[jb_import_item_get_state (item)]--;
}

static void
enter_state (JbImportQueue *self, JbImportItem *item)
{
  self->counts[jb_import_item_get_state (item)]++;
}

static void
set_state (JbImportQueue *self, JbImportItem *item, JbImportState state)
{
  leave_state (self, item);
  jb_import_item_set_state (item, state);
  enter_state (self, item);
}

static void
insert_items (JbImportQueue *self, guint position, guint n_removed, GPtrArray *items)
{
  position = MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->items)));
  g_list_store_splice (self->items, position, n_removed, items->pdata, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      JbImportItem *item = g_ptr_array_index (items, i);

      g_hash_table_replace (self->by_name, (char *) jb_import_item_get_name (item), item);
      enter_state (self, item);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, items->len);
}

static void
insert_item (JbImportQueue *self, guint position, JbImportItem *item)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  insert_items (self, position, 0, items);
}

static void
remove_item (JbImportQueue *self, guint position)
{
  g_autoptr(JbImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  leave_state (self, item);
  g_hash_table_remove (self->by_name, jb_import_item_get_name (item));
  insert_items (self, position, 1, none);
}

static void
clear_items (JbImportQueue *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  g_hash_table_remove_all (self->by_name);
  memset (self->counts, 0, sizeof self->counts);
  insert_items (self, 0, n, none);
}

static void
add_item (JbImportQueue *self, GPtrArray *items, const char *name, GFile *file)
{
  JbImportItem *known = g_hash_table_lookup (self->by_name, name);

  if (known == NULL)
    g_ptr_array_add (items, jb_import_item_new (name, file));
  else
    set_state (self, known, JB_IMPORT_STATE_WAITING);
}

/* Rows for what will be imported. */
static void
append_items (JbImportQueue *self, const Batch *batch)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; batch->files != NULL && i < batch->files->len; i++)
    {
      g_autofree char *name = dup_file_name (g_ptr_array_index (batch->files, i));

      add_item (self, items, name, g_ptr_array_index (batch->files, i));
    }
  for (guint i = 0; batch->clips != NULL && i < batch->clips->len; i++)
    add_item (self, items, ((JbClip *) g_ptr_array_index (batch->clips, i))->name, NULL);
  insert_items (self, g_list_model_get_n_items (G_LIST_MODEL (self->items)), 0, items);
}

/* What is tried again has its rows already; those of an archive are all of its that failed. */
static void
await_items (JbImportQueue *self, const Batch *batch)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(JbImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      JbImportState state = jb_import_item_get_state (item);

      if ((state == JB_IMPORT_STATE_FAILED || state == JB_IMPORT_STATE_STOPPED) && jb_import_item_get_file (item) != NULL &&
          g_ptr_array_find_with_equal_func (batch->files, jb_import_item_get_file (item), (GEqualFunc) g_file_equal, NULL))
        set_state (self, item, JB_IMPORT_STATE_WAITING);
    }
}

static void
find_place (JbImportQueue *self, JbImportItem *item)
{
  for (guint i = self->at; i <= self->at + 1; i++)
    {
      g_autoptr(JbImportItem) there = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (there == item)
        {
          self->at = i;
          return;
        }
    }
  g_list_store_find (self->items, item, &self->at);
}

static gboolean
is_shown (JbImportQueue *self, JbImportItem *item)
{
  return g_hash_table_lookup (self->by_name, jb_import_item_get_name (item)) == item;
}

static void take_result (JbImportQueue *self, JbImportItem *item, const JbImportResult *result);

/* What began last and has not ended when the next thing begins was an archive. Its files have rows, it has none, unless there is
 * nothing in it. @next: name of what begins, NULL for nothing more. Returns: (transfer full) (nullable): the archive's file */
static GFile *
leave_archive (JbImportQueue *self, const char *next)
{
  g_autoptr(JbImportItem) item = g_steal_pointer (&self->current);
  const char *name = item != NULL ? jb_import_item_get_name (item) : NULL;
  GFile *file;
  guint position;

  if (item == NULL)
    return NULL;
  if (next == NULL || !g_str_has_prefix (next, name) || next[strlen (name)] != '/')
    {
      const JbImportResult nothing = { (char *) name, JB_IMPORT_FAILED, (char *) _("there are no files in it"), JB_ERROR_EMPTY };

      take_result (self, item, &nothing);
      return NULL;
    }
  file = jb_import_item_get_file (item);
  if (file != NULL)
    g_object_ref (file);
  if (is_shown (self, item) && g_list_store_find (self->items, item, &position))
    {
      remove_item (self, position);
      self->at = position > 0 ? position - 1 : G_MAXUINT;
    }
  return file;
}

/* The file that the thing of that name is, or is in. */
static GFile *
dup_file_of (JbImportQueue *self, const char *name)
{
  g_autoptr(JbImportItem) before = g_list_model_get_item (G_LIST_MODEL (self->items), self->at);
  GFile *file = before != NULL ? jb_import_item_get_file (before) : NULL;
  g_autofree char *path = file != NULL ? dup_file_name (file) : NULL;

  if (path != NULL && g_str_has_prefix (name, path) && name[strlen (path)] == '/')
    return g_object_ref (file);
  return g_file_parse_name (name);
}

static void
take_begin (JbImportQueue *self, const Event *event)
{
  g_autoptr(GFile) archive = leave_archive (self, event->name);
  JbImportItem *item = g_hash_table_lookup (self->by_name, event->name);

  self->n_files = event->n_all;
  self->part = 0;
  if (item == NULL)
    {
      g_autoptr(GFile) file = archive != NULL ? g_object_ref (archive) : dup_file_of (self, event->name);

      self->current = jb_import_item_new (event->name, file);
      /* Of what comes by itself, only what is new or fails is shown, once that is known. */
      if (self->end.occasion == JB_IMPORT_WATCHED)
        return;
      insert_item (self, ++self->at, self->current);
    }
  else
    {
      self->current = g_object_ref (item);
      find_place (self, item);
    }
  set_state (self, self->current, JB_IMPORT_STATE_READING);
}

static void
count_result (JbImportQueue *self, const JbImportResult *result)
{
  guint *counts[] = {
    [JB_IMPORT_DONE] = &self->end.n_done,
    [JB_IMPORT_KNOWN] = &self->end.n_known,
    [JB_IMPORT_FAILED] = &self->end.n_failed,
  };

  (*counts[result->outcome])++;
  self->n_ended++;
  self->part = 0;
  g_free (self->source);
  self->source = g_strdup (self->n_ended == 1 ? result->source : NULL);
}

static void
take_result (JbImportQueue *self, JbImportItem *item, const JbImportResult *result)
{
  count_result (self, result);
  if (is_shown (self, item))
    {
      leave_state (self, item);
      /* What this list has brought in is no news when it is read again. */
      if (result->outcome == JB_IMPORT_KNOWN && self->end.occasion != JB_IMPORT_ASKED && jb_import_item_get_source (item) != NULL)
        jb_import_item_set_state (item, JB_IMPORT_STATE_DONE);
      else
        jb_import_item_set_result (item, result);
      enter_state (self, item);
      return;
    }
  jb_import_item_set_result (item, result);
  if (result->outcome == JB_IMPORT_KNOWN)
    return;
  self->at = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  insert_item (self, self->at, item);
}

static void
take_event (JbImportQueue *self, const Event *event)
{
  switch (event->kind)
    {
    case EVENT_BEGIN:
      take_begin (self, event);
      break;
    case EVENT_PAGE:
      self->part = event->n_all > 0 ? (double) event->n_done / event->n_all : 0;
      if (self->current != NULL)
        jb_import_item_set_pages (self->current, event->n_done, event->n_all);
      break;
    case EVENT_END:
      if (self->current != NULL)
        {
          g_autoptr(JbImportItem) item = g_steal_pointer (&self->current);

          take_result (self, item, event->result);
        }
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
take_events (JbImportQueue *self, Wire *wire)
{
  g_autoptr(GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));

  g_array_set_clear_func (events, event_clear);
  g_mutex_lock (&wire->lock);
  g_clear_handle_id (&wire->tell_id, g_source_remove);
  { GArray *taken = wire->events; wire->events = events; events = taken; }
  g_mutex_unlock (&wire->lock);
  if (wire != self->wire)
    return;
  for (guint i = 0; i < events->len; i++)
    take_event (self, &g_array_index (events, Event, i));
  if (events->len > 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
tell_cb (gpointer data)
{
  Wire *wire = data;
  g_autoptr(JbImportQueue) self = g_weak_ref_get (&wire->queue);

  g_mutex_lock (&wire->lock);
  wire->tell_id = 0;
  g_mutex_unlock (&wire->lock);
  if (self != NULL)
    take_events (self, wire);
  return G_SOURCE_REMOVE;
}

/* In the importing thread. */
static void
push_event (Wire *wire, const Event *event)
{
  g_mutex_lock (&wire->lock);
  if (event->kind == EVENT_PAGE && wire->events->len > 0 &&
      g_array_index (wire->events, Event, wire->events->len - 1).kind == EVENT_PAGE)
    g_array_index (wire->events, Event, wire->events->len - 1) = *event;
  else
    g_array_append_val (wire->events, *event);
  if (wire->tell_id == 0)
    wire->tell_id = g_timeout_add_full (G_PRIORITY_DEFAULT, TELL_MS, tell_cb, g_atomic_rc_box_acquire (wire),
                                        (GDestroyNotify) wire_unref);
  g_mutex_unlock (&wire->lock);
}

static void
begin_cb (guint index, guint n_files, const char *name, gpointer data)
{
  push_event (data, &(Event) { .kind = EVENT_BEGIN, .n_all = n_files, .name = g_strdup (name) });
}

static void
page_cb (guint n_done, guint n_all, gpointer data)
{
  push_event (data, &(Event) { .kind = EVENT_PAGE, .n_done = n_done, .n_all = n_all });
}

static void
end_cb (const JbImportResult *result, gpointer data)
{
  JbImportResult *copy = g_new (JbImportResult, 1);

  *copy = *result;
  copy->name = g_strdup (result->name);
  copy->reason = g_strdup (result->reason);
  copy->source = g_strdup (result->source);
  push_event (data, &(Event) { .kind = EVENT_END, .result = copy });
}

static JbImportResult *
import_clip (JbLibrary *library, const JbClip *clip, const JbImportOptions *options, GError **error)
{
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (library, clip->name, clip->bytes, options, error);

  if (result == NULL || result->outcome != JB_IMPORT_FAILED || clip->fallback == NULL)
    return g_steal_pointer (&result);
  return jb_import_job_run_bytes (library, clip->name, clip->fallback, options, error);
}

static gboolean
import_clips (JbLibrary *library, const Batch *batch, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < batch->clips->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const JbClip *clip = g_ptr_array_index (batch->clips, i);
      g_autoptr(JbImportResult) result = NULL;

      begin_cb (i, batch->clips->len, clip->name, batch->wire);
      result = import_clip (library, clip, &batch->options, error);
      if (result == NULL)
        return FALSE;
      end_cb (result, batch->wire);
    }
  return TRUE;
}

static gboolean
import_files (JbLibrary *library, const Batch *batch, GCancellable *cancellable, GError **error)
{
  const JbImportWatch watch = { begin_cb, page_cb, end_cb, batch->wire };
  g_autoptr(GPtrArray) results = jb_import_job_run (library, batch->files, &batch->options, &watch, cancellable, error);

  return results != NULL;
}

static gpointer
import (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Batch *batch = data;
  gboolean done = batch->files != NULL ? import_files (library, batch, cancellable, error)
                                       : import_clips (library, batch, cancellable, error);

  return GINT_TO_POINTER (done);
}

/* Rows of the batch whose turn did not come. */
static void
stop_items (JbImportQueue *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n && self->counts[JB_IMPORT_STATE_WAITING] + self->counts[JB_IMPORT_STATE_READING] > 0; i++)
    {
      g_autoptr(JbImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      JbImportState state = jb_import_item_get_state (item);

      if (state == JB_IMPORT_STATE_WAITING || state == JB_IMPORT_STATE_READING)
        set_state (self, item, JB_IMPORT_STATE_STOPPED);
    }
}

static void run_next (JbImportQueue *self);

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbImportQueue) self = data;
  g_autoptr(GError) error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  jb_store_run_finish (JB_STORE (source), result, &error);
  /* It was of a library that is closed. */
  if (cancellable != self->cancellable)
    return;
  take_events (self, self->wire);
  if (error == NULL)
    (void) !leave_archive (self, NULL);
  g_clear_object (&self->current);
  self->end.stopped = g_cancellable_is_cancelled (cancellable);
  self->end.failure = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error;
  self->end.duration = g_get_monotonic_time () - self->began;
  self->end.source = self->n_ended == 1 ? self->source : NULL;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->wire, wire_unref);
  if (g_queue_is_empty (&self->waiting))
    stop_items (self);
  g_signal_emit (self, signals[ENDED], 0, &self->end);
  g_clear_pointer (&self->source, g_free);
  run_next (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
run_next (JbImportQueue *self)
{
  Batch *batch;

  if (self->held || self->cancellable != NULL || self->store == NULL || (batch = g_queue_pop_head (&self->waiting)) == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  self->wire = wire_new (self);
  batch->wire = g_atomic_rc_box_acquire (self->wire);
  self->end = (JbImportEnd) { .occasion = batch->occasion };
  self->began = g_get_monotonic_time ();
  self->n_ended = 0;
  self->n_files = batch->files != NULL ? batch->files->len : batch->clips->len;
  self->part = 0;
  jb_store_run_async (self->store, JB_STORE_LONG, import, batch, (GDestroyNotify) batch_free, NULL, self->cancellable, ended_cb,
                      g_object_ref (self));
}

static void
add_batch (JbImportQueue *self, Batch *batch)
{
  if (batch->occasion == JB_IMPORT_ASKED && !jb_import_queue_is_busy (self))
    clear_items (self);
  if (batch->occasion == JB_IMPORT_ASKED)
    append_items (self, batch);
  else if (batch->occasion == JB_IMPORT_AGAIN)
    await_items (self, batch);
  g_queue_push_tail (&self->waiting, batch);
  run_next (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
jb_import_queue_dispose (GObject *object)
{
  JbImportQueue *self = JB_IMPORT_QUEUE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->wire, wire_unref);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) batch_free);
  g_clear_object (&self->current);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (jb_import_queue_parent_class)->dispose (object);
}

static void
jb_import_queue_finalize (GObject *object)
{
  JbImportQueue *self = JB_IMPORT_QUEUE (object);

  g_hash_table_unref (self->by_name);
  g_object_unref (self->items);
  g_free (self->source);
  G_OBJECT_CLASS (jb_import_queue_parent_class)->finalize (object);
}

static void
jb_import_queue_class_init (JbImportQueueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jb_import_queue_dispose;
  object_class->finalize = jb_import_queue_finalize;
  signals[CHANGED] = g_signal_new ("changed", JB_TYPE_IMPORT_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", JB_TYPE_IMPORT_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_POINTER);
}

static void
jb_import_queue_init (JbImportQueue *self)
{
  self->items = g_list_store_new (JB_TYPE_IMPORT_ITEM);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->waiting);
}

JbImportQueue *
jb_import_queue_new (void)
{
  return g_object_new (JB_TYPE_IMPORT_QUEUE, NULL);
}

void
jb_import_queue_set_store (JbImportQueue *self, JbStore *store)
{
  if (self->store == store)
    return;
  g_queue_clear_full (&self->waiting, (GDestroyNotify) batch_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->wire, wire_unref);
  g_clear_object (&self->current);
  clear_items (self);
  g_set_object (&self->store, store);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
jb_import_queue_add_files (JbImportQueue *self, GPtrArray *files, const JbImportOptions *options, JbImportOccasion occasion)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->occasion = occasion;
  if (options != NULL)
    batch->options = (JbImportOptions) {
      g_strdup (options->date), g_strdup (options->bulletin), g_strdup (options->issue), g_strdup (options->password),
      options->recognise, options->recursive, options->force,
    };
  batch->files = g_ptr_array_copy (files, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (batch->files, g_object_unref);
  add_batch (self, batch);
}

void
jb_import_queue_add_clips (JbImportQueue *self, GPtrArray *clips)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->occasion = JB_IMPORT_ASKED;
  batch->clips = g_ptr_array_ref (clips);
  add_batch (self, batch);
}

void
jb_import_queue_set_held (JbImportQueue *self, gboolean held)
{
  self->held = held;
  run_next (self);
}

void
jb_import_queue_stop (JbImportQueue *self)
{
  g_queue_clear_full (&self->waiting, (GDestroyNotify) batch_free);
  g_cancellable_cancel (self->cancellable);
  if (self->cancellable == NULL)
    stop_items (self);
}

gboolean
jb_import_queue_is_busy (JbImportQueue *self)
{
  return self->cancellable != NULL || !g_queue_is_empty (&self->waiting);
}

gboolean
jb_import_queue_is_asked (JbImportQueue *self)
{
  if (self->cancellable != NULL && self->end.occasion != JB_IMPORT_WATCHED)
    return TRUE;
  for (GList *batch = self->waiting.head; batch != NULL; batch = batch->next)
    if (((Batch *) batch->data)->occasion != JB_IMPORT_WATCHED)
      return TRUE;
  return FALSE;
}

double
jb_import_queue_get_fraction (JbImportQueue *self)
{
  return self->n_files > 0 ? MIN (1, (self->n_ended + self->part) / self->n_files) : 0;
}

char *
jb_import_queue_dup_text (JbImportQueue *self)
{
  g_autofree char *name = self->current != NULL ? g_path_get_basename (jb_import_item_get_name (self->current)) : NULL;

  if (name == NULL)
    return g_strdup (_("Importing…"));
  /* Translators: the number of the file that is being imported, of how many, and its name. */
  return g_strdup_printf (_("Importing %u of %u: %s"), MIN (self->n_ended + 1, self->n_files), self->n_files, name);
}

guint
jb_import_queue_count (JbImportQueue *self, JbImportState state)
{
  return self->counts[state];
}
