/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as Chinese text writes them: 253.1亿, 16,250, 8000余万, 三百二十, 十余, 两万五, 二〇二〇. */
#pragma once

#include "jb-chars.h"

G_BEGIN_DECLS

typedef enum
{
  JB_NUMERAL_EXACT,
  JB_NUMERAL_ABOUT,  /* 数十, 两三百, 十来 */
  JB_NUMERAL_MORE,   /* 十余, 100多, 十几 */
} JbNumeralSharpness;

typedef struct
{
  guint               length;     /* code points, with 余 多 几 来 and the powers of ten */
  double              value;      /* 8000余万 is 80000000 */
  JbNumeralSharpness  sharpness;
  gboolean            is_arabic;  /* begins with a digit */
  gboolean            is_bare;    /* begins with 百 千 万 亿: a number in 近百家, part of a word in 百家宴 */
  gboolean            is_digits;  /* only digits: 2020, 二〇二〇; no decimals, powers of ten or 余 */
  guint               n_digits;   /* digits it begins with: 4 in 2020年; 3 in 130万 */
} JbNumeral;

/**
 * jb_numeral_read:
 * @chars: a text
 * @start: where the number begins; the caller makes sure that it does not begin earlier
 * @numeral: (out): what was read; undefined where the function returns FALSE
 *
 * Reads the longest number at @start. Digits may be full width; a comma is part of the number only
 * where groups of three follow it.
 *
 * Returns: TRUE where there is a number
 */
gboolean jb_numeral_read (const JbChars *chars, guint start, JbNumeral *numeral);

/* Whether a number can begin with @c: a cheap test before jb_numeral_read() */
gboolean jb_numeral_begins_with (gunichar c);

G_END_DECLS
