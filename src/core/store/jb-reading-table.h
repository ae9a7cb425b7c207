/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader made of files that are no plain text; kept once for all sources with the same. */
#pragma once

#include "jb-decoded.h"
#include "jb-library.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the key of the reading, for the source's field reading */
char *jb_reading_table_insert (JbLibrary *library, const JbDecoded *decoded, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): NULL with JB_ERROR_NOT_FOUND where there is none, JB_ERROR_FORMAT where it is damaged */
JbDecoded *jb_reading_table_load (JbLibrary *library, const char *reading, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
