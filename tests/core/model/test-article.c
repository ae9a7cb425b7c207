/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-article.h"

static JbBlock *
new_block (JbBlockKind kind, const char *text, guint source)
{
  g_autoptr(JbSpanMap) map = jb_span_map_new ();

  jb_span_map_append (map, 0, source, (guint) g_utf8_strlen (text, -1));
  return jb_block_new (kind, 0, text, map);
}

static JbArticle *
new_article (void)
{
  JbArticle *article = jb_article_new ();

  jb_article_append_block (article, new_block (JB_BLOCK_KIND_TITLE, "标题", 10));
  jb_article_append_block (article, new_block (JB_BLOCK_KIND_PARAGRAPH, "第一段。", 20));
  jb_article_append_block (article, new_block (JB_BLOCK_KIND_PARAGRAPH, "第二段。", 30));
  return article;
}

static void
test_text (void)
{
  g_autoptr(JbArticle) article = new_article ();
  g_autofree char *text = jb_article_dup_text (article);
  g_autofree char *slice = jb_article_dup_slice (article, 1, 9);
  g_autofree char *whole = jb_article_dup_slice (article, 0, jb_article_get_length (article));
  g_autofree char *nothing = jb_article_dup_slice (article, 3, 3);

  g_assert_cmpstr (text, ==, "标题\n第一段。\n第二段。");
  g_assert_cmpstr (whole, ==, text);
  g_assert_cmpstr (slice, ==, "题\n第一段。\n第");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (jb_article_get_length (article), ==, 12);
}

static void
test_find (void)
{
  g_autoptr(JbArticle) article = new_article ();

  g_assert_cmpuint (jb_article_find_block (article, 0), ==, 0);
  g_assert_cmpuint (jb_article_find_block (article, 2), ==, 0);
  g_assert_cmpuint (jb_article_find_block (article, 3), ==, 1);
  g_assert_cmpuint (jb_article_find_block (article, 11), ==, 2);
}

static void
test_source (void)
{
  g_autoptr(JbArticle) article = new_article ();
  g_autoptr(GArray) spans = jb_article_to_source (article, 4, 9);

  g_assert_cmpuint (spans->len, ==, 2);
  g_assert_cmpuint (g_array_index (spans, JbSpan, 0).start, ==, 21);
  g_assert_cmpuint (g_array_index (spans, JbSpan, 0).end, ==, 24);
  g_assert_cmpuint (g_array_index (spans, JbSpan, 1).start, ==, 30);
  g_assert_cmpuint (g_array_index (spans, JbSpan, 1).end, ==, 31);
}

static void
test_joins (void)
{
  g_autoptr(JbSpanMap) map = jb_span_map_new ();
  g_autoptr(JbBlock) block = NULL;

  jb_span_map_append (map, 0, 100, 2);
  jb_span_map_append (map, 2, 104, 3);
  block = jb_block_new (JB_BLOCK_KIND_PARAGRAPH, 0, "铜墙铁壁。", map);
  g_assert_cmpuint (block->joins->len, ==, 1);
  g_assert_cmpuint (jb_joins_get (block->joins, 0)->offset, ==, 2);
  g_assert_cmpstr (jb_joins_get (block->joins, 0)->reasons, ==, "");
  g_assert_null (jb_block_find_join (block, 0));
  g_assert_true (jb_block_find_join (block, 1) == jb_joins_get (block->joins, 0));
  g_assert_true (jb_block_find_join (block, 2) == jb_joins_get (block->joins, 0));
  g_assert_null (jb_block_find_join (block, 3));
}

static void
test_join_strings (void)
{
  const char *const bad[] = { "1", "1:2", "x:1:long", "1:x:long", "1:2:a:b", "-1:2:long" };
  g_autoptr(GArray) joins = jb_joins_from_string ("2:7:comma-end,long 11:0:"), none = jb_joins_from_string ("");
  g_autofree char *again = jb_joins_to_string (joins);

  g_assert_cmpuint (joins->len, ==, 2);
  g_assert_cmpint (jb_joins_get (joins, 0)->score, ==, 7);
  g_assert_cmpstr (jb_joins_get (joins, 0)->reasons, ==, "comma-end,long");
  g_assert_cmpstr (again, ==, "2:7:comma-end,long 11:0:");
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (jb_joins_from_string (bad[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/text-is-the-blocks-joined", test_text);
  g_test_add_func ("/article/every-offset-has-a-block", test_find);
  g_test_add_func ("/article/a-span-over-blocks-maps-to-the-source", test_source);
  g_test_add_func ("/article/a-rejoined-block-knows-its-breaks", test_joins);
  g_test_add_func ("/article/joins-are-kept-as-text", test_join_strings);
  return g_test_run ();
}
