/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-chars.h"

static void
test_fold (void)
{
  g_autofree char *folded = jb_text_fold ("ＡＰＰ　智慧 城管：２４小时");

  g_assert_cmpstr (folded, ==, "app智慧城管:24小时");
}

static void
test_classes (void)
{
  g_assert_true (jb_char_is_han (g_utf8_get_char ("街")));
  g_assert_true (jb_char_is_han (g_utf8_get_char ("〇")));
  g_assert_true (jb_char_is_han (g_utf8_get_char ("𠮷")));
  g_assert_false (jb_char_is_han (g_utf8_get_char ("，")));
  g_assert_true (jb_char_ends_sentence (g_utf8_get_char ("。")));
  g_assert_false (jb_char_ends_sentence (g_utf8_get_char ("；")));
  g_assert_true (jb_char_is_closer (g_utf8_get_char ("”")));
  g_assert_true (jb_char_is_opener (g_utf8_get_char ("“")));
  g_assert_true (jb_char_is_numeral (g_utf8_get_char ("两")));
  g_assert_true (jb_char_is_digit (g_utf8_get_char ("７")));
}

static void
test_round_trip (void)
{
  g_autoptr(JbChars) chars = jb_chars_new ("报A𠮷", -1);
  g_autofree char *end = jb_chars_to_utf8 (chars, 1, 3);

  g_assert_cmpuint (chars->length, ==, 3);
  g_assert_cmpstr (end, ==, "A𠮷");
}

static void
test_text (void)
{
  g_autoptr(JbChars) chars = jb_chars_new ("报A𠮷", -1);

  g_assert_true (jb_chars_has_text (chars, 1, "A𠮷"));
  g_assert_true (jb_chars_has_text (chars, 3, ""));
  g_assert_false (jb_chars_has_text (chars, 0, "A"));
  g_assert_false (jb_chars_has_text (chars, 2, "𠮷报"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chars/folding-drops-width-case-and-space", test_fold);
  g_test_add_func ("/chars/classes-hold-the-chinese-marks", test_classes);
  g_test_add_func ("/chars/slices-count-code-points", test_round_trip);
  g_test_add_func ("/chars/a-text-is-found-where-it-stands", test_text);
  return g_test_run ();
}
