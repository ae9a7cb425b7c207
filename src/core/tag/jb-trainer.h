/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trainer: collects labelled texts, learns from them, and finds out whether that is any good.
 *
 *   lessons ─▶ a part is held back, the rest is learned from; the part shows, type by type, whether rules alone or rules and
 *              learner do better ─▶ all is learned from; for types where the rules do better the learner stays silent
 *
 * Of few lessons every part is held back once, in turns, so that the comparison has something to go by. */
#pragma once

#include "jb-learner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* With fewer labels than this nothing is learned. */
#define JB_TRAINER_MIN_LABELS 30

#define JB_TYPE_TRAINER (jb_trainer_get_type ())
G_DECLARE_FINAL_TYPE (JbTrainer, jb_trainer, JB, TRAINER, GObject)

JbTrainer *jb_trainer_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* A labelled stretch of a block; of those that overlap the longest counts. */
typedef struct
{
  guint       start, end;  /* in the block */
  const char *type;        /* nick of a JbEntityType, or a word of another scheme */
} JbTrainerLabel;

/**
 * jb_trainer_add:
 * @scan: a block with what the rules, without a registry, suggest there; not kept
 * @group: blocks of one group are held back together
 * @unknown: (nullable): by position, whether it is unknown if something stands there; NULL where all is known
 */
void jb_trainer_add (JbTrainer *self, const JbScan *scan, const char *group, const JbTrainerLabel *labels, guint n_labels,
                     const guint8 *unknown);

/* Returns: how many labels there are */
guint jb_trainer_get_n_labels (JbTrainer *self);

typedef void (*JbTrainerProgress) (double share, gpointer data);

/**
 * jb_trainer_run:
 *
 * Takes long: to be called in a thread of its own. The same lessons in the same order give the same learner.
 *
 * Returns: (transfer full) (nullable): a learner, which is silent where it is no better than the rules; NULL where cancelled
 */
JbLearner *jb_trainer_run (JbTrainer *self, JbTrainerProgress progress, gpointer data, GCancellable *cancellable,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
