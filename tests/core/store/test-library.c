/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-entity-table.h"
#include "jb-history.h"
#include "jb-test-library.h"

#include <sqlite3.h>
#include <string.h>

static void
add_entity (JbLibrary *library, const char *name)
{
  g_autoptr(JbEntity) entity = jb_entity_new (JB_ENTITY_TYPE_STREET, name);
  g_autoptr(GError) error = NULL;

  g_assert_true (jb_library_begin (library, name, &error));
  g_assert_true (jb_entity_table_insert (library, entity, &error));
  g_assert_true (jb_library_commit (library, &error));
  g_assert_no_error (error);
}

static gboolean
has_entity (JbLibrary *library, const char *name)
{
  g_autoptr(GPtrArray) found = jb_entity_table_find (library, -1, name, NULL);

  return found->len > 0;
}

static void
test_foreign (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *text = jb_test_library_write_file (t, "notes.jianbao", "这不是库，是一篇文章。一共几十个字，比十六个字节长。", -1);
  g_autofree char *other = g_build_filename (t->folder, "other.db", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr(GError) error = NULL;
  gsize n_before, n_after;
  sqlite3 *db;

  g_assert_null (jb_library_open (text, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NOT_LIBRARY);
  g_assert_nonnull (strstr (error->message, "notes.jianbao"));
  g_clear_error (&error);

  g_assert_cmpint (sqlite3_open (other, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE t (a)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (g_file_get_contents (other, &before, &n_before, NULL));
  g_assert_null (jb_library_open (other, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NOT_LIBRARY);
  g_assert_true (g_file_get_contents (other, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_newer (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;
  sqlite3 *db;

  g_clear_object (&t->library);
  g_assert_cmpint (sqlite3_open (t->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 999; PRAGMA journal_mode = DELETE", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (g_file_get_contents (t->path, &before, &n_before, NULL));
  g_assert_null (jb_library_open (t->path, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NEWER);
  g_assert_true (g_file_get_contents (t->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_empty_file (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *path = jb_test_library_write_file (t, "empty.jianbao", "", 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbLibrary) library = jb_library_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (library);
}

static void
test_two (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbLibrary) other = jb_library_open (t->path, NULL);
  gint64 before = jb_library_get_data_version (other);

  add_entity (t->library, "柳溪街道");
  g_assert_true (has_entity (other, "柳溪街道"));
  g_assert_cmpint (jb_library_get_data_version (other), !=, before);
  add_entity (other, "石桥街道");
  g_assert_true (has_entity (t->library, "石桥街道"));
}

/* What another program does: it opens the library, counts the streets, and closes it again. */
static void
count_in_other_program (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbLibrary) library = jb_library_open (g_getenv ("JB_TEST_LIBRARY"), &error);
  g_autoptr(GPtrArray) entities = NULL;

  g_assert_no_error (error);
  entities = jb_entity_table_load_all (library, &error);
  g_print ("%u streets\n", entities->len);
}

static void
test_locks (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbLibrary) second = jb_library_open (t->path, NULL);
  g_autoptr(JbLibrary) third = jb_library_open (t->path, NULL);

  g_setenv ("JB_TEST_LIBRARY", t->path, TRUE);
  g_test_trap_subprocess ("/library/subprocess/count", 0, 0);
  g_test_trap_assert_stdout ("*0 streets*");
  add_entity (second, "柳溪街道");
  g_test_trap_subprocess ("/library/subprocess/count", 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*1 streets*");
}

/* A reader that is in the middle of a list is not disturbed and does not hold up the writer. */
static void
test_reader (JbTestLibrary *t, gconstpointer data)
{
  sqlite3 *reader;
  sqlite3_stmt *rows;

  add_entity (t->library, "甲街道");
  add_entity (t->library, "乙街道");
  g_assert_cmpint (sqlite3_open_v2 (t->path, &reader, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (reader, "SELECT name FROM entity ORDER BY n", -1, &rows, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (rows), ==, SQLITE_ROW);
  add_entity (t->library, "丙街道");
  g_assert_cmpint (sqlite3_step (rows), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_step (rows), ==, SQLITE_DONE);
  sqlite3_finalize (rows);
  sqlite3_close (reader);
}

static void
test_backup (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *path = g_build_filename (t->folder, "copy.jianbao", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbLibrary) copy = NULL;

  add_entity (t->library, "柳溪街道");
  g_assert_true (jb_library_backup (t->library, path, &error));
  copy = jb_library_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (has_entity (copy, "柳溪街道"));
  g_assert_false (jb_library_backup (t->library, path, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FULL);
}

static void
test_check (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) sound = jb_library_check (t->library, &error);
  g_auto(GStrv) findings = NULL;
  sqlite3 *db;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (sound), ==, 0);
  g_assert_cmpint (sqlite3_open (t->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO content (sha256, bytes) VALUES ('00', x'41');"
                                 "INSERT INTO source (id, name, media_type, sha256, text_length, imported_at, has_masthead)"
                                 " VALUES ('s', 'a.txt', 'text/plain', '00', 1, '2021-01-01', 0)",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  findings = jb_library_check (t->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (findings), ==, 2);
  g_assert_nonnull (strstr (findings[0], "a.txt"));
  g_assert_nonnull (strstr (findings[1], "a.txt"));
}

static void
test_damaged (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbLibrary) library = NULL;
  gsize n_bytes;

  add_entity (t->library, "柳溪街道");
  g_clear_object (&t->library);
  g_assert_true (g_file_get_contents (t->path, &bytes, &n_bytes, NULL));
  memset (bytes + 100, 0xa5, n_bytes - 100);
  g_assert_true (g_file_set_contents (t->path, bytes, (gssize) n_bytes, NULL));
  library = jb_library_open (t->path, &error);
  g_assert_null (library);
  g_assert_error (error, JB_ERROR, JB_ERROR_DAMAGED);
}

static void
test_outside (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbEntity) entity = jb_entity_new (JB_ENTITY_TYPE_STREET, "柳溪街道");
  g_autoptr(GError) error = NULL;

  g_assert_false (jb_entity_table_insert (t->library, entity, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_STORE);
  g_assert_false (has_entity (t->library, "柳溪街道"));
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/library/files-of-other-content-are-refused-and-left-alone", test_foreign);
  ADD ("/library/a-newer-library-is-refused-and-left-alone", test_newer);
  ADD ("/library/a-file-of-no-bytes-becomes-a-library", test_empty_file);
  ADD ("/library/two-programs-see-what-the-other-wrote", test_two);
  ADD ("/library/three-connections-of-one-program-keep-their-locks", test_locks);
  g_test_add_func ("/library/subprocess/count", count_in_other_program);
  ADD ("/library/a-reader-does-not-block-the-writer", test_reader);
  ADD ("/library/a-backup-is-a-whole-library", test_backup);
  ADD ("/library/check-names-what-is-wrong", test_check);
  ADD ("/library/a-damaged-library-is-refused", test_damaged);
  ADD ("/library/a-change-outside-an-operation-is-refused", test_outside);
  return g_test_run ();
}
