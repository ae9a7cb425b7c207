/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-importer.h"

#include "jb-import-text.h"

#include <glib/gi18n-lib.h>

/* The first that recognises the bytes reads them; plain text takes what no other wants. */
static const JbImporter *const importers[] = {
  &jb_import_text,
};

void
jb_decoded_free (JbDecoded *decoded)
{
  g_free (decoded->text);
  g_free (decoded->encoding);
  g_free (decoded);
}

const JbImporter *
jb_importer_find (GBytes *bytes, GError **error)
{
  gsize n_bytes = g_bytes_get_size (bytes);

  if (n_bytes == 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_EMPTY, _("the file is empty"));
      return NULL;
    }
  if (n_bytes > JB_IMPORT_MAX_BYTES)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("the file is larger than %d MiB"), JB_IMPORT_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    if (importers[i]->recognise (bytes))
      return importers[i];
  g_set_error (error, JB_ERROR, JB_ERROR_BINARY, _("the file is not text"));
  return NULL;
}
