/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-paragraphs.h"

#include "jb-briefing-table.h"
#include "jb-chars.h"
#include "jb-compose.h"
#include "jb-decide.h"
#include "jb-import-job.h"
#include "jb-recut.h"
#include "jb-registry.h"
#include "jb-search.h"
#include "jb-tally-table.h"
#include "jb-test-library.h"

#include <string.h>

/* The second paragraph was torn in the middle of a sentence, the picture's caption stands between its pieces. */
static const char page[] =
  "柳浦街道开出便民早班车\n\n"
  "本报讯（记者 林小雨）日前，柳浦街道召开推进会。\n\n"
  "会议要求，各社区要把群众的小事办好，把群众的难事办实，天天有人问，件件有人管，做实前期工\n\n\n\n小区一角\n\n作，让居民满意。石桥社区先行一步。\n\n"
  "书记心声\n\n柳浦街道党工委书记 沈远山\n\n我们要把早班车开进每一个小区，让年轻人准时上班。\n\n"
  "柳浦街道还将推进改造。\n";

static JbArticle *
load (JbTestLibrary *t)
{
  g_autoptr(JbQuery) query = jb_query_new ();
  g_auto(GStrv) ids = jb_search_articles (t->library, query, NULL);
  g_autoptr(GError) error = NULL;
  JbArticle *article = jb_desk_load_article (t->library, ids[0], &error);

  g_assert_no_error (error);
  return article;
}

static JbArticle *
import (JbTestLibrary *t)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr(GError) error = NULL;
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, "a.txt", bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->n_articles, ==, 1);
  return load (t);
}

/* Where @words stand in the article's text, which they must. */
static guint
find (const JbArticle *article, const char *words)
{
  g_autofree char *text = jb_article_dup_text (article);
  const char *at = strstr (text, words);

  g_assert_nonnull (at);
  return (guint) g_utf8_strlen (text, at - text);
}

static const JbBlock *
get_block (const JbArticle *article, const char *words)
{
  return g_ptr_array_index (article->blocks, jb_article_find_block (article, find (article, words)));
}

static void
tag (JbTestLibrary *t, const char *words, JbEntityType type)
{
  g_autoptr(JbArticle) article = load (t);
  guint start = find (article, words);
  g_autoptr(GError) error = NULL;

  g_assert_true (jb_decide_tag (t->library, article, start, start + (guint) g_utf8_strlen (words, -1), type, NULL, &error));
  g_assert_no_error (error);
}

/* Everything that has a place in the text stands where its words are. */
static void
check_places (JbTestLibrary *t, const JbArticle *article, guint n_confirmed)
{
  guint n = 0;

  for (guint i = 0; i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);
      g_autofree char *there = jb_article_dup_slice (article, mention->start, mention->end);

      g_assert_cmpstr (there, ==, mention->text);
      n += mention->state == JB_MENTION_STATE_CONFIRMED;
    }
  g_assert_cmpuint (n, ==, n_confirmed);
  for (guint i = 0; i < article->statements->len; i++)
    {
      const JbStatement *statement = g_ptr_array_index (article->statements, i);

      if (statement->kind == JB_STATEMENT_KIND_BOX)
        g_assert_cmpstr (((JbBlock *) g_ptr_array_index (article->blocks, statement->block))->text, ==, statement->text);
      else
        {
          g_autofree char *there = jb_article_dup_slice (article, statement->start, statement->end);

          g_assert_cmpstr (there, ==, statement->text);
        }
    }
}

static void
check_source (const JbArticle *article)
{
  g_autoptr(JbChars) source = jb_chars_new (page, -1);

  for (guint i = 0; i < article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, i);
      g_autoptr(GArray) spans = jb_article_to_source (article, block->start, block->start + block->length);
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint s = 0; s < spans->len; s++)
        {
          const JbSpan *span = &g_array_index (spans, JbSpan, s);
          g_autofree char *part = jb_chars_to_utf8 (source, span->start, span->end);

          g_string_append (text, part);
        }
      g_assert_cmpstr (text->str, ==, block->text);
    }
}

