/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Learner: what was learned from decisions, ready to be used. It says of every stretch of a text how probable it is that it
 * is a name of a type. The types are words: nicks of JbEntityType, or those of another scheme the training texts were labelled
 * by. Reference counted and immutable, so threads may share it. */
#pragma once

#include "jb-scan.h"

G_BEGIN_DECLS

typedef struct _JbLearner JbLearner;

#define JB_TYPE_LEARNER (jb_learner_get_type ())
GType jb_learner_get_type (void);

JbLearner *jb_learner_ref   (JbLearner *self);
void       jb_learner_unref (JbLearner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbLearner, jb_learner_unref)

/* Returns: (transfer full) (nullable): NULL with JB_ERROR_DAMAGED for bytes that jb_learner_to_bytes() has not made */
JbLearner *jb_learner_new_from_bytes (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the same weights give the same bytes, on every machine */
GBytes *jb_learner_to_bytes (const JbLearner *self) G_GNUC_WARN_UNUSED_RESULT;

guint       jb_learner_get_n_types (const JbLearner *self);
const char *jb_learner_get_type_name (const JbLearner *self, guint type);

/* Whether it suggests names of the type at all; of others it knows too little. */
gboolean jb_learner_speaks_for (const JbLearner *self, guint type);

/* Whether it speaks for any type. */
gboolean jb_learner_is_in_use (const JbLearner *self);

/* Whether all its types are those of JbEntityType. */
gboolean jb_learner_is_native (const JbLearner *self);

/* How rules alone and learner did on texts they were not trained on. */
typedef struct
{
  guint n_labels;                       /* in all texts */
  guint n_gold;                         /* of them held back */
  guint n_rules, n_rules_right;         /* what the rules alone find there, and how much of it is so */
  guint n_learner, n_learner_right;     /* with the learner, as it is used */
} JbLearnerScore;

typedef struct
{
  guint          n_texts;
  guint          n_held_back;  /* texts */
  JbLearnerScore all;          /* the types together */
} JbLearnerReport;

const JbLearnerReport *jb_learner_get_report (const JbLearner *self);
const JbLearnerScore  *jb_learner_get_score  (const JbLearner *self, guint type);

/* The harmonic mean of n_right / n_found and n_right / n_gold; 0 where there is nothing. */
double jb_learner_f1 (guint n_right, guint n_found, guint n_gold);

/**
 * jb_learner_apply:
 * @scan: with the candidates that stay after arbitration
 *
 * Puts what the learner finds in place of what the rules suggest for the types it speaks for. Names of the registry stay. Where
 * the learner knows types of another scheme, only types that it knows stay at all.
 */
void jb_learner_apply (const JbLearner *self, JbScan *scan, const JbRules *rules);

G_END_DECLS
