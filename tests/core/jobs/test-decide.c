/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-decide.h"
#include "jb-entity-table.h"
#include "jb-import-job.h"
#include "jb-search.h"
#include "jb-tally-table.h"
#include "jb-test-library.h"

#include <string.h>

static const char first[] =
  "柳浦街道开出便民早班车\n\n本报讯（记者 林小雨）日前，柳浦街道召开推进会。柳浦街道党工委书记沈远山出席，石桥社区代表参加。\n";
static const char second[] =
  "石桥社区换新颜\n\n本报讯（记者 林小雨）昨天，柳浦街道石桥社区的改造完工。柳浦街道将继续推进。\n";

/* Imports both pages. */
static void
import (JbTestLibrary *t)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? first : second;
      g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, i == 0 ? "a.txt" : "b.txt", bytes, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (result->outcome, ==, JB_IMPORT_DONE);
      g_assert_cmpuint (result->n_articles, ==, 1);
      g_assert_cmpuint (result->n_suggestions, >, 2);
    }
}

/* Returns: (transfer full): the article whose title begins so */
static JbArticle *
load (JbTestLibrary *t, const char *title)
{
  g_autoptr(JbQuery) query = jb_query_new ();
  g_auto(GStrv) ids = jb_search_articles (t->library, query, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JbArticle) article = jb_desk_load_article (t->library, ids[i], &error);

      g_assert_no_error (error);
      if (g_str_has_prefix (article->title, title))
        return g_steal_pointer (&article);
    }
  g_assert_not_reached ();
}

/* Returns: (transfer none): the first mention that reads so */
static JbMention *
find (JbArticle *article, const char *text)
{
  for (guint i = 0; i < article->mentions->len; i++)
    if (g_str_equal (((JbMention *) article->mentions->pdata[i])->text, text))
      return article->mentions->pdata[i];
  g_error ("“%s” is not among the mentions", text);
}

static guint
count (JbArticle *article, const char *name, JbMentionState state)
{
  guint n = 0;

  for (guint i = 0; i < article->mentions->len; i++)
    {
      JbMention *mention = article->mentions->pdata[i];

      n += g_str_equal (mention->name, name) && mention->state == state;
    }
  return n;
}

static void
accept (JbTestLibrary *t, JbArticle *article, JbMention *mention)
{
  g_autoptr(GPtrArray) mentions = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (mentions, mention);
  g_assert_true (jb_decide_accept (t->library, article, mentions, &error));
  g_assert_no_error (error);
}

static void
test_accept (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) before = NULL, after = NULL, undone = NULL;
  g_autoptr(GPtrArray) entities = NULL;
  g_autofree char *name = NULL;
  JbMention *mention;

  import (t);
  before = load (t, "柳浦");
  accept (t, before, find (before, "柳浦街道"));
  after = load (t, "柳浦");
  mention = find (after, "柳浦街道");
  g_assert_cmpint (mention->state, ==, JB_MENTION_STATE_CONFIRMED);
  g_assert_nonnull (mention->entity);
  g_assert_cmpint (after->state, ==, JB_REVIEW_STATE_IN_REVIEW);
  entities = jb_entity_table_find (t->library, JB_ENTITY_TYPE_STREET, "柳浦街道", NULL);
  g_assert_cmpuint (entities->len, ==, 1);
  /* What the registry knows now is suggested as such at the other places. */
  g_assert_cmpuint (count (after, "柳浦街道", JB_MENTION_STATE_SUGGESTED), >, 0);

  name = jb_decide_undo (t->library, NULL);
  g_assert_nonnull (strstr (name, "柳浦街道"));
  undone = load (t, "柳浦");
  g_assert_cmpint (find (undone, "柳浦街道")->state, ==, JB_MENTION_STATE_SUGGESTED);
  g_assert_cmpint (undone->state, ==, JB_REVIEW_STATE_NEW);
}

