/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever a text counts or measures: more than an article's figures, which are those worth keeping. */
#pragma once

#include "jb-figure-span.h"

G_BEGIN_DECLS

typedef struct
{
  guint              start, end;  /* code points of the text: the number with its measure word, 一个, 3108 of 3108人 */
  double             value;       /* in base units */
  const char        *unit;        /* static, the base unit; "" where there is none */
  JbFigureQualifier  qualifier;
} JbQuantity;

/**
 * jb_quantities_find:
 * @text: a block's text
 * @dates: (element-type JbDateHit): those of the text; what they cover is no quantity
 *
 * Finds 一个, 两名, 五层 and 三国 beside all that can be a figure. Ordinals, codes, telephone numbers, names with digits, notions
 * (24小时) and the class of what is counted (10亿元产业项目) are none.
 *
 * Returns: (transfer full) (element-type JbQuantity): in text order, not overlapping
 */
GArray *jb_quantities_find (const JbChars *text, const GArray *dates) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
