/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tells the composer how wide characters are: fonts, or fixed widths that need none. */
#pragma once

#include "jb-line-text.h"

G_BEGIN_DECLS

typedef struct _JbMeasure JbMeasure;
struct _JbMeasure
{
  /* Freezes the text and fills its cells, and its runs where there are fonts. */
  void (*measure) (JbMeasure *self, JbLineText *text);
};

/* Every wide character and every Chinese mark takes one em, every other one half of it.
 * Lent, lives for ever; may be used by several threads at once. */
JbMeasure *jb_fixed_measure_get (void);

G_END_DECLS