/* Accepting can bring a new suggestion: a name that the registry knows now. */
static void
test_done (JbTestLibrary *t, gconstpointer data)
{
  JbReviewState state = JB_REVIEW_STATE_NEW;

  import (t);
  for (guint round = 0; round < 5 && state != JB_REVIEW_STATE_DONE; round++)
    {
      g_autoptr(JbArticle) article = load (t, "柳浦");
      g_autoptr(JbArticle) after = NULL;
      g_autoptr(GError) error = NULL;
      guint n_left = 0;

      g_assert_true (jb_decide_accept (t->library, article, article->mentions, &error));
      after = load (t, "柳浦");
      for (guint i = 0; i < after->mentions->len; i++)
        n_left += ((JbMention *) after->mentions->pdata[i])->state == JB_MENTION_STATE_SUGGESTED;
      state = after->state;
      g_assert_cmpint (state, ==, n_left > 0 ? JB_REVIEW_STATE_IN_REVIEW : JB_REVIEW_STATE_DONE);
    }
  g_assert_cmpint (state, ==, JB_REVIEW_STATE_DONE);
}

static void
test_everywhere (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) one = NULL, other = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  int n;

  import (t);
  n = jb_decide_count_everywhere (t->library, JB_ENTITY_TYPE_STREET, "柳浦街道", &error);
  g_assert_cmpint (n, >=, 4);
  g_assert_cmpint (jb_decide_everywhere (t->library, NULL, JB_ENTITY_TYPE_STREET, "柳浦街道", JB_MENTION_STATE_CONFIRMED,
                                         &error), ==, n);
  one = load (t, "柳浦");
  other = load (t, "石桥");
  g_assert_cmpuint (count (one, "柳浦街道", JB_MENTION_STATE_CONFIRMED) + count (other, "柳浦街道", JB_MENTION_STATE_CONFIRMED), ==, n);
  g_assert_cmpint (jb_decide_count_everywhere (t->library, JB_ENTITY_TYPE_STREET, "柳浦街道", &error), ==, 0);
  name = jb_decide_undo (t->library, &error);
  g_assert_cmpint (jb_decide_count_everywhere (t->library, JB_ENTITY_TYPE_STREET, "柳浦街道", &error), ==, n);
  g_assert_no_error (error);
}

static void
test_type (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = NULL, typed = NULL, linked = NULL, untagged = NULL;
  g_autoptr(GPtrArray) entities = NULL;
  g_autoptr(GError) error = NULL;
  JbMention *mention;
  guint start, end;

  import (t);
  article = load (t, "石桥");
  mention = find (article, "石桥社区");
  start = mention->start;
  end = mention->end;
  g_assert_true (jb_decide_set_type (t->library, article, mention, JB_ENTITY_TYPE_PROJECT, &error));
  typed = load (t, "石桥");
  mention = find (typed, "石桥社区");
  g_assert_cmpint (mention->type, ==, JB_ENTITY_TYPE_PROJECT);
  g_assert_cmpint (mention->state, ==, JB_MENTION_STATE_CONFIRMED);

  g_assert_true (jb_decide_tag (t->library, typed, 0, 2, JB_ENTITY_TYPE_PLACE, NULL, &error));
  entities = jb_entity_table_find (t->library, JB_ENTITY_TYPE_PLACE, "石桥", &error);
  g_assert_cmpuint (entities->len, ==, 1);
  linked = load (t, "石桥");
  g_assert_true (jb_decide_link (t->library, linked, find (linked, "石桥社区"), ((JbEntity *) entities->pdata[0])->id, &error));
  g_clear_object (&linked);
  linked = load (t, "石桥");
  g_assert_cmpstr (find (linked, "石桥社区")->name, ==, "石桥");
  g_assert_cmpint (find (linked, "石桥社区")->type, ==, JB_ENTITY_TYPE_PLACE);

  /* A rule's tag that is removed stays away; one by hand is gone. */
  g_assert_true (jb_decide_untag (t->library, linked, find (linked, "石桥社区"), &error));
  untagged = load (t, "石桥");
  for (guint i = 0; i < untagged->mentions->len; i++)
    {
      mention = untagged->mentions->pdata[i];
      if (mention->start == start && mention->end == end)
        g_assert_cmpint (mention->state, ==, JB_MENTION_STATE_REJECTED);
    }
  g_assert_no_error (error);
}

