/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-numbering.h"

static void
assert_number (const char *format, guint number, const char *expected)
{
  g_autofree char *text = jb_numbering_format (jb_numbering_from_ooxml (format), number);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_chinese (void)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  for (guint i = 1; i < 100; i++)
    {
      g_autofree char *expected = g_strconcat (i >= 20 ? digits[i / 10] : "", i >= 10 ? "十" : "", digits[i % 10], NULL);

      assert_number ("chineseCounting", i, expected);
      assert_number ("chineseCountingThousand", i, expected);
      assert_number ("taiwaneseCounting", i, expected);
      assert_number ("taiwaneseCountingThousand", i, expected);
    }
  for (guint i = 101; i < 110; i++)
    {
      g_autofree char *counted = g_strconcat ("一百零", digits[i % 10], NULL);
      g_autofree char *written = g_strconcat ("一〇", digits[i % 10], NULL);

      assert_number ("chineseCountingThousand", i, counted);
      assert_number ("chineseCounting", i, written);
    }
  assert_number ("chineseCounting", 100, "一〇〇");
  assert_number ("chineseCounting", 120, "一二〇");
  assert_number ("chineseCountingThousand", 0, "零");
  assert_number ("chineseCountingThousand", 100, "一百");
  assert_number ("chineseCountingThousand", 110, "一百一十");
  assert_number ("chineseCountingThousand", 111, "一百一十一");
  assert_number ("chineseCountingThousand", 120, "一百二十");
  assert_number ("chineseCountingThousand", 1005, "一千零五");
  assert_number ("chineseCountingThousand", 1010, "一千零一十");
  assert_number ("chineseCountingThousand", 2300, "二千三百");
  assert_number ("chineseCountingThousand", 10000, "一万");
  assert_number ("chineseCountingThousand", 10010, "一万零一十");
  assert_number ("chineseCountingThousand", 100000, "十万");
  assert_number ("chineseCountingThousand", 120034, "十二万零三十四");
  assert_number ("taiwaneseCountingThousand", 10000, "一萬");
}

static void
test_formal (void)
{
  assert_number ("chineseLegalSimplified", 9, "玖");
  assert_number ("chineseLegalSimplified", 10, "壹拾");
  assert_number ("chineseLegalSimplified", 11, "壹拾壹");
  assert_number ("chineseLegalSimplified", 105, "壹佰零伍");
  assert_number ("chineseLegalSimplified", 120, "壹佰贰拾");
  assert_number ("ideographLegalTraditional", 26, "貳拾陸");
  assert_number ("ideographDigital", 10, "一〇");
  assert_number ("ideographDigital", 120, "一二〇");
  assert_number ("ideographTraditional", 1, "甲");
  assert_number ("ideographTraditional", 10, "癸");
  assert_number ("ideographTraditional", 11, "11");
  assert_number ("ideographZodiac", 12, "亥");
  assert_number ("ideographZodiac", 13, "13");
  assert_number ("ideographZodiacTraditional", 1, "甲子");
  assert_number ("ideographZodiacTraditional", 37, "庚子");
  assert_number ("ideographZodiacTraditional", 60, "癸亥");
}

static void
test_enclosed (void)
{
  assert_number ("decimalEnclosedCircle", 1, "①");
  assert_number ("decimalEnclosedCircle", 20, "⑳");
  assert_number ("decimalEnclosedCircle", 21, "㉑");
  assert_number ("decimalEnclosedCircle", 35, "㉟");
  assert_number ("decimalEnclosedCircle", 36, "㊱");
  assert_number ("decimalEnclosedCircleChinese", 50, "㊿");
  assert_number ("decimalEnclosedCircle", 51, "51");
  assert_number ("decimalEnclosedParen", 3, "⑶");
  assert_number ("decimalEnclosedFullstop", 20, "⒛");
  assert_number ("ideographEnclosedCircle", 10, "㊉");
  assert_number ("decimalFullWidth", 120, "１２０");
}

static void
test_western (void)
{
  assert_number ("decimal", 120, "120");
  assert_number (NULL, 3, "3");
  assert_number ("cardinalText", 3, "3");
  assert_number ("decimalZero", 3, "03");
  assert_number ("upperRoman", 94, "XCIV");
  assert_number ("lowerRoman", 3999, "mmmcmxcix");
  assert_number ("lowerRoman", 4000, "4000");
  assert_number ("upperLetter", 26, "Z");
  assert_number ("lowerLetter", 28, "bb");
  assert_number ("lowerLetter", 2000000000, "2000000000");
  assert_number ("ordinal", 11, "11th");
  assert_number ("ordinal", 22, "22nd");
  assert_number ("none", 3, "");
  assert_number ("chineseCountingThousand", G_MAXUINT, "4294967295");
}

static void
assert_row (const char *format, guint number, const char *expected)
{
  g_autofree char *text = jb_numbering_format (jb_numbering_from_odf (format), number);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_rows (void)
{
  assert_row (NULL, 1, "");
  assert_row ("", 1, "");
  assert_row ("1", 12, "12");
  assert_row ("01, 02, 03, ...", 5, "05");
  assert_row ("a", 2, "b");
  assert_row ("I", 4, "IV");
  assert_row ("一, 二, 三, ...", 12, "十二");
  assert_row ("壹, 贰, 叁, ...", 3, "叁");
  assert_row ("壹, 貳, 參, ...", 3, "參");
  assert_row ("甲, 乙, 丙, ...", 3, "丙");
  assert_row ("子, 丑, 寅, ...", 3, "寅");
  assert_row ("①, ②, ③, ...", 9, "⑨");
  assert_row ("１, ２, ３, ...", 10, "１０");
}

static void
assert_joined (const char *number, const char *text, const char *expected)
{
  g_autofree char *joined = jb_numbering_join (number, TRUE, text);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_spaces (void)
{
  assert_joined (NULL, "正文", "正文");
  assert_joined ("一、", "正文", "一、正文");
  assert_joined ("（二）", "“正文”", "（二）“正文”");
  assert_joined ("1.", "正文", "1.正文");
  assert_joined ("1.", "2023年", "1. 2023年");
  assert_joined ("一、", "2023年", "一、2023年");
  assert_joined ("①", "2023年", "①2023年");
  assert_joined ("1.", "Text", "1. Text");
  assert_joined ("•", "Text", "• Text");
  assert_joined ("①", "正文", "①正文");
  assert_joined ("•", "正文", "•正文");
  assert_joined ("1", "2023年", "1 2023年");
  assert_joined ("第三条", "正文", "第三条 正文");
  assert_joined ("（二） ", "　　正文", "（二）正文");
  assert_joined ("（二）", "", "（二）");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbering/chinese-numbers-count-as-people-do", test_chinese);
  g_test_add_func ("/numbering/formal-numbers-stems-and-branches", test_formal);
  g_test_add_func ("/numbering/what-unicode-has-no-sign-for-is-in-digits", test_enclosed);
  g_test_add_func ("/numbering/western-numbers", test_western);
  g_test_add_func ("/numbering/odf-shows-the-first-numbers-of-a-row", test_rows);
  g_test_add_func ("/numbering/spaces-stand-only-where-they-are-needed", test_spaces);
  return g_test_run ();
}
