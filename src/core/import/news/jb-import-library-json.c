/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Library JSON, version 1: what the program itself writes. Nothing of it becomes decoded text with hints: it is handed on as it is,
 * once it is known to be right. */
#include "jb-import-formats.h"

#include "jb-json-parts.h"
#include "jb-json.h"
#include "jb-library-tree.h"

/* The format has seven levels; a little more is left for keys of later versions. */
#define MAX_DEPTH 20

static gboolean
recognise (const JbInput *input)
{
  return jb_json_is_one (input->bytes) && jb_json_mentions (input->bytes, "jianbao-library");
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(GVariant) variant = jb_json_read_parts (input->bytes, MAX_DEPTH, error);
  g_autoptr(JbLibraryTree) tree = NULL;
  JbDecoded *decoded;

  if (variant == NULL)
    return NULL;
  tree = jb_library_tree_read (variant, error);
  if (tree == NULL)
    return NULL;
  decoded = jb_decoded_new (jb_library_tree_dup_text (tree));
  decoded->library = g_steal_pointer (&variant);
  return decoded;
}

const JbImporter jb_import_library_json = { "application/json", recognise, decode };
