/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbBatchView: a window beside the desk's that shows what is being imported, and what came of each file. Closing it hides it;
 * nothing is stopped by that.
 *
 * Signal open-source: void (JbBatchView *, const char *source): its articles are to be shown */
#pragma once

#include "jb-import-queue.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JB_TYPE_BATCH_VIEW (jb_batch_view_get_type ())
G_DECLARE_FINAL_TYPE (JbBatchView, jb_batch_view, JB, BATCH_VIEW, AdwWindow)

/* @parent: whose actions it uses */
JbBatchView *jb_batch_view_new (GtkWindow *parent, JbImportQueue *queue);

/* Shows it; with @failures only the files that failed. */
void jb_batch_view_show (JbBatchView *self, gboolean failures);

G_END_DECLS
