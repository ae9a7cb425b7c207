/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and periods in running text. */
#pragma once

#include "jb-chars.h"
#include "jb-types.h"

G_BEGIN_DECLS

typedef struct
{
  guint              start, end;  /* code points of the text */
  char              *from, *to;   /* owned ISO dates, first and last day; both NULL where the text and the reference do not
                                   * tell them */
  JbDateGranularity  granularity;
  JbDayPart          part;        /* of the day, where one is named: 4月16日晚 */
  gboolean           is_limit;    /* 前 stands behind it: 11月底前 is any day to the last, 11月底 one of those days */
  gboolean           inferred;    /* the year (or more) does not stand there: it was told by the reference */
} JbDateHit;

/**
 * jb_dates_find:
 * @text: a block's text
 * @reference: (nullable): ISO, the day the text appeared, or its year alone ("2020"); NULL where unknown
 *
 * Finds 2020年4月21日, 2020-04-21, 二〇二〇年四月, 4月16日, 3月, 15日, 今年3月31日, 去年以来, 明年底, 7月下旬, 11月底,
 * 一季度, 上半年, 年内, 日前, 昨日, 上周五, 截至目前 (the 目前), 近三年, 五年来, 近年来, 1—4月, 1990年代. What stands behind
 * 以来 or 至今 reaches to the reference. A month and a day without a year are
 * the nearest such day before the reference, or behind it where the words around say that it is to come. Without a
 * reference what does not name its year stays unresolved. Lunar dates (农历…) are no hits, nor are durations (3天).
 *
 * Returns: (transfer full) (element-type JbDateHit): in text order, not overlapping; frees its elements
 */
GArray *jb_dates_find (const JbChars *text, const char *reference) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
