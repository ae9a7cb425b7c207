/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One connection to a library file, and the only way the store speaks SQL. Private to the store.
 *
 *   g_autoptr(JbRows) rows = jb_db_query (db, find_sql, "si", name, limit);
 *   while (jb_rows_next (rows, error))
 *     use (jb_rows_get_text (rows, 0));
 *   if (jb_rows_failed (rows))
 *     return NULL;
 *
 * A connection belongs to one thread at a time. */
#pragma once

#include "jb-error.h"

#include <glib-object.h>

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _JbDb JbDb;

/**
 * jb_db_open:
 * @flags: SQLITE_OPEN_READWRITE, optionally with SQLITE_OPEN_CREATE
 *
 * Opens with the settings every connection has: foreign keys, a busy time-out of 5 s, defensive mode, untrusted schema.
 */
JbDb *jb_db_open  (const char *path, int flags, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void  jb_db_close (JbDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbDb, jb_db_close)

/* Runs a script of statements without parameters. */
gboolean jb_db_script (JbDb *db, const char *sql, GError **error);

/**
 * jb_db_run:
 * @sql: one statement; prepared once and kept, so it must live as long as the connection
 * @format: one letter a parameter: s const char * (NULL binds NULL), i gint64, u guint, d double, b GBytes * (likewise)
 */
gboolean jb_db_run (JbDb *db, GError **error, const char *sql, const char *format, ...);

/* A running query; being freed, it lets go of the read mark. */
typedef struct _JbRows JbRows;

/* As jb_db_run(); an error in preparing or binding comes out of the first jb_rows_next(). */
JbRows *jb_db_query (JbDb *db, const char *sql, const char *format, ...) G_GNUC_WARN_UNUSED_RESULT;

/* Like jb_db_query() for SQL that was put together at run time; it is copied and not kept. */
JbRows *jb_db_query_once (JbDb *db, const char *sql, const char *format, ...) G_GNUC_WARN_UNUSED_RESULT;

/* As jb_db_query_once(), with text values: (element-type utf8). */
JbRows *jb_db_query_values (JbDb *db, const char *sql, GPtrArray *values) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: FALSE at the end, and on failure with @error set */
gboolean    jb_rows_next     (JbRows *rows, GError **error);
gboolean    jb_rows_failed   (JbRows *rows);  /* whether the end was a failure */
const char *jb_rows_get_text (JbRows *rows, int column);  /* lent until the next step; NULL for NULL */
gint64      jb_rows_get_int  (JbRows *rows, int column);
int         jb_rows_get_enum (JbRows *rows, int column, GType type);  /* from a nick; 0 for one that @type has not */
GBytes     *jb_rows_dup_bytes (JbRows *rows, int column) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) (nullable): the first column of all rows that are left; NULL on failure */
GStrv       jb_rows_to_strv   (JbRows *rows, GError **error) G_GNUC_WARN_UNUSED_RESULT;
sqlite3_value *jb_rows_get_value (JbRows *rows, int column);
void        jb_rows_free     (JbRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbRows, jb_rows_free)

/* Returns: the first column of the first row, @fallback where there is none; -1 with @error set on failure */
gint64 jb_db_get_int (JbDb *db, GError **error, const char *sql, gint64 fallback);

/* The JbError for a result code of SQLite, with @what as the beginning of the message. */
void jb_db_set_error (JbDb *db, GError **error, int code, const char *what);

sqlite3 *jb_db_get_handle (JbDb *db);

G_END_DECLS
