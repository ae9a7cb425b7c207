/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-clipboard.h"

#include <string.h>

static char *
complete (const char *html, gssize n_bytes)
{
  g_autoptr(GBytes) bytes = g_bytes_new (html, n_bytes < 0 ? strlen (html) : (gsize) n_bytes);
  g_autoptr(GBytes) page = jb_clipboard_complete_html (bytes);

  return g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
}

static void
test_pieces (void)
{
  g_autofree char *piece = complete ("云汀区<b>召开</b>会议", -1);
  g_autofree char *closed = complete ("  <p>云汀区</p>\0", strlen ("  <p>云汀区</p>") + 1);
  g_autofree char *page = complete ("<HTML><body>云汀区</body></HTML>", -1);
  g_autofree char *other = complete ("\xff\xfe<\0p\0>\0", 8);

  g_assert_true (g_str_has_prefix (piece, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (piece, "<body>\n云汀区<b>召开</b>会议\n</body>"));
  g_assert_nonnull (strstr (closed, "<body>\n<p>云汀区</p>\n</body>"));
  g_assert_cmpstr (page, ==, "<HTML><body>云汀区</body></HTML>");
  g_assert_cmpint (memcmp (other, "\xff\xfe<", 3), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clipboard/a-piece-of-a-page-is-made-a-whole-one", test_pieces);
  return g_test_run ();
}
