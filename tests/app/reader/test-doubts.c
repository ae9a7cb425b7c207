/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-doubts.h"

/* A paragraph put together from two pieces of the source, the second of which begins at 20. */
static JbArticle *
make_article (void)
{
  JbArticle *article = jb_article_new ();
  g_autoptr(JbSpanMap) title = jb_span_map_new (), text = jb_span_map_new ();

  jb_span_map_append (title, 0, 0, 3);
  jb_span_map_append (text, 0, 5, 4);
  jb_span_map_append (text, 4, 20, 4);
  jb_article_append_block (article, jb_block_new (JB_BLOCK_KIND_TITLE, 0, "云汀区", title));
  jb_article_append_block (article, jb_block_new (JB_BLOCK_KIND_PARAGRAPH, 0, "柳浦街道今天修桥", text));
  return article;
}

static void
test_article (void)
{
  const JbDoubt doubts[] = { { 1, 2, 40 }, { 7, 22, 62 }, { 30, 31, 10 } };
  g_autoptr(GArray) source = g_array_new (FALSE, FALSE, sizeof (JbDoubt));
  g_autoptr(JbArticle) article = make_article ();
  g_autoptr(GArray) found = NULL;

  g_array_append_vals (source, doubts, G_N_ELEMENTS (doubts));
  found = jb_doubts_of_article (article, source);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpuint (g_array_index (found, JbDoubt, 0).start, ==, 1);
  g_assert_cmpuint (g_array_index (found, JbDoubt, 1).start, ==, 4 + 2);
  g_assert_cmpuint (g_array_index (found, JbDoubt, 1).end, ==, 4 + 4);
  g_assert_cmpuint (g_array_index (found, JbDoubt, 2).start, ==, 4 + 4);
  g_assert_cmpuint (g_array_index (found, JbDoubt, 2).end, ==, 4 + 6);
  g_assert_null (jb_doubts_find (found, 0));
  g_assert_cmpuint (jb_doubts_find (found, 1)->confidence, ==, 40);
  g_assert_cmpuint (jb_doubts_find (found, 9)->confidence, ==, 62);
  g_assert_null (jb_doubts_find (found, 10));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/doubts/they-follow-the-text-into-the-article", test_article);
  return g_test_run ();
}