static void
test_link_new (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = NULL, linked = NULL, undone = NULL;
  g_autoptr(GPtrArray) entities = NULL, left = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  JbMention *mention;

  import (t);
  article = load (t, "石桥");
  mention = find (article, "石桥社区");
  g_assert_true (jb_decide_link_new (t->library, article, mention, mention->type, "柳浦石桥社区", &error));
  g_assert_no_error (error);
  linked = load (t, "石桥");
  entities = jb_entity_table_find (t->library, mention->type, "柳浦石桥社区", &error);
  g_assert_cmpuint (entities->len, ==, 1);
  g_assert_cmpstr (find (linked, "石桥社区")->entity, ==, ((JbEntity *) entities->pdata[0])->id);
  g_assert_cmpstr (find (linked, "石桥社区")->name, ==, "柳浦石桥社区");
  g_assert_cmpint (find (linked, "石桥社区")->state, ==, JB_MENTION_STATE_CONFIRMED);
  g_assert_cmpint (linked->state, ==, JB_REVIEW_STATE_IN_REVIEW);

  name = jb_decide_undo (t->library, &error);
  g_assert_nonnull (strstr (name, "柳浦石桥社区"));
  undone = load (t, "石桥");
  left = jb_entity_table_find (t->library, mention->type, "柳浦石桥社区", &error);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpint (find (undone, "石桥社区")->state, ==, JB_MENTION_STATE_SUGGESTED);
  g_assert_cmpint (undone->state, ==, JB_REVIEW_STATE_NEW);
  g_assert_no_error (error);
}

static void
test_link_known (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = NULL, linked = NULL, after = NULL;
  g_autoptr(GError) error = NULL;
  JbMention *mention;

  import (t);
  article = load (t, "石桥");
  mention = find (article, "石桥社区");
  g_assert_true (jb_decide_link_new (t->library, article, mention, JB_ENTITY_TYPE_PLACE, "石桥", &error));
  linked = load (t, "石桥");
  mention = find (linked, "柳浦街道");
  g_assert_false (jb_decide_link_new (t->library, linked, mention, JB_ENTITY_TYPE_PLACE, "石桥", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_KNOWN);
  g_clear_error (&error);
  g_assert_false (jb_decide_link_new (t->library, linked, mention, JB_ENTITY_TYPE_PLACE, " ", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
  after = load (t, "石桥");
  g_assert_cmpint (find (after, "柳浦街道")->state, ==, JB_MENTION_STATE_SUGGESTED);
}

static void
test_nonsense (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = NULL;
  g_autoptr(GError) error = NULL;

  import (t);
  article = load (t, "石桥");
  g_assert_false (jb_decide_tag (t->library, article, 5, 5, JB_ENTITY_TYPE_PLACE, NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (jb_decide_tag (t->library, article, 2, 12, JB_ENTITY_TYPE_PLACE, NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
}

static void
test_index (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = NULL;
  g_autoptr(GPtrArray) facets = NULL;
  g_auto(GStrv) stale = NULL;
  guint n = 0;

  import (t);
  article = load (t, "柳浦");
  accept (t, article, find (article, "柳浦街道"));
  stale = jb_tally_table_list_stale_sources (t->library, FALSE, 10, NULL);
  g_assert_cmpuint (g_strv_length (stale), ==, 0);
  facets = jb_tally_table_load_facets (t->library, 10, NULL);
  for (guint i = 0; i < facets->len; i++)
    {
      JbFacet *facet = facets->pdata[i];

      if (facet->type == JB_ENTITY_TYPE_STREET && g_str_equal (facet->name, "柳浦街道"))
        {
          n++;
          g_assert_cmpuint (facet->n_articles, ==, 2);
          g_assert_cmpuint (facet->n_confirmed, ==, 1);
          g_assert_cmpuint (facet->n_suggested, >=, 3);
        }
    }
  g_assert_cmpuint (n, ==, 1);
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/decide/an-accepted-name-comes-into-the-registry", test_accept);
  ADD ("/decide/an-article-is-done-when-nothing-is-left", test_done);
  ADD ("/decide/a-name-is-accepted-everywhere-in-one-step", test_everywhere);
  ADD ("/decide/a-tag-can-be-typed-linked-and-removed", test_type);
  ADD ("/decide/a-tag-is-linked-to-a-new-entity-in-one-step", test_link_new);
  ADD ("/decide/a-known-name-is-no-new-entity", test_link_known);
  ADD ("/decide/a-tag-needs-a-stretch-of-one-paragraph", test_nonsense);
  ADD ("/decide/the-index-follows-every-decision", test_index);
  return g_test_run ();
}
