/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-preview-loader.h"

#include "jb-string.h"
#include "jb-worker.h"

/* So many are looked into before anybody asks. */
#define N_EAGER 50

struct _JbPreviewLoader
{
  GObject           parent_instance;

  GListModel       *items;        /* owned, of JbPreviewItem */
  JbWorker         *worker;       /* owned; a thread for the reader */
  JbReaderProcess  *reader;       /* owned, used in the worker */
  GCancellable     *cancellable;  /* owned */
  JbPreviewItem    *running;      /* owned: what the task looks into; NULL while none runs */
  JbPreviewItem    *wanted;       /* owned: what comes next; NULL where nobody asked */
  char             *password;     /* owned, NULL for none */
  gboolean          recognise;
  gboolean          outdated;     /* the options are others than those of the task that runs */
};

enum
{
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbPreviewLoader, jb_preview_loader, G_TYPE_OBJECT)

typedef struct
{
  GFile            *file;       /* owned */
  JbReaderProcess  *reader;     /* the loader's, which whoever waits for the end keeps */
  char             *password;   /* owned, NULL for none */
  gboolean          recognise;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->file);
  g_free (look->password);
  g_free (look);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Look *look = data;
  const JbReadOptions options = { .password = look->password, .recognise = look->recognise };
  g_autoptr(JbImportPreview) preview = jb_import_preview_load (look->reader, look->file, &options, cancellable);

  if (preview != NULL)
    g_task_return_pointer (task, jb_preview_content_new (preview), (GDestroyNotify) jb_preview_content_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
}

/* Returns: (transfer full) (nullable): what nobody has looked into yet */
static JbPreviewItem *
find_next (JbPreviewLoader *self)
{
  guint n = MIN (g_list_model_get_n_items (self->items), N_EAGER);

  if (self->wanted != NULL)
    return g_steal_pointer (&self->wanted);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(JbPreviewItem) item = g_list_model_get_item (self->items, i);

      if (jb_preview_item_get_state (item) == JB_PREVIEW_UNREAD)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static void look_next (JbPreviewLoader *self);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbPreviewLoader) self = data;
  g_autoptr(JbPreviewItem) item = g_steal_pointer (&self->running);
  JbPreviewContent *content = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&content, jb_preview_content_free);
      return;
    }
  if (content != NULL)
    {
      gboolean again = self->outdated && content->reason != NULL;

      jb_preview_item_take_content (item, content);
      if (again)
        jb_preview_item_set_state (item, JB_PREVIEW_UNREAD);
      else
        g_signal_emit (self, signals[LOADED], 0, item);
    }
  look_next (self);
}

static void
look_next (JbPreviewLoader *self)
{
  g_autoptr(GTask) task = NULL;
  Look *look;

  if (self->running != NULL || g_cancellable_is_cancelled (self->cancellable) || (self->running = find_next (self)) == NULL)
    return;
  jb_preview_item_set_state (self->running, JB_PREVIEW_READING);
  self->outdated = FALSE;
  look = g_new (Look, 1);
  *look = (Look) { g_object_ref (jb_preview_item_get_file (self->running)), self->reader, g_strdup (self->password),
                   self->recognise };
  /* The reference is given back in the main thread, where the last one may go. */
  task = g_task_new (NULL, self->cancellable, looked_cb, g_object_ref (self));
  g_task_set_source_tag (task, look_next);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  jb_worker_push (self->worker, task, look_thread);
}

static void
jb_preview_loader_finalize (GObject *object)
{
  JbPreviewLoader *self = JB_PREVIEW_LOADER (object);

  g_object_unref (self->items);
  g_object_unref (self->worker);
  jb_reader_process_free (self->reader);
  g_object_unref (self->cancellable);
  g_clear_object (&self->running);
  g_clear_object (&self->wanted);
  g_free (self->password);
  G_OBJECT_CLASS (jb_preview_loader_parent_class)->finalize (object);
}

static void
jb_preview_loader_class_init (JbPreviewLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_preview_loader_finalize;
  signals[LOADED] = g_signal_new ("loaded", JB_TYPE_PREVIEW_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  JB_TYPE_PREVIEW_ITEM);
}

static void
jb_preview_loader_init (JbPreviewLoader *self)
{
  self->worker = jb_worker_new ("import preview");
  self->reader = jb_reader_process_new ();
  self->cancellable = g_cancellable_new ();
}

JbPreviewLoader *
jb_preview_loader_new (GListModel *items)
{
  JbPreviewLoader *self = g_object_new (JB_TYPE_PREVIEW_LOADER, NULL);

  self->items = g_object_ref (items);
  look_next (self);
  return self;
}

void
jb_preview_loader_set_options (JbPreviewLoader *self, const char *password, gboolean recognise)
{
  self->outdated = TRUE;
  jb_set_string (&self->password, password);
  self->recognise = recognise;
}

void
jb_preview_loader_want (JbPreviewLoader *self, JbPreviewItem *item)
{
  if (jb_preview_item_get_state (item) != JB_PREVIEW_UNREAD)
    return;
  g_set_object (&self->wanted, item);
  look_next (self);
}

void
jb_preview_loader_again (JbPreviewLoader *self, JbError code)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr(JbPreviewItem) item = g_list_model_get_item (self->items, i);
      const JbPreviewContent *content = jb_preview_item_get_content (item);

      if (content == NULL || content->reason == NULL || content->code != code)
        continue;
      jb_preview_item_set_state (item, JB_PREVIEW_UNREAD);
      g_signal_emit (self, signals[LOADED], 0, item);
    }
  look_next (self);
}

void
jb_preview_loader_stop (JbPreviewLoader *self)
{
  g_cancellable_cancel (self->cancellable);
}
