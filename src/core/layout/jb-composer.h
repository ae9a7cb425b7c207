/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line composer: a measured paragraph becomes lines, after GB/T 15834-2011 section 5 and the W3C
 * "Requirements for Chinese Text Layout". A line that a forbidden mark overflows is squeezed before
 * the mark's neighbour is pushed down; a line that stays short is stretched between its characters. */
#pragma once

#include "jb-line-break.h"
#include "jb-line-text.h"

G_BEGIN_DECLS

typedef enum
{
  JB_ALIGN_JUSTIFY,
  JB_ALIGN_LEFT,
  JB_ALIGN_CENTRE,
  JB_ALIGN_RIGHT,
} JbAlign;

typedef struct
{
  double       width_pt;            /* the measure */
  double       first_indent_pt;     /* of the first line */
  double       indent_pt;           /* of the others */
  double       tracking_pt;         /* added between characters */
  JbAlign      align;
  JbBreakRules rules;
  double       latin_gap_em;        /* between Han and Latin or digits; 0 in official documents */
  gboolean     squeeze_line_start;  /* an opening mark at a line's start loses its left half */
  gboolean     squeeze_stops;       /* 。？！ may be squeezed inside a line as the last resort */
} JbComposeOptions;

typedef struct
{
  guint    start, end;   /* code points; spaces at the line's end are left out */
  double   x_pt;         /* left edge, from the measure's left edge */
  double   width_pt;
  gboolean parts_unit;   /* the line ends between a number and its unit */
} JbLine;

typedef struct
{
  GArray *lines;  /* owned, of JbLine; none for an empty text */
  double *x;      /* owned, glyph origin per code point, pt from the measure's left edge */
} JbComposition;

/**
 * jb_compose:
 * @text: measured
 *
 * Every code point but spaces at a line's end stands on exactly one line. No line is wider than the
 * measure, unless a single cluster is.
 *
 * Returns: (transfer full):
 */
JbComposition *jb_compose (const JbLineText *text, const JbComposeOptions *options) G_GNUC_WARN_UNUSED_RESULT;

void jb_composition_free (JbComposition *composition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbComposition, jb_composition_free)

G_END_DECLS
