/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-sheet-places.h"

/* Two lines on the first page, ten characters each, a line that runs downwards on the second. */
static JbDecoded *
make_decoded (void)
{
  JbDecoded *decoded = jb_decoded_new (g_strdup ("一二三四五六七八九十\n甲乙丙丁戊己庚辛壬癸\n东西南北\n"));
  const JbSheetSize size = { 200, 300 };
  const JbBox boxes[] = {
    { 0, 10, 0, 20, 20, 100, 10 },
    { 11, 21, 0, 20, 40, 100, 10 },
    { 22, 26, 1, 150, 20, 10, 40 },
  };

  g_array_append_val (decoded->sheets, size);
  g_array_append_val (decoded->sheets, size);
  g_array_append_vals (decoded->boxes, boxes, G_N_ELEMENTS (boxes));
  return decoded;
}

static void
assert_mark (const GArray *marks, guint i, double x, double y, double width, double height)
{
  const graphene_rect_t *area = &g_array_index (marks, JbSheetMark, i).area;

  g_assert_cmpfloat_with_epsilon (area->origin.x, x, 0.01);
  g_assert_cmpfloat_with_epsilon (area->origin.y, y, 0.01);
  g_assert_cmpfloat_with_epsilon (area->size.width, width, 0.01);
  g_assert_cmpfloat_with_epsilon (area->size.height, height, 0.01);
}

static void
test_marks (void)
{
  g_autoptr(JbDecoded) decoded = make_decoded ();
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (JbSheetMark));

  jb_sheet_places_mark (decoded, 0, 8, 13, TRUE, marks);
  g_assert_cmpuint (marks->len, ==, 2);
  assert_mark (marks, 0, 100, 20, 20, 10);
  assert_mark (marks, 1, 20, 40, 20, 10);
  g_array_set_size (marks, 0);
  jb_sheet_places_mark (decoded, 0, 0, 26, FALSE, marks);
  g_assert_cmpuint (marks->len, ==, 2);
  g_array_set_size (marks, 0);
  jb_sheet_places_mark (decoded, 1, 23, 24, TRUE, marks);
  g_assert_cmpuint (marks->len, ==, 1);
  assert_mark (marks, 0, 150, 30, 10, 10);
}

static void
test_pages (void)
{
  g_autoptr(JbDecoded) decoded = make_decoded ();
  guint page;

  g_assert_true (jb_sheet_places_find_page (decoded, 5, 7, &page) && page == 0);
  g_assert_true (jb_sheet_places_find_page (decoded, 23, 24, &page) && page == 1);
  g_assert_false (jb_sheet_places_find_page (decoded, 10, 11, &page));
  g_assert_false (jb_sheet_places_find_page (decoded, 26, 30, &page));
}

static void
test_points (void)
{
  g_autoptr(JbDecoded) decoded = make_decoded ();
  guint offset;

  g_assert_true (jb_sheet_places_find_offset (decoded, 0, 45, 25, &offset) && offset == 2);
  g_assert_true (jb_sheet_places_find_offset (decoded, 0, 119.9, 44, &offset) && offset == 20);
  g_assert_true (jb_sheet_places_find_offset (decoded, 0, 126, 44, &offset) && offset == 20);
  g_assert_true (jb_sheet_places_find_offset (decoded, 1, 155, 35, &offset) && offset == 23);
  g_assert_false (jb_sheet_places_find_offset (decoded, 0, 45, 200, &offset));
  g_assert_false (jb_sheet_places_find_offset (decoded, 1, 45, 25, &offset));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-places/a-place-is-marked-line-by-line", test_marks);
  g_test_add_func ("/sheet-places/a-place-is-on-the-page-where-it-begins", test_pages);
  g_test_add_func ("/sheet-places/a-point-finds-the-character-printed-there", test_points);
  return g_test_run ();
}
