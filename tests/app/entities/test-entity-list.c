/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-entity-list.h"

static GPtrArray *
make_entries (const char *const *names)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      JbEntityEntry *entry = g_object_new (JB_TYPE_ENTITY_ENTRY, NULL);

      entry->entity = jb_entity_new (i < 2 ? JB_ENTITY_TYPE_STREET : JB_ENTITY_TYPE_LEADER, names[i]);
      g_free (entry->entity->id);
      entry->entity->id = g_strdup (names[i]);
      entry->label = g_strdup (names[i]);
      entry->spelled = g_strdup (names[i]);
      entry->keys = g_strconcat ("\n", names[i], NULL);
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

static const char *const names[] = { "枫浦街道", "月堰街道", "韩知远", NULL };

static void
test_groups (void)
{
  g_autoptr(JbEntityList) list = jb_entity_list_new ();
  g_autoptr(GPtrArray) entries = make_entries (names);
  GListModel *rows = jb_entity_list_get_rows (list);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  jb_entity_list_set_entries (list, entries);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5);
  g_assert_cmpuint (jb_entity_list_count (list), ==, 3);
  g_assert_cmpuint (jb_entity_list_find (list, "韩知远"), ==, 4);
}

static void
test_search (void)
{
  g_autoptr(JbEntityList) list = jb_entity_list_new ();
  g_autoptr(GPtrArray) entries = make_entries (names);
  GListModel *rows = jb_entity_list_get_rows (list);

  jb_entity_list_set_entries (list, entries);
  jb_entity_list_set_search (list, "月堰");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_cmpuint (jb_entity_list_find (list, "韩知远"), ==, GTK_INVALID_LIST_POSITION);
  jb_entity_list_set_search (list, "");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5);
}

static void
test_reload (void)
{
  g_autoptr(JbEntityList) list = jb_entity_list_new ();
  g_autoptr(GPtrArray) before = make_entries (names);
  g_autoptr(GPtrArray) after = make_entries (names);
  g_autoptr(GtkTreeListRow) row = NULL;
  g_autoptr(GObject) kept = NULL;
  JbEntityEntry *changed = g_ptr_array_index (after, 1);

  changed->n_articles = 7;
  jb_entity_list_set_entries (list, before);
  jb_entity_list_set_entries (list, after);
  row = g_list_model_get_item (jb_entity_list_get_rows (list), 1);
  kept = gtk_tree_list_row_get_item (row);
  g_assert_true (kept == g_ptr_array_index (before, 0));
  g_assert_cmpuint (jb_entity_list_find (list, "月堰街道"), ==, 2);
}

static void
test_closed (void)
{
  g_autoptr(JbEntityList) list = jb_entity_list_new ();
  g_autoptr(GPtrArray) entries = make_entries (names);
  g_autoptr(GtkTreeListRow) group = NULL;

  jb_entity_list_set_entries (list, entries);
  group = g_list_model_get_item (jb_entity_list_get_rows (list), 0);
  gtk_tree_list_row_set_expanded (group, FALSE);
  g_assert_cmpuint (jb_entity_list_find (list, "月堰街道"), ==, 2);
  g_assert_true (gtk_tree_list_row_get_expanded (group));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entity-list/types-with-entities-are-groups", test_groups);
  g_test_add_func ("/entity-list/groups-without-a-match-go", test_search);
  g_test_add_func ("/entity-list/what-did-not-change-stays-the-same-object", test_reload);
  g_test_add_func ("/entity-list/finding-opens-a-closed-group", test_closed);
  return g_test_run ();
}
