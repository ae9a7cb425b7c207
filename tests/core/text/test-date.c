/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-date.h"

static void
test_find (void)
{
  g_autofree char *masthead = jb_date_find ("2020年4月21日 星期二");
  g_autofree char *file = jb_date_find ("bulletin-2021-06-03.txt");
  g_autofree char *impossible = jb_date_find ("2021年2月30日，2021年3月1日");

  g_assert_cmpstr (masthead, ==, "2020-04-21");
  g_assert_cmpstr (file, ==, "2021-06-03");
  g_assert_cmpstr (impossible, ==, "2021-03-01");
  g_assert_null (jb_date_find ("4月21日，0571-87815721"));
}

static void
test_valid (void)
{
  g_assert_true (jb_date_is_valid ("2020-02-29"));
  g_assert_false (jb_date_is_valid ("2021-02-29"));
  g_assert_false (jb_date_is_valid ("2021-2-1"));
  g_assert_false (jb_date_is_valid ("2021-02-01T"));
  g_assert_false (jb_date_is_valid (NULL));
}

static void
test_chinese (void)
{
  g_autofree char *date = jb_date_to_chinese ("2020-04-01");

  g_assert_cmpstr (date, ==, "2020年4月1日");
  g_assert_cmpstr (jb_date_get_weekday ("2020-04-21"), ==, "星期二");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/the-first-full-date-is-found", test_find);
  g_test_add_func ("/date/only-days-that-exist-are-valid", test_valid);
  g_test_add_func ("/date/chinese-dates-have-no-zero-padding", test_chinese);
  return g_test_run ();
}
