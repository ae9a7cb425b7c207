/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-job.h"

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JbBriefing *briefing = source;
  GError *error = NULL;
  g_autoptr(JbPageStyle) style = jb_page_style_load (briefing->template_name, &error);

  if (style == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, jb_pages_new (briefing, style), g_object_unref);
}

void
jb_page_job_run_async (JbBriefing *briefing, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr(GTask) task = g_task_new (briefing, cancellable, callback, data);

  g_task_set_source_tag (task, jb_page_job_run_async);
  g_task_run_in_thread (task, run_thread);
}

JbPages *
jb_page_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
