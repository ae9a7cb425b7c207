/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-dates.h"
#include "jb-quantities.h"

typedef struct
{
  const char *text;
  const char *found;  /* "words value unit" of each quantity, separated by "; " */
} Case;

static void
check (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr(JbChars) text = jb_chars_new (cases[i].text, -1);
      g_autoptr(GArray) dates = jb_dates_find (text, NULL);
      g_autoptr(GArray) quantities = jb_quantities_find (text, dates);
      g_autoptr(GString) line = g_string_new (NULL);

      for (guint q = 0; q < quantities->len; q++)
        {
          const JbQuantity *quantity = &g_array_index (quantities, JbQuantity, q);
          g_autofree char *words = jb_chars_to_utf8 (text, quantity->start, quantity->end);

          g_string_append_printf (line, "%s%s %g %s", q > 0 ? "; " : "", words, quantity->value, quantity->unit);
        }
      g_assert_cmpstr (line->str, ==, cases[i].found);
    }
}

static void
test_measure_words (void)
{
  static const Case cases[] = {
    { "有一个想法，两名社工走了三条路", "一个 1 个; 两名 2 名; 三条 3 条" },
    { "共32人，历时4个月，投入5亿元", "32 32 人; 4个 4 个月; 5亿元 5e+08 元" },
    { "全市首个，最后三层", "首个 1 个; 三层 3 层" },
    { "每5分钟一班，前3个月", "5分钟 5 分钟; 3个 3 个月" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_bare (void)
{
  static const Case cases[] = {
    { "是亮点之一，两者都要，一方面", "一 1 ; 两 2 ; 一 1 " },
    { "四百万市民", "四百万 4e+06 " },
    { "售价$16,250", "16,250 16250 美元" },
    { "罚款100至500元", "100 100 元; 500元 500 元" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_none (void)
{
  static const Case cases[] = {
    { "2021年3月5日，第3个，第十一届", "" },
    { "电话0571-5550612，地铁4号线，邮编310000", "" },
    { "24小时值守，15分钟生活圈，“1+4+N”", "" },
    { "LIVE27，10亿元产业项目，7∶2", "" },
    { "唯一对外，十分满意，一度中断，一些，统一，红十字会", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantities/end-behind-their-measure-word", test_measure_words);
  g_test_add_func ("/quantities/some-numbers-need-no-measure-word", test_bare);
  g_test_add_func ("/quantities/codes-and-orders-are-none", test_none);
  return g_test_run ();
}
