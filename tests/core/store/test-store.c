/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-entity-table.h"
#include "jb-history.h"
#include "jb-store.h"
#include "jb-test-library.h"

static void
store_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (gconstpointer *what)
{
  while (*what == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static JbStore *
open_store (JbTestLibrary *t)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  JbStore *store;

  jb_store_open_async (t->path, NULL, store_result, &result);
  wait_for ((gconstpointer *) &result);
  store = jb_store_open_finish (result, &error);
  g_assert_no_error (error);
  return store;
}

static gboolean
insert (JbLibrary *library, const char *name, GError **error)
{
  g_autoptr(JbEntity) entity = jb_entity_new (JB_ENTITY_TYPE_STREET, name);

  return jb_library_begin (library, name, error) && jb_entity_table_insert (library, entity, error) &&
         jb_library_commit (library, error);
}

static gpointer
insert_func (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  return insert (library, data, error) ? g_strdup (data) : NULL;
}

static gpointer
count_func (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) entities = jb_entity_table_load_all (library, error);

  return entities != NULL ? g_strdup_printf ("%u", entities->len) : NULL;
}

static gpointer
fail_func (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, "not there");
  return NULL;
}

static char *
run (JbStore *store, JbStoreAccess access, JbStoreFunc func, const char *data, GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  jb_store_run_async (store, access, func, g_strdup (data), g_free, g_free, NULL, store_result, &result);
  wait_for ((gconstpointer *) &result);
  return jb_store_run_finish (store, result, error);
}

static void
test_run (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbStore) store = open_store (t);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = run (store, JB_STORE_WRITE, insert_func, "柳溪街道", &error);
  g_autofree char *count = run (store, JB_STORE_READ, count_func, "", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "柳溪街道");
  g_assert_cmpstr (count, ==, "1");
  g_assert_null (run (store, JB_STORE_READ, fail_func, "", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NOT_FOUND);
}

static void
changed_cb (JbStore *store, gpointer data)
{
  ++*(guint *) data;
}

static gboolean
give_up_cb (gpointer data)
{
  g_assert_not_reached ();
  return G_SOURCE_REMOVE;
}

/* t->library stands for another program. */
static void
test_changed (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbStore) store = open_store (t);
  g_autoptr(GError) error = NULL;
  guint n = 0, give_up = g_timeout_add_seconds (20, give_up_cb, NULL);

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &n);
  g_assert_true (insert (t->library, "石桥街道", &error));
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (give_up);
  g_assert_no_error (error);
}

static gpointer
slow_func (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  g_usleep (300 * 1000);
  return g_strdup ("");
}

/* A long errand of the writer does not hold up a reader. */
static void
test_apart (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbStore) store = open_store (t);
  g_autoptr(GAsyncResult) slow = NULL;
  g_autofree char *count = NULL, *done = NULL;

  jb_store_run_async (store, JB_STORE_WRITE, slow_func, NULL, NULL, g_free, NULL, store_result, &slow);
  count = run (store, JB_STORE_READ, count_func, "", NULL);
  g_assert_null (slow);
  wait_for ((gconstpointer *) &slow);
  done = jb_store_run_finish (store, slow, NULL);
}

typedef struct
{
  GMutex   lock;
  GCond    changed;
  gboolean paused, go_on;
} Steps;

/* Writes, pauses until it is told to go on, and writes again. */
static gpointer
long_func (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  Steps *steps = data;
  g_autoptr(JbEntity) first = jb_entity_new (JB_ENTITY_TYPE_STREET, "柳溪街道");
  g_autoptr(JbEntity) second = jb_entity_new (JB_ENTITY_TYPE_STREET, "石桥街道");

  if (!jb_library_begin (library, "导入", error) || !jb_entity_table_insert (library, first, error) ||
      !jb_library_pause (library, error))
    return NULL;
  g_mutex_lock (&steps->lock);
  steps->paused = TRUE;
  g_cond_signal (&steps->changed);
  while (!steps->go_on)
    g_cond_wait (&steps->changed, &steps->lock);
  g_mutex_unlock (&steps->lock);
  if (!jb_library_resume (library, error) || !jb_entity_table_insert (library, second, error) ||
      !jb_library_commit (library, error))
    return NULL;
  return g_strdup ("done");
}

static void
wait_for_pause (Steps *steps)
{
  g_mutex_lock (&steps->lock);
  while (!steps->paused)
    g_cond_wait (&steps->changed, &steps->lock);
  g_mutex_unlock (&steps->lock);
}

static void
let_go_on (Steps *steps)
{
  g_mutex_lock (&steps->lock);
  steps->go_on = TRUE;
  g_cond_signal (&steps->changed);
  g_mutex_unlock (&steps->lock);
}

/* Whoever edits waits for no import; each is logged for whoever it was when it was begun. */
static void
test_long (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbStore) store = open_store (t);
  g_autoptr(GAsyncResult) slow = NULL;
  g_autoptr(GPtrArray) operations = NULL;
  g_autofree char *name = NULL, *done = NULL, *count = NULL;
  g_autoptr(GError) error = NULL;
  Steps steps = { 0 };

  jb_store_set_author (store, "林编辑");
  jb_store_run_async (store, JB_STORE_LONG, long_func, &steps, NULL, g_free, NULL, store_result, &slow);
  wait_for_pause (&steps);
  jb_store_set_author (store, "周编辑");
  name = run (store, JB_STORE_WRITE, insert_func, "枫浦街道", &error);
  g_assert_no_error (error);
  g_assert_null (slow);
  let_go_on (&steps);
  wait_for ((gconstpointer *) &slow);
  done = jb_store_run_finish (store, slow, &error);
  g_assert_no_error (error);
  count = run (store, JB_STORE_READ, count_func, "", NULL);
  g_assert_cmpstr (count, ==, "3");
  operations = jb_history_list (t->library, 10, NULL);
  g_assert_cmpuint (operations->len, ==, 3);
  g_assert_cmpstr (((JbOperation *) operations->pdata[1])->who, ==, "周编辑");
  g_assert_cmpstr (((JbOperation *) operations->pdata[2])->who, ==, "林编辑");
}

static void
test_cancelled (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbStore) store = open_store (t);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *count = NULL;

  g_cancellable_cancel (cancellable);
  jb_store_run_async (store, JB_STORE_WRITE, insert_func, g_strdup ("柳溪街道"), g_free, g_free, cancellable, store_result, &result);
  wait_for ((gconstpointer *) &result);
  g_assert_null (jb_store_run_finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  count = run (store, JB_STORE_READ, count_func, "", NULL);
  g_assert_cmpstr (count, ==, "0");
}

static void
test_refused (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *path = jb_test_library_write_file (t, "text.jianbao", "这不是库，只是一些文字而已。", -1);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  jb_store_open_async (path, NULL, store_result, &result);
  wait_for ((gconstpointer *) &result);
  g_assert_null (jb_store_open_finish (result, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NOT_LIBRARY);
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/errands-bring-back-results-and-errors", test_run);
  ADD ("/store/a-change-by-another-program-is-told", test_changed);
  ADD ("/store/the-reader-does-not-wait-for-the-writer", test_apart);
  ADD ("/store/a-short-write-does-not-wait-for-a-long-errand", test_long);
  ADD ("/store/a-cancelled-errand-does-nothing", test_cancelled);
  ADD ("/store/a-file-that-is-no-library-is-refused", test_refused);
  return g_test_run ();
}
