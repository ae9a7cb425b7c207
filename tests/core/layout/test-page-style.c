/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-style.h"

#include "jb-error.h"
#include "jb-resource.h"

#include <string.h>

static void
test_all (void)
{
  g_auto(GStrv) names = jb_page_style_list ();

  g_assert_true (g_strv_contains ((const char *const *) names, "jianbao"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JbPageStyle) style = jb_page_style_load (names[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (style);
    }
}

static void
test_grid (void)
{
  g_autoptr(JbPageStyle) style = jb_page_style_load ("jianbao", NULL);

  g_assert_cmpfloat_with_epsilon (style->page_width, 595.276, 0.01);
  g_assert_cmpfloat_with_epsilon (style->area_width, 442.205, 0.01);
  g_assert_cmpfloat_with_epsilon (style->cell, 15.793, 0.001);
  g_assert_cmpfloat_with_epsilon (style->pitch, 29.62, 0.01);
}

static void
test_unknown (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (jb_page_style_load ("../secret", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NOT_FOUND);
}

/* The built-in style with one line replaced. */
static void
assert_refused (const char *line, const char *replacement, const char *told)
{
  g_autoptr(GBytes) bytes = jb_resource_load ("print/jianbao.ini");
  g_autoptr(GString) ini = g_string_new (g_bytes_get_data (bytes, NULL));
  g_autoptr(GBytes) changed = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_string_replace (ini, line, replacement, 1), ==, 1);
  changed = g_bytes_new (ini->str, ini->len);
  g_assert_null (jb_page_style_parse (changed, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, told));
}

static void
test_refused (void)
{
  assert_refused ("characters=28", "characters=many", "[grid] characters");
  assert_refused ("characters=28", "", "[grid] characters");
  assert_refused ("lines=22", "lines=90", "[grid] lines");
  assert_refused ("area_width_mm=156", "area_width_mm=900", "[page] area_width_mm");
  assert_refused ("accent=#e60012", "accent=red", "[colours] accent");
  assert_refused ("rules=strict", "rules=lax", "[composer] rules");
  assert_refused ("[page]", "[page", "page style");
}

static JbPageStyle *
parse (const char *ini, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (ini, strlen (ini));

  return jb_page_style_parse (bytes, error);
}

static void
test_base (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbPageStyle) style = parse ("[style]\nbase=jianbao\n[grid]\nlines=20\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (style->lines, ==, 20);
  g_assert_cmpuint (style->characters, ==, 28);
  g_assert_null (parse ("[style]\nbase=nothing\n", &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-style/every-built-in-style-is-whole", test_all);
  g_test_add_func ("/page-style/the-grid-fills-the-type-area", test_grid);
  g_test_add_func ("/page-style/an-unknown-style-is-not-found", test_unknown);
  g_test_add_func ("/page-style/a-wrong-value-is-named", test_refused);
  g_test_add_func ("/page-style/a-style-may-name-a-base", test_base);
  return g_test_run ();
}
