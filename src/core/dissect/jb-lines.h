/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The physical lines of a page that have something on them. */
#pragma once

#include "jb-chars.h"

G_BEGIN_DECLS

typedef struct
{
  guint start;   /* code points of the page, without the blanks around the line */
  guint end;
  guint gap;     /* blank lines before it; 0 for the first, where they say nothing */
  guint indent;  /* blanks before it, in half-width columns */
} JbLine;

/**
 * jb_lines_read:
 *
 * A line ends with LF, CR, CRLF, a form feed, or one of Unicode's own line and paragraph ends. Lines of
 * nothing but blanks count as blank lines.
 *
 * Returns: (transfer full) (element-type JbLine)
 */
GArray *jb_lines_read (const JbChars *chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
