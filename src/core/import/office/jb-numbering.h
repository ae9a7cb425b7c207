/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbers of automatic lists as word processors show them: 一、 （二） 3. ④ … The formats are those of ECMA-376 part 1, 17.18.59;
 * ODF 1.2, 19.500, writes them as the first numbers of the row. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JB_NUMBERING_NONE,
  JB_NUMBERING_BULLET,               /* no number; the caller has the mark */
  JB_NUMBERING_DECIMAL,              /* 1 2 */
  JB_NUMBERING_DECIMAL_ZERO,         /* 01 02 … 10 */
  JB_NUMBERING_UPPER_ROMAN,          /* I II */
  JB_NUMBERING_LOWER_ROMAN,
  JB_NUMBERING_UPPER_LETTER,         /* A … Z AA BB */
  JB_NUMBERING_LOWER_LETTER,
  JB_NUMBERING_FULL_WIDTH,           /* １ ２ … １０ */
  JB_NUMBERING_CIRCLE,               /* ① … ㊿ */
  JB_NUMBERING_PARENTHESIS,          /* ⑴ … ⒇ */
  JB_NUMBERING_FULL_STOP,            /* ⒈ … ⒛ */
  JB_NUMBERING_DASH,                 /* - 1 - */
  JB_NUMBERING_ORDINAL,              /* 1st 2nd */
  JB_NUMBERING_HEX,                  /* A for 10 */
  JB_NUMBERING_CHINESE,              /* 一 十 十一 九十九 一〇〇: counted below a hundred, digits from there on */
  JB_NUMBERING_CHINESE_THOUSAND,     /* 一 十 十一 一百零一 一万 */
  JB_NUMBERING_CHINESE_DIGITS,       /* 一 二 一〇 一一 */
  JB_NUMBERING_CHINESE_LEGAL,        /* 壹 壹拾 壹佰零壹 */
  JB_NUMBERING_TRADITIONAL_THOUSAND, /* 一 十 一百零一 一萬 */
  JB_NUMBERING_TRADITIONAL_LEGAL,    /* 壹 貳 參 */
  JB_NUMBERING_CHINESE_CIRCLE,       /* ㊀ … ㊉ */
  JB_NUMBERING_STEMS,                /* 甲 … 癸 */
  JB_NUMBERING_BRANCHES,             /* 子 … 亥 */
  JB_NUMBERING_STEMS_AND_BRANCHES,   /* 甲子 … 癸亥 */
} JbNumbering;

/* The number from which on a format is not used: a hostile file asks for more. */
#define JB_NUMBERING_MAX 99999999

/* Returns: the format that ECMA-376 calls @name; decimal for one that is not known, or NULL */
JbNumbering jb_numbering_from_ooxml (const char *name);

/* Returns: the format that ODF describes by @format (1, a, 一, 二, 三, … ①, ②, …); none where it is NULL or empty */
JbNumbering jb_numbering_from_odf (const char *format);

/* Returns: (transfer full): @number in that format, in digits where the format has no such number; "" for none and bullets */
char *jb_numbering_format (JbNumbering numbering, guint number) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_numbering_join:
 * @number: (nullable): the whole number as it stands before the paragraph: （一） or 第三条
 * @has_space: whether white space stands behind it, beside what it may end with itself
 *
 * White space is kept only where the text would be misread without it: 一、正文, 1.正文, •正文, （一）2023年, but 第三条 正文 and
 * 1. 2023年.
 *
 * Returns: (transfer full): @text with the number before it
 */
char *jb_numbering_join (const char *number, gboolean has_space, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