static void
test_evidence (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t);
  const JbBlock *block = get_block (article, "会议要求");
  const JbJoin *join;

  g_assert_cmpuint (block->joins->len, ==, 1);
  join = jb_joins_get (block->joins, 0);
  g_assert_cmpuint (block->start + join->offset, ==, find (article, "作，让居民"));
  g_assert_cmpint (join->score, >=, 3);
  g_assert_nonnull (strstr (join->reasons, "bigram-frequent"));
  g_assert_cmpuint (get_block (article, "日前")->joins->len, ==, 0);
}

static void
test_split (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t), split = NULL, undone = NULL;
  g_autofree char *before = NULL, *after = NULL, *again = NULL, *name = NULL, *redone = NULL, *briefing = NULL;
  g_autoptr(GPtrArray) quotes = NULL;
  g_autoptr(GError) error = NULL;
  const JbBriefingItem *quote;
  g_autofree char *quoted = NULL;

  tag (t, "石桥社区", JB_ENTITY_TYPE_COMMUNITY);
  tag (t, "沈远山", JB_ENTITY_TYPE_LEADER);
  tag (t, "改造", JB_ENTITY_TYPE_PROJECT);
  g_clear_object (&article);
  article = load (t);
  check_places (t, article, 3);
  briefing = jb_compose_add_sentence (t->library, NULL, NULL, article, find (article, "柳浦街道还将"),
                                      find (article, "柳浦街道还将"), &error);
  g_assert_no_error (error);
  before = jb_test_library_dump (t);

  g_assert_true (jb_paragraphs_split (t->library, article, find (article, "作，让居民"), &error));
  g_assert_no_error (error);
  after = jb_test_library_dump (t);
  split = load (t);
  g_assert_cmpuint (split->blocks->len, ==, article->blocks->len + 1);
  g_assert_cmpstr (get_block (split, "会议要求")->text, ==, "会议要求，各社区要把群众的小事办好，把群众的难事办实，天天有人问，件件有人管，做实前期工");
  g_assert_cmpstr (get_block (split, "作，让")->text, ==, "作，让居民满意。石桥社区先行一步。");
  g_assert_cmpuint (get_block (split, "会议要求")->joins->len, ==, 0);
  check_places (t, split, 3);
  check_source (split);
  quotes = jb_briefing_table_load_quotes (t->library, split->id, &error);
  g_assert_cmpuint (quotes->len, ==, 1);
  quote = g_ptr_array_index (quotes, 0);
  quoted = jb_article_dup_slice (split, quote->start, quote->end);
  g_assert_cmpstr (quoted, ==, quote->original);

  name = jb_decide_undo (t->library, &error);
  g_assert_no_error (error);
  again = jb_test_library_dump (t);
  g_assert_cmpstr (again, ==, before);
  undone = load (t);
  g_assert_cmpuint (get_block (undone, "会议要求")->joins->len, ==, 1);
  g_free (name);
  name = jb_decide_redo (t->library, &error);
  redone = jb_test_library_dump (t);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_join_again (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t), split = NULL, joined = NULL;
  g_autofree char *before = jb_article_dup_text (article), *after = NULL;
  g_autoptr(GError) error = NULL;
  const JbJoin *join;

  tag (t, "石桥社区", JB_ENTITY_TYPE_COMMUNITY);
  g_assert_true (jb_paragraphs_split (t->library, article, find (article, "作，让居民"), &error));
  split = load (t);
  g_assert_true (jb_paragraphs_join (t->library, split, find (split, "做实"), &error));
  g_assert_no_error (error);
  joined = load (t);
  after = jb_article_dup_text (joined);
  g_assert_cmpstr (after, ==, before);
  check_places (t, joined, 1);
  check_source (joined);
  join = jb_joins_get (get_block (joined, "会议要求")->joins, 0);
  g_assert_cmpint (join->score, >=, 3);
  g_assert_nonnull (strstr (join->reasons, "by-hand"));
}

