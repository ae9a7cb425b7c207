/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-test-library.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

void
jb_test_library_set_up (JbTestLibrary *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("jianbao-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "t.jianbao", NULL);
  self->library = jb_library_open (self->path, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
jb_test_library_tear_down (JbTestLibrary *self, gconstpointer data)
{
  g_clear_object (&self->library);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
jb_test_library_reopen (JbTestLibrary *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->library);
  self->library = jb_library_open (self->path, &error);
  g_assert_no_error (error);
}

char *
jb_test_library_write_file (JbTestLibrary *self, const char *name, const void *bytes, gssize n_bytes)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, bytes, n_bytes, &error);
  g_assert_no_error (error);
  return path;
}

static void
dump_table (sqlite3 *db, const char *table, GString *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (dump, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *text = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (dump, "|%d:%s", sqlite3_column_type (statement, i), text != NULL ? text : "");
        }
      g_string_append_c (dump, '\n');
    }
  sqlite3_finalize (statement);
}

char *
jb_test_library_dump (JbTestLibrary *self)
{
  static const char *const tables[] = {
    "source", "article", "block", "statement", "entity", "alias", "post", "decision",
    "briefing", "briefing_section", "briefing_item", "dismissed_alias",
  };
  g_autoptr(GString) dump = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    dump_table (db, tables[i], dump);
  sqlite3_close (db);
  return g_strdup (dump->str);
}
