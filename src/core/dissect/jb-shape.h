/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a line looks like from outside: its end, its length, the mark it begins with. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks in front of list items and headings, from the outermost of official papers inwards (GB/T 9704-2012, 7.3.3). */
typedef enum
{
  JB_MARK_NONE,
  JB_MARK_NUMERAL,          /* 一、 */
  JB_MARK_BRACKET_NUMERAL,  /* （一） */
  JB_MARK_DIGIT,            /* 1. 1、 */
  JB_MARK_BRACKET_DIGIT,    /* （1） ① */
  JB_MARK_SPOKEN,           /* 一是 二要 */
  JB_MARK_BULLET,           /* ◎ ● ■ … */
} JbMark;

/* Returns: TRUE where the last character, closing marks and a remark in brackets apart, ends a sentence */
gboolean jb_shape_is_terminated (const gunichar *text, guint length);

/* Terminated, or 40 characters and more. */
gboolean jb_shape_is_body_like (const gunichar *text, guint length);

/* Not terminated, and 34 characters at most. */
gboolean jb_shape_is_short (const gunichar *text, guint length);

/* Short, or a brief exclamation or question: what may stand as a headline. Does not end with a colon or comma. */
gboolean jb_shape_is_headline (const gunichar *text, guint length);

/* Not terminated, 80 characters at most, and without commas and stops: a long headline, where something else speaks
 * for one. */
gboolean jb_shape_is_long_headline (const gunichar *text, guint length);

/* Not terminated, 60 characters at most, without full stops, and numbered 一、 or （一）: a heading of a report. */
gboolean jb_shape_is_numbered_headline (const gunichar *text, guint length);

/* Returns: TRUE where @text is one pair of brackets and what is in it: （数据为初步核算数） */
gboolean jb_shape_is_remark (const gunichar *text, guint length);

/* Returns: TRUE where @text begins like a list of names that says how many they are: 优秀企业家（6名）：…; @is_full (out) (nullable)
 * is set to whether as many are there */
gboolean jb_shape_is_listing (const gunichar *text, guint length, gboolean *is_full);

/* The mark @text begins with; @mark_length is set to its length, a blank behind it included. */
JbMark jb_shape_get_mark (const gunichar *text, guint length, guint *mark_length);

/* Returns: code points of @text without the blanks, and other things nobody sees, at its end */
guint jb_shape_trim_end (const gunichar *text, guint length);

/* Space of any width, and marks without any (byte order mark, zero-width space). */
gboolean jb_shape_is_void (gunichar c);

G_END_DECLS
