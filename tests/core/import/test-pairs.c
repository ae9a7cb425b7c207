/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tests/data/import/<case>/input.* and expected.txt: what comes out of a file. An input that is a folder is zipped first. Where
 * they differ, what came out is written to the build folder as import-<case>.txt. */
#include "jb-test-input.h"

#include <locale.h>

static char *
find_input (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "input."))
      return g_build_filename (folder, name, NULL);
  g_error ("no input in %s", folder);
}

static char *
read_case (const char *folder)
{
  g_autofree char *path = find_input (folder);
  g_autoptr(GBytes) bytes = jb_test_load_input (path);
  g_autoptr(JbInput) input = jb_input_new (bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = jb_importer_read (input, &error);
  g_autoptr(JbDecoded) again = NULL;
  g_autoptr(GVariant) variant = NULL;
  g_autoptr(GBytes) form = NULL;

  if (decoded == NULL)
    return g_strdup_printf ("refused: %s\n", error->message);
  /* Nothing is lost on the way out of the helper. */
  variant = g_variant_ref_sink (jb_decoded_to_variant (decoded));
  form = g_variant_get_data_as_bytes (variant);
  again = jb_decoded_from_bytes (form, &error);
  g_assert_no_error (error);
  return jb_test_dump_decoded (again);
}

static void
test_pair (gconstpointer data)
{
  const char *folder = data;
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *expected_path = g_build_filename (folder, "expected.txt", NULL);
  g_autofree char *expected = NULL, *actual = read_case (folder);

  g_file_get_contents (expected_path, &expected, NULL, NULL);
  if (g_strcmp0 (actual, expected) != 0)
    {
      g_autofree char *file = g_strdup_printf ("import-%s.txt", name);
      g_autofree char *path = g_test_build_filename (G_TEST_BUILT, file, NULL);

      g_file_set_contents (path, actual, -1, NULL);
      g_test_message ("diff -u %s %s", expected_path, path);
    }
  g_assert_cmpstr (actual, ==, expected);
}

int
main (int argc, char **argv)
{
  g_autofree char *data = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  data = g_test_build_filename (G_TEST_DIST, "data", "import", NULL);
  dir = g_dir_open (data, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/import/pairs/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (data, name, NULL), test_pair, g_free);
    }
  return g_test_run ();
}
