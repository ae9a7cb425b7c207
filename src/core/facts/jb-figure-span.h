/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number with its unit, at a place of a text: what is and what is no figure. */
#pragma once

#include "jb-chars.h"
#include "jb-types.h"

G_BEGIN_DECLS

typedef enum
{
  JB_UNIT_PERCENT,   /* also 个百分点 and 倍 */
  JB_UNIT_MONEY,
  JB_UNIT_AREA,
  JB_UNIT_MEASURE,   /* length, weight, power */
  JB_UNIT_DURATION,  /* also age */
  JB_UNIT_COUNT,     /* classifiers */
} JbUnitKind;

typedef struct
{
  guint              start, end;  /* the number with its unit: 8000余万元 */
  guint              behind;      /* behind 以上, 左右 and the like */
  double             value;       /* in base units */
  const char        *unit;        /* static, the base unit */
  JbUnitKind         kind;
  JbFigureQualifier  qualifier;
} JbFigureSpan;

/**
 * jb_figure_span_read:
 * @text: a block's text
 * @start: where a number begins; no number may end right before it
 * @span: (out): the figure, undefined where there is none
 * @skip: (out): where to look on, behind @start in any case
 *
 * No figures are numbers without a unit, ordinals (第3), rates (每5分钟), codes (“152”, 1+4+N, LIVE27), notions
 * (24小时, 15分钟生活圈, 最后100米), the class of what is counted next (10亿元产业项目) and 一 with a classifier, which
 * is an article more often than a count.
 *
 * Returns: TRUE where there is a figure
 */
gboolean jb_figure_span_read (const JbChars *text, guint start, JbFigureSpan *span, guint *skip);

G_END_DECLS
