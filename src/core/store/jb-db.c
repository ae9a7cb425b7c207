/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-db.h"

#include "jb-types.h"

#include <glib/gi18n-lib.h>

struct _JbDb
{
  sqlite3    *handle;      /* owned */
  GHashTable *statements;  /* owned, const char * (by address) to sqlite3_stmt */
};

struct _JbRows
{
  JbDb         *db;
  sqlite3_stmt *statement;  /* lent by the cache, or owned where kept is FALSE */
  gboolean      kept;
  int           code;       /* of preparing and binding */
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static JbError
error_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return JB_ERROR_BUSY;
    case SQLITE_FULL:
    case SQLITE_IOERR:
      return JB_ERROR_FULL;
    case SQLITE_CORRUPT:
      return JB_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return JB_ERROR_NOT_LIBRARY;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return JB_ERROR_UNREADABLE;
    default:
      return JB_ERROR_STORE;
    }
}

/* What is said to people for the failures they can do something about; NULL for the others. */
static const char *
describe (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _("another program is writing to the library");
    case SQLITE_FULL:
      return _("the disk is full");
    case SQLITE_IOERR:
      return _("the disk could not be read or written");
    case SQLITE_CORRUPT:
      return _("the file is damaged");
    case SQLITE_NOTADB:
      return _("the file is not a library");
    case SQLITE_CANTOPEN:
      return _("the file cannot be opened");
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return _("the file may not be written to");
    default:
      return NULL;
    }
}

void
jb_db_set_error (JbDb *db, GError **error, int code, const char *what)
{
  const char *words = describe (code);

  if (words == NULL)
    words = db != NULL ? sqlite3_errmsg (db->handle) : sqlite3_errstr (code);
  g_set_error (error, JB_ERROR, error_of (code), "%s%s%s", what != NULL ? what : "", what != NULL ? ": " : "", words);
}

