/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbWorker: one thread, one queue. Tasks run in the order they were pushed.
 *
 *   main thread              worker thread
 *   push (task, func)  ───▶  func (task, …)
 *   task's callback    ◀───  g_task_return_* () in func
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define JB_TYPE_WORKER (jb_worker_get_type ())
G_DECLARE_FINAL_TYPE (JbWorker, jb_worker, JB, WORKER, GObject)

/**
 * jb_worker_new:
 * @name: shown by debuggers; at most 15 bytes are kept by Linux
 *
 * The thread ends when the last reference goes, after the queue has been worked off; dropping that
 * reference waits for it.
 *
 * Returns: (transfer full): a worker whose thread waits
 */
JbWorker *jb_worker_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_worker_push:
 * @task: (transfer none): handed to @func; @func must make it return
 * @func: called in the worker's thread with the task, its source object, its task data and its
 *   cancellable, as by g_task_run_in_thread()
 */
void jb_worker_push (JbWorker *self, GTask *task, GTaskThreadFunc func);

G_END_DECLS
