/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-lines.h"

static GArray *
read_lines (const char *text)
{
  g_autoptr(JbChars) chars = jb_chars_new (text, -1);

  return jb_lines_read (chars);
}

static const JbLine *
get (const GArray *lines, guint i)
{
  return &g_array_index (lines, JbLine, i);
}

static void
test_gaps (void)
{
  g_autoptr(GArray) lines = read_lines ("\n\n\n一\n\n \n　\n二\n三");

  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpuint (get (lines, 0)->gap, ==, 0);
  g_assert_cmpuint (get (lines, 1)->gap, ==, 3);
  g_assert_cmpuint (get (lines, 2)->gap, ==, 0);
}

static void
test_blanks (void)
{
  g_autoptr(GArray) lines = read_lines ("　　春 耕　\n\t夏 ");

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpuint (get (lines, 0)->start, ==, 2);
  g_assert_cmpuint (get (lines, 0)->end, ==, 5);
  g_assert_cmpuint (get (lines, 0)->indent, ==, 4);
  g_assert_cmpuint (get (lines, 1)->start, ==, 8);
  g_assert_cmpuint (get (lines, 1)->end, ==, 9);
}

static void
test_ends (void)
{
  g_autoptr(GArray) lines = read_lines ("一\r二\r\n三\f四\xe2\x80\xa8五");

  g_assert_cmpuint (lines->len, ==, 5);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpuint (get (lines, i)->gap, ==, 0);
  g_assert_cmpuint (get (lines, 4)->start, ==, 9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/blank-lines-are-counted-behind-the-first-line", test_gaps);
  g_test_add_func ("/lines/blanks-around-a-line-are-not-its-own", test_blanks);
  g_test_add_func ("/lines/all-line-ends-are-known", test_ends);
  return g_test_run ();
}
