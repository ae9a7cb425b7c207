/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a paragraph or run is set, as the styles and properties of an office document say it one after the other. */
#pragma once

#include "jb-look-tally.h"

G_BEGIN_DECLS

/* -1 where nothing is said. */
typedef struct
{
  int    role;     /* a JbOfficeRole */
  int    level;    /* of a heading, from 1 */
  double size;     /* points */
  int    bold;
  int    hidden;
  int    centred;
  int    display;  /* set in a typeface of headlines */
} JbStyleLook;

#define JB_STYLE_LOOK_INIT { -1, -1, -1, -1, -1, -1, -1 }

/* Writes @other over @value where it says something. */
void jb_style_value_merge (int *value, int other);

/* Adds what @other says to @self. */
void jb_style_look_merge (JbStyleLook *self, const JbStyleLook *other);

/* Adds what the name of a style for people (nullable) says about its role. Returns: whether it says anything */
gboolean jb_style_look_read_name (JbStyleLook *self, const char *name);

/* Counts the characters of @text, a run set like @self, for its paragraph. */
void jb_style_look_count (const JbStyleLook *self, JbLookTally *tally, const char *text);

/* Returns: how a paragraph is set whose style says @self, and most of whose characters are as @tally counted them */
JbOfficeLook jb_style_look_to_office (const JbStyleLook *self, const JbLookTally *tally);

G_END_DECLS
