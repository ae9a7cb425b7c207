/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-rejoin.h"

#include "jb-chars.h"

static JbBigrams *
count (const char *text)
{
  g_autoptr(JbChars) chars = jb_chars_new (text, -1);
  JbBigrams *bigrams = jb_bigrams_new ();

  jb_bigrams_add (bigrams, chars->chars, chars->length);
  return bigrams;
}

static void
test_joins (void)
{
  const char *const pairs[][2] = {
    { "大家白天修渠，晚上学技术，一心要把村子建成美丽的家", "园。" },
    { "村里的年轻人说：“大家的事", "大家商量着办。”" },
    { "趁着农闲时节，村里请来一支专业的清淤队，", "半个月清出淤泥两千多方，河水又变清了。" },
    { "◎近期目标：改造老旧小区，装好雨污分流管", "网。新建停车场。" },
    { "村里修好水渠，年年都有好", "收成。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpint (jb_rejoin_score_texts (pairs[i][0], pairs[i][1], NULL).score, >=, JB_REJOIN_JOIN);
}

static void
test_keeps_apart (void)
{
  g_autoptr(JbBigrams) bigrams = count ("好大民生，大民生好。民生好大");
  const char *const pairs[][2] = {
    { "大家商量着办。", "园区里的人都说好，都说这样的办法管用。" },
    { "守好“小门口”，办好大民生", "去年以来，街道把网格作为服务居民的第一线，办成了一批实事。" },
    { "打好环境整治硬仗", "街道划分网格137个，每个网格配备一名网格长，形成上下贯通的工作体系。" },
    { "大家都说好，都说这样的办法管用。（镇建设办）", "园区里的人都说好，都说这样的办法管用。" },
    { "◎近期目标：改造老旧小区，装好雨污分流管网；", "◎长期目标：让每一位居民都能在家门口找到所需的服务。" },
    { "（数据由县统计局提供，为初步核算数）", "本版2期。" },
    { "要做好以下几项工作：", "继续完善制度，形成长效机制，确保各项任务落到实处。" },
    { "会议听取了各村的汇报，", "本报讯（记者 林小雨）昨天，镇里召开会议，部署春耕工作，要求抓住农时。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpint (jb_rejoin_score_texts (pairs[i][0], pairs[i][1], bigrams).score, <, JB_REJOIN_JOIN);
}

static void
test_reasons (void)
{
  g_autoptr(JbBigrams) bigrams = count ("梨园 梨园 梨园 梨园 梨园 虾塘");
  JbRejoinScore often = jb_rejoin_score_texts ("三十亩山，一片梨", "园就是一家人的生计。", bigrams);
  JbRejoinScore seen = jb_rejoin_score_texts ("村里挖了虾", "塘。", bigrams);
  JbRejoinScore known = jb_rejoin_score_texts ("做好前期工", "作。", NULL);
  JbRejoinScore ended = jb_rejoin_score_texts ("做好工作。”", "员", bigrams);

  g_assert_true (often.reasons & JB_REJOIN_BIGRAM_FREQUENT);
  g_assert_cmpint (often.score, ==, 3 + 1);
  g_assert_cmpint (seen.reasons, ==, JB_REJOIN_BIGRAM_SEEN | JB_REJOIN_NO_PUNCTUATION | JB_REJOIN_SHORT_TAIL);
  g_assert_cmpint (seen.score, ==, 0);
  g_assert_true (known.reasons & JB_REJOIN_BIGRAM_FREQUENT);
  g_assert_cmpint (ended.reasons, ==, JB_REJOIN_TERMINATED);
  for (guint bit = 0; 1 << bit <= JB_REJOIN_BY_HAND; bit++)
    {
      g_autofree char *id = jb_rejoin_reasons_to_string (1 << bit);
      g_autofree char *words = jb_rejoin_describe (id);

      g_assert_cmpstr (id, !=, "");
      g_assert_cmpstr (words, !=, "");
    }
}

static void
test_bigrams (void)
{
  g_autoptr(JbBigrams) bigrams = jb_bigrams_new ();
  g_autoptr(JbChars) chars = jb_chars_new ("人民，人民 生活", -1);
  g_autoptr(JbChars) line = jb_chars_new ("人民生活", -1);

  for (guint i = 0; i < 3; i++)
    {
      jb_bigrams_add (bigrams, chars->chars, chars->length);
      g_assert_cmpuint (jb_bigrams_get_count (bigrams, U'人', U'民'), ==, 2);
      g_assert_cmpuint (jb_bigrams_get_count (bigrams, U'民', U'人'), ==, 0);
      g_assert_cmpfloat_with_epsilon (jb_bigrams_get_overlap (bigrams, line->chars, line->length), 2.0 / 3, 1e-9);
      jb_bigrams_clear (bigrams);
      g_assert_cmpuint (jb_bigrams_get_count (bigrams, U'人', U'民'), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rejoin/cut-sentences-are-joined", test_joins);
  g_test_add_func ("/rejoin/headings-and-new-beginnings-are-not", test_keeps_apart);
  g_test_add_func ("/rejoin/a-score-gives-its-reasons", test_reasons);
  g_test_add_func ("/rejoin/pairs-are-counted-inside-words-only", test_bigrams);
  return g_test_run ();
}
