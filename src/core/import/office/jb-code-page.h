/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text in Windows code pages, decoded piece by piece. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: the code page of a Windows charset number, as \fcharset in RTF; 0 for those that say nothing (ANSI, default) */
guint jb_code_page_from_charset (guint charset);

/* Whether characters of that code page may have two bytes, and @byte begins one of those. */
gboolean jb_code_page_is_lead (guint code_page, guint8 byte);

/**
 * jb_code_page_decode:
 * @code_page: a Windows code page; one that is not known is read as 1252
 * @is_end: whether no more bytes follow
 *
 * Decodes the bytes at the beginning of @bytes and removes them; half a character stays unless it is the end. What cannot be
 * decoded is left out.
 *
 * Returns: (transfer full): UTF-8
 */
char *jb_code_page_decode (guint code_page, GString *bytes, gboolean is_end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
