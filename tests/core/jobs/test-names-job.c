/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-names-job.h"

#include "jb-decide.h"
#include "jb-desk.h"
#include "jb-entity-table.h"
#include "jb-history.h"
#include "jb-import-job.h"
#include "jb-registry.h"
#include "jb-search.h"
#include "jb-test-library.h"

#include <string.h>

static const char divisions[] =
  "90\t云省\t1\t\n900101\t汀州区\t3\t90\n900102\t石县\t3\t90\n"
  "900101001\t城关镇\t4\t900101\n900102001\t城关镇\t4\t900102\n900101002\t柳浦街道\t4\t900101\n";

static JbNamesResult
run (JbTestLibrary *t, const char *text, int type)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JbNameList) list = jb_name_list_read (bytes, &error);
  JbNamesResult result;

  g_assert_no_error (error);
  g_assert_true (jb_names_job_run (t->library, "names.csv", list, type, NULL, NULL, NULL, &result, &error));
  g_assert_no_error (error);
  g_assert_true (jb_desk_refresh (t->library, NULL, &error));
  g_assert_no_error (error);
  return result;
}

static void
assert_result (JbNamesResult result, guint n_added, guint n_known, guint n_repeated, guint n_untyped)
{
  g_assert_cmpuint (result.n_added, ==, n_added);
  g_assert_cmpuint (result.n_known, ==, n_known);
  g_assert_cmpuint (result.n_repeated, ==, n_repeated);
  g_assert_cmpuint (result.n_untyped, ==, n_untyped);
}

static void
test_twice (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;

  assert_result (run (t, divisions, -1), 6, 0, 0, 0);
  before = jb_test_library_dump (t);
  assert_result (run (t, divisions, -1), 0, 6, 0, 0);
  after = jb_test_library_dump (t);
  g_assert_cmpstr (before, ==, after);
}

static void
test_shared_names (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GPtrArray) entities = NULL;

  run (t, divisions, -1);
  entities = jb_entity_table_find (t->library, JB_ENTITY_TYPE_STREET, "城关镇", NULL);
  g_assert_cmpuint (entities->len, ==, 2);
  g_assert_cmpstr (((JbEntity *) entities->pdata[0])->note, ==, "云省 汀州区");
  g_assert_cmpstr (((JbEntity *) entities->pdata[1])->note, ==, "云省 石县");
}

/* A note the editor changed, an entity he had made himself, an alias: none makes a name new. */
static void
test_known (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GPtrArray) entities = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = jb_registry_add (t->library, JB_ENTITY_TYPE_STREET, "柳浦街道", &error);

  assert_result (run (t, divisions, -1), 5, 1, 0, 0);
  entities = jb_entity_table_find (t->library, JB_ENTITY_TYPE_STREET, "城关镇", NULL);
  g_assert_true (jb_registry_set_note (t->library, entities->pdata[0], "本区", &error));
  g_assert_true (jb_registry_add_alias (t->library, entities->pdata[0], "城关", JB_ALIAS_KIND_SHORT, &error));
  assert_result (run (t, divisions, -1), 0, 6, 0, 0);
  assert_result (run (t, "城关,street\n", -1), 0, 1, 0, 0);
}

static void
test_types (JbTestLibrary *t, gconstpointer data)
{
  static const char text[] = "名称,类型,别名\n柳浦街道,,柳浦\n石桥社区,社区,\n石桥社区,社区,\n";
  g_autoptr(GPtrArray) entities = NULL;

  assert_result (run (t, text, -1), 1, 0, 1, 1);
  assert_result (run (t, text, JB_ENTITY_TYPE_STREET), 1, 1, 1, 0);
  entities = jb_entity_table_find (t->library, JB_ENTITY_TYPE_STREET, "柳浦", NULL);
  g_assert_cmpuint (entities->len, ==, 1);
}

static void
test_undo (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *before = jb_test_library_dump (t), *after = NULL, *again = NULL, *undone = NULL, *name = NULL;
  g_autoptr(GPtrArray) operations = NULL;

  run (t, divisions, -1);
  after = jb_test_library_dump (t);
  operations = jb_history_list (t->library, 9, NULL);
  g_assert_cmpuint (operations->len, ==, 1);
  name = jb_decide_undo (t->library, NULL);
  g_assert_nonnull (strstr (name, "names.csv"));
  undone = jb_test_library_dump (t);
  g_assert_cmpstr (undone, ==, before);
  g_free (jb_decide_redo (t->library, NULL));
  again = jb_test_library_dump (t);
  g_assert_cmpstr (again, ==, after);
}

static void
cancel_cb (guint n_done, guint n_names, gpointer data)
{
  if (n_done > 0)
    g_cancellable_cancel (data);
}

static void
test_cancel (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JbNameList) list = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *before = jb_test_library_dump (t), *after = NULL;
  JbNamesResult result;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "第%u社区,community\n", i);
  bytes = g_bytes_new (text->str, text->len);
  list = jb_name_list_read (bytes, &error);
  g_assert_false (jb_names_job_run (t->library, "n", list, -1, cancel_cb, cancellable, cancellable, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = jb_test_library_dump (t);
  g_assert_cmpstr (before, ==, after);
}

static guint
count_found (JbTestLibrary *t, const char *entity)
{
  g_autoptr(JbQuery) query = jb_query_new ();
  g_auto(GStrv) ids = NULL;

  query->entity_name = g_strdup (entity);
  ids = jb_search_articles (t->library, query, NULL);
  return g_strv_length (ids);
}

/* The index counts the names of the list, and no longer does after the undo. */
static void
test_index (JbTestLibrary *t, gconstpointer data)
{
  static const char page[] = "城乡共建见成效\n\n本报讯（记者 林小雨）昨天，晚霞坞的改造完工，居民称便。\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr(GError) error = NULL;
  g_autoptr(JbImportResult) imported = jb_import_job_run_bytes (t->library, "a.txt", bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_found (t, "晚霞坞"), ==, 0);
  run (t, "晚霞坞,place\n朝霞坞,place\n", -1);
  g_assert_cmpuint (count_found (t, "晚霞坞"), ==, 1);
  g_free (jb_decide_undo (t->library, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_found (t, "晚霞坞"), ==, 0);
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/names-job/the-same-list-adds-nothing-twice", test_twice);
  ADD ("/names-job/places-that-share-a-name-stay-apart", test_shared_names);
  ADD ("/names-job/what-the-registry-has-is-known", test_known);
  ADD ("/names-job/a-type-is-for-names-without-one", test_types);
  ADD ("/names-job/one-undo-takes-all-back", test_undo);
  ADD ("/names-job/cancelled-it-leaves-the-library-as-it-was", test_cancel);
  ADD ("/names-job/the-index-follows", test_index);
  return g_test_run ();
}
