/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-learner-table.h"

#include "jb-library-private.h"

static const char load_state_sql[] =
  "SELECT enabled, weights IS NOT NULL, origin = 'file', n_decisions, (SELECT count (*) FROM decision) FROM learner";
static const char load_weights_sql[] =
  "SELECT weights FROM learner WHERE weights IS NOT NULL";
static const char set_weights_sql[] =
  "UPDATE learner SET weights = ?1, origin = ?2, n_decisions = ?3, generation = generation + 1";
static const char set_enabled_sql[] =
  "UPDATE learner SET enabled = ?1, generation = generation + 1 WHERE enabled <> ?1";

gboolean
jb_learner_table_load_state (JbLibrary *library, JbLearnerState *state, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_state_sql, "");

  *state = (JbLearnerState) { FALSE };
  if (!jb_rows_next (rows, error))
    return !jb_rows_failed (rows);
  state->enabled = jb_rows_get_int (rows, 0) != 0;
  state->is_learned = jb_rows_get_int (rows, 1) != 0;
  state->from_file = jb_rows_get_int (rows, 2) != 0;
  state->n_decisions = (guint) jb_rows_get_int (rows, 3);
  state->n_decisions_now = (guint) jb_rows_get_int (rows, 4);
  return TRUE;
}

GBytes *
jb_learner_table_load_weights (JbLibrary *library, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_weights_sql, "");

  return jb_rows_next (rows, error) ? jb_rows_dup_bytes (rows, 0) : NULL;
}

gboolean
jb_learner_table_set_weights (JbLibrary *library, GBytes *weights, gboolean from_file, guint n_decisions, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, set_weights_sql, "bsu", weights, from_file ? "file" : "decisions",
                    n_decisions);
}

gboolean
jb_learner_table_set_enabled (JbLibrary *library, gboolean enabled, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, set_enabled_sql, "u", enabled ? 1 : 0);
}

gint64
jb_learner_table_get_generation (JbLibrary *library)
{
  return jb_db_get_int (jb_library_get_db (library), NULL, "SELECT generation FROM learner", 0);
}
