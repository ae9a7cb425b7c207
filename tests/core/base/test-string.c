/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-string.h"

#include <locale.h>

static void
test_visible (void)
{
  static const char *const pairs[][2] = {
    { "", "" },
    { "柳浦街道 1.txt", "柳浦街道 1.txt" },
    { "new\nline\r\t\033[2J", "new\\u{000A}line\\u{000D}\\u{0009}\\u{001B}[2J" },
    { "rtl-\xe2\x80\xaetxt.exe\xe2\x81\xa6", "rtl-\\u{202E}txt.exe\\u{2066}" },
    { "\xef\xbb\xbf\xe2\x80\x8b\xe2\x80\xa8\xc2\x9b", "\\u{FEFF}\\u{200B}\\u{2028}\\u{009B}" },
    { "bad-\xff\xfe\xe4\xba", "bad-\\x{FF}\\x{FE}\\x{E4}\\x{BA}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *visible = jb_dup_visible (pairs[i][0]);

      g_assert_cmpstr (visible, ==, pairs[i][1]);
    }
}

static void
test_json (void)
{
  g_autofree char *plain = jb_mend_json (g_strdup ("{\"a\": 1}")), *mended = jb_mend_json (g_strdup ("\"a\x1f\x1f" "b\""));

  g_assert_cmpstr (plain, ==, "{\"a\": 1}");
  g_assert_cmpstr (mended, ==, "\"a\\u001f\\u001fb\"");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/string/what-is-not-seen-is-written-out", test_visible);
  g_test_add_func ("/string/json-holds-no-controls", test_json);
  return g_test_run ();
}
