/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two loops in which the learner spends its time, written so that they become vector instructions everywhere. Lengths are
 * multiples of 4. */
#pragma once

#include <glib.h>

typedef float JbFloat4 __attribute__ ((vector_size (16), aligned (4), may_alias));

/* Adds @by times @from to @to. */
static inline void
jb_float_add (float *to, const float *from, float by, guint n)
{
  for (guint i = 0; i < n; i += 4)
    *(JbFloat4 *) (to + i) += by * *(const JbFloat4 *) (from + i);
}

static inline float
jb_float_sum_squares (const float *values, guint n)
{
  JbFloat4 sum = { 0 };

  for (guint i = 0; i < n; i += 4)
    sum += *(const JbFloat4 *) (values + i) * *(const JbFloat4 *) (values + i);
  return sum[0] + sum[1] + sum[2] + sum[3];
}
