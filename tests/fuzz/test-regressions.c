/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tests/fuzz/regressions/<target>/…: what fuzzers once found stays fixed; the same for all seeds, which no fuzzer ever starts from
 * where no clang is. */
#include "fuzz-seeds.h"
#include "fuzz-targets.h"
#include "jb-test-input.h"

#include <locale.h>

static const FuzzTarget *
find_target (GPtrArray *targets, const char *name)
{
  for (guint i = 0; i < targets->len; i++)
    if (g_str_equal (fuzz_target_get_name (g_ptr_array_index (targets, i)), name))
      return g_ptr_array_index (targets, i);
  return NULL;
}

static void
run_seed (const char *target, const char *name, GBytes *seed, gpointer data)
{
  g_test_message ("%s: %s", target, name);
  fuzz_target_run (find_target (data, target), seed);
}

static void
test_seeds (void)
{
  g_autoptr(GPtrArray) targets = fuzz_targets_list ();

  fuzz_seeds_foreach (g_test_get_dir (G_TEST_DIST), run_seed, targets);
}

/* A target of a format that this tree has no importer for is passed over. */
static void
test_regressions (gconstpointer data)
{
  const char *folder = data;
  g_autofree char *name = g_path_get_basename (folder);
  g_autoptr(GPtrArray) targets = fuzz_targets_list ();
  const FuzzTarget *target = find_target (targets, name);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *child;

  if (target == NULL)
    {
      g_test_skip ("no such target");
      return;
    }
  while ((child = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, child, NULL);
      g_autoptr(GBytes) bytes = jb_test_load_input (path);

      g_test_message ("%s", path);
      fuzz_target_run (target, bytes);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/seeds", test_seeds);
  folder = g_test_build_filename (G_TEST_DIST, "fuzz", "regressions", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz/regressions/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_regressions, g_free);
    }
  return g_test_run ();
}
