/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts how the characters of a paragraph are set, to tell how most of them are. */
#pragma once

#include "jb-office-text.h"

#define JB_LOOK_TALLY_SIZES 8  /* different sizes of one paragraph that are told apart */

typedef struct
{
  double sizes[JB_LOOK_TALLY_SIZES];    /* points */
  guint  n_sizes[JB_LOOK_TALLY_SIZES];  /* characters of that size */
  guint  n_all;
  guint  n_bold;
  guint  n_display;
} JbLookTally;

/* Counts the characters of @text, white space apart. @size: points, 0 where it is not known */
void jb_look_tally_add (JbLookTally *self, const char *text, double size, gboolean is_bold, gboolean is_display);

/* Writes what most characters are into @look. */
void jb_look_tally_apply (const JbLookTally *self, JbOfficeLook *look);
