/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library has learned. */
#pragma once

#include "jb-learner.h"
#include "jb-library.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the learner, whether it is enabled or not; NULL without @error where nothing was learned */
JbLearner *jb_learned_load (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
