/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-history.h"
#include "jb-library-private.h"
#include "jb-migrations.h"

#include "jb-article-table.h"
#include "jb-test-library.h"

#include <string.h>

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

/* A library as an older version of the program left it: one article, tagged, and its log. */
static const char old_rows[] =
  "INSERT INTO content (sha256, bytes) VALUES ('aa', x'e69fb3');"
  "INSERT INTO source (id, name, media_type, sha256, text_length, imported_at, has_masthead)"
  " VALUES ('s', 'a.txt', 'text/plain', 'aa', 1, '2023-07-18T00:00:00Z', 0);"
  "INSERT INTO article (id, source, position, kicker, title, deck, reporters, correspondents, date_origin, state)"
  " VALUES ('a', 's', 0, '', '柳浦街道', '', '', '', 'none', 'new');"
  "INSERT INTO block (id, article, position, kind, level, text, map) VALUES ('b', 'a', 0, 'title', 0, '柳浦街道', '0:0:4');"
  "INSERT INTO entity (id, type, name, note) VALUES ('e', 'street', '柳浦街道', '');"
  "INSERT INTO alias (id, entity, name, kind) VALUES ('l', 'e', '柳浦', 'short');"
  "INSERT INTO decision (id, article, type, start, end, quote, prefix, suffix, entity, state, origin, rule)"
  " VALUES ('d', 'a', 'street', 0, 4, '柳浦街道', '', '', 'e', 'confirmed', 'rule', 'suffix');"
  "INSERT INTO operation (id, name, who, at, state) VALUES ('o', 'Add “柳浦街道”', 'lin', 1, 'done');"
  "INSERT INTO change (operation, record_table, record, field) VALUES (1, 'entity', 'e', '');"
  "UPDATE tally SET stale = 0";

/* A new library @name with those rows, at the schema the first of @scripts make. Returns: its path */
static char *
make_library (JbTestLibrary *t, const char *name, const char *const *scripts)
{
  char *path = g_build_filename (t->folder, name, NULL);
  g_autoptr(GError) error = NULL;
  JbDb *db = jb_db_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_true (jb_migrate (db, path, scripts, &error));
  g_assert_true (jb_db_script (db, old_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpint (jb_db_get_int (db, &error, "PRAGMA user_version", 0), ==, g_strv_length ((GStrv) scripts));
  jb_db_close (db);
  return path;
}

/* Brought up, it holds what a library of today holds with the same rows. */
static void
test_older (JbTestLibrary *t, gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_auto(GStrv) scripts = jb_migrations_load ();
  const char *older[] = { scripts[0], version > 1 ? scripts[1] : NULL, NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *copy = NULL;
  JbDb *db;

  g_clear_object (&t->library);
  g_free (t->path);
  t->path = make_library (t, "new.jianbao", (const char *const *) scripts);
  before = jb_test_library_dump (t);
  g_assert_nonnull (strstr (before, "柳浦街道"));

  g_free (t->path);
  t->path = make_library (t, "old.jianbao", older);
  jb_test_library_reopen (t);
  after = jb_test_library_dump (t);
  g_assert_cmpstr (before, ==, after);
  db = jb_library_get_db (t->library);
  g_assert_cmpint (jb_db_get_int (db, &error, "PRAGMA user_version", 0), ==, g_strv_length (scripts));
  g_assert_cmpint (jb_db_get_int (db, &error, "SELECT count(*) FROM content JOIN change", 0), ==, 1);
  copy = g_strdup_printf ("%s.before-version-%u", t->path, version + 1);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));

  /* Its log is still worked off, and a name no longer costs a look at every text when it comes. */
  g_free (jb_history_undo (t->library, &error));
  g_assert_no_error (error);
  g_assert_cmpint (jb_db_get_int (db, &error, "SELECT count(*) FROM entity", 9), ==, 0);
  g_assert_cmpint (jb_db_get_int (db, &error, "SELECT count(*) FROM changed_name WHERE name = '柳浦街道'", 9), ==, 1);
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
  for (guint version = 1; version <= 2; version++)
    {
      g_autofree char *path = g_strdup_printf ("/migrations/a-library-of-version-%u-keeps-all", version);

      g_test_add (path, JbTestLibrary, GUINT_TO_POINTER (version), jb_test_library_set_up, test_older, jb_test_library_tear_down);
    }
  return g_test_run ();
}
