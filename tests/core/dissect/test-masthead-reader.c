/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-masthead-reader.h"

#include "jb-chars.h"

static JbMastheadLine
feed (JbMastheadReader *reader, const char *line)
{
  g_autoptr(JbChars) chars = jb_chars_new (line, -1);

  return jb_masthead_reader_feed (reader, chars->chars, chars->length);
}

static void
test_one_line (void)
{
  g_autoptr(JbMastheadReader) reader = jb_masthead_reader_new ();
  g_autoptr(JbMasthead) masthead = NULL;

  feed (reader, "青溪晨报 2022年3月16日星期三农历壬寅年二月十四 第 318 期 本期共8版");
  masthead = jb_masthead_reader_finish (reader);
  g_assert_nonnull (masthead);
  g_assert_cmpstr (masthead->name, ==, "青溪晨报");
  g_assert_cmpstr (masthead->date, ==, "2022-03-16");
  g_assert_cmpstr (masthead->weekday, ==, "星期三");
  g_assert_cmpstr (masthead->lunar, ==, "壬寅年二月十四");
  g_assert_cmpstr (masthead->issue, ==, "318");
  g_assert_cmpstr (masthead->pages, ==, "8");
}

static void
test_many_lines (void)
{
  g_autoptr(JbMastheadReader) reader = jb_masthead_reader_new ();
  g_autoptr(JbMasthead) masthead = NULL;
  const char *const lines[] = {
    "服务热线：", "0000-8123456", "《白鹭周刊》", "BAI LU ZHOU KAN", "主管：中共白鹭县委", "主办：中共白鹭县委宣传部",
    "二〇二二年三月十六日", "周三", "总第1205期", "第12期", "十二月初八", "今日四版", "内部资料 免费交流", "www",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines) - 1; i++)
    g_assert_cmpint (feed (reader, lines[i]), ==, JB_MASTHEAD_LINE_FIELD);
  masthead = jb_masthead_reader_finish (reader);
  g_assert_cmpstr (masthead->name, ==, "白鹭周刊");
  g_assert_cmpstr (masthead->publisher, ==, "中共白鹭县委宣传部");
  g_assert_cmpstr (masthead->date, ==, "2022-03-16");
  g_assert_cmpstr (masthead->weekday, ==, "星期三");
  g_assert_cmpstr (masthead->issue, ==, "12");
  g_assert_cmpstr (masthead->pages, ==, "4");
}

static void
test_stories (void)
{
  const char *const lines[] = {
    "区委召开工作汇报会", "第3期青年干部培训班开班", "2022年春耕现场会召开", "我区出版地方志", "主办方积极筹备", "周末去哪儿",
    "一路芬芳", "老街修缮听民意", "3000人参加马拉松",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(JbMastheadReader) reader = jb_masthead_reader_new ();

      if (feed (reader, lines[i]) != JB_MASTHEAD_LINE_NONE)
        g_test_message ("%s", lines[i]);
      g_assert_cmpint (feed (reader, lines[i]), ==, JB_MASTHEAD_LINE_NONE);
    }
}

static void
test_date_alone (void)
{
  g_autoptr(JbMastheadReader) below = jb_masthead_reader_new ();
  g_autoptr(JbMastheadReader) top = jb_masthead_reader_new ();
  g_autoptr(JbMasthead) masthead = NULL;

  feed (below, "老街修缮听民意");
  feed (below, "2022年3月16日 星期三");
  g_assert_null (jb_masthead_reader_finish (below));
  feed (top, "2022年3月16日 星期三");
  masthead = jb_masthead_reader_finish (top);
  g_assert_nonnull (masthead);
}

static void
test_labels (void)
{
  const char *const labels[] = { "A2版", "第3版：要闻", "02 综合新闻", "要闻 A2", "B4", "第三版" };
  const char *const others[] = { "3个社区", "老街 12", "第三个春天", "A股上涨", "要闻" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr(JbChars) chars = jb_chars_new (labels[i], -1);

      g_assert_true (jb_masthead_is_page_label (chars->chars, chars->length));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr(JbChars) chars = jb_chars_new (others[i], -1);

      g_assert_false (jb_masthead_is_page_label (chars->chars, chars->length));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/masthead/one-line-may-hold-all", test_one_line);
  g_test_add_func ("/masthead/each-line-may-hold-a-field", test_many_lines);
  g_test_add_func ("/masthead/headlines-are-no-fields", test_stories);
  g_test_add_func ("/masthead/a-date-below-a-headline-makes-none", test_date_alone);
  g_test_add_func ("/masthead/page-labels-are-known", test_labels);
  return g_test_run ();
}
