/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figure: a number with its unit and what it counts. */
#pragma once

#include "jb-types.h"

G_BEGIN_DECLS

#define JB_TYPE_FIGURE (jb_figure_get_type ())
G_DECLARE_FINAL_TYPE (JbFigure, jb_figure, JB, FIGURE, GObject)

struct _JbFigure
{
  GObject            parent_instance;

  char              *text;        /* owned, as printed: 253.1亿元 */
  double             value;       /* in base units: 25310000000 */
  char              *unit;        /* owned, base unit: 元 */
  JbFigureQualifier  qualifier;
  char              *subject;     /* owned, what it counts; "" where unknown */
  JbFigureKind       kind;
  char              *as_of;       /* owned ISO date, NULL where none holds */
  char              *entity;      /* owned id of whose it is; NULL where that is linked to none or not known */
  char              *entity_name;  /* owned, "" where it is not known */
  guint              start, end;  /* code points in the article's text */
};

/* Returns: (transfer full): an exact result of 0 without a unit, to be filled */
JbFigure *jb_figure_new (const char *text, guint start, guint end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
