/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-briefing-series.h"

#include "jb-string.h"

static void
test_follow (void)
{
  g_autoptr(JbBriefing) last = jb_briefing_new ("城事简报");
  g_autoptr(JbBriefing) next = jb_briefing_new ("城事简报");

  jb_set_string (&last->issue, "12");
  jb_set_string (&last->issuer, "编辑部");
  jb_set_string (&last->report_to, "主任");
  jb_set_string (&last->note, "上期的按语");
  jb_briefing_series_follow (next, last, "2024-06-21");
  g_assert_cmpstr (next->issue, ==, "13");
  g_assert_cmpstr (next->issuer, ==, "编辑部");
  g_assert_cmpstr (next->report_to, ==, "主任");
  g_assert_cmpstr (next->date, ==, "2024-06-21");
  g_assert_cmpstr (next->note, ==, "");
}

static void
test_first (void)
{
  g_autoptr(JbBriefing) first = jb_briefing_new ("城事简报");

  jb_briefing_series_follow (first, NULL, "2024-06-21");
  g_assert_cmpstr (first->issue, ==, "");
  g_assert_cmpstr (first->date, ==, "2024-06-21");
}

static void
test_odd_issue (void)
{
  g_autoptr(JbBriefing) last = jb_briefing_new ("城事简报");
  g_autoptr(JbBriefing) next = jb_briefing_new ("城事简报");

  jb_set_string (&last->issue, "特刊");
  jb_briefing_series_follow (next, last, "2024-06-21");
  g_assert_cmpstr (next->issue, ==, "");
}

static void
test_file_name (void)
{
  g_autoptr(JbBriefing) briefing = jb_briefing_new ("城事/简报");
  g_autofree char *plain = jb_briefing_series_dup_file_name (briefing);
  g_autofree char *numbered = NULL;

  jb_set_string (&briefing->issue, "12");
  numbered = jb_briefing_series_dup_file_name (briefing);
  g_assert_cmpstr (plain, ==, "城事-简报");
  g_assert_cmpstr (numbered, ==, "城事-简报 第12期");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing-series/the-next-issue-takes-over-what-stays", test_follow);
  g_test_add_func ("/briefing-series/the-first-issue-has-only-its-date", test_first);
  g_test_add_func ("/briefing-series/an-issue-that-is-no-number-is-not-counted-on", test_odd_issue);
  g_test_add_func ("/briefing-series/a-file-name-has-no-slash", test_file_name);
  return g_test_run ();
}
