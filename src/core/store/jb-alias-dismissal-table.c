/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-alias-dismissal-table.h"

#include "jb-library-private.h"

static const char insert_sql[] =
  "INSERT INTO dismissed_alias (id, entity, name) VALUES (?1, ?2, ?3)";
static const char load_sql[] =
  "SELECT entity || ' ' || name FROM dismissed_alias";

gboolean
jb_alias_dismissal_table_insert (JbLibrary *library, const char *entity, const char *name, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();

  return jb_db_run (jb_library_get_db (library), error, insert_sql, "sss", id, entity, name);
}

GHashTable *
jb_alias_dismissal_table_load (JbLibrary *library, GError **error)
{
  g_autoptr(GHashTable) dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_sql, "");

  while (jb_rows_next (rows, error))
    g_hash_table_add (dismissed, g_strdup (jb_rows_get_text (rows, 0)));
  return jb_rows_failed (rows) ? NULL : g_steal_pointer (&dismissed);
}
