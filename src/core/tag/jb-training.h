/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Training: weights for a learner from labelled texts. */
#pragma once

#include "jb-clues.h"
#include "jb-learner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A labelled stretch. */
typedef struct
{
  guint start, end;
  guint type;  /* index of the type's name */
} JbLabel;

/* One block to learn from. */
typedef struct
{
  JbClues *clues;       /* owned */
  GArray  *labels;      /* owned, of JbLabel: in order, not overlapping */
  GArray  *nested;      /* owned, of JbLabel: those that overlap others; they are not learned */
  GArray  *candidates;  /* owned, of JbCandidate: what the rules suggest */
  guint8  *unknown;     /* owned, by position, 1 where nobody has decided; NULL where everything is known */
  guint    fold;        /* below JB_N_FOLDS: the part of the lessons it is held back with */
} JbLesson;

#define JB_N_FOLDS 5

void jb_lesson_free (JbLesson *self);

typedef void (*JbTrainingProgress) (double share, gpointer data);

/**
 * jb_training_run:
 * @lessons: (element-type JbLesson): other keys stand in them while it runs
 * @types: names of the types
 * @fold: the part that is held back; JB_N_FOLDS to learn from all
 *
 * The same lessons in the same order give the same weights.
 *
 * Returns: (transfer full) (nullable): NULL where cancelled
 */
JbLearner *jb_training_run (GPtrArray *lessons, const char *const *types, guint fold, JbTrainingProgress progress,
                            gpointer data, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
