/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-desk.h"

#include "jb-import-job.h"
#include "jb-registry.h"
#include "jb-tally-table.h"
#include "jb-test-library.h"

#include <sqlite3.h>
#include <string.h>

static const char page[] = "柳浦街道开出便民早班车\n\n本报讯（记者 林小雨）日前，柳浦街道召开推进会，石桥社区代表参加。\n";

static void
import (JbTestLibrary *t)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr(GError) error = NULL;
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, "a.txt", bytes, NULL, &error);

  g_assert_no_error (error);
}

/* Works on the library's file as another program would. Returns: the first number that @sql gives, -1 for none */
static int
ask (JbTestLibrary *t, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  int n = -1;

  g_assert_cmpint (sqlite3_open (t->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    n = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return n;
}

static void
refresh (JbTestLibrary *t)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (jb_desk_refresh (t->library, NULL, &error));
  g_assert_no_error (error);
}

static void
test_rules (JbTestLibrary *t, gconstpointer data)
{
  int n;

  import (t);
  n = ask (t, "SELECT count(*) FROM tally_name");
  g_assert_cmpint (n, >, 0);
  ask (t, "DELETE FROM tally_name");
  /* The same rules trust what is there. */
  refresh (t);
  g_assert_cmpint (ask (t, "SELECT count(*) FROM tally_name"), ==, 0);
  ask (t, "UPDATE lexicon_state SET rules = rules + 1");
  refresh (t);
  g_assert_cmpint (ask (t, "SELECT count(*) FROM tally_name"), ==, n);
  ask (t, "DELETE FROM tally_name");
  refresh (t);
  g_assert_cmpint (ask (t, "SELECT count(*) FROM tally_name"), ==, 0);
}

/* Only articles that hold the name are read again. */
static void
test_names (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *elsewhere = NULL, *here = NULL;

  import (t);
  ask (t, "DELETE FROM tally_name");
  elsewhere = jb_registry_add (t->library, JB_ENTITY_TYPE_PLACE, "北浦湾", NULL);
  g_assert_nonnull (elsewhere);
  g_assert_cmpint (ask (t, "SELECT count(*) FROM tally_name"), ==, 0);
  here = jb_registry_add (t->library, JB_ENTITY_TYPE_SYSTEM, "早班车", NULL);
  g_assert_nonnull (here);
  g_assert_cmpint (ask (t, "SELECT count(*) FROM tally_name WHERE name = '早班车' AND entity IS NOT NULL"), ==, 1);
  g_assert_cmpint (ask (t, "SELECT count(*) FROM changed_name"), ==, 0);
}

/* An article that waits since the learner changed is read at once where a name came that stands in it. */
static void
test_waiting (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *id = NULL;

  import (t);
  ask (t, "UPDATE tally SET stale = 2");
  refresh (t);
  g_assert_cmpint (ask (t, "SELECT count(*) FROM tally WHERE stale = 2"), ==, 1);
  id = jb_registry_add (t->library, JB_ENTITY_TYPE_SYSTEM, "早班车", NULL);
  g_assert_nonnull (id);
  g_assert_cmpint (ask (t, "SELECT count(*) FROM tally_name WHERE name = '早班车' AND entity IS NOT NULL"), ==, 1);
  g_assert_cmpint (ask (t, "SELECT count(*) FROM tally WHERE stale"), ==, 0);
}

/* A loader while which another program tries to change the library. */
static GPtrArray *
load_disturbed (JbLibrary *library, const char *source, GError **error)
{
  GPtrArray *articles = jb_desk_load_source (library, source, error);
  const char *path = jb_library_get_path (library);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE tally SET stale = 1", NULL, NULL, NULL), ==, SQLITE_BUSY);
  sqlite3_close (db);
  return articles;
}

/* What is changed while an article is read cannot be taken for what was read. */
static void
test_disturbed (JbTestLibrary *t, gconstpointer data)
{
  g_auto(GStrv) sources = NULL;
  g_autoptr(GError) error = NULL;

  import (t);
  ask (t, "UPDATE tally SET stale = 1");
  sources = jb_tally_table_list_stale_sources (t->library, FALSE, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (sources), ==, 1);
  g_assert_true (jb_tally_table_refresh (t->library, sources[0], load_disturbed, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (t, "SELECT count(*) FROM tally WHERE stale"), ==, 0);
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/desk/other-rules-make-the-index-anew", test_rules);
  ADD ("/desk/a-name-touches-the-articles-it-stands-in", test_names);
  ADD ("/desk/a-name-is-not-kept-waiting-by-the-learner", test_waiting);
  ADD ("/desk/an-article-is-not-changed-while-it-is-read", test_disturbed);
  return g_test_run ();
}
