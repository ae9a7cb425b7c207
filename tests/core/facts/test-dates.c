/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-dates.h"
#include "jb-model-enums.h"

typedef struct
{
  const char *text, *reference;
  const char *found;  /* "words from to" of each hit, separated by "; "; ~ marks what was inferred */
} Case;

static char *
write_hits (const char *utf8, const char *reference)
{
  g_autoptr(JbChars) text = jb_chars_new (utf8, -1);
  g_autoptr(GArray) hits = jb_dates_find (text, reference);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const JbDateHit *hit = &g_array_index (hits, JbDateHit, i);
      g_autofree char *words = jb_chars_to_utf8 (text, hit->start, hit->end);

      g_string_append_printf (line, "%s%s %s %s%s", i > 0 ? "; " : "", words, hit->from != NULL ? hit->from : "-",
                              hit->to != NULL ? hit->to : "-", hit->inferred ? " ~" : "");
    }
  return g_string_free (line, FALSE);
}

static void
check (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = write_hits (cases[i].text, cases[i].reference);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_full (void)
{
  static const Case cases[] = {
    { "2020年4月21日 星期二", NULL, "2020年4月21日 2020-04-21 2020-04-21" },
    { "2021年6月，2019年度，1990年代", NULL,
      "2021年6月 2021-06-01 2021-06-30; 2019年度 2019-01-01 2019-12-31; 1990年代 1990-01-01 1999-12-31" },
    { "二〇二一年二月三日", NULL, "二〇二一年二月三日 2021-02-03 2021-02-03" },
    { "2021-03-01和2021/3/2", NULL, "2021-03-01 2021-03-01 2021-03-01; 2021/3/2 2021-03-02 2021-03-02" },
    { "2021年2月30日", NULL, "2021年2月30日 - -" },
    { "2021年3月1日至4月5日", NULL, "2021年3月1日 2021-03-01 2021-03-01; 4月5日 2021-04-05 2021-04-05 ~" },
    { "2021年上半年", NULL, "2021年上半年 2021-01-01 2021-06-30" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_month_day (void)
{
  static const Case cases[] = {
    { "4月16日晚", "2023-05-16", "4月16日 2023-04-16 2023-04-16 ~" },
    { "12月28日", "2023-01-05", "12月28日 2022-12-28 2022-12-28 ~" },
    { "力争6月30日前完成", "2023-05-16", "6月30日 2023-06-30 2023-06-30 ~" },
    { "要求6月30日前完成", "2023-07-18", "6月30日 2023-06-30 2023-06-30 ~" },
    { "1月10日前完成", "2023-11-16", "1月10日 2024-01-10 2024-01-10 ~" },
    { "将于2月上旬开园", "2023-11-16", "2月上旬 2024-02-01 2024-02-10 ~" },
    { "4月16日", "2023", "4月16日 2023-04-16 2023-04-16 ~" },
    { "4月16日", NULL, "4月16日 - -" },
    { "15日上午，20日召开", "2023-05-16", "15日 2023-05-15 2023-05-15 ~; 20日 2023-04-20 2023-04-20 ~" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_relative (void)
{
  static const Case cases[] = {
    { "今年3月31日", "2020-04-21", "今年3月31日 2020-03-31 2020-03-31 ~" },
    { "今年以来，去年", "2020-04-21", "今年 2020-01-01 2020-04-21 ~; 去年 2019-01-01 2019-12-31 ~" },
    { "明年底，明年年底", "2020-04-21", "明年底 2021-12-01 2021-12-31 ~; 明年年底 2021-12-01 2021-12-31 ~" },
    { "一季度，下半年，年内", "2020-04-21",
      "一季度 2020-01-01 2020-03-31 ~; 下半年 2020-07-01 2020-12-31 ~; 年内 2020-01-01 2020-12-31 ~" },
    { "日前，昨日", "2020-04-21", "日前 2020-04-14 2020-04-21 ~; 昨日 2020-04-20 2020-04-20 ~" },
    { "截至目前", "2020-04-21", "目前 2020-04-21 2020-04-21 ~" },
    { "近三年，五年来", "2020-04-21", "近三年 2017-04-22 2020-04-21 ~; 五年 2015-04-22 2020-04-21 ~" },
    { "上月15日，本月底", "2020-01-21", "上月15日 2019-12-15 2019-12-15 ~; 本月底 2020-01-21 2020-01-31 ~" },
    { "今年3月31日，日前，年底", NULL, "今年3月31日 - -; 日前 - -; 年底 - -" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* How a date is told: granularity, part of the day, limit. */
static void
test_granularity (void)
{
  static const struct { const char *text, *reference, *found; } cases[] = {
    { "4月16日晚", "2020-04-21", "2020-04-16 2020-04-16 day evening" },
    { "昨晚", "2020-04-21", "2020-04-20 2020-04-20 day evening" },
    { "7月下旬", "2020-04-21", "2019-07-21 2019-07-31 part-of-month" },
    { "11月底前完成", "2020-04-21", "2020-11-21 2020-11-30 part-of-month limit" },
    { "11月底将投用", "2020-04-21", "2020-11-21 2020-11-30 part-of-month" },
    { "4月前后", "2020-04-21", "2020-04-01 2020-04-30 month" },
    { "二季度", "2020-04-21", "2020-04-01 2020-06-30 quarter" },
    { "上半年", "2020-04-21", "2020-01-01 2020-06-30 half-year" },
    { "明年底", "2020-04-21", "2021-12-01 2021-12-31 part-of-year" },
    { "2019年", NULL, "2019-01-01 2019-12-31 year" },
    { "去年以来", "2020-04-21", "2019-01-01 2020-04-21 range" },
    { "3月以来", "2020-04-21", "2020-03-01 2020-04-21 range" },
    { "1至4月", "2020-05-21", "2020-01-01 2020-04-30 range" },
    { "2019年1-4月份", NULL, "2019-01-01 2019-04-30 range" },
    { "近三年", "2020-04-21", "2017-04-22 2020-04-21 range" },
    { "日前", "2020-04-21", "2020-04-14 2020-04-21 fuzzy" },
    { "近年来", "2020-04-21", "- - fuzzy" },
    { "上世纪90年代", "2020-04-21", "1990-01-01 1999-12-31 decade" },
    { "90年代", "2020-04-21", "- - decade" },
    { "上周五", "2020-04-21", "2020-04-17 2020-04-17 day" },
    { "本周", "2020-04-21", "2020-04-20 2020-04-26 week" },
    { "月底", "2020-04-21", "2020-04-21 2020-04-30 part-of-month" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(JbChars) text = jb_chars_new (cases[i].text, -1);
      g_autoptr(GArray) hits = jb_dates_find (text, cases[i].reference);
      const JbDateHit *hit = &g_array_index (hits, JbDateHit, 0);
      g_autoptr(GString) found = g_string_new (NULL);

      g_assert_cmpuint (hits->len, ==, 1);
      g_string_printf (found, "%s %s %s", hit->from != NULL ? hit->from : "-", hit->to != NULL ? hit->to : "-",
                       jb_enum_to_nick (JB_TYPE_DATE_GRANULARITY, hit->granularity));
      if (hit->part != JB_DAY_PART_NONE)
        g_string_append_printf (found, " %s", jb_enum_to_nick (JB_TYPE_DAY_PART, hit->part));
      if (hit->is_limit)
        g_string_append (found, " limit");
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

static void
test_same_year (void)
{
  static const Case cases[] = {
    { "2018年开工，同年6月封顶", "2020-04-21", "2018年 2018-01-01 2018-12-31; 6月 2018-06-01 2018-06-30 ~" },
    { "2018年开工，次年6月封顶", "2020-04-21", "2018年 2018-01-01 2018-12-31; 6月 2019-06-01 2019-06-30 ~" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_none (void)
{
  static const Case cases[] = {
    { "农历庚子年三月廿九", "2020-04-21", "" },
    { "庚子年三月十五", "2020-04-21", "" },
    { "3天，两个月，70天，3年级，8000余年", "2020-04-21", "" },
    { "两年内，每日前往，目前，第3日，5日内，一日游", "2020-04-21", "" },
    { "0571-5550612，3.14日，13月", "2020-04-21", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dates/full-dates-need-no-reference", test_full);
  g_test_add_func ("/dates/month-and-day-are-the-nearest-to-the-reference", test_month_day);
  g_test_add_func ("/dates/relative-words-count-from-the-reference", test_relative);
  g_test_add_func ("/dates/say-how-finely-they-are-told", test_granularity);
  g_test_add_func ("/dates/same-year-is-the-one-named-last", test_same_year);
  g_test_add_func ("/dates/durations-and-lunar-dates-are-none", test_none);
  return g_test_run ();
}
