/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-exporter.h"

static void
test_find (void)
{
  g_assert_nonnull (jb_exporter_find ("pdf"));
  g_assert_null (jb_exporter_find ("PDF "));
  g_assert_true (jb_exporter_find_for_name ("/a.b/第1期.PDF") == jb_exporter_find ("pdf"));
  g_assert_null (jb_exporter_find_for_name ("pdf"));
  g_assert_null (jb_exporter_find_for_name ("a.pdf.exe"));
}

static void
test_list (void)
{
  guint n;
  const JbExporter *const *exporters = jb_exporters_list (&n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (jb_exporter_find (exporters[i]->id) == exporters[i]);
      g_assert_nonnull (exporters[i]->extension);
      g_assert_nonnull (exporters[i]->label);
      g_assert_nonnull (exporters[i]->media_type);
      g_assert_nonnull (exporters[i]->write);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exporter/is-found-by-id-and-by-file-name", test_find);
  g_test_add_func ("/exporter/every-format-is-whole", test_list);
  return g_test_run ();
}
