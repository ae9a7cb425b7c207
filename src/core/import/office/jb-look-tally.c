/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-look-tally.h"

static guint
count (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += !g_unichar_isspace (g_utf8_get_char (p));
  return n;
}

void
jb_look_tally_add (JbLookTally *self, const char *text, double size, gboolean is_bold, gboolean is_display)
{
  guint n = count (text), i = 0;

  if (n == 0)
    return;
  while (i < JB_LOOK_TALLY_SIZES - 1 && self->n_sizes[i] > 0 && ABS (self->sizes[i] - size) > 0.01)
    i++;
  self->sizes[i] = size;
  self->n_sizes[i] += n;
  self->n_all += n;
  self->n_bold += is_bold ? n : 0;
  self->n_display += is_display ? n : 0;
}

void
jb_look_tally_apply (const JbLookTally *self, JbOfficeLook *look)
{
  guint best = 0;

  for (guint i = 1; i < JB_LOOK_TALLY_SIZES; i++)
    if (self->n_sizes[i] > self->n_sizes[best])
      best = i;
  look->size = self->sizes[best];
  look->is_bold = self->n_all > 0 && self->n_bold * 10 >= self->n_all * 9;
  look->is_display = self->n_all > 0 && self->n_display * 10 >= self->n_all * 9;
}
