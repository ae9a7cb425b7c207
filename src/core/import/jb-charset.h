/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which charset are these bytes in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): the charset a byte-order mark tells; @n_mark is set to its length, else to 0 */
const char *jb_charset_get_mark (const guint8 *bytes, gsize n_bytes, gsize *n_mark);

/**
 * jb_charset_detect:
 * @n_mark: (out): bytes of the byte-order mark to be skipped
 *
 * In this order: a byte-order mark; strict UTF-8; UTF-16 by where its zero bytes stand; GB18030 against Big5 by ICU's detector,
 * with the commoner characters deciding between the two.
 *
 * Returns: (transfer none) (nullable): a name g_convert() knows, static; NULL where the bytes are no text
 */
const char *jb_charset_detect (const guint8 *bytes, gsize n_bytes, gsize *n_mark);

/**
 * jb_charset_convert:
 * @n_text: (out): bytes of the text
 * @n_bad: (out): how many times bytes were no character of the charset
 *
 * Returns: (transfer full): valid UTF-8, U+FFFD where bytes are no character, a space where a NUL stood
 */
char *jb_charset_convert (const char *data, gsize n_bytes, const char *charset, gsize *n_text, gsize *n_bad)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: how many bad places in so many bytes may be taken for damage of a text */
gsize jb_charset_get_most_bad (gsize n_bytes);

G_END_DECLS
