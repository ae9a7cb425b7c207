/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-seeds.h"

#include "fuzz-targets.h"
#include "fuzz-zip.h"
#include "jb-importer.h"
#include "jb-test-input.h"

typedef struct
{
  GPtrArray    *targets;  /* owned */
  FuzzSeedFunc  func;
  gpointer      data;
} Seeding;

static void
offer_members (Seeding *seeding, const FuzzTarget *target, const char *name, GBytes *bytes)
{
  g_autofree char *unpacked = g_strconcat (name, ".members", NULL);
  g_autoptr(GBytes) members = fuzz_zip_to_members (bytes);

  if (members != NULL)
    seeding->func (fuzz_target_get_name (target), unpacked, members, seeding->data);
}

static void
offer_answer (Seeding *seeding, const char *name, GBytes *bytes)
{
  g_autoptr(JbInput) input = jb_input_new (bytes);
  g_autoptr(JbDecoded) decoded = jb_importer_read (input, NULL);
  g_autoptr(GVariant) variant = decoded != NULL ? g_variant_ref_sink (jb_decoded_to_variant (decoded)) : NULL;
  g_autoptr(GBytes) answer = variant != NULL ? g_variant_get_data_as_bytes (variant) : NULL;

  if (answer != NULL)
    seeding->func ("decoded", name, answer, seeding->data);
}

static void
offer_case (Seeding *seeding, const char *folder, const char *name)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *child;

  while (dir != NULL && (child = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, child, NULL);
      g_autoptr(GBytes) bytes = g_str_has_prefix (child, "input.") ? jb_test_load_input (path) : NULL;

      if (bytes == NULL)
        continue;
      offer_answer (seeding, name, bytes);
      for (guint i = 0; i < seeding->targets->len; i++)
        {
          const FuzzTarget *target = g_ptr_array_index (seeding->targets, i);

          if (!fuzz_target_wants (target, bytes))
            continue;
          seeding->func (fuzz_target_get_name (target), name, bytes, seeding->data);
          if (jb_archive_is_one (bytes))
            offer_members (seeding, target, name, bytes);
        }
    }
}

/* Seeds that are no files for importers: tests/fuzz/seeds/<target>/… */
static void
offer_own (Seeding *seeding, const char *folder, const FuzzTarget *target)
{
  g_autofree char *path = g_build_filename (folder, fuzz_target_get_name (target), NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *child;

  while (dir != NULL && (child = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, child, NULL);
      g_autoptr(GBytes) bytes = jb_test_load_input (file);

      seeding->func (fuzz_target_get_name (target), child, bytes, seeding->data);
    }
}

void
fuzz_seeds_foreach (const char *tests, FuzzSeedFunc func, gpointer data)
{
  g_autoptr(GPtrArray) targets = fuzz_targets_list ();
  g_autofree char *cases = g_build_filename (tests, "data", "import", NULL);
  g_autofree char *own = g_build_filename (tests, "fuzz", "seeds", NULL);
  g_autoptr(GDir) dir = g_dir_open (cases, 0, NULL);
  Seeding seeding = { targets, func, data };
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (cases, name, NULL);

      offer_case (&seeding, folder, name);
    }
  for (guint i = 0; i < targets->len; i++)
    offer_own (&seeding, own, g_ptr_array_index (targets, i));
}
