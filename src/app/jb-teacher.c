/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-teacher.h"

#include "jb-learn-job.h"
#include "jb-learner-table.h"
#include "jb-string.h"

/* So long nothing must have changed before learning begins by itself. */
#define QUIET_SECONDS 30

struct _JbTeacher
{
  GObject       parent_instance;

  JbStore      *store;        /* owned, NULL while no library is open */
  GCancellable *cancellable;  /* owned, of the task that runs; NULL while none does */
  guint         quiet_id;     /* of the wait for quiet, 0 while nothing has changed */
  char         *failure;      /* owned, NULL where the last task succeeded */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbTeacher, jb_teacher, G_TYPE_OBJECT)

typedef struct
{
  JbTeacherTask  task;
  char          *path;  /* owned, of the library */
} Work;

static void
work_free (Work *work)
{
  g_free (work->path);
  g_free (work);
}

static gboolean
learn (JbLibrary *library, GCancellable *cancellable, GError **error)
{
  guint n_decisions = 0;
  g_autoptr(JbTrainer) trainer = jb_learn_job_collect (library, &n_decisions, cancellable, error);
  g_autoptr(JbLearner) learner = trainer != NULL ? jb_trainer_run (trainer, NULL, NULL, cancellable, error) : NULL;

  return learner != NULL && jb_learn_job_store (library, learner, FALSE, n_decisions, cancellable, error);
}

static gboolean
carry_out (JbLibrary *library, JbTeacherTask task, GCancellable *cancellable, GError **error)
{
  switch (task)
    {
    case JB_TEACHER_LEARN:
      return learn (library, cancellable, error);
    case JB_TEACHER_FORGET:
      return jb_learn_job_store (library, NULL, FALSE, 0, cancellable, error);
    default:
      return jb_learn_job_set_enabled (library, task == JB_TEACHER_ENABLE, cancellable, error);
    }
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  g_autoptr(JbLibrary) library = jb_library_open (work->path, &error);

  if (library != NULL && carry_out (library, work->task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
work_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  JbTeacher *self = JB_TEACHER (source);
  g_autoptr(GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  /* Of a library that was closed meanwhile nobody wants to know. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  jb_set_string (&self->failure, error != NULL ? error->message : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
quiet_cb (gpointer data)
{
  JbTeacher *self = data;
  JbLearnerState state;

  self->quiet_id = 0;
  if (jb_learner_table_load_state (jb_store_get_reader (self->store), &state, NULL) && jb_learn_job_is_due (&state))
    jb_teacher_begin (self, JB_TEACHER_LEARN);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (JbTeacher *self)
{
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  if (self->cancellable == NULL)
    self->quiet_id = g_timeout_add_seconds (QUIET_SECONDS, quiet_cb, self);
}

static void
stop (JbTeacher *self)
{
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->failure, g_free);
}

static void
jb_teacher_dispose (GObject *object)
{
  JbTeacher *self = JB_TEACHER (object);

  stop (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (jb_teacher_parent_class)->dispose (object);
}

static void
jb_teacher_class_init (JbTeacherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jb_teacher_dispose;

  signals[CHANGED] = g_signal_new ("changed", JB_TYPE_TEACHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jb_teacher_init (JbTeacher *self)
{
}

JbTeacher *
jb_teacher_new (void)
{
  return g_object_new (JB_TYPE_TEACHER, NULL);
}

void
jb_teacher_set_store (JbTeacher *self, JbStore *store)
{
  if (self->store == store)
    return;
  stop (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  /* What was decided before the last end of the program counts too. */
  store_changed_cb (self);
}

void
jb_teacher_begin (JbTeacher *self, JbTeacherTask task)
{
  g_autoptr(GTask) job = NULL;
  Work *work;

  if (self->store == NULL || self->cancellable != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  g_clear_pointer (&self->failure, g_free);
  work = g_new (Work, 1);
  *work = (Work) { task, g_strdup (jb_store_get_path (self->store)) };
  job = g_task_new (self, self->cancellable, work_done_cb, NULL);
  g_task_set_source_tag (job, jb_teacher_begin);
  g_task_set_task_data (job, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (job, work_thread);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
jb_teacher_is_busy (JbTeacher *self)
{
  return self->cancellable != NULL;
}

const char *
jb_teacher_get_failure (JbTeacher *self)
{
  return self->failure;
}
