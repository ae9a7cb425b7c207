/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages in tests/data/dissect: <case>/input.txt is dissected into <case>/expected.txt. With
 * JB_UPDATE_EXPECTED=1 in the environment the expected files are written anew, to be read through before use. */
#include "jb-page.h"

#include <string.h>

#include "dissect-dump.h"

static void
test_case (gconstpointer data)
{
  const char *folder = data;
  g_autofree char *input = g_build_filename (folder, "input.txt", NULL);
  g_autofree char *output = g_build_filename (folder, "expected.txt", NULL);
  g_autofree char *text = NULL, *expected = NULL, *dump = NULL;
  g_autoptr(JbPage) page = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (input, &text, NULL, &error);
  g_assert_no_error (error);
  page = jb_page_dissect (text);
  dissect_check_maps (page, text);
  dump = dissect_dump (page);
  if (g_getenv ("JB_UPDATE_EXPECTED") != NULL)
    g_file_set_contents (output, dump, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (output, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, expected);
}

static void
add_cases (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "dissect", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/page/case/%s", name);

      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), test_case, g_free);
    }
}

static void
test_blank (void)
{
  const char *const blank[] = { "", "\n", " \n\n\t\n\xe3\x80\x80\n", "\xef\xbb\xbf" };

  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      g_autoptr(JbPage) page = jb_page_dissect (blank[i]);

      g_assert_null (page->masthead);
      g_assert_cmpuint (page->articles->len, ==, 0);
    }
}

static void
test_anything (void)
{
  const char *const odd[] = {
    "字", "。", "，", "》", "（", "（）", "一", "1.", "本报讯", "本报讯（", "本报讯（）", "新华社", "记者", "（记者）", "导读", "导读：",
    ">>>", "表态\n书记 张三\n话。", "第版", "第1期", "2020年13月45日", "\r\r字\r字", "字\x0c字", "字\xe2\x80\xa8字", "\x01\x02",
    "a\nb", "◎", "◎◎\n◎", "——", "——\n——\n字。", "标题\n——副题\n副题\n四\n五\n正文。", "😀\n\n\n\n😀😀", "记者记者记者 摄", "文 图 摄", "农历",
    "０１２３-４５６７８９０", "A1\nB2\nC3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr(JbPage) page = jb_page_dissect (odd[i]);

      g_assert_cmpuint (page->articles->len, >, 0);
      dissect_check_maps (page, odd[i]);
    }
}

/* Lines made of the characters the rules look at, in every order a fixed generator gives. */
static void
test_mixture (void)
{
  const char *const parts[] = {
    "本报讯", "（记者 王可）", "，", "。", "“", "”", "《", "\n", "\n\n", "\n\n\n\n", "　　", " ", "导读", ">>>", "一、", "◎", "（一）", "1.",
    "书记", "表态", "张三", "2020年4月21日", "星期二", "第12期", "晨报", "图为", "摄", "记者", "通讯员", "改造老旧小区", "改造", "：", "Word",
    "12", "、", "！", "责任编辑：", "\r", "新华社", "电", "A2版", "一件一件把小事办到家门口", "扫一扫",
  };
  guint32 state = 20220316;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(JbPage) page = NULL;

      for (guint i = 0; i < 120; i++)
        {
          state = state * 1664525u + 1013904223u;
          g_string_append (text, parts[(state >> 16) % G_N_ELEMENTS (parts)]);
        }
      page = jb_page_dissect (text->str);
      dissect_check_maps (page, text->str);
    }
}

static char *
repeat (const char *part, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  return g_string_free (text, FALSE);
}

/* Each would take minutes if any rule looked at the page again for every line. */
static void
test_large (void)
{
  const struct
  {
    const char *part;
    guint       n;
  } pages[] = {
    { "一条河，从村头流到村尾，也流进了几代人的日子里。", 12000 },
    { "\n", 300000 },
    { "\n\n\n\n滨江公园", 30000 },
    { "一片果园就是一家人的生计，一棵树，\n\n", 20000 },
    { "甲\n\n乙。\n\n", 50000 },
    { "打好攻坚硬仗\n\n", 40000 },
    { "本报讯（记者 王可）\n\n标题一行\n\n", 15000 },
    { "（“《", 100000 },
    { "记者", 150000 },
    { "本报", 150000 },
    { "导读\n\n一条\n\n", 40000 },
    { "一、", 100000 },
    { "表态\n\n书记 张三\n\n话。\n\n", 20000 },
    { "作者 王可\n", 40000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *text = repeat (pages[i].part, pages[i].n);
      gint64 start = g_get_monotonic_time ();
      g_autoptr(JbPage) page = jb_page_dissect (text);

      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
      dissect_check_maps (page, text);
    }
}

/* What may go on in the next paragraph is not joined, but the editor is told. */
static void
test_weak_join (void)
{
  const char *text =
    "早班车开通\n\n柳浦街道各社区挨家挨户走访老年居民和残疾居民家庭的工作已经开展了整整两个月，居民普遍反映良好并且期盼早日推广磁\n\n"
    "懿旨所到之处的居民家庭都说这样的走访很有必要，希望能够长期坚持下去。\n";
  g_autoptr(JbPage) page = jb_page_dissect (text);
  const JbArticle *article = g_ptr_array_index (page->articles, 0);
  const JbBlock *block = g_ptr_array_index (article->blocks, 1);
  const JbJoin *join;

  g_assert_cmpuint (article->blocks->len, ==, 3);
  g_assert_cmpuint (block->joins->len, ==, 1);
  join = jb_joins_get (block->joins, 0);
  g_assert_cmpuint (join->offset, ==, block->length);
  g_assert_cmpint (join->score, ==, 2);
  g_assert_cmpstr (join->reasons, ==, "long");
  g_assert_true (jb_block_find_join (block, block->length) == join);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ();
  g_test_add_func ("/page/blank-text-has-no-article", test_blank);
  g_test_add_func ("/page/any-line-becomes-part-of-an-article", test_anything);
  g_test_add_func ("/page/no-character-is-lost-or-doubled", test_mixture);
  g_test_add_func ("/page/large-pages-take-linear-time", test_large);
  g_test_add_func ("/page/a-weak-join-is-kept-as-a-hint", test_weak_join);
  return g_test_run ();
}
