/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-learned.h"

#include "jb-learner-table.h"

JbLearner *
jb_learned_load (JbLibrary *library, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = jb_learner_table_load_weights (library, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return bytes != NULL ? jb_learner_new_from_bytes (bytes, error) : NULL;
}
