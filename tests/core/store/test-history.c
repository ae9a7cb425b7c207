/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-article-table.h"
#include "jb-briefing-table.h"
#include "jb-decision-table.h"
#include "jb-entity-table.h"
#include "jb-history.h"
#include "jb-source-table.h"
#include "jb-test-library.h"

static JbArticle *
new_article (const char *source)
{
  JbArticle *article = jb_article_new ();
  g_autoptr(JbSpanMap) map = jb_span_map_new ();

  article->source = g_strdup (source);
  jb_span_map_append (map, 0, 0, 11);
  jb_article_append_block (article, jb_block_new (JB_BLOCK_KIND_PARAGRAPH, 0, "柳溪街道召开“推进”会。", map));
  return article;
}

/* Imports a source of one article. Returns: (transfer full): the article's id */
static char *
import (JbLibrary *library)
{
  g_autoptr(JbSource) source = jb_source_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(JbArticle) article = new_article (source->id);
  g_autoptr(GError) error = NULL;

  source->name = g_strdup ("a.txt");
  source->media_type = g_strdup ("text/plain");
  source->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  source->imported_at = g_strdup ("2021-01-01T00:00:00Z");
  source->text_length = 11;
  g_assert_true (jb_library_begin (library, "import", &error));
  g_assert_true (jb_source_table_insert (library, source, bytes, &error));
  g_assert_true (jb_article_table_insert (library, article, &error));
  g_assert_true (jb_library_commit (library, &error));
  g_assert_no_error (error);
  return g_strdup (article->id);
}

/* Confirms a street of a new name in the article. */
static void
decide (JbLibrary *library, const char *article, const char *name)
{
  g_autoptr(JbEntity) entity = jb_entity_new (JB_ENTITY_TYPE_STREET, name);
  g_autoptr(JbMention) mention = jb_mention_new (JB_ENTITY_TYPE_STREET, name, 0, 4, JB_MENTION_ORIGIN_RULE, 1, "suffix");
  g_autoptr(GError) error = NULL;

  mention->entity = g_strdup (entity->id);
  mention->state = JB_MENTION_STATE_CONFIRMED;
  g_assert_true (jb_library_begin (library, "decide", &error));
  g_assert_true (jb_entity_table_insert (library, entity, &error));
  g_assert_true (jb_decision_table_insert (library, article, mention, "", "召开", &error));
  g_assert_true (jb_article_table_set_state (library, article, JB_REVIEW_STATE_IN_REVIEW, &error));
  g_assert_true (jb_library_commit (library, &error));
  g_assert_no_error (error);
}

static void
brief (JbLibrary *library, const char *article)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("简报");
  JbBriefingSection *section = jb_briefing_section_new ("一");
  JbBriefingSection *other = jb_briefing_section_new ("二");
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (briefing->sections, section);
  g_ptr_array_add (briefing->sections, other);
  g_ptr_array_add (section->items, jb_briefing_item_new ("甲。", article, 0, 2));
  g_ptr_array_add (section->items, jb_briefing_item_new ("乙。", article, 2, 4));
  g_ptr_array_add (section->items, jb_briefing_item_new ("丙。", article, 4, 6));
  g_assert_true (jb_library_begin (library, "brief", &error));
  g_assert_true (jb_briefing_table_insert (library, briefing, &error));
  g_assert_true (jb_briefing_table_move_item (library, ((JbBriefingItem *) section->items->pdata[2])->id, section->id, 0, &error));
  g_assert_true (jb_briefing_table_move_item (library, ((JbBriefingItem *) section->items->pdata[0])->id, other->id, 5, &error));
  g_assert_true (jb_briefing_table_set_text (library, ((JbBriefingItem *) section->items->pdata[1])->id, "乙改。", &error));
  g_assert_true (jb_library_commit (library, &error));
  g_assert_no_error (error);
}

static void
undo (JbTestLibrary *t, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = jb_history_undo (t->library, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, expected);
}

static void
redo (JbTestLibrary *t, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = jb_history_redo (t->library, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, expected);
}

/* Every operation is taken back and done again, through a restart each time; the rows are the same, byte for byte. */
static void
test_everything (JbTestLibrary *t, gconstpointer data)
{
  static const char *const names[] = { "import", "decide", "brief" };
  g_autoptr(GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *article = NULL;

  g_ptr_array_add (dumps, jb_test_library_dump (t));
  article = import (t->library);
  g_ptr_array_add (dumps, jb_test_library_dump (t));
  decide (t->library, article, "柳溪街道");
  g_ptr_array_add (dumps, jb_test_library_dump (t));
  brief (t->library, article);
  g_ptr_array_add (dumps, jb_test_library_dump (t));

  for (guint round = 0; round < 2; round++)
    {
      for (int i = 2; i >= 0; i--)
        {
          g_autofree char *dump = NULL;

          undo (t, names[i]);
          jb_test_library_reopen (t);
          dump = jb_test_library_dump (t);
          g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
        }
      undo (t, NULL);
      for (int i = 0; i < 3; i++)
        {
          g_autofree char *dump = NULL;

          redo (t, names[i]);
          jb_test_library_reopen (t);
          dump = jb_test_library_dump (t);
          g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i + 1));
        }
      redo (t, NULL);
    }
}

