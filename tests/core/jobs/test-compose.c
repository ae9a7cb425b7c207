/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-briefing-table.h"
#include "jb-compose.h"
#include "jb-decide.h"
#include "jb-import-job.h"
#include "jb-search.h"
#include "jb-test-library.h"

#include <string.h>

static const char page[] =
  "柳浦街道开出便民早班车\n\n日前，柳浦街道的便民早班车正式开通，沿线设有十二个站点。居民出门五分钟就能坐上车，票价与公交相同。\n\n"
  "石桥街道的口袋公园同日开放，占地约三千平方米。公园里种了二百多株香樟，成了老人们晨练的新去处。\n";

/* Returns: (transfer full): the only article */
static JbArticle *
import (JbTestLibrary *t)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr(GError) error = NULL;
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, "2024-05-06.txt", bytes, NULL, &error);
  g_autoptr(JbQuery) query = jb_query_new ();
  g_auto(GStrv) ids = jb_search_articles (t->library, query, &error);
  JbArticle *article = jb_desk_load_article (t->library, ids[0], &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->outcome, ==, JB_IMPORT_DONE);
  return article;
}

static void
test_draft (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t);
  const char *ids[] = { article->id, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(JbBriefing) draft = jb_compose_draft (t->library, ids, "简报", 4, JB_GROUP_STREET, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (draft->sections->len, ==, 2);
  g_assert_cmpstr (((JbBriefingSection *) draft->sections->pdata[0])->heading, ==, "柳浦街道");
  g_assert_cmpstr (((JbBriefingSection *) draft->sections->pdata[1])->heading, ==, "石桥街道");
  for (guint i = 0; i < draft->sections->len; i++)
    {
      JbBriefingSection *section = draft->sections->pdata[i];

      for (guint j = 0; j < section->items->len; j++)
        {
          JbBriefingItem *item = section->items->pdata[j];
          g_autofree char *slice = jb_article_dup_slice (article, item->start, item->end);

          g_assert_cmpstr (item->text, ==, slice);
          g_assert_nonnull (strstr (item->citation, article->title));
        }
    }
}

static void
test_sentence (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t);
  g_autofree char *text = jb_article_dup_text (article);
  guint place = (guint) g_utf8_strlen (text, strstr (text, "口袋公园") - text);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = jb_compose_add_sentence (t->library, NULL, NULL, article, place, place, &error);
  g_autofree char *again = jb_compose_add_sentence (t->library, NULL, NULL, article, 0, 4, &error);
  g_autoptr(JbBriefing) briefing = jb_briefing_table_load (t->library, id, &error);
  g_autofree char *undone = NULL;
  JbBriefingSection *section = briefing->sections->pdata[0];
  g_auto(GStrv) left = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, id);
  g_assert_cmpuint (section->items->len, ==, 2);
  g_assert_cmpstr (((JbBriefingItem *) section->items->pdata[0])->text, ==, "石桥街道的口袋公园同日开放，占地约三千平方米。");
  g_assert_cmpstr (((JbBriefingItem *) section->items->pdata[1])->text, ==, "柳浦街道");

  /* The first sentence made the briefing, and takes it away again. */
  undone = jb_decide_undo (t->library, &error);
  g_free (g_steal_pointer (&undone));
  undone = jb_decide_undo (t->library, &error);
  left = jb_briefing_table_list (t->library, &error);
  g_assert_cmpuint (g_strv_length (left), ==, 0);
}

static void
test_edit (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = jb_compose_add_sentence (t->library, NULL, NULL, article, 0, 4, &error);
  g_autoptr(JbBriefing) before = jb_briefing_table_load (t->library, id, &error);
  g_autoptr(JbBriefing) after = NULL;
  JbBriefingSection *section = before->sections->pdata[0];
  JbBriefingItem *item = section->items->pdata[0];

  g_assert_true (jb_compose_set_text (t->library, item, "柳浦", &error));
  g_assert_true (jb_compose_add_section (t->library, id, "其他", &error));
  g_assert_true (jb_compose_add_text (t->library, section->id, "编者的话。", &error));
  g_assert_true (jb_compose_set_heading (t->library, section, "街道", &error));
  after = jb_briefing_table_load (t->library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->sections->len, ==, 2);
  section = after->sections->pdata[0];
  g_assert_cmpstr (section->heading, ==, "街道");
  item = section->items->pdata[0];
  g_assert_cmpstr (item->text, ==, "柳浦");
  g_assert_cmpstr (item->original, ==, "柳浦街道");
  item = section->items->pdata[1];
  g_assert_null (item->article);
  g_assert_null (item->citation);
}

static void
test_nothing (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = jb_compose_add_sentence (t->library, NULL, NULL, article, 9999, 9999, &error);

  g_assert_null (id);
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/compose/a-draft-groups-verbatim-sentences", test_draft);
  ADD ("/compose/the-sentence-around-a-place-is-taken", test_sentence);
  ADD ("/compose/edits-keep-the-original", test_edit);
  ADD ("/compose/a-place-without-a-sentence-is-refused", test_nothing);
  return g_test_run ();
}
