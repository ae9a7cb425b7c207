/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-dismissal-table.h"

#include "jb-library-private.h"

#include <glib/gi18n-lib.h>

static const char find_sql[] =
  "SELECT 1 FROM dismissal WHERE name = ?1";
static const char insert_sql[] =
  "INSERT INTO dismissal (id, name) VALUES (?1, ?2)";
static const char list_sql[] =
  "SELECT name FROM dismissal ORDER BY n";

gboolean
jb_dismissal_table_insert (JbLibrary *library, const char *name, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(JbRows) known = jb_db_query (db, find_sql, "s", name);
  g_autofree char *id = g_uuid_string_random ();

  if (jb_rows_next (known, error))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_KNOWN, _("“%s” has been dismissed before"), name);
      return FALSE;
    }
  return !jb_rows_failed (known) && jb_db_run (db, error, insert_sql, "ss", id, name);
}

GStrv
jb_dismissal_table_list (JbLibrary *library, GError **error)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), list_sql, "");

  while (jb_rows_next (rows, error))
    g_strv_builder_add (names, jb_rows_get_text (rows, 0));
  return jb_rows_failed (rows) ? NULL : g_strv_builder_end (names);
}
