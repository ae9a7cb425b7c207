/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-source-table.h"

#include "jb-library-private.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "id, name, media_type, sha256, encoding, text_length, imported_at," \
                " has_masthead, paper, issue, date, weekday, lunar, pages, publisher, reading"

static const char insert_content_sql[] =
  "INSERT INTO content (sha256, bytes) VALUES (?1, ?2)"
  " ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes WHERE length (bytes) = 0";

static const char fill_content_sql[] =
  "UPDATE content SET bytes = ?2 WHERE sha256 = ?1 AND length (bytes) = 0";

static const char insert_sql[] =
  "INSERT INTO source (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";

static const char load_sql[] =
  "SELECT " COLUMNS " FROM source WHERE id = ?1";

static const char load_all_sql[] =
  "SELECT " COLUMNS " FROM source ORDER BY n";

static const char find_sql[] =
  "SELECT " COLUMNS " FROM source WHERE sha256 = ?1 ORDER BY n LIMIT 1";

static const char load_bytes_sql[] =
  "SELECT bytes FROM content JOIN source USING (sha256) WHERE id = ?1";

static JbSource *
read_row (JbRows *rows)
{
  JbSource *source = g_object_new (JB_TYPE_SOURCE, NULL);

  source->id = g_strdup (jb_rows_get_text (rows, 0));
  source->name = g_strdup (jb_rows_get_text (rows, 1));
  source->media_type = g_strdup (jb_rows_get_text (rows, 2));
  source->sha256 = g_strdup (jb_rows_get_text (rows, 3));
  source->encoding = g_strdup (jb_rows_get_text (rows, 4));
  source->text_length = (guint) jb_rows_get_int (rows, 5);
  source->imported_at = g_strdup (jb_rows_get_text (rows, 6));
  if (jb_rows_get_int (rows, 7))
    {
      source->masthead = jb_masthead_new ();
      source->masthead->name = g_strdup (jb_rows_get_text (rows, 8));
      source->masthead->issue = g_strdup (jb_rows_get_text (rows, 9));
      source->masthead->date = g_strdup (jb_rows_get_text (rows, 10));
      source->masthead->weekday = g_strdup (jb_rows_get_text (rows, 11));
      source->masthead->lunar = g_strdup (jb_rows_get_text (rows, 12));
      source->masthead->pages = g_strdup (jb_rows_get_text (rows, 13));
      source->masthead->publisher = g_strdup (jb_rows_get_text (rows, 14));
    }
  source->reading = g_strdup (jb_rows_get_text (rows, 15));
  return source;
}

gboolean
jb_source_table_insert (JbLibrary *library, const JbSource *source, GBytes *bytes, GError **error)
{
  static const JbMasthead none;
  JbDb *db = jb_library_get_db (library);
  const JbMasthead *masthead = source->masthead != NULL ? source->masthead : &none;

  return jb_db_run (db, error, insert_content_sql, "sb", source->sha256, bytes) &&
         jb_db_run (db, error, insert_sql, "sssssusussssssss",
                    source->id, source->name, source->media_type, source->sha256, source->encoding, source->text_length,
                    source->imported_at, (guint) (source->masthead != NULL), masthead->name, masthead->issue, masthead->date,
                    masthead->weekday, masthead->lunar, masthead->pages, masthead->publisher, source->reading);
}

JbSource *
jb_source_table_load (JbLibrary *library, const char *id, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_sql, "s", id);

  if (jb_rows_next (rows, error))
    return read_row (rows);
  if (!jb_rows_failed (rows))
    g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no source “%s”"), id);
  return NULL;
}

GPtrArray *
jb_source_table_load_all (JbLibrary *library, GError **error)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_all_sql, "");

  while (jb_rows_next (rows, error))
    g_ptr_array_add (sources, read_row (rows));
  return jb_rows_failed (rows) ? NULL : g_steal_pointer (&sources);
}

gboolean
jb_source_table_is_empty (JbLibrary *library)
{
  return jb_db_get_int (jb_library_get_db (library), NULL, "SELECT NOT EXISTS (SELECT 1 FROM source)", 0) == 1;
}

JbSource *
jb_source_table_find (JbLibrary *library, const char *sha256, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), find_sql, "s", sha256);

  return jb_rows_next (rows, error) ? read_row (rows) : NULL;
}

GBytes *
jb_source_table_load_bytes (JbLibrary *library, const char *id, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_bytes_sql, "s", id);

  if (jb_rows_next (rows, error))
    return jb_rows_dup_bytes (rows, 0);
  if (!jb_rows_failed (rows))
    g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no source “%s”"), id);
  return NULL;
}

gboolean
jb_source_table_fill_bytes (JbLibrary *library, const char *sha256, GBytes *bytes, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, fill_content_sql, "sb", sha256, bytes);
}
