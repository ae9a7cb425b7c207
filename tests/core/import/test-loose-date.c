/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-loose-date.h"

static void
test_forms (void)
{
  static const struct
  {
    const char *text, *date;
  } cases[] = {
    { "2020-04-21T23:30:00+08:00", "2020-04-21" },
    { "2020-04-21T23:30:00Z", "2020-04-21" },
    { "2020-04-21 08:00:00", "2020-04-21" },
    { "2020年4月21日", "2020-04-21" },
    { "2020/4/21 8:00", "2020-04-21" },
    { "20200421", "2020-04-21" },
    { "20200421103000", "2020-04-21" },
    { "二〇二〇年四月二十一日", "2020-04-21" },
    { "Tue, 21 Apr 2020 08:00:00 GMT", "2020-04-21" },
    { "Tue, 21 Apr 2020 08:00:00 北京时间", "2020-04-21" },
    { "21 Apr 20 08:00 CST", "2020-04-21" },
    { "April 21, 2020", "2020-04-21" },
    { "周二, 21 四月 2020 08:00:00 +0800", "2020-04-21" },
    { "星期二, 21 4月 2020 08:00:00 +0800", "2020-04-21" },
    { "2020-13-45", NULL },
    { "1234567890", NULL },
    { "昨天 08:00", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = jb_loose_date_read (cases[i].text);

      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static void
test_seconds (void)
{
  g_autofree char *date = jb_loose_date_from_unix (1689624720);

  g_assert_cmpstr (date, ==, "2023-07-18");
  g_assert_null (jb_loose_date_from_unix (-1));
  g_assert_null (jb_loose_date_from_unix (1));
  g_assert_null (jb_loose_date_from_unix (G_MAXINT64));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loose-date/forms-of-pages-and-feeds", test_forms);
  g_test_add_func ("/loose-date/seconds-are-china-s-day", test_seconds);
  return g_test_run ();
}
