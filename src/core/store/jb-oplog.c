/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * temp.recording holds at most one row: the operation that is being recorded. Where it is empty the triggers refuse the change
 * (a table was touched outside an operation: a programmer's mistake); its operation is 0 while undo or redo replays, which is
 * not recorded. */
#include "jb-oplog.h"

static const char *const logged_tables[] = {
  "source", "article", "block", "statement", "entity", "alias", "post", "decision",
  "briefing", "briefing_section", "briefing_item", "dismissal",
};

static const char list_columns_sql[] =
  "SELECT name FROM pragma_table_info (?1)";

/* Returns: (transfer full) (nullable): the table's column names, NULL on failure */
static GStrv
list_columns (JbDb *db, const char *table, GError **error)
{
  g_autoptr(GStrvBuilder) columns = g_strv_builder_new ();
  g_autoptr(JbRows) rows = jb_db_query (db, list_columns_sql, "s", table);

  while (jb_rows_next (rows, error))
    g_strv_builder_add (columns, jb_rows_get_text (rows, 0));
  if (jb_rows_failed (rows))
    return NULL;
  return g_strv_builder_end (columns);
}

/* "@before a@between b@between c@after" over the columns, each in double quotes. */
static char *
join_columns (const char *const *columns, const char *prefix)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append_printf (joined, "%s%s\"%s\"", i > 0 ? ", " : "", prefix, columns[i]);
  return g_strdup (joined->str);
}

static char *
new_triggers (const char *table, const char *const *columns)
{
  g_autofree char *old = join_columns (columns, "OLD.");
  g_autoptr(GString) sql = g_string_new (NULL);

  for (guint i = 0; i < 3; i++)
    {
      static const char *const verbs[] = { "INSERT", "UPDATE", "DELETE" };

      g_string_append_printf (sql,
                              "CREATE TEMP TRIGGER guard_%s_%s BEFORE %s ON main.%s WHEN NOT EXISTS (SELECT 1 FROM temp.recording)"
                              " BEGIN SELECT raise (ABORT, 'change outside an operation'); END;\n",
                              table, verbs[i], verbs[i], table);
    }
  g_string_append_printf (sql,
                          "CREATE TEMP TRIGGER log_%s_insert AFTER INSERT ON main.%s"
                          " WHEN (SELECT operation FROM temp.recording) BEGIN"
                          " INSERT INTO change (operation, record_table, record, field)"
                          " VALUES ((SELECT operation FROM temp.recording), '%s', NEW.id, ''); END;\n",
                          table, table, table);
  g_string_append_printf (sql,
                          "CREATE TEMP TRIGGER log_%s_delete AFTER DELETE ON main.%s"
                          " WHEN (SELECT operation FROM temp.recording) BEGIN"
                          " INSERT INTO change (operation, record_table, record, field, before)"
                          " VALUES ((SELECT operation FROM temp.recording), '%s', OLD.id, '', json_array (%s)); END;\n",
                          table, table, table, old);
  g_string_append_printf (sql,
                          "CREATE TEMP TRIGGER log_%s_update AFTER UPDATE ON main.%s"
                          " WHEN (SELECT operation FROM temp.recording) BEGIN\n", table, table);
  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql,
                            " INSERT INTO change (operation, record_table, record, field, before, after)"
                            " SELECT (SELECT operation FROM temp.recording), '%s', NEW.id, '%s', OLD.\"%s\", NEW.\"%s\""
                            " WHERE OLD.\"%s\" IS NOT NEW.\"%s\";\n",
                            table, columns[i], columns[i], columns[i], columns[i], columns[i]);
  g_string_append (sql, " END;\n");
  return g_strdup (sql->str);
}

