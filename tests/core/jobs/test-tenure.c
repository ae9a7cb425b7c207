/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-tenure.h"

#include "jb-decide.h"
#include "jb-entity-table.h"
#include "jb-import-job.h"
#include "jb-registry.h"
#include "jb-search.h"
#include "jb-test-library.h"

#include <string.h>

/* Imports a page of that date. Returns: (transfer full): its article */
static JbArticle *
import (JbTestLibrary *t, const char *date, const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  const JbImportOptions options = { .date = (char *) date };
  g_autoptr(JbQuery) query = jb_query_new ();
  g_auto(GStrv) ids = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, "a.txt", bytes, date != NULL ? &options : NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->outcome, ==, JB_IMPORT_DONE);
  ids = jb_search_articles (t->library, query, &error);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(JbArticle) article = jb_desk_load_article (t->library, ids[i], &error);

      if (g_str_equal (article->source, result->source))
        return g_steal_pointer (&article);
    }
  g_assert_not_reached ();
}

static void
accept (JbTestLibrary *t, const JbArticle *article, const char *name)
{
  g_autoptr(GPtrArray) mentions = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < article->mentions->len && mentions->len == 0; i++)
    if (g_str_equal (((JbMention *) article->mentions->pdata[i])->text, name))
      g_ptr_array_add (mentions, article->mentions->pdata[i]);
  g_assert_cmpuint (mentions->len, ==, 1);
  g_assert_true (jb_decide_accept (t->library, article, mentions, &error));
  g_assert_no_error (error);
}

static JbEntity *
load (JbTestLibrary *t, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = jb_entity_table_find (t->library, JB_ENTITY_TYPE_LEADER, name, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (g_ptr_array_index (found, 0));
}

/* "place/title from to", one post a line, by their dates. */
static void
check (JbTestLibrary *t, const char *name, const char *wanted)
{
  g_autoptr(JbEntity) entity = load (t, name);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < entity->posts->len; i++)
    {
      const JbPost *post = g_ptr_array_index (entity->posts, i);

      g_string_append_printf (found, "%s/%s %s %s\n", post->place, post->title, post->from != NULL ? post->from : "-",
                              post->to != NULL ? post->to : "-");
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

#define DEPUTY "早班车开通\n\n本报讯 日前，区委副书记、代区长陆承平来到柳浦街道，走访了解早班车的开通情况，看望驾驶员。\n"
#define HEAD "晚班车开通\n\n本报讯 日前，区委副书记、区长陆承平来到柳浦街道，走访了解晚班车的开通情况，看望驾驶员。\n"
#define AGAIN "夜班车开通\n\n本报讯 日前，区委副书记、区长陆承平来到柳浦街道，走访了解夜班车的开通情况，看望驾驶员。\n"

static void
test_record (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) head = import (t, "2023-05-02", HEAD), deputy = import (t, "2023-01-09", DEPUTY),
                       again = import (t, "2023-11-30", AGAIN);
  g_autofree char *before = NULL, *after = NULL, *name = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbEntity) entity = NULL;

  accept (t, head, "陆承平");
  check (t, "陆承平", "区委/副书记 2023-05-02 2023-05-02\n/区长 2023-05-02 2023-05-02\n");
  entity = load (t, "陆承平");
  g_assert_cmpstr (((JbPost *) entity->posts->pdata[0])->source, ==, head->source);
  accept (t, deputy, "陆承平");
  check (t, "陆承平", "区委/副书记 2023-01-09 2023-05-02\n/代区长 2023-01-09 2023-01-09\n/区长 2023-05-02 2023-05-02\n");
  before = jb_test_library_dump (t);
  accept (t, again, "陆承平");
  check (t, "陆承平", "区委/副书记 2023-01-09 2023-11-30\n/代区长 2023-01-09 2023-01-09\n/区长 2023-05-02 2023-11-30\n");
  name = jb_decide_undo (t->library, &error);
  after = jb_test_library_dump (t);
  g_assert_cmpstr (after, ==, before);
  g_assert_no_error (error);
}

