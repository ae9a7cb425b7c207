/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-worker.h"

static GThread *last_thread;
static GString *order;

static void
note (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  last_thread = g_thread_self ();
  g_string_append (order, data);
  g_task_return_boolean (task, TRUE);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  guint *left = data;

  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  (*left)--;
}

static void
push (JbWorker *worker, const char *what, guint *left)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, finished_cb, left);

  g_task_set_task_data (task, (gpointer) what, NULL);
  jb_worker_push (worker, task, note);
}

static void
test_order (void)
{
  g_autoptr(JbWorker) worker = jb_worker_new ("test");
  guint left = 3;

  order = g_string_new (NULL);
  push (worker, "a", &left);
  push (worker, "b", &left);
  push (worker, "c", &left);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (order->str, ==, "abc");
  g_assert_true (last_thread != g_thread_self ());
  g_string_free (order, TRUE);
}

static void
test_drop (void)
{
  guint left = 1;
  JbWorker *worker = jb_worker_new ("test");

  order = g_string_new (NULL);
  push (worker, "z", &left);
  g_object_unref (worker);
  g_assert_cmpstr (order->str, ==, "z");
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_string_free (order, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/tasks-run-in-order-in-another-thread", test_order);
  g_test_add_func ("/worker/dropping-it-works-off-the-queue", test_drop);
  return g_test_run ();
}