JbDb *
jb_db_open (const char *path, int flags, GError **error)
{
  JbDb *db = g_new0 (JbDb, 1);
  int code = sqlite3_open_v2 (path, &db->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  db->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  if (code != SQLITE_OK)
    {
      jb_db_set_error (db, error, code, NULL);
      jb_db_close (db);
      return NULL;
    }
  sqlite3_busy_timeout (db->handle, 5000);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  if (!jb_db_script (db, "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;", error))
    {
      jb_db_close (db);
      return NULL;
    }
  return db;
}

void
jb_db_close (JbDb *db)
{
  g_hash_table_unref (db->statements);
  sqlite3_close_v2 (db->handle);
  g_free (db);
}

sqlite3 *
jb_db_get_handle (JbDb *db)
{
  return db->handle;
}

gboolean
jb_db_script (JbDb *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  jb_db_set_error (db, error, code, NULL);
  return FALSE;
}

static int
bind (sqlite3_stmt *statement, const char *format, va_list args)
{
  int code = SQLITE_OK;

  for (int i = 1; *format != '\0' && code == SQLITE_OK; i++, format++)
    {
      switch (*format)
        {
        case 's':
          code = sqlite3_bind_text (statement, i, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
          break;
        case 'i':
          code = sqlite3_bind_int64 (statement, i, va_arg (args, gint64));
          break;
        case 'u':
          code = sqlite3_bind_int64 (statement, i, va_arg (args, guint));
          break;
        case 'd':
          code = sqlite3_bind_double (statement, i, va_arg (args, double));
          break;
        case 'b':
          {
            GBytes *bytes = va_arg (args, GBytes *);

            if (bytes == NULL)
              code = sqlite3_bind_null (statement, i);
            else
              code = sqlite3_bind_blob64 (statement, i, g_bytes_get_data (bytes, NULL) ?: "", g_bytes_get_size (bytes),
                                          SQLITE_TRANSIENT);
          }
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return code;
}

static JbRows *
start (JbDb *db, const char *sql, gboolean keep, const char *format, va_list args)
{
  JbRows *rows = g_new0 (JbRows, 1);

  rows->db = db;
  rows->kept = keep;
  rows->statement = keep ? g_hash_table_lookup (db->statements, sql) : NULL;
  /* The same statement again while it still runs, as in a recursion: a second one that is not kept. */
  if (rows->statement != NULL && sqlite3_stmt_busy (rows->statement))
    {
      rows->statement = NULL;
      rows->kept = FALSE;
    }
  if (rows->statement == NULL)
    {
      rows->code = sqlite3_prepare_v3 (db->handle, sql, -1, rows->kept ? SQLITE_PREPARE_PERSISTENT : 0, &rows->statement, NULL);
      if (rows->code == SQLITE_OK && rows->kept)
        g_hash_table_insert (db->statements, (gpointer) sql, rows->statement);
    }
  if (rows->code == SQLITE_OK)
    rows->code = bind (rows->statement, format, args);
  return rows;
}

JbRows *
jb_db_query (JbDb *db, const char *sql, const char *format, ...)
{
  JbRows *rows;
  va_list args;

  va_start (args, format);
  rows = start (db, sql, TRUE, format, args);
  va_end (args);
  return rows;
}

JbRows *
jb_db_query_once (JbDb *db, const char *sql, const char *format, ...)
{
  JbRows *rows;
  va_list args;

  va_start (args, format);
  rows = start (db, sql, FALSE, format, args);
  va_end (args);
  return rows;
}

JbRows *
jb_db_query_values (JbDb *db, const char *sql, GPtrArray *values)
{
  JbRows *rows = jb_db_query_once (db, sql, "");

  for (guint i = 0; i < values->len && rows->code == SQLITE_OK; i++)
    rows->code = sqlite3_bind_text (rows->statement, (int) i + 1, g_ptr_array_index (values, i), -1, SQLITE_TRANSIENT);
  return rows;
}

gboolean
jb_rows_next (JbRows *rows, GError **error)
{
  if (rows->code == SQLITE_OK || rows->code == SQLITE_ROW)
    rows->code = sqlite3_step (rows->statement);
  if (rows->code == SQLITE_ROW)
    return TRUE;
  if (rows->code != SQLITE_DONE)
    jb_db_set_error (rows->db, error, rows->code, NULL);
  return FALSE;
}

gboolean
jb_rows_failed (JbRows *rows)
{
  return rows->code != SQLITE_OK && rows->code != SQLITE_ROW && rows->code != SQLITE_DONE;
}

const char *
jb_rows_get_text (JbRows *rows, int column)
{
  return (const char *) sqlite3_column_text (rows->statement, column);
}

gint64
jb_rows_get_int (JbRows *rows, int column)
{
  return sqlite3_column_int64 (rows->statement, column);
}

int
jb_rows_get_enum (JbRows *rows, int column, GType type)
{
  int value = 0;

  jb_enum_from_nick (type, jb_rows_get_text (rows, column), &value);
  return value;
}

GBytes *
jb_rows_dup_bytes (JbRows *rows, int column)
{
  const void *data = sqlite3_column_blob (rows->statement, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (rows->statement, column));
}

GStrv
jb_rows_to_strv (JbRows *rows, GError **error)
{
  g_autoptr(GStrvBuilder) strings = g_strv_builder_new ();

  while (jb_rows_next (rows, error))
    g_strv_builder_add (strings, jb_rows_get_text (rows, 0));
  return jb_rows_failed (rows) ? NULL : g_strv_builder_end (strings);
}

sqlite3_value *
jb_rows_get_value (JbRows *rows, int column)
{
  return sqlite3_column_value (rows->statement, column);
}

void
jb_rows_free (JbRows *rows)
{
  if (rows->statement != NULL && rows->kept)
    {
      sqlite3_reset (rows->statement);
      sqlite3_clear_bindings (rows->statement);
    }
  else
    {
      sqlite3_finalize (rows->statement);
    }
  g_free (rows);
}

gboolean
jb_db_run (JbDb *db, GError **error, const char *sql, const char *format, ...)
{
  g_autoptr(JbRows) rows = NULL;
  va_list args;

  va_start (args, format);
  rows = start (db, sql, TRUE, format, args);
  va_end (args);
  while (jb_rows_next (rows, error))
    ;
  return !jb_rows_failed (rows);
}

gint64
jb_db_get_int (JbDb *db, GError **error, const char *sql, gint64 fallback)
{
  g_autoptr(JbRows) rows = jb_db_query_once (db, sql, "");

  if (jb_rows_next (rows, error))
    return jb_rows_get_int (rows, 0);
  return jb_rows_failed (rows) ? -1 : fallback;
}