static void
test_by_hand (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) head = import (t, "2023-05-02", HEAD), again = import (t, "2023-11-30", AGAIN);
  g_autoptr(JbEntity) entity = NULL, now = NULL;
  g_autoptr(GError) error = NULL;

  accept (t, head, "陆承平");
  entity = load (t, "陆承平");
  g_assert_true (jb_tenure_remove (t->library, entity, "区长", "", &error));
  g_clear_object (&entity);
  entity = load (t, "陆承平");
  g_assert_true (jb_tenure_add (t->library, entity, "区长", NULL, "2023-02-01", NULL, &error));
  g_assert_no_error (error);
  accept (t, again, "陆承平");
  check (t, "陆承平", "/区长 2023-02-01 -\n区委/副书记 2023-05-02 2023-11-30\n");

  now = load (t, "陆承平");
  g_assert_false (jb_tenure_add (t->library, now, " 区长 ", "", NULL, NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_KNOWN);
  g_clear_error (&error);
  g_assert_false (jb_tenure_add (t->library, now, " ", "", NULL, NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (jb_tenure_add (t->library, now, "院长", "", "2023-02-01", "2022-02-01", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (jb_tenure_remove (t->library, now, "院长", "", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NOT_FOUND);
}

/* Without a date nothing is said of the time, until an article with one comes. */
static void
test_undated (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) head = import (t, NULL, HEAD), again = import (t, "2023-11-30", AGAIN);

  accept (t, head, "陆承平");
  check (t, "陆承平", "区委/副书记 - -\n/区长 - -\n");
  accept (t, again, "陆承平");
  check (t, "陆承平", "区委/副书记 2023-11-30 2023-11-30\n/区长 2023-11-30 2023-11-30\n");
}

/* 区委 of 云汀区委: the same body, and it is kept as it was said in full. */
static void
test_short_body (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) one = import (t, "2023-05-02", "早班车开通\n\n本报讯 日前，街道党工委书记沈远山走访了解早班车的开通情况，看望驾驶员。\n");
  g_autoptr(JbArticle) other = import (t, "2023-06-02",
                                       "晚班车开通\n\n本报讯 日前，柳浦街道党工委书记沈远山走访了解晚班车的开通情况，看望驾驶员。\n");
  g_autoptr(JbArticle) third = import (t, "2023-07-02", "夜班车开通\n\n本报讯 日前，街道党工委书记沈远山走访了解夜班车的开通情况，看望驾驶员。\n");

  accept (t, one, "沈远山");
  check (t, "沈远山", "街道/党工委书记 2023-05-02 2023-05-02\n");
  accept (t, other, "沈远山");
  accept (t, third, "沈远山");
  check (t, "沈远山", "柳浦街道/党工委书记 2023-05-02 2023-07-02\n");
}

static void
test_statement (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t, "2023-05-02",
                                         "三个街道谈实事\n\n民生实事，关键在办。\n\n书记心声\n\n柳浦街道党工委书记 沈远山\n\n"
                                         "我们要把早班车开进每一个小区，让年轻人准时上班。\n\n各街道的做法各有特点，都把实事放在第一位。\n");

  accept (t, article, "沈远山");
  check (t, "沈远山", "柳浦街道/党工委书记 2023-05-02 2023-05-02\n");
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/tenure/accepting-a-leader-records-the-posts-and-widens-them", test_record);
  ADD ("/tenure/a-post-by-hand-keeps-its-open-end", test_by_hand);
  ADD ("/tenure/an-undated-article-gives-no-dates", test_undated);
  ADD ("/tenure/a-body-named-shortly-is-the-same", test_short_body);
  ADD ("/tenure/the-line-above-a-statement-gives-a-post", test_statement);
  return g_test_run ();
}
