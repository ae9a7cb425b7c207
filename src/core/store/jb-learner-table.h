/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the library has learned. Derived, like the tallies: each change is a transaction of its own, which is no operation and
 * cannot be undone. Every change makes the tallies stale, but not urgently. */
#pragma once

#include "jb-library.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean enabled;        /* it may be used */
  gboolean is_learned;     /* there are weights */
  gboolean from_file;      /* they were learned from a file, not from decisions */
  guint    n_decisions;    /* there were when they were learned */
  guint    n_decisions_now;
} JbLearnerState;

gboolean jb_learner_table_load_state (JbLibrary *library, JbLearnerState *state, GError **error);

/* Returns: (transfer full) (nullable): the weights; NULL without @error where nothing was learned */
GBytes *jb_learner_table_load_weights (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_learner_table_set_weights:
 * @weights: (nullable): NULL forgets what was learned
 * @n_decisions: the number of decisions they were learned from; 0 where @from_file
 */
gboolean jb_learner_table_set_weights (JbLibrary *library, GBytes *weights, gboolean from_file, guint n_decisions, GError **error);

gboolean jb_learner_table_set_enabled (JbLibrary *library, gboolean enabled, GError **error);

/* A number that grows with every change. */
gint64 jb_learner_table_get_generation (JbLibrary *library);

G_END_DECLS
