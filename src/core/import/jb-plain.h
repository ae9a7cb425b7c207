/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text, the only kind of file that the program decodes itself; anything else goes to the helper. */
#pragma once

#include "jb-decoded.h"

G_BEGIN_DECLS

/* The largest text file that is read, the largest of any other kind, and the largest text that may come out of one, in bytes. */
#define JB_IMPORT_MAX_BYTES    (32 * 1024 * 1024)
#define JB_IMPORT_MAX_DOCUMENT (128 * 1024 * 1024)
#define JB_IMPORT_MAX_TEXT     (64 * 1024 * 1024)

/* Returns: TRUE where the bytes are text, and do not begin like XML, HTML, RTF, JSON or PDF */
gboolean jb_plain_is_one (GBytes *bytes);

/* Returns: (transfer full) (nullable): the bytes read as plain text, whatever they begin like; NULL with JB_ERROR_EMPTY,
 *   JB_ERROR_TOO_LARGE, JB_ERROR_BINARY or JB_ERROR_ENCODING, and a reason for people */
JbDecoded *jb_plain_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: FALSE, with JB_ERROR_EMPTY or JB_ERROR_TOO_LARGE, where @n_bytes are none or more than @limit */
gboolean jb_plain_check_size (gsize n_bytes, gsize limit, GError **error);

G_END_DECLS