static void
test_delete (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *article = import (t->library);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  decide (t->library, article, "柳溪街道");
  before = jb_test_library_dump (t);
  found = jb_entity_table_find (t->library, -1, "柳溪街道", &error);
  g_assert_true (jb_library_begin (t->library, "delete", &error));
  g_assert_true (jb_entity_table_delete (t->library, ((JbEntity *) found->pdata[0])->id, &error));
  g_assert_true (jb_library_commit (t->library, &error));
  undo (t, "delete");
  after = jb_test_library_dump (t);
  g_assert_cmpstr (after, ==, before);
  redo (t, "delete");
  undo (t, "delete");
}

static void
test_dropped (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *article = import (t->library);
  g_autoptr(GPtrArray) operations = NULL;
  g_autoptr(GError) error = NULL;

  decide (t->library, article, "柳溪街道");
  undo (t, "decide");
  brief (t->library, article);
  redo (t, NULL);
  operations = jb_history_list (t->library, 10, &error);
  g_assert_cmpuint (operations->len, ==, 3);
  g_assert_cmpint (((JbOperation *) operations->pdata[0])->state, ==, JB_OPERATION_STATE_DONE);
  g_assert_cmpint (((JbOperation *) operations->pdata[1])->state, ==, JB_OPERATION_STATE_DROPPED);
  undo (t, "brief");
  undo (t, "import");
}

static void
test_nothing (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GPtrArray) operations = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *article = import (t->library);

  undo (t, "import");
  g_assert_true (jb_library_begin (t->library, "nothing", &error));
  g_assert_true (jb_library_commit (t->library, &error));
  operations = jb_history_list (t->library, 10, &error);
  g_assert_cmpuint (operations->len, ==, 1);
  redo (t, "import");
}

static void
test_rollback (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *before = jb_test_library_dump (t), *after = NULL;
  g_autoptr(JbEntity) entity = jb_entity_new (JB_ENTITY_TYPE_STREET, "柳溪街道");
  g_autoptr(GPtrArray) operations = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (jb_library_begin (t->library, "failing", &error));
  g_assert_true (jb_entity_table_insert (t->library, entity, &error));
  g_assert_false (jb_entity_table_insert (t->library, entity, &error));
  jb_library_rollback (t->library);
  after = jb_test_library_dump (t);
  g_assert_cmpstr (after, ==, before);
  operations = jb_history_list (t->library, 10, NULL);
  g_assert_cmpuint (operations->len, ==, 0);
}

static void
test_who (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *article = NULL;
  g_autoptr(GPtrArray) operations = NULL;
  const JbOperation *newest, *older;

  jb_library_set_author (t->library, "林编辑");
  article = import (t->library);
  decide (t->library, article, "柳溪街道");
  operations = jb_history_list (t->library, 10, NULL);
  newest = operations->pdata[0];
  older = operations->pdata[1];
  g_assert_cmpstr (newest->who, ==, "林编辑");
  g_assert_cmpint (newest->at, >=, older->at);
  g_assert_cmpint (ABS (newest->at - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);
}

static gboolean
insert_entity (JbLibrary *library, const char *name)
{
  g_autoptr(JbEntity) entity = jb_entity_new (JB_ENTITY_TYPE_STREET, name);

  return jb_entity_table_insert (library, entity, NULL);
}

/* A long operation of one connection, and what another one does while it pauses: undone in the order in which it was done. */
static void
test_paused (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbLibrary) other = jb_library_open (t->path, NULL);
  g_autoptr(GPtrArray) operations = NULL;
  static const char *const names[] = { "导入", "编辑", "导入" };

  g_assert_true (jb_library_begin (t->library, "导入", NULL) && insert_entity (t->library, "柳溪街道"));
  g_assert_true (jb_library_pause (t->library, NULL));
  g_assert_true (jb_library_resume (t->library, NULL) && insert_entity (t->library, "石桥街道"));
  g_assert_true (jb_library_pause (t->library, NULL));
  g_assert_true (jb_library_begin (other, "编辑", NULL) && insert_entity (other, "枫浦街道") && jb_library_commit (other, NULL));
  g_assert_true (jb_library_resume (t->library, NULL) && insert_entity (t->library, "月堰街道"));
  g_assert_true (jb_library_commit (t->library, NULL));

  operations = jb_history_list (t->library, 10, NULL);
  g_assert_cmpuint (operations->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < operations->len; i++)
    {
      g_autofree char *undone = jb_history_undo (other, NULL);
      g_autoptr(GPtrArray) left = jb_entity_table_load_all (other, NULL);

      g_assert_cmpstr (undone, ==, names[i]);
      g_assert_cmpuint (left->len, ==, i == 0 ? 3 : i == 1 ? 2 : 0);
    }
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/history/undo-and-redo-bring-back-every-row-across-restarts", test_everything);
  ADD ("/history/a-deleted-row-comes-back-with-what-referred-to-it", test_delete);
  ADD ("/history/what-was-undone-is-dropped-by-the-next-change", test_dropped);
  ADD ("/history/an-operation-that-changes-nothing-leaves-no-trace", test_nothing);
  ADD ("/history/a-failed-operation-leaves-no-trace", test_rollback);
  ADD ("/history/an-operation-knows-who-and-when", test_who);
  ADD ("/history/what-is-done-while-an-operation-pauses-comes-between", test_paused);
  return g_test_run ();
}
