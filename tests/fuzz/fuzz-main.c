/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All fuzzers in one program of libFuzzer:
 *
 *   jb-fuzz --target=NAME FOLDER…    fuzzes one target, with libFuzzer's own options beside it
 *   jb-fuzz --targets                prints the targets, each with its dictionary behind a tab
 *   jb-fuzz --seeds=FOLDER           writes each target's seeds to FOLDER/NAME
 *
 * scripts/fuzz does all of it. */
#include "fuzz-seeds.h"
#include "fuzz-targets.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

static GPtrArray *targets;
static const FuzzTarget *chosen;

static void
print_targets (void)
{
  for (guint i = 0; i < targets->len; i++)
    {
      const FuzzTarget *target = g_ptr_array_index (targets, i);

      g_print ("%s\t%s\n", fuzz_target_get_name (target), fuzz_target_get_dictionary (target) ?: "");
    }
}

static void
write_seed (const char *target, const char *name, GBytes *seed, gpointer data)
{
  g_autofree char *folder = g_build_filename (data, target, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (folder, 0755);
  if (!g_file_set_contents (path, g_bytes_get_data (seed, NULL), (gssize) g_bytes_get_size (seed), &error))
    g_error ("%s", error->message);
}

static void
choose (const char *name)
{
  for (guint i = 0; i < targets->len; i++)
    if (g_str_equal (fuzz_target_get_name (g_ptr_array_index (targets, i)), name))
      chosen = g_ptr_array_index (targets, i);
  if (chosen == NULL)
    {
      g_printerr ("jb-fuzz: no target “%s”\n", name);
      exit (2);
    }
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  targets = fuzz_targets_list ();
  for (int i = 1; i < *argc; i++)
    {
      char *argument = (*argv)[i];

      if (g_str_equal (argument, "--targets"))
        {
          print_targets ();
          exit (0);
        }
      if (g_str_has_prefix (argument, "--seeds="))
        {
          fuzz_seeds_foreach (JB_TESTS, write_seed, argument + strlen ("--seeds="));
          exit (0);
        }
      if (g_str_has_prefix (argument, "--target="))
        choose (argument + strlen ("--target="));
    }
  if (chosen == NULL)
    choose ("any");
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, n_bytes);

  fuzz_target_run (chosen, bytes);
  return 0;
}
