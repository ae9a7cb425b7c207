/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Join: a place in a block where two pieces of the source, which stood apart there, were put together, and why. */
#pragma once

#include "jb-span.h"

G_BEGIN_DECLS

typedef struct
{
  guint  offset;   /* where the later piece begins in the block's text; at the text's end: the next block may go on with it */
  int    score;    /* how much spoke for it; 0 where that is not known */
  char  *reasons;  /* owned, short ids with commas between, "" where they are not known */
} JbJoin;

/* Returns: (transfer full) (element-type JbJoin): an empty array that frees the reasons */
GArray *jb_joins_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a join behind the others. */
void jb_joins_add (GArray *joins, guint offset, int score, const char *reasons);

/* Appends those of @part (nullable) that lie at @start or behind it and before @end, moved so that @start comes to @to. */
void jb_joins_add_part (GArray *joins, const GArray *part, guint start, guint end, guint to);

#define jb_joins_get(joins, index) (&g_array_index ((joins), JbJoin, (index)))

/* Returns: (transfer full) (element-type JbJoin): what the map alone tells: the places, neither scores nor reasons */
GArray *jb_joins_from_map (const JbSpanMap *map) G_GNUC_WARN_UNUSED_RESULT;

/* "offset:score:reason,reason" separated by spaces; what the store keeps. */
char   *jb_joins_to_string   (const GArray *joins) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) (element-type JbJoin) (nullable): NULL where @string is not of that form */
GArray *jb_joins_from_string (const char *string) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
