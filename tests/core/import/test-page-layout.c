/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-layout.h"

#include <locale.h>
#include <string.h>
#include <time.h>

static void
add_text (JbPageLayout *layout, const char *text, double x, double y, double size)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double width = c < 0x80 ? size / 2 : size;

      jb_page_layout_add_glyph (layout, &(JbGlyph) { .c = c, .x = x, .y = y, .width = width, .height = size, .size = size,
                                                     .confidence = 100 });
      x += width;
    }
}

static char *
write_layout (JbPageLayout *layout)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbDecoded) decoded = NULL;

  jb_page_layout_write (layout, builder);
  decoded = jb_decoded_builder_finish (builder, NULL);
  return decoded != NULL ? g_steal_pointer (&decoded->text) : g_strdup ("");
}

static JbPageLayout *
begin (double width, double height)
{
  JbPageLayout *layout = jb_page_layout_new ();

  jb_page_layout_begin_page (layout, width, height);
  return layout;
}

static void
assert_page (JbPageLayout *layout, const char *expected)
{
  g_autofree char *text = NULL;

  jb_page_layout_end_page (layout);
  text = write_layout (layout);
  g_assert_cmpstr (text, ==, expected);
}

/* The gaps that justification makes are no spaces; one as wide as a character is. */
static void
test_spaces (void)
{
  g_autoptr(JbPageLayout) layout = begin (400, 400);

  add_text (layout, "云", 20, 50, 10);
  add_text (layout, "汀", 32, 50, 10);
  add_text (layout, "区", 44, 50, 10);
  add_text (layout, "8", 55.5, 50, 10);
  add_text (layout, "5", 62, 50, 10);
  add_text (layout, "个", 69, 50, 10);
  add_text (layout, "村", 81, 50, 10);
  add_text (layout, "完", 102, 50, 10);
  assert_page (layout, "云汀区85个村　完\n");
}

/* A headline that is spaced out to the width of the column has no spaces in it. */
static void
test_spaced_out (void)
{
  g_autoptr(JbPageLayout) layout = begin (400, 400);
  static const char *const chars[] = { "渡", "口", "旧", "事" };

  for (guint i = 0; i < G_N_ELEMENTS (chars); i++)
    add_text (layout, chars[i], 20 + 40 * i, 50, 20);
  for (guint i = 0; i < 8; i++)
    add_text (layout, "正文一行写满十六个字的宽度正好齐", 20, 90 + 15 * i, 10);
  jb_page_layout_end_page (layout);
  {
    g_autofree char *text = write_layout (layout);

    g_assert_true (g_str_has_prefix (text, "渡口旧事\n"));
  }
}

static void
test_hyphen (void)
{
  g_autoptr(JbPageLayout) layout = begin (400, 400);

  add_text (layout, "The ferry of Yunting is re-", 20, 50, 10);
  add_text (layout, "opened, and the E-", 20, 62, 10);
  assert_page (layout, "The ferry of Yunting is reopened, and the E-\n");
}

/* A row of a table stays a line; numbers at the side are no column. */
static void
test_table (void)
{
  g_autoptr(JbPageLayout) layout = begin (400, 400);

  for (guint i = 0; i < 4; i++)
    {
      add_text (layout, "柳浦街道", 20, 50 + 16 * i, 10);
      add_text (layout, "14", 120, 50 + 16 * i, 10);
      add_text (layout, "2310", 200, 50 + 16 * i, 10);
    }
  assert_page (layout, "柳浦街道　14　2310\n柳浦街道　14　2310\n柳浦街道　14　2310\n柳浦街道　14　2310\n");
}

/* Every line of a table of contents goes to the edge, and each is one by itself. */
static void
test_contents (void)
{
  g_autoptr(JbPageLayout) layout = begin (400, 400);

  add_text (layout, "第一章总则", 20, 50, 10);
  add_text (layout, "........................................12", 70, 50, 10);
  add_text (layout, "第二章职责", 20, 66, 10);
  add_text (layout, "........................................34", 70, 66, 10);
  assert_page (layout,
               "第一章总则........................................12\n第二章职责........................................34\n");
}

static void
test_doubts (void)
{
  g_autoptr(JbPageLayout) layout = begin (400, 400);
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbDecoded) decoded = NULL;
  const JbDoubt *doubt;

  for (guint i = 0; i < 4; i++)
    jb_page_layout_add_glyph (layout, &(JbGlyph) { .c = 0x4e00 + i, .x = 20 + 10 * i, .y = 20, .width = 10, .height = 10,
                                                   .size = 10, .confidence = i == 1 ? 40 : i == 2 ? 50 : 90 });
  jb_page_layout_end_page (layout);
  jb_page_layout_write (layout, builder);
  decoded = jb_decoded_builder_finish (builder, NULL);
  g_assert_cmpuint (decoded->doubts->len, ==, 1);
  doubt = &g_array_index (decoded->doubts, JbDoubt, 0);
  g_assert_cmpuint (doubt->start, ==, 1);
  g_assert_cmpuint (doubt->end, ==, 3);
  g_assert_cmpuint (doubt->confidence, ==, 40);
}

/* Pages that no printer made are done in reasonable time. */
static void
test_chaos (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint kind = 0; kind < 7; kind++)
    {
      g_autoptr(JbPageLayout) layout = begin (600, 800);
      g_autofree char *text = NULL;
      clock_t start = clock ();

      for (guint i = 0; i < 60000; i++)
        {
          JbGlyph glyph = { .c = 0x4e00 + i % 20000, .x = 100, .y = 100, .width = 10, .height = 10, .size = 10, .confidence = 100 };

          if (kind == 1 || kind == 4)
            glyph.x = g_rand_double_range (random, 0, 590);
          if (kind == 2 || kind == 4)
            glyph.y = g_rand_double_range (random, 0, 790);
          if (kind == 3)
            glyph.x = i % 300 * 2, glyph.y = i / 300 * 4, glyph.size = glyph.width = glyph.height = 1;
          if (kind == 5)
            glyph.x = i % 2 * 300, glyph.y = i * 0.013, glyph.size = 1;
          if (kind == 6)
            glyph.size = glyph.width = glyph.height = g_rand_double_range (random, 0.1, 300), glyph.x = i % 590, glyph.y = i % 787;
          jb_page_layout_add_glyph (layout, &glyph);
        }
      jb_page_layout_end_page (layout);
      text = write_layout (layout);
      g_test_message ("kind %u: %.0f ms, %zu bytes", kind, (double) (clock () - start) * 1000 / CLOCKS_PER_SEC, strlen (text));
      g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, 20);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/page-layout/justified-gaps-are-no-spaces", test_spaces);
  g_test_add_func ("/import/page-layout/headlines-may-be-spaced-out", test_spaced_out);
  g_test_add_func ("/import/page-layout/broken-words-are-whole-again", test_hyphen);
  g_test_add_func ("/import/page-layout/rows-of-a-table-are-lines", test_table);
  g_test_add_func ("/import/page-layout/contents-are-lines", test_contents);
  g_test_add_func ("/import/page-layout/doubt-goes-with-the-characters", test_doubts);
  g_test_add_func ("/import/page-layout/chaos-takes-no-longer", test_chaos);
  return g_test_run ();
}