static void
test_crossing (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t), split = NULL, undone = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;

  tag (t, "前期工作", JB_ENTITY_TYPE_PROJECT);
  tag (t, "改造", JB_ENTITY_TYPE_PROJECT);
  g_clear_object (&article);
  article = load (t);
  g_assert_true (jb_paragraphs_split (t->library, article, find (article, "作，让居民"), &error));
  split = load (t);
  check_places (t, split, 1);
  name = jb_decide_undo (t->library, &error);
  undone = load (t);
  check_places (t, undone, 2);
  g_assert_no_error (error);
}

/* The words of the one box among the statements. */
static const char *
get_box (JbArticle *article)
{
  for (guint i = 0; i < article->statements->len; i++)
    {
      const JbStatement *statement = g_ptr_array_index (article->statements, i);

      if (statement->kind == JB_STATEMENT_KIND_BOX)
        return statement->text;
    }
  g_assert_not_reached ();
}

/* A statement's words follow its block, also where that block itself is divided. */
static void
test_statement (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t), split = NULL, joined = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (jb_paragraphs_split (t->library, article, find (article, "让年轻人"), &error));
  split = load (t);
  g_assert_cmpstr (get_box (split), ==, "我们要把早班车开进每一个小区，");
  g_assert_cmpint (get_block (split, "让年轻人")->kind, ==, JB_BLOCK_KIND_PARAGRAPH);
  check_places (t, split, 0);
  g_assert_true (jb_paragraphs_join (t->library, split, find (split, "我们要"), &error));
  joined = load (t);
  g_assert_cmpstr (get_box (joined), ==, "我们要把早班车开进每一个小区，让年轻人准时上班。");
  g_assert_cmpint (get_block (joined, "我们要")->kind, ==, JB_BLOCK_KIND_STATEMENT);
  g_assert_no_error (error);
}

/* Each join goes alone: of two in one paragraph the other stays. */
static void
test_alone (JbTestLibrary *t, gconstpointer data)
{
  static const char text[] = "早班车\n\n各社区要把群众的小事办好，把群众的难事办实，天天有人问，件件有人管，做实前期工\n\n作，让居民满意，还要针对重\n\n点区域，开展巡查。\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, "b.txt", bytes, NULL, &error);
  g_autoptr(JbArticle) article = load (t), split = NULL;
  const JbBlock *block = get_block (article, "各社区");
  const JbJoin *join;

  g_assert_cmpuint (block->joins->len, ==, 2);
  g_assert_true (jb_paragraphs_split (t->library, article, block->start + jb_joins_get (block->joins, 0)->offset, &error));
  split = load (t);
  g_assert_cmpuint (get_block (split, "各社区")->joins->len, ==, 0);
  block = get_block (split, "作，让");
  g_assert_cmpuint (block->joins->len, ==, 1);
  join = jb_joins_get (block->joins, 0);
  g_assert_cmpuint (block->start + join->offset, ==, find (split, "点区域"));
  g_assert_cmpstr (join->reasons, !=, "");
  g_assert_no_error (error);
}

static void
test_nonsense (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t);
  g_autofree char *before = jb_test_library_dump (t), *after = NULL;
  const JbBlock *block = get_block (article, "会议要求");
  const guint bad[] = { 0, block->start, block->start + block->length, jb_article_get_length (article), 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (jb_recut_may_split (article, bad[i]));
      g_assert_false (jb_paragraphs_split (t->library, article, bad[i], &error));
      g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      /* the headline, and the last paragraph */
      g_assert_false (jb_paragraphs_join (t->library, article, i == 0 ? 0 : jb_article_get_length (article) - 1, &error));
      g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
    }
  after = jb_test_library_dump (t);
  g_assert_cmpstr (after, ==, before);
}

