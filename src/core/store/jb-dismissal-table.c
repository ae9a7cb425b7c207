/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-dismissal-table.h"

#include "jb-library-private.h"

#include <glib/gi18n-lib.h>

static const char find_sql[] =
  "SELECT 1 FROM dismissal WHERE entity IS ?1 AND name = ?2";
static const char insert_sql[] =
  "INSERT INTO dismissal (id, entity, name) VALUES (?1, ?2, ?3)";
static const char list_sql[] =
  "SELECT name FROM dismissal WHERE entity IS NULL ORDER BY n";
static const char load_sql[] =
  "SELECT entity || ' ' || name FROM dismissal WHERE entity IS NOT NULL";

gboolean
jb_dismissal_table_insert (JbLibrary *library, const char *entity, const char *name, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(JbRows) known = jb_db_query (db, find_sql, "ss", entity, name);
  g_autofree char *id = g_uuid_string_random ();

  if (jb_rows_next (known, error))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_KNOWN, _("“%s” has been dismissed before"), name);
      return FALSE;
    }
  return !jb_rows_failed (known) && jb_db_run (db, error, insert_sql, "sss", id, entity, name);
}

GStrv
jb_dismissal_table_list (JbLibrary *library, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), list_sql, "");

  return jb_rows_to_strv (rows, error);
}

GHashTable *
jb_dismissal_table_load_of_entities (JbLibrary *library, GError **error)
{
  g_autoptr(GHashTable) dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_sql, "");

  while (jb_rows_next (rows, error))
    g_hash_table_add (dismissed, g_strdup (jb_rows_get_text (rows, 0)));
  return jb_rows_failed (rows) ? NULL : g_steal_pointer (&dismissed);
}
