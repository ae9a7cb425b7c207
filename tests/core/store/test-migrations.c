/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-migrations.h"

#include "jb-article-table.h"
#include "jb-test-library.h"

static const char *const first[] = { "CREATE TABLE a (x); INSERT INTO a VALUES (1)", NULL };
static const char *const second[] = { "CREATE TABLE a (x); INSERT INTO a VALUES (1)",
                                      "ALTER TABLE a ADD COLUMN y DEFAULT 7", NULL };
static const char *const broken[] = { "CREATE TABLE a (x); INSERT INTO a VALUES (1)", "UPDATE a SET x = 2", "nonsense", NULL };

typedef struct
{
  char *path;   /* owned */
  JbDb *db;     /* owned */
} Fixture;

static Fixture
open_at_first (JbTestLibrary *t)
{
  Fixture f = { g_build_filename (t->folder, "m.jianbao", NULL), NULL };
  g_autoptr(GError) error = NULL;

  f.db = jb_db_open (f.path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  g_assert_true (jb_migrate (f.db, f.path, first, &error));
  g_assert_no_error (error);
  return f;
}

static void
fixture_clear (Fixture *f)
{
  jb_db_close (f->db);
  g_free (f->path);
}

static void
test_steps (JbTestLibrary *t, gconstpointer data)
{
  Fixture f = open_at_first (t);
  g_autofree char *copy = g_strconcat (f.path, ".before-version-2", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDb) backup = NULL;

  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (jb_migrate (f.db, f.path, second, &error));
  g_assert_cmpint (jb_db_get_int (f.db, &error, "PRAGMA user_version", 0), ==, 2);
  g_assert_cmpint (jb_db_get_int (f.db, &error, "SELECT y FROM a", 0), ==, 7);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  backup = jb_db_open (copy, SQLITE_OPEN_READWRITE, &error);
  g_assert_cmpint (jb_db_get_int (backup, &error, "PRAGMA user_version", 0), ==, 1);
  g_assert_cmpint (jb_db_get_int (backup, &error, "SELECT x FROM a", 0), ==, 1);
  g_assert_no_error (error);
  fixture_clear (&f);
}

static void
test_failure (JbTestLibrary *t, gconstpointer data)
{
  Fixture f = open_at_first (t);
  g_autoptr(GError) error = NULL;

  g_assert_false (jb_migrate (f.db, f.path, broken, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_STORE);
  g_clear_error (&error);
  g_assert_cmpint (jb_db_get_int (f.db, &error, "PRAGMA user_version", 0), ==, 1);
  g_assert_cmpint (jb_db_get_int (f.db, &error, "SELECT x FROM a", 0), ==, 1);
  g_assert_no_error (error);
  fixture_clear (&f);
}

/* What the first version stored is read by the newest. */
static void
test_first_version (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *path = g_build_filename (t->folder, "old.jianbao", NULL);
  g_auto(GStrv) scripts = jb_migrations_load ();
  const char *const oldest[] = { scripts[0], NULL };
  g_autoptr(GError) error = NULL;
  JbDb *db = jb_db_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  g_autoptr(JbLibrary) library = NULL;
  g_autoptr(JbArticle) article = NULL;
  const JbBlock *block;

  g_assert_true (jb_migrate (db, path, oldest, &error));
  g_assert_true (jb_db_script (db,
                               "INSERT INTO content (sha256, bytes) VALUES ('s', x'00');"
                               "INSERT INTO source (id, name, media_type, sha256, text_length, imported_at, has_masthead)"
                               " VALUES ('a', 'a.txt', 'text/plain', 's', 9, '2021-01-01', 0);"
                               "INSERT INTO article (id, source, position, kicker, title, deck, reporters, correspondents,"
                               " date_origin, state) VALUES ('b', 'a', 0, '', '', '', '', '', 'none', 'new');"
                               "INSERT INTO block (id, article, position, kind, level, text, map)"
                               " VALUES ('c', 'b', 0, 'paragraph', 0, '铜墙铁壁。', '0:0:2 2:4:3')", &error));
  jb_db_close (db);
  library = jb_library_open (path, &error);
  g_assert_no_error (error);
  article = jb_article_table_load (library, "b", &error);
  g_assert_no_error (error);
  block = g_ptr_array_index (article->blocks, 0);
  g_assert_cmpuint (block->joins->len, ==, 1);
  g_assert_cmpuint (jb_joins_get (block->joins, 0)->offset, ==, 2);
  g_assert_cmpstr (jb_joins_get (block->joins, 0)->reasons, ==, "");
}

static void
test_mark (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_clear_object (&t->library);
  g_assert_true (g_file_get_contents (t->path, &bytes, &n_bytes, NULL));
  g_assert_cmpmem (bytes + 68, 4, "JbAO", 4);
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/migrations/an-older-library-is-copied-then-brought-up", test_steps);
  ADD ("/migrations/a-failing-step-leaves-the-old-version", test_failure);
  ADD ("/migrations/a-library-of-the-first-version-is-read", test_first_version);
  ADD ("/migrations/a-library-can-be-told-by-its-bytes", test_mark);
  return g_test_run ();
}
