/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-unwrap.h"

static char *
unwrap (const char *text)
{
  g_autoptr(JbChars) chars = jb_chars_new (text, -1);
  g_autoptr(GArray) lines = jb_lines_read (chars);
  g_autoptr(GArray) units = jb_unwrap (chars, lines);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      g_autofree char *line = jb_piece_dup_text (jb_pieces_get (units, i));

      g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (joined, FALSE);
}

static void
check (const char *text, const char *expected)
{
  g_autofree char *joined = unwrap (text);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_blanks (void)
{
  check ("夜幕降临，云岭村文化礼堂里灯火通\n明，三十多位村民正在上课。今年以\n来，村里办起农民夜校，请来专家讲\n解果树修剪。\n\n"
         "村民们白天干活、晚上上课，学得津\n津有味。",
         "夜幕降临，云岭村文化礼堂里灯火通明，三十多位村民正在上课。今年以来，村里办起农民夜校，请来专家讲解果树修剪。\n"
         "村民们白天干活、晚上上课，学得津津有味。");
}

static void
test_neither (void)
{
  check ("夜幕降临，云岭村文化礼堂里灯火通\n明，三十多位村民正在上课。今年以\n来，村里办起农民夜校。\n"
         "村民们白天干活、晚上上课，学得津\n津有味。",
         "夜幕降临，云岭村文化礼堂里灯火通明，三十多位村民正在上课。今年以来，村里办起农民夜校。\n"
         "村民们白天干活、晚上上课，学得津津有味。");
}

static void
test_numbers (void)
{
  check ("全镇计划春播面积一万二千亩，截至\n2022年底已经完成六成，比上年同\n期快了不少，每亩增收300元到\n1500元，大家都说今年是个好年景。",
         "全镇计划春播面积一万二千亩，截至2022年底已经完成六成，比上年同期快了不少，每亩增收300元到1500元，大家都说今年是个好年景。");
}

static void
test_paragraphs (void)
{
  const char *text = "云岭村办起农民夜校\n夜幕降临，云岭村文化礼堂里灯火通明，三十多位村民正在上课。\n今年以来，村里办起农民夜校。\n"
                     "学习园地\n村民们白天干活、晚上上课，学得津津有味，家里人也都支持他们来。";

  check (text, text);
}

static void
test_lists (void)
{
  const char *text = "东湾社区\n西湾社区\n南湾社区\n北湾社区\n中湾社区";

  check (text, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unwrap/blank-lines-end-paragraphs", test_blanks);
  g_test_add_func ("/unwrap/short-lines-end-paragraphs", test_neither);
  g_test_add_func ("/unwrap/a-number-that-did-not-fit-leaves-its-line-short", test_numbers);
  g_test_add_func ("/unwrap/a-paragraph-a-line-is-left-alone", test_paragraphs);
  g_test_add_func ("/unwrap/narrow-lists-are-left-alone", test_lists);
  return g_test_run ();
}
