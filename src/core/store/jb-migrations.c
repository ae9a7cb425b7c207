/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-migrations.h"

#include "jb-resource.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

GStrv
jb_migrations_load (void)
{
  g_auto(GStrv) names = jb_resource_list ("sql");
  g_autoptr(GStrvBuilder) scripts = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("sql/", names[i], NULL);
      g_autoptr(GBytes) bytes = jb_resource_load (path);
      g_autofree char *script = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

      g_strv_builder_add (scripts, script);
    }
  return g_strv_builder_end (scripts);
}

/* Copies the file with all that is in its log, as one sound database. */
static gboolean
back_up (JbDb *db, const char *path, gint64 version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-version-%" G_GINT64_FORMAT, path, version + 1);

  for (guint i = 2; g_file_test (copy, G_FILE_TEST_EXISTS); i++)
    {
      g_free (copy);
      copy = g_strdup_printf ("%s.before-version-%" G_GINT64_FORMAT "-%u", path, version + 1, i);
    }
  return jb_db_run (db, error, "VACUUM INTO ?1", "s", copy);
}

/* The scripts from @version on; the caller holds the transaction. */
static gboolean
run_scripts (JbDb *db, gint64 version, const char *const *scripts, GError **error)
{
  g_autofree char *finish = NULL;
  gint64 n = version;

  for (; scripts[n] != NULL; n++)
    if (!jb_db_script (db, scripts[n], error))
      return FALSE;
  finish = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %" G_GINT64_FORMAT ";", JB_APPLICATION_ID, n);
  return jb_db_script (db, finish, error);
}

gboolean
jb_migrate (JbDb *db, const char *path, const char *const *scripts, GError **error)
{
  gint64 latest = g_strv_length ((GStrv) scripts);
  g_autoptr(GError) failure = NULL;
  gint64 version, id, tables;

  version = jb_db_get_int (db, &failure, "PRAGMA user_version", 0);
  id = failure == NULL ? jb_db_get_int (db, &failure, "PRAGMA application_id", 0) : 0;
  tables = failure == NULL ? jb_db_get_int (db, &failure, "SELECT count(*) FROM sqlite_schema", 0) : 0;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (id != JB_APPLICATION_ID && (id != 0 || version != 0 || tables != 0))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NOT_LIBRARY, _("the file is a database of another program"));
      return FALSE;
    }
  if (version > latest)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NEWER,
                   _("the library was written by a newer version of the program (schema %d, this program knows %d)"),
                   (int) version, (int) latest);
      return FALSE;
    }
  if (version == latest)
    return TRUE;
  if (version > 0 && !back_up (db, path, version, error))
    {
      g_prefix_error (error, "%s: ", _("the backup before the change of schema failed"));
      return FALSE;
    }

  if (!jb_db_script (db, "BEGIN EXCLUSIVE", error))
    return FALSE;
  /* Another program may have done it while this one waited for the lock. */
  version = jb_db_get_int (db, NULL, "PRAGMA user_version", 0);
  if (run_scripts (db, version, scripts, error) && jb_db_script (db, "COMMIT", error))
    return TRUE;
  jb_db_script (db, "ROLLBACK", NULL);
  return FALSE;
}
