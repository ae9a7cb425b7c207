/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-entity-entry.h"

#include "jb-entity-table.h"
#include "jb-test-library.h"

static void
add (JbLibrary *library, JbEntityType type, const char *name, const char *alias)
{
  g_autoptr(JbEntity) entity = jb_entity_new (type, name);
  GError *error = NULL;

  if (alias != NULL)
    jb_entity_take_alias (entity, g_uuid_string_random (), g_strdup (alias), JB_ALIAS_KIND_SHORT);
  jb_library_begin (library, "test", &error);
  jb_entity_table_insert (library, entity, &error);
  jb_library_commit (library, &error);
  g_assert_no_error (error);
}

static void
add_test (const char *path, void (*func) (JbTestLibrary *, gconstpointer))
{
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, func, jb_test_library_tear_down);
}

static const JbEntityEntry *
get (GPtrArray *entries, guint n)
{
  return g_ptr_array_index (entries, n);
}

static void
test_order (JbTestLibrary *test, gconstpointer data)
{
  g_autoptr(JbPinyin) pinyin = jb_pinyin_new ();
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  add (test->library, JB_ENTITY_TYPE_PERSON, "曾小满", NULL);
  add (test->library, JB_ENTITY_TYPE_STREET, "月堰街道", NULL);
  add (test->library, JB_ENTITY_TYPE_STREET, "枫浦街道", NULL);
  entries = jb_entity_entry_load_all (test->library, pinyin, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpstr (get (entries, 0)->entity->name, ==, "枫浦街道");
  g_assert_cmpstr (get (entries, 1)->entity->name, ==, "月堰街道");
  g_assert_cmpstr (get (entries, 2)->spelled, ==, "zeng xiao man");
}

static void
test_namesakes (JbTestLibrary *test, gconstpointer data)
{
  static const char *const notes[] = { "云省 石县", "云省 汀州区" };
  g_autoptr(JbPinyin) pinyin = jb_pinyin_new ();
  g_autoptr(GPtrArray) entries = NULL;
  GError *error = NULL;

  jb_library_begin (test->library, "test", &error);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr(JbEntity) entity = jb_entity_new (JB_ENTITY_TYPE_STREET, "城关镇");

      g_free (entity->note);
      entity->note = g_strdup (notes[i]);
      jb_entity_table_insert (test->library, entity, &error);
    }
  jb_library_commit (test->library, &error);
  g_assert_no_error (error);
  add (test->library, JB_ENTITY_TYPE_STREET, "枫浦街道", NULL);
  entries = jb_entity_entry_load_all (test->library, pinyin, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get (entries, 0)->label, ==, "城关镇 · 云省 汀州区");
  g_assert_cmpstr (get (entries, 1)->label, ==, "城关镇 · 云省 石县");
  g_assert_cmpstr (get (entries, 2)->label, ==, "枫浦街道");
}

static void
test_matches (JbTestLibrary *test, gconstpointer data)
{
  g_autoptr(JbPinyin) pinyin = jb_pinyin_new ();
  g_autoptr(GPtrArray) entries = NULL;
  const JbEntityEntry *entry;

  add (test->library, JB_ENTITY_TYPE_STREET, "枫浦街道", "枫街");
  entries = jb_entity_entry_load_all (test->library, pinyin, NULL);
  entry = get (entries, 0);
  g_assert_true (jb_entity_entry_matches (entry, ""));
  g_assert_true (jb_entity_entry_matches (entry, "浦街"));
  g_assert_true (jb_entity_entry_matches (entry, "枫街"));
  g_assert_true (jb_entity_entry_matches (entry, "fpjd"));
  g_assert_true (jb_entity_entry_matches (entry, "fj"));
  g_assert_true (jb_entity_entry_matches (entry, "fengpu"));
  g_assert_false (jb_entity_entry_matches (entry, "jd"));
  g_assert_false (jb_entity_entry_matches (entry, "engpu"));
}

static void
test_surname (JbTestLibrary *test, gconstpointer data)
{
  g_autoptr(JbPinyin) pinyin = jb_pinyin_new ();
  g_autoptr(GPtrArray) entries = NULL;

  add (test->library, JB_ENTITY_TYPE_PERSON, "单青禾", NULL);
  entries = jb_entity_entry_load_all (test->library, pinyin, NULL);
  g_assert_true (jb_entity_entry_matches (get (entries, 0), "sqh"));
  g_assert_true (jb_entity_entry_matches (get (entries, 0), "dqh"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/entity-entry/namesakes-are-told-apart-by-their-notes", test_namesakes);
  add_test ("/entity-entry/entries-come-by-type-then-pinyin", test_order);
  add_test ("/entity-entry/names-match-anywhere-pinyin-from-its-beginning", test_matches);
  add_test ("/entity-entry/a-surname-is-found-by-both-its-readings", test_surname);
  return g_test_run ();
}
