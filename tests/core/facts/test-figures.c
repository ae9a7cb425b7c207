/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each folder of tests/data/facts holds an input.txt and, in expected.txt, one line for each figure that stands in it:
 * text | value | unit | qualifier | subject | kind | as of */
#include "article-from-text.h"
#include "jb-figures.h"
#include "jb-model-enums.h"

static char *
write_figures (const JbArticle *article)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < article->figures->len; i++)
    {
      const JbFigure *figure = g_ptr_array_index (article->figures, i);
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (value, sizeof value, "%.12g", figure->value);
      g_string_append_printf (lines, "%s | %s | %s | %s | %s | %s | %s\n", figure->text, value, figure->unit,
                              jb_enum_to_nick (JB_TYPE_FIGURE_QUALIFIER, figure->qualifier), figure->subject,
                              jb_enum_to_nick (JB_TYPE_FIGURE_KIND, figure->kind),
                              figure->as_of != NULL ? figure->as_of : "-");
    }
  return g_string_free (lines, FALSE);
}

static void
test_case (gconstpointer data)
{
  const char *folder = data;
  g_autofree char *input_path = g_build_filename (folder, "input.txt", NULL);
  g_autofree char *expected_path = g_build_filename (folder, "expected.txt", NULL);
  g_autofree char *input = NULL, *expected = NULL, *found = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbArticle) article = NULL;

  g_file_get_contents (input_path, &input, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);

  article = article_from_text (input);
  jb_figures_find (article);
  found = write_figures (article);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_offsets (void)
{
  g_autoptr(JbArticle) article = article_from_text ("# 一、工作成效\n新增泊位310个。\n\n打通道路7条。");

  jb_figures_find (article);
  jb_figures_find (article);
  g_assert_cmpuint (article->figures->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const JbFigure *figure = g_ptr_array_index (article->figures, i);
      g_autofree char *text = jb_article_dup_slice (article, figure->start, figure->end);

      g_assert_cmpstr (text, ==, figure->text);
    }
}

static void
test_no_date (void)
{
  g_autoptr(JbArticle) one_year = article_from_text ("2021年8月3日，会议召开。\n截至4月1日，已发放物资310件。");
  g_autoptr(JbArticle) two_years = article_from_text ("2021年总结，2022年计划。\n截至4月1日，已发放物资310件。");

  jb_figures_find (one_year);
  jb_figures_find (two_years);
  g_assert_cmpstr (JB_FIGURE (g_ptr_array_index (one_year->figures, 0))->as_of, ==, "2021-04-01");
  g_assert_null (JB_FIGURE (g_ptr_array_index (two_years->figures, 0))->as_of);
}

/* Every prefix of a text that holds every form, and numbers that never end, must be read without a fault. */
static void
test_any_text (void)
{
  static const char text[] = "◎重点工作：截至2023年5月10日，“152”第3版《100条》约三百八十余万元以上1+4+N，12,345.6万亿亿平方米百分之三十分之农历五月廿";
  g_autofree char *digits = g_strnfill (100000, '9');
  g_autoptr(JbArticle) long_number = article_from_text (digits);

  for (const char *end = text; *end != '\0'; end = g_utf8_next_char (end))
    {
      g_autofree char *prefix = g_strndup (text, (gsize) (end - text));
      g_autoptr(JbArticle) from_start = article_from_text (prefix);
      g_autoptr(JbArticle) to_end = article_from_text (end);

      jb_figures_find (from_start);
      jb_figures_find (to_end);
    }
  jb_figures_find (long_number);
  g_assert_cmpuint (long_number->figures->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/their-offsets-point-at-their-text", test_offsets);
  g_test_add_func ("/figures/without-a-date-only-the-one-year-of-the-text-counts", test_no_date);
  g_test_add_func ("/figures/any-text-can-be-read", test_any_text);
  add_fact_cases ("/figures/case", test_case);
  return g_test_run ();
}
