/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing to a file: first beside it, then moved into place, so that a failure leaves what was there. */
#pragma once

#include "jb-briefing.h"
#include "jb-library.h"

G_BEGIN_DECLS

/**
 * jb_export_job_write_library:
 * @articles: (nullable): ids; NULL for all articles, entities and briefings
 * @format: id of an exporter
 * @path: "-" for standard output
 */
gboolean jb_export_job_write_library (JbLibrary *library, const char *const *articles, const char *format, const char *path,
                                      GCancellable *cancellable, GError **error);

/* @path: its ending says the format; JB_ERROR_INVALID for one that no exporter writes */
gboolean jb_export_job_write_briefing (const JbBriefing *briefing, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
