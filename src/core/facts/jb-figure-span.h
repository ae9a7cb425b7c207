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
  guint              measure_end;  /* behind the measure word, where a noun is part of the unit: 4个 of 4个月, 32 of 32人 */
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
 * @all: FALSE for figures only, TRUE for whatever counts or measures
 * @span: (out): the figure, undefined where there is none
 * @skip: (out): where to look on, behind @start in any case
 *
 * Neither are numbers without a unit, ordinals (第3), codes (“152”, 1+4+N, LIVE27), notions (24小时, 15分钟生活圈) and the class
 * of what is counted next (10亿元产业项目). No figures, though they measure, are rates (每5分钟), the last or first few
 * (最后100米), Chinese numerals with a word that is a classifier only at times (两层), and 一 with a classifier, which is an
 * article more often than a count.
 *
 * Returns: TRUE where there is a figure
 */
gboolean jb_figure_span_read (const JbChars *text, guint start, gboolean all, JbFigureSpan *span, guint *skip);

G_END_DECLS
