/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as it comes out of a document format, made fit to be a line of decoded text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jb_clean_line:
 * @text: any UTF-8; what is not valid is replaced
 *
 * Control characters, byte order marks, zero-width and soft marks and direction marks go; runs of white space that hold a line feed
 * or tab become one space, or nothing between two Chinese characters; white space at the ends goes. Spaces within a line stay,
 * ideographic ones too.
 *
 * Returns: (transfer full): one line, possibly ""
 */
char *jb_clean_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_clean_line_mapped:
 * @text: valid UTF-8
 * @places: (element-type guint): appended to: for each character of @text the code point where it stands in the line, G_MAXUINT
 *   for white space and for what is not in it
 *
 * Returns: (transfer full): the same line
 */
char *jb_clean_line_mapped (const char *text, GArray *places) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
