/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bytes of a page as UTF-8. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jb_html_decode:
 * @n_text: (out): its length in bytes
 * @charset: (out) (transfer none): what it was decoded from
 *
 * In this order: a byte order mark; UTF-16 by its first tag; UTF-8 wherever the bytes are that (or nearly), whatever they declare;
 * what they declare, GB2312 and its kin read as GB18030; what jb_charset_detect() says of the words. Bytes that mean nothing become
 * U+FFFD, NUL becomes a space.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *jb_html_decode (GBytes *bytes, gsize *n_text, const char **charset) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the beginning of the file, at least enough to see the first tags */
char *jb_html_decode_head (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
