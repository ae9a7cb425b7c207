/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Clues: what the learner sees of a text. Each is a number that stands for one observation at one position: "the
 * character here is 山", "a word of the list of posts ends before", "the rule suffix-road suggests a place that begins here".
 * Which numbers speak for which label is what is learned. */
#pragma once

#include "jb-scan.h"

G_BEGIN_DECLS

typedef struct
{
  guint    length;    /* positions */
  guint   *first;     /* owned, by position, length + 1 of them: index of its first key */
  guint32 *keys;      /* owned */
  guint   *topic_of;  /* owned, by position: the sentence it stands in */
  guint    n_topics;
  guint   *topic_first;  /* owned, by sentence, n_topics + 1 of them: index of its first topic key */
  guint32 *topics;    /* owned: what the whole sentence is about */
} JbClues;

/* @scan: with the candidates of the rules that stay. Returns: (transfer full) */
JbClues *jb_clues_new  (const JbScan *scan, const JbRules *rules) G_GNUC_WARN_UNUSED_RESULT;
void     jb_clues_free (JbClues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbClues, jb_clues_free)

G_END_DECLS
