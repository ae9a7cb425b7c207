/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-worker.h"

typedef struct
{
  GTask           *task;  /* owned; NULL tells the thread to end */
  GTaskThreadFunc  func;
} Errand;

struct _JbWorker
{
  GObject      parent_instance;

  GThread     *thread;  /* owned, joined on disposal */
  GAsyncQueue *queue;   /* owned, of Errand */
};

G_DEFINE_FINAL_TYPE (JbWorker, jb_worker, G_TYPE_OBJECT)

static void
errand_free (Errand *errand)
{
  g_clear_object (&errand->task);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static gpointer
work (gpointer data)
{
  g_autoptr(GAsyncQueue) queue = data;

  for (;;)
    {
      g_autoptr(Errand) errand = g_async_queue_pop (queue);

      if (errand->task == NULL)
        return NULL;
      errand->func (errand->task, g_task_get_source_object (errand->task),
                    g_task_get_task_data (errand->task), g_task_get_cancellable (errand->task));
    }
}

static void
jb_worker_finalize (GObject *object)
{
  JbWorker *self = JB_WORKER (object);

  g_async_queue_push (self->queue, g_new0 (Errand, 1));
  /* A task whose last reference dies in the worker may take the worker with it. */
  if (self->thread == g_thread_self ())
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  G_OBJECT_CLASS (jb_worker_parent_class)->finalize (object);
}

static void
jb_worker_class_init (JbWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_worker_finalize;
}

static void
jb_worker_init (JbWorker *self)
{
  self->queue = g_async_queue_new_full ((GDestroyNotify) errand_free);
}

JbWorker *
jb_worker_new (const char *name)
{
  JbWorker *self = g_object_new (JB_TYPE_WORKER, NULL);

  self->thread = g_thread_new (name, work, g_async_queue_ref (self->queue));
  return self;
}

void
jb_worker_push (JbWorker *self, GTask *task, GTaskThreadFunc func)
{
  Errand *errand = g_new (Errand, 1);

  g_return_if_fail (JB_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));

  errand->task = g_object_ref (task);
  errand->func = func;
  g_async_queue_push (self->queue, errand);
}
