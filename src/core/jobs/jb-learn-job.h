/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Learning from a library's decisions, or from labelled texts, and keeping what was learned.
 *
 *   jb_learn_job_collect ()  ─▶  jb_trainer_run ()  ─▶  jb_learn_job_store ()
 *   reads the library            long; needs none       writes it, in a moment
 */
#pragma once

#include "jb-learner-table.h"
#include "jb-library.h"
#include "jb-trainer.h"

G_BEGIN_DECLS

/**
 * jb_learn_job_collect:
 * @n_decisions: how many decisions there are
 *
 * The lessons of a library. Of an article that is done, all text; of one in review, the paragraphs in which something was
 * decided. There a confirmed tag is a label; where a suggestion stands that nobody has decided, it is unknown what is right;
 * everything else, rejected suggestions too, is no name. Names of the registry are not told to the rules here, since names come
 * into it by being confirmed: the lessons would seem to say that every name is known beforehand.
 *
 * Returns: (transfer full) (nullable)
 */
JbTrainer *jb_learn_job_collect (JbLibrary *library, guint *n_decisions, GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_learn_job_add_text:
 * @labels: offsets are code points of @text; the text is known to hold no other names
 *
 * A lesson from a text of its own.
 */
void jb_learn_job_add_text (JbTrainer *trainer, const char *text, const JbTrainerLabel *labels, guint n_labels);

/* Keeps what was learned and brings the index up to date.
 * @learner: (nullable): NULL forgets
 * @n_decisions: as jb_learn_job_collect() gave it; 0 where it was learned from texts
 * @cancellable: stops the bringing up to date only, which can be done later */
gboolean jb_learn_job_store (JbLibrary *library, const JbLearner *learner, gboolean from_file, guint n_decisions,
                             GCancellable *cancellable, GError **error);

/* Whether it may be used at all. Brings the index up to date. */
gboolean jb_learn_job_set_enabled (JbLibrary *library, gboolean enabled, GCancellable *cancellable, GError **error);

/* Whether enough was decided since. What was learned from a file is replaced only by whoever asks for it. */
gboolean jb_learn_job_is_due (const JbLearnerState *state);

G_END_DECLS
