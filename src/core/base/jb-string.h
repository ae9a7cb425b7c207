/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strings that GLib 2.74 has no function for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Replaces an owned string by a copy of @value, which may point into the old one and may be NULL. */
void jb_set_string (char **field, const char *value);

/**
 * jb_dup_visible:
 * @text: what a stranger may have written, such as the name of a file; of any encoding
 *
 * What would not be seen, or would move what stands around it, is written out: controls, marks of direction, line ends and other
 * characters without width as \u{202E}, bytes that are no UTF-8 as \x{FF}.
 *
 * Returns: (transfer full): UTF-8 in one line
 */
char *jb_dup_visible (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): @json as json-glib writes it, with the control characters escaped that it leaves bare in strings (RFC
 * 8259, 7); line feeds and tabs are its own */
char *jb_escape_json_controls (const char *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
