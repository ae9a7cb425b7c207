/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-authors.h"

static void
assert_authors (const char *line, const char *expected)
{
  g_autoptr(GPtrArray) names = jb_authors_read (line);
  g_autofree char *joined = NULL;

  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (",", (char **) names->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_roles (void)
{
  assert_authors ("本报记者 林小雨　通讯员 何清", "林小雨,何清");
  assert_authors ("记者林小雨　周　岚", "林小雨,周岚");
  assert_authors ("云汀日报首席记者林小雨、特约评论员何清", "林小雨,何清");
  assert_authors ("通讯员 何清 云汀报记者 周岚", "何清,周岚");
  assert_authors ("作者：何清、林小雨、何清", "何清,林小雨");
  assert_authors ("（记者 阿迪力·买买提）", "阿迪力·买买提");
  assert_authors ("记者：林小雨 责任编辑：赵一鸣 审核 沈一", "林小雨");
}

static void
test_photographers (void)
{
  assert_authors ("记者 林小雨 摄影 周岚", "林小雨");
  assert_authors ("林小雨 文 何清 摄", "林小雨");
  assert_authors ("文/林小雨 图/何清", "林小雨");
  assert_authors ("林小雨/文 何清、周岚/图", "林小雨");
  assert_authors ("文/图 林小雨", "林小雨");
  assert_authors ("图文：林小雨", "林小雨");
  assert_authors ("本报记者 林小雨 文/图", "林小雨");
  assert_authors ("记者 林小雨 摄影报道", "林小雨");
  assert_authors ("何清摄", "");
  assert_authors ("摄影：何清 文字：林小雨 图：何清", "林小雨");
}

static void
test_others (void)
{
  assert_authors ("", "");
  assert_authors (" 、/（", "");
  assert_authors ("admin", "");
  assert_authors ("云汀报社", "");
  assert_authors ("作者：云汀报", "");
  assert_authors ("来源：云汀区融媒体中心", "");
  assert_authors ("腾飞云", "");
  assert_authors ("宣传科", "");
  assert_authors ("党委会", "");
}

/* Names end like offices do. */
static void
test_names_with_endings (void)
{
  assert_authors ("李小云", "李小云");
  assert_authors ("记者 逯云", "逯云");
  assert_authors ("张科 何清", "张科,何清");
}

static void
test_wide_names (void)
{
  assert_authors ("林 小 雨", "林小雨");
  assert_authors ("何　清　周　岚", "何清,周岚");
  assert_authors ("何 清、周 岚 摄", "何清");
  assert_authors ("何 清 摄", "");
  assert_authors ("记者何 清 通讯员 周 岚", "何清,周岚");
  assert_authors ("何", "");
}

static void
test_latin (void)
{
  assert_authors ("By Lin Xiaoyu and He Qing", "Lin Xiaoyu,He Qing");
  assert_authors ("editor, Lin Xiaoyu", "Lin Xiaoyu");
}

/* The line stands in the text too, where correspondents are found. */
static void
test_bylines (void)
{
  static const struct
  {
    const char *line;
    const char *authors;
    gboolean    understood;
  } cases[] = {
    { "本报记者 林小雨 通讯员 何清 摄影 周岚", "林小雨", TRUE },
    { "通讯员 何清 记者 周岚", "周岚", TRUE },
    { "通讯员 何清", "", TRUE },
    { "林小雨", "林小雨", TRUE },
    { "By John Smith", "John Smith", TRUE },
    { "Smith", "", FALSE },
    { "", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
      g_autoptr(JbDecoded) decoded = NULL;
      g_autofree char *authors = NULL;

      jb_decoded_builder_begin_article (builder);
      g_assert_true (jb_authors_add_byline (builder, cases[i].line) == cases[i].understood);
      jb_decoded_builder_add (builder, "x");
      decoded = jb_decoded_builder_finish (builder, NULL);
      authors = g_strjoinv (",", g_array_index (decoded->articles, JbDecodedArticle, 0).authors);
      g_assert_cmpstr (authors, ==, cases[i].authors);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/authors/roles-stand-before-names", test_roles);
  g_test_add_func ("/authors/who-took-the-picture-did-not-write", test_photographers);
  g_test_add_func ("/authors/offices-and-papers-are-nobody", test_others);
  g_test_add_func ("/authors/names-may-end-like-offices", test_names_with_endings);
  g_test_add_func ("/authors/names-may-be-set-wide", test_wide_names);
  g_test_add_func ("/authors/names-in-latin-letters", test_latin);
  g_test_add_func ("/authors/of-bylines-without-correspondents", test_bylines);
  return g_test_run ();
}
