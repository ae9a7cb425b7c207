/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-span.h"

static JbSpanMap *
new_rejoined (void)
{
  JbSpanMap *map = jb_span_map_new ();

  jb_span_map_append (map, 0, 100, 12);
  jb_span_map_append (map, 12, 114, 3);
  return map;
}

static void
test_to_source (void)
{
  g_autoptr(JbSpanMap) map = new_rejoined ();
  g_autoptr(GArray) across = jb_span_map_to_source (map, 10, 14);
  g_autoptr(GArray) inside = jb_span_map_to_source (map, 2, 5);

  g_assert_cmpuint (across->len, ==, 2);
  g_assert_cmpuint (g_array_index (across, JbSpan, 0).start, ==, 110);
  g_assert_cmpuint (g_array_index (across, JbSpan, 0).end, ==, 112);
  g_assert_cmpuint (g_array_index (across, JbSpan, 1).start, ==, 114);
  g_assert_cmpuint (g_array_index (across, JbSpan, 1).end, ==, 116);
  g_assert_cmpuint (inside->len, ==, 1);
}

static void
test_from_source (void)
{
  g_autoptr(JbSpanMap) map = new_rejoined ();
  guint text;

  g_assert_true (jb_span_map_from_source (map, 115, &text));
  g_assert_cmpuint (text, ==, 13);
  g_assert_false (jb_span_map_from_source (map, 112, &text));
}

static void
test_merge (void)
{
  g_autoptr(JbSpanMap) map = jb_span_map_new ();
  guint n;

  jb_span_map_append (map, 0, 5, 2);
  jb_span_map_append (map, 2, 7, 3);
  jb_span_map_append (map, 6, 11, 1);
  jb_span_map_get_runs (map, &n);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_slice (void)
{
  g_autoptr(JbSpanMap) map = new_rejoined ();
  g_autoptr(JbSpanMap) slice = jb_span_map_slice (map, 10, 15);
  g_autofree char *string = jb_span_map_to_string (slice);

  g_assert_cmpstr (string, ==, "0:110:2 2:114:3");
}

static void
test_string (void)
{
  g_autoptr(JbSpanMap) map = new_rejoined ();
  g_autofree char *string = jb_span_map_to_string (map);
  g_autoptr(JbSpanMap) again = jb_span_map_from_string (string);
  g_autofree char *same = jb_span_map_to_string (again);
  g_autoptr(JbSpanMap) empty = jb_span_map_from_string ("");
  const char *const wrong[] = { "1", "1:2", "1:2:3:4", "a:b:c", "0:0:0", "5:0:2 4:9:1", "0:0:2  ", "4294967295:0:2" };

  g_assert_cmpstr (string, ==, "0:100:12 12:114:3");
  g_assert_cmpstr (same, ==, string);
  g_assert_nonnull (empty);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (jb_span_map_from_string (wrong[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/a-span-across-a-break-has-two-parts-in-the-source", test_to_source);
  g_test_add_func ("/span/a-place-in-the-source-leads-to-the-text", test_from_source);
  g_test_add_func ("/span/runs-that-continue-each-other-are-one", test_merge);
  g_test_add_func ("/span/a-slice-begins-at-zero", test_slice);
  g_test_add_func ("/span/a-map-survives-being-a-string", test_string);
  return g_test_run ();
}