/* Who still looks at the paragraphs as they were changes nothing. */
static void
test_stale (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t);
  g_autofree char *split = NULL, *after = NULL;
  g_autoptr(GError) error = NULL;
  guint at = find (article, "作，让居民");

  g_assert_true (jb_paragraphs_split (t->library, article, at, &error));
  g_assert_no_error (error);
  split = jb_test_library_dump (t);
  g_assert_false (jb_paragraphs_split (t->library, article, at, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (jb_decide_tag (t->library, article, at + 2, at + 4, JB_ENTITY_TYPE_PROJECT, NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (jb_decide_accept (t->library, article, article->mentions, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
  after = jb_test_library_dump (t);
  g_assert_cmpstr (after, ==, split);
}

static void
test_headline (JbTestLibrary *t, gconstpointer data)
{
  static const char text[] = "打赢环境整治 攻坚战\n\n柳浦街道召开推进会，部署下一步工作，要求各社区抓紧落实。\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, "c.txt", bytes, NULL, &error);
  g_autoptr(JbArticle) article = load (t), split = NULL, joined = NULL;

  g_assert_cmpstr (article->title, ==, "打赢环境整治 攻坚战");
  g_assert_true (jb_paragraphs_split (t->library, article, 6, &error));
  split = load (t);
  g_assert_cmpstr (get_block (split, "打赢")->text, ==, "打赢环境整治");
  g_assert_cmpstr (get_block (split, "攻坚战")->text, ==, "攻坚战");
  g_assert_cmpstr (split->title, ==, "打赢环境整治 攻坚战");
  g_assert_true (jb_paragraphs_join (t->library, split, 0, &error));
  joined = load (t);
  g_assert_cmpstr (get_block (joined, "打赢")->text, ==, "打赢环境整治 攻坚战");
  g_assert_no_error (error);
}

/* A name broken by a display space is found by its letters, and tagged as the one name it is; the title stays as printed. */
static void
test_display_space (JbTestLibrary *t, gconstpointer data)
{
  static const char text[] = "打赢环境整治 攻坚战\n\n柳浦街道召开推进会，部署下一步工作，要求各社区抓紧落实。\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, "c.txt", bytes, NULL, &error);
  g_autofree char *entity = jb_registry_add (t->library, JB_ENTITY_TYPE_CAMPAIGN, "环境整治攻坚战", &error);
  g_autoptr(JbArticle) article = load (t);
  g_autoptr(JbQuery) query = jb_query_parse ("环境整治攻坚战", &error), other = jb_query_parse ("整治攻", &error);
  g_auto(GStrv) found = jb_search_articles (t->library, query, &error), by_part = jb_search_articles (t->library, other, &error);
  guint n = 0;

  g_assert_cmpstr (article->title, ==, "打赢环境整治 攻坚战");
  for (guint i = 0; i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);

      if (g_strcmp0 (mention->entity, entity) != 0)
        continue;
      g_assert_cmpstr (mention->text, ==, "环境整治 攻坚战");
      g_assert_cmpstr (mention->name, ==, "环境整治攻坚战");
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (g_strv_length (found), ==, 1);
  g_assert_cmpuint (g_strv_length (by_part), ==, 1);
  g_assert_no_error (error);
}

static void
test_index (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbArticle) article = import (t);
  g_auto(GStrv) stale = NULL;
  g_autoptr(GError) error = NULL;

  tag (t, "前期工作", JB_ENTITY_TYPE_PROJECT);
  g_clear_object (&article);
  article = load (t);
  g_assert_true (jb_paragraphs_split (t->library, article, find (article, "作，让居民"), &error));
  stale = jb_tally_table_list_stale_sources (t->library, FALSE, 10, &error);
  g_assert_cmpuint (g_strv_length (stale), ==, 0);
  g_assert_no_error (error);
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/paragraphs/a-join-keeps-its-score-and-reasons", test_evidence);
  ADD ("/paragraphs/a-split-moves-what-stands-behind-it-and-is-undone-whole", test_split);
  ADD ("/paragraphs/what-was-split-can-be-joined-again", test_join_again);
  ADD ("/paragraphs/only-a-tag-across-the-cut-goes", test_crossing);
  ADD ("/paragraphs/a-statement-follows-its-block", test_statement);
  ADD ("/paragraphs/each-join-goes-alone", test_alone);
  ADD ("/paragraphs/a-place-where-nothing-can-be-done-is-refused", test_nonsense);
  ADD ("/paragraphs/a-text-that-changed-meanwhile-is-left-alone", test_stale);
  ADD ("/paragraphs/a-headline-in-two-lines-is-one-title", test_headline);
  ADD ("/paragraphs/a-name-reaches-over-a-display-space", test_display_space);
  ADD ("/paragraphs/the-index-follows", test_index);
  return g_test_run ();
}
