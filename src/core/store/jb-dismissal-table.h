/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strings that discovery offered as names and the editor wants to see no more. */
#pragma once

#include "jb-library.h"

G_BEGIN_DECLS

/* Fails with JB_ERROR_KNOWN where it is there. */
gboolean jb_dismissal_table_insert (JbLibrary *library, const char *name, GError **error);

/* Returns: (transfer full) (nullable): all, in the order in which they came */
GStrv jb_dismissal_table_list (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
