/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the training fills in.
 *
 * Weights are kept for the labels a clue speaks about only, a byte each: of 40 labels a clue has an opinion of few. */
#pragma once

#include "jb-clues.h"
#include "jb-crf.h"
#include "jb-learner.h"

G_BEGIN_DECLS

/* A clue in the hash table. */
typedef struct
{
  guint32 key;
  guint32 at;  /* index of its weights: their number, then each as JB_WEIGHT(); 0 for an empty slot */
} JbClueSlot;

#define JB_WEIGHT(label, weight)  ((guint16) ((label) << 8 | (guint8) (weight)))
#define JB_WEIGHT_LABEL(entry)    ((guint8) ((entry) >> 8))
#define JB_WEIGHT_WEIGHT(entry)   ((gint8) (guint8) ((entry) & 0xff))

struct _JbLearner
{
  gatomicrefcount ref_count;

  JbCrfShape  shape;
  GStrv       types;        /* owned */
  int        *native;       /* owned, by type: the JbEntityType, -1 for a foreign one; not kept in the bytes */
  gboolean    is_native;    /* none is foreign; likewise */
  guint8     *speaks;       /* owned, by type */
  JbLearnerScore *scores;   /* owned, by type */
  JbLearnerReport report;
  float       threshold;    /* a name must be at least so probable */

  float      *transitions;  /* owned */
  float       unit;         /* what a weight of 1 stands for */
  guint       n_clues;
  guint32    *keys;         /* owned, ascending */
  guint16    *weights;      /* owned, in the order of the keys: as JbClueSlot says; the first is no weight. For topics a type
                             * stands for the label */
  JbClueSlot *slots;        /* owned, hash table; not kept in the bytes */
  guint       slot_mask;
};

/* Fills what is not kept in the bytes. */
void jb_learner_index (JbLearner *self);

/* One name the learner finds. */
typedef struct
{
  guint start, end;  /* in the block */
  guint type;
  float probability;
} JbLearned;

/* Returns: (transfer full) (element-type JbLearned): names that do not overlap, in order, of types it speaks for */
GArray *jb_learner_find (const JbLearner *self, const JbClues *clues) G_GNUC_WARN_UNUSED_RESULT;

/* The two steps of it: all names that are at least so probable, by their beginning, and the choice among them. */
GArray *jb_learner_list   (const JbLearner *self, const JbClues *clues, double least) G_GNUC_WARN_UNUSED_RESULT;
GArray *jb_learner_choose (const JbLearner *self, const GArray *spans, guint length) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type JbCandidate): what jb_learner_apply() leaves of @candidates, whose names are taken, with
 * what was @found. Those as jb_arbitrate() leaves them, these as jb_learner_choose() does */
GArray *jb_learner_combine (const JbLearner *self, GArray *candidates, const GArray *found) G_GNUC_WARN_UNUSED_RESULT;

/* Adds up the scores of a text into @score, as jb_lattice_begin() returned it. */
void jb_learner_score (const JbLearner *self, const JbClues *clues, float *score);

G_END_DECLS
