/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-numerals.h"

typedef struct
{
  const char         *text;
  guint               length;  /* 0: no number */
  double              value;
  JbNumeralSharpness  sharpness;
} Case;

static void
check (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr(JbChars) text = jb_chars_new (cases[i].text, -1);
      JbNumeral numeral = { 0 };

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (jb_numeral_read (text, 0, &numeral), ==, cases[i].length > 0);
      g_assert_cmpuint (numeral.length, ==, cases[i].length);
      if (cases[i].length == 0)
        continue;
      g_assert_true (numeral.value == cases[i].value);
      g_assert_cmpint (numeral.sharpness, ==, cases[i].sharpness);
    }
}

static void
test_arabic (void)
{
  static const Case cases[] = {
    { "7942家", 4, 7942, JB_NUMERAL_EXACT },       { "253.1亿元", 6, 25310000000, JB_NUMERAL_EXACT },
    { "4.14亿美元", 5, 414000000, JB_NUMERAL_EXACT }, { "8000余万元", 6, 80000000, JB_NUMERAL_MORE },
    { "1.3万余人次", 5, 13000, JB_NUMERAL_MORE },   { "700多公里", 4, 700, JB_NUMERAL_MORE },
    { "16,250名", 6, 16250, JB_NUMERAL_EXACT },     { "3,4,5", 1, 3, JB_NUMERAL_EXACT },
    { "１２台", 2, 12, JB_NUMERAL_EXACT },          { "3万亿元", 3, 3e12, JB_NUMERAL_EXACT },
    { "5千米", 1, 5, JB_NUMERAL_EXACT },            { "2百分点", 1, 2, JB_NUMERAL_EXACT },
    { "12.", 2, 12, JB_NUMERAL_EXACT },             { "10多少", 2, 10, JB_NUMERAL_EXACT },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_chinese (void)
{
  static const Case cases[] = {
    { "三百名", 2, 300, JB_NUMERAL_EXACT },        { "十余家", 2, 10, JB_NUMERAL_MORE },
    { "两个", 1, 2, JB_NUMERAL_EXACT },            { "十五", 2, 15, JB_NUMERAL_EXACT },
    { "八十五万", 4, 850000, JB_NUMERAL_EXACT },   { "三百零五", 4, 305, JB_NUMERAL_EXACT },
    { "两万五", 3, 25000, JB_NUMERAL_EXACT },      { "四百五十万", 5, 4500000, JB_NUMERAL_EXACT },
    { "一亿三千万", 5, 130000000, JB_NUMERAL_EXACT }, { "二〇二〇年", 4, 2020, JB_NUMERAL_EXACT },
    { "数十个", 2, 10, JB_NUMERAL_ABOUT },         { "两三百户", 3, 200, JB_NUMERAL_ABOUT },
    { "三四个", 2, 3, JB_NUMERAL_ABOUT },          { "十来个", 2, 10, JB_NUMERAL_ABOUT },
    { "十几岁", 2, 10, JB_NUMERAL_MORE },          { "三百多万元", 4, 3000000, JB_NUMERAL_MORE },
    { "百余家", 2, 100, JB_NUMERAL_MORE },         { "十万零三百", 5, 100300, JB_NUMERAL_EXACT },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_none (void)
{
  static const Case cases[] = { { "数字" }, { "几乎" }, { "家" }, { "" }, { ".5" } };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_marks (void)
{
  g_autoptr(JbChars) bare = jb_chars_new ("百家宴", -1);
  g_autoptr(JbChars) year = jb_chars_new ("2020年", -1);
  JbNumeral numeral;

  g_assert_true (jb_numeral_read (bare, 0, &numeral));
  g_assert_true (numeral.is_bare);
  g_assert_true (jb_numeral_read (year, 0, &numeral));
  g_assert_true (numeral.is_digits && numeral.is_arabic);
  g_assert_cmpuint (numeral.n_digits, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numerals/arabic-with-powers-of-ten", test_arabic);
  g_test_add_func ("/numerals/chinese", test_chinese);
  g_test_add_func ("/numerals/words-that-only-look-like-numbers-are-none", test_none);
  g_test_add_func ("/numerals/what-a-caller-needs-to-know-is-marked", test_marks);
  return g_test_run ();
}
