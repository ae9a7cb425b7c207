/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says which files could not be imported, and why. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @results: (element-type JbImportResult): those that failed are listed */
void jb_import_report_present (GtkWindow *parent, GPtrArray *results);

G_END_DECLS
