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
test_json_controls (void)
{
  g_autofree char *escaped = jb_escape_json_controls ("{\n \"文\": \"\001字\037\\n\"\n}");

  g_assert_cmpstr (escaped, ==, "{\n \"文\": \"\\u0001字\\u001f\\n\"\n}");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/string/what-is-not-seen-is-written-out", test_visible);
  g_test_add_func ("/string/controls-in-json-are-escaped", test_json_controls);
  return g_test_run ();
}
