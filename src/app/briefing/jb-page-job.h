/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making a briefing's pages in a thread. */
#pragma once

#include "jb-pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @briefing: must not change any more */
void     jb_page_job_run_async  (JbBriefing *briefing, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/* Fails with JB_ERROR_NOT_FOUND where the briefing's page style is unknown. Returns: (transfer full) (nullable) */
JbPages *jb_page_job_run_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
