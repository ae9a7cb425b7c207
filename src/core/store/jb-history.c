/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-history.h"

#include "jb-library-private.h"
#include "jb-oplog.h"

G_DEFINE_FINAL_TYPE (JbOperation, jb_operation, G_TYPE_OBJECT)

static const char *const state_names[] = {
  [JB_OPERATION_STATE_DONE] = "done",
  [JB_OPERATION_STATE_UNDONE] = "undone",
  [JB_OPERATION_STATE_DROPPED] = "dropped",
};

static void
jb_operation_finalize (GObject *object)
{
  JbOperation *self = JB_OPERATION (object);

  g_free (self->name);
  g_free (self->who);
  G_OBJECT_CLASS (jb_operation_parent_class)->finalize (object);
}

static void
jb_operation_class_init (JbOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_operation_finalize;
}

static void
jb_operation_init (JbOperation *self)
{
}

GPtrArray *
jb_history_list (JbLibrary *library, guint limit, GError **error)
{
  g_autoptr(GPtrArray) operations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library),
                                        "SELECT n, name, who, at, state FROM operation ORDER BY n DESC LIMIT ?1", "u", limit);

  while (jb_rows_next (rows, error))
    {
      JbOperation *operation = g_object_new (JB_TYPE_OPERATION, NULL);

      operation->n = jb_rows_get_int (rows, 0);
      operation->name = g_strdup (jb_rows_get_text (rows, 1));
      operation->who = g_strdup (jb_rows_get_text (rows, 2));
      operation->at = (jb_rows_get_int (rows, 3) >> 16) * 1000;
      while (!g_str_equal (state_names[operation->state], jb_rows_get_text (rows, 4)) &&
             operation->state < JB_OPERATION_STATE_DROPPED)
        operation->state++;
      g_ptr_array_add (operations, operation);
    }
  if (jb_rows_failed (rows))
    return NULL;
  return g_steal_pointer (&operations);
}

static const char next_undo_sql[] =
  "SELECT n, name FROM operation WHERE state = 'done' ORDER BY n DESC LIMIT 1";
static const char next_redo_sql[] =
  "SELECT n, name FROM operation WHERE state = 'undone' ORDER BY n LIMIT 1";

static gboolean
find_next (JbDb *db, const char *sql, gint64 *n, char **name, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (db, sql, "");

  *n = 0;
  *name = NULL;
  if (jb_rows_next (rows, error))
    {
      *n = jb_rows_get_int (rows, 0);
      *name = g_strdup (jb_rows_get_text (rows, 1));
    }
  return !jb_rows_failed (rows);
}

gboolean
jb_history_peek (JbLibrary *library, char **undo, char **redo, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autofree char *undo_name = NULL;
  gint64 n;

  if (!find_next (db, next_undo_sql, &n, &undo_name, error) || !find_next (db, next_redo_sql, &n, redo, error))
    return FALSE;
  *undo = g_steal_pointer (&undo_name);
  return TRUE;
}

static char *
step (JbLibrary *library, gboolean backwards, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autofree char *name = NULL;
  gint64 n;

  if (!jb_db_script (db, "BEGIN IMMEDIATE", error))
    return NULL;
  if (find_next (db, backwards ? next_undo_sql : next_redo_sql, &n, &name, error) &&
      (n == 0 || jb_oplog_replay (db, n, backwards, error)) &&
      jb_db_script (db, "COMMIT", error))
    return g_steal_pointer (&name);
  jb_library_rollback (library);
  return NULL;
}

char *
jb_history_undo (JbLibrary *library, GError **error)
{
  return step (library, TRUE, error);
}

char *
jb_history_redo (JbLibrary *library, GError **error)
{
  return step (library, FALSE, error);
}