gboolean
jb_oplog_attach (JbDb *db, GError **error)
{
  if (!jb_db_script (db, "CREATE TEMP TABLE recording (operation INTEGER NOT NULL)", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (logged_tables); i++)
    {
      g_auto(GStrv) columns = list_columns (db, logged_tables[i], error);
      g_autofree char *sql = NULL;

      if (columns == NULL)
        return FALSE;
      sql = new_triggers (logged_tables[i], (const char *const *) columns);
      if (!jb_db_script (db, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* A hybrid logical clock: never behind the wall clock, always ahead of everything logged before. */
static gint64
tick (JbDb *db, GError **error)
{
  gint64 last = jb_db_get_int (db, error, "SELECT max(at) FROM operation", 0);

  return MAX (last + 1, (g_get_real_time () / 1000) << 16);
}

gboolean
jb_oplog_begin (JbDb *db, const char *name, const char *who, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();

  return jb_db_run (db, error, "INSERT INTO operation (id, name, who, at, state) VALUES (?1, ?2, ?3, ?4, 'done')",
                    "sssi", id, name, who, tick (db, error)) &&
         jb_db_script (db, "DELETE FROM temp.recording; INSERT INTO temp.recording VALUES (last_insert_rowid ())", error);
}

/* What was undone before cannot be redone once something else has been done. */
static const char drop_undone_sql[] =
  "UPDATE operation SET state = 'dropped' WHERE state = 'undone'"
  " AND EXISTS (SELECT 1 FROM change WHERE operation = (SELECT operation FROM temp.recording))";

gboolean
jb_oplog_pause (JbDb *db, GError **error)
{
  return jb_db_run (db, error, drop_undone_sql, "");
}

static const char goes_on_sql[] =
  "SELECT n = (SELECT operation FROM temp.recording) AND state = 'done' FROM operation ORDER BY n DESC LIMIT 1";

gboolean
jb_oplog_goes_on (JbDb *db, gboolean *goes_on, GError **error)
{
  g_autoptr(GError) failure = NULL;

  *goes_on = jb_db_get_int (db, &failure, goes_on_sql, 0) != 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
jb_oplog_end (JbDb *db, GError **error)
{
  return jb_oplog_pause (db, error) &&
         jb_db_script (db,
                       "DELETE FROM operation WHERE n = (SELECT operation FROM temp.recording)"
                       " AND NOT EXISTS (SELECT 1 FROM change WHERE operation = (SELECT operation FROM temp.recording));"
                       "DELETE FROM temp.recording", error);
}

void
jb_oplog_forget (JbDb *db)
{
  jb_db_script (db, "DELETE FROM temp.recording", NULL);
}

/* One row of the log, copied so that the log can be written while it is replayed. */
typedef struct
{
  gint64  n;
  char   *table;    /* owned */
  char   *record;   /* owned */
  char   *field;    /* owned */
  gboolean came;    /* whole row: TRUE where it was inserted */
} Change;

static void
change_clear (Change *change)
{
  g_free (change->table);
  g_free (change->record);
  g_free (change->field);
}

#define CHANGES "SELECT n, record_table, record, field, before IS NULL FROM change WHERE operation = ?1 ORDER BY n"

static const char load_forwards_sql[] = CHANGES;
static const char load_backwards_sql[] = CHANGES " DESC";

static GArray *
load_changes (JbDb *db, gint64 operation, gboolean backwards, GError **error)
{
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autoptr(JbRows) rows = jb_db_query (db, backwards ? load_backwards_sql : load_forwards_sql, "i", operation);

  g_array_set_clear_func (changes, (GDestroyNotify) change_clear);
  while (jb_rows_next (rows, error))
    {
      Change change = {
        jb_rows_get_int (rows, 0), g_strdup (jb_rows_get_text (rows, 1)), g_strdup (jb_rows_get_text (rows, 2)),
        g_strdup (jb_rows_get_text (rows, 3)), jb_rows_get_int (rows, 4) != 0,
      };

      g_array_append_val (changes, change);
    }
  if (jb_rows_failed (rows))
    return NULL;
  return g_steal_pointer (&changes);
}

/* There are a few statements for each table, and thousands of changes may need the same one: each is kept. */
static gboolean
run_kept (JbDb *db, GError **error, const char *sql, gint64 change, const char *record)
{
  return jb_db_run (db, error, g_intern_string (sql), strstr (sql, "?2") != NULL ? "is" : "i", change, record);
}

/* Puts back the row that the log row keeps as an array in its column @side. */
static gboolean
put_row (JbDb *db, const Change *change, const char *side, GError **error)
{
  g_auto(GStrv) columns = list_columns (db, change->table, error);
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autofree char *names = NULL;

  if (columns == NULL)
    return FALSE;
  names = join_columns ((const char *const *) columns, "");
  g_string_printf (sql, "INSERT INTO %s (%s) SELECT ", change->table, names);
  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append_printf (sql, "%sjson_extract (%s, '$[%u]')", i > 0 ? ", " : "", side, i);
  g_string_append (sql, " FROM change WHERE n = ?1");
  return run_kept (db, error, sql->str, change->n, NULL);
}

/* Takes a row out; where @keep, what it held goes into the log row first. */
static gboolean
take_row (JbDb *db, const Change *change, gboolean keep, GError **error)
{
  g_auto(GStrv) columns = list_columns (db, change->table, error);
  g_autofree char *names = NULL, *save = NULL, *delete = NULL;

  if (columns == NULL)
    return FALSE;
  names = join_columns ((const char *const *) columns, "");
  save = g_strdup_printf ("UPDATE change SET after = (SELECT json_array (%s) FROM %s WHERE id = ?2) WHERE n = ?1",
                          names, change->table);
  delete = g_strdup_printf ("DELETE FROM %s WHERE id = ?2 AND ?1", change->table);
  return (!keep || run_kept (db, error, save, change->n, change->record)) &&
         run_kept (db, error, delete, change->n, change->record);
}

static gboolean
replay (JbDb *db, const Change *change, gboolean backwards, GError **error)
{
  g_autofree char *sql = NULL;

  if (*change->field != '\0')
    {
      sql = g_strdup_printf ("UPDATE %s SET \"%s\" = (SELECT %s FROM change WHERE n = ?1) WHERE id = ?2",
                             change->table, change->field, backwards ? "before" : "after");
      return run_kept (db, error, sql, change->n, change->record);
    }
  if (change->came)
    return backwards
           ? take_row (db, change, TRUE, error)
           : put_row (db, change, "after", error) &&
             run_kept (db, error, "UPDATE change SET after = NULL WHERE n = ?1", change->n, NULL);
  return backwards ? put_row (db, change, "before", error) : take_row (db, change, FALSE, error);
}

gboolean
jb_oplog_replay (JbDb *db, gint64 n, gboolean backwards, GError **error)
{
  g_autoptr(GArray) changes = load_changes (db, n, backwards, error);

  if (changes == NULL ||
      !jb_db_script (db, "PRAGMA defer_foreign_keys = ON; DELETE FROM temp.recording;"
                     " INSERT INTO temp.recording VALUES (0)", error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!replay (db, &g_array_index (changes, Change, i), backwards, error))
      return FALSE;
  return jb_db_run (db, error, "UPDATE operation SET state = ?2 WHERE n = ?1", "is", n, backwards ? "undone" : "done") &&
         jb_db_script (db, "DELETE FROM temp.recording", error);
}
