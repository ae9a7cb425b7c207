/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-digest.h"

#include <string.h>

static void
append (JbArticle *article, JbBlockKind kind, const char *text)
{
  g_autoptr(JbSpanMap) map = jb_span_map_new ();

  jb_span_map_append (map, 0, jb_article_get_length (article) + 1, (guint) g_utf8_strlen (text, -1));
  jb_article_append_block (article, jb_block_new (kind, 0, text, map));
}

static JbArticle *
new_article (void)
{
  JbArticle *article = jb_article_new ();

  append (article, JB_BLOCK_KIND_TITLE, "柳溪街道推进老旧小区改造。这是标题不是正文。");
  append (article, JB_BLOCK_KIND_PARAGRAPH, "柳溪街道今年推进老旧小区改造，已完成三个小区的管线更新和屋面修缮。他强调，要抓紧。");
  append (article, JB_BLOCK_KIND_CAPTION, "老旧小区改造现场照片说明文字很长很长。");
  append (article, JB_BLOCK_KIND_PARAGRAPH, "柳溪街道今年推进老旧小区改造，已完成三个小区的管线更新与屋面修缮。天气晴朗，适合出行游玩赏花。");
  return article;
}

static void
test_verbatim (void)
{
  g_autoptr(JbArticle) article = new_article ();
  g_autoptr(GPtrArray) articles = g_ptr_array_new ();
  g_autoptr(GPtrArray) digest = NULL;

  g_ptr_array_add (articles, article);
  digest = jb_digest_make (articles, 10);
  g_assert_cmpuint (digest->len, >=, 1);
  for (guint i = 0; i < digest->len; i++)
    {
      const JbDigestSentence *sentence = g_ptr_array_index (digest, i);
      g_autofree char *slice = jb_article_dup_slice (article, sentence->start, sentence->end);

      g_assert_cmpstr (slice, ==, sentence->text);
      g_assert_null (strstr (sentence->text, "标题"));
      g_assert_null (strstr (sentence->text, "照片"));
    }
}

static void
test_repeats (void)
{
  g_autoptr(JbArticle) article = new_article ();
  g_autoptr(GPtrArray) articles = g_ptr_array_new ();
  g_autoptr(GPtrArray) digest = NULL;
  guint n = 0;

  g_ptr_array_add (articles, article);
  digest = jb_digest_make (articles, 10);
  for (guint i = 0; i < digest->len; i++)
    n += strstr (((JbDigestSentence *) digest->pdata[i])->text, "管线更新") != NULL;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_all_heard (void)
{
  g_autoptr(JbArticle) first = new_article ();
  g_autoptr(JbArticle) second = jb_article_new ();
  g_autoptr(GPtrArray) articles = g_ptr_array_new ();
  g_autoptr(GPtrArray) digest = NULL;

  append (second, JB_BLOCK_KIND_PARAGRAPH, "石桥街道的社区食堂昨日开张，首日接待老人两百余位。");
  g_ptr_array_add (articles, first);
  g_ptr_array_add (articles, second);
  digest = jb_digest_make (articles, 2);
  g_assert_cmpuint (digest->len, ==, 2);
  g_assert_true (((JbDigestSentence *) digest->pdata[0])->article == first);
  g_assert_true (((JbDigestSentence *) digest->pdata[1])->article == second);
}

static void
test_labels (void)
{
  static const struct
  {
    const char *paragraph, *sentence;
  } cases[] = {
    { "本报讯（记者 林小雨）柳溪街道的便民早班车昨日开通。", "柳溪街道的便民早班车昨日开通。" },
    { "新华社北京4月3日电（记者 于静）柳溪街道的便民早班车开通。", "柳溪街道的便民早班车开通。" },
    { "◎重点工作：完成九个老旧小区的管线改造。", "完成九个老旧小区的管线改造。" },
    { "通讯基站（二期）的建设昨日在柳溪街道启动。", "通讯基站（二期）的建设昨日在柳溪街道启动。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JbArticle) article = jb_article_new ();
      g_autoptr(GPtrArray) articles = g_ptr_array_new ();
      g_autoptr(GPtrArray) digest = NULL;

      append (article, JB_BLOCK_KIND_PARAGRAPH, cases[i].paragraph);
      g_ptr_array_add (articles, article);
      digest = jb_digest_make (articles, 1);
      g_assert_cmpstr (((JbDigestSentence *) digest->pdata[0])->text, ==, cases[i].sentence);
    }
}

static void
test_find (void)
{
  g_autoptr(JbArticle) article = new_article ();
  const JbBlock *block = g_ptr_array_index (article->blocks, 3);
  g_autoptr(JbDigestSentence) sentence = jb_digest_find_sentence (article, block->start + block->length - 2);

  g_assert_cmpstr (sentence->text, ==, "天气晴朗，适合出行游玩赏花。");
  g_assert_null (jb_digest_find_sentence (article, jb_article_get_length (article)));
}

/* A finder says of places in any order what is said of each alone. */
static void
test_finder (void)
{
  g_autoptr(JbArticle) article = new_article ();
  g_autoptr(JbSentenceFinder) finder = jb_sentence_finder_new (article);
  guint length = jb_article_get_length (article);

  for (guint i = 0; i < 2 * length; i++)
    {
      guint offset = i < length ? i : 2 * length - 1 - i;
      g_autoptr(JbDigestSentence) found = jb_sentence_finder_find (finder, offset);
      g_autoptr(JbDigestSentence) alone = jb_digest_find_sentence (article, offset);
      guint block = jb_article_find_block (article, offset);

      g_assert_nonnull (found);
      g_assert_cmpstr (found->text, ==, alone->text);
      g_assert_cmpuint (found->start, ==, alone->start);
      g_assert_cmpuint (jb_article_find_block (article, found->start), ==, block);
    }
  g_assert_null (jb_sentence_finder_find (finder, length));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/sentences-are-verbatim-and-from-running-text", test_verbatim);
  g_test_add_func ("/digest/what-repeats-another-sentence-is-dropped", test_repeats);
  g_test_add_func ("/digest/every-article-is-heard", test_all_heard);
  g_test_add_func ("/digest/a-label-before-the-sentence-is-left-out", test_labels);
  g_test_add_func ("/digest/the-sentence-around-a-place-is-found", test_find);
  g_test_add_func ("/digest/places-of-an-article-are-found-one-after-another", test_finder);
  return g_test_run ();
}
