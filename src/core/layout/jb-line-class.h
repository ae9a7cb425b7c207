/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What kind of character it is for line breaking and squeezing. The lists are data:
 * resources/rules/line-classes.ini. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JB_LINE_HAN,         /* and whatever else may be broken on both sides */
  JB_LINE_WORD,        /* letters, digits, other ASCII */
  JB_LINE_SPACE,
  JB_LINE_OPEN,
  JB_LINE_CLOSE,
  JB_LINE_COMMA,
  JB_LINE_STOP,
  JB_LINE_EXCLAIM,
  JB_LINE_INTERPUNCT,
  JB_LINE_CONNECTOR,
  JB_LINE_SOLIDUS,
  JB_LINE_DASH,
  JB_LINE_ELLIPSIS,
  JB_LINE_SUFFIX,      /* behind a number */
  JB_LINE_PREFIX,      /* before a number */
  JB_LINE_LABEL,       /* before a list's item */
  JB_LINE_UNIT,        /* a Han character, and a unit where it follows a number */
  JB_LINE_MARKER,      /* a note's raised number; told by the text's spans, not by the character */
  JB_LINE_JOINED,      /* combining marks and other characters without a width of their own */
} JbLineClass;

/**
 * jb_line_classes_new:
 * @chars: @length code points
 *
 * Straight quotation marks open and close by turns; an apostrophe between letters belongs to the word.
 *
 * Returns: (transfer full): one JbLineClass per code point
 */
guint8 *jb_line_classes_new (const gunichar *chars, guint length) G_GNUC_WARN_UNUSED_RESULT;

/* Han character for counting, e.g. on a paragraph's last line; a UNIT is one. */
gboolean jb_line_class_is_han (JbLineClass line_class);

/* Full-width marks of these may give up half of their width on the right. */
gboolean jb_line_class_ends_blank (JbLineClass line_class);

G_END_DECLS
