/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-export-formats.h"

#include <string.h>

static const JbExporter *const exporters[] = {
  &jb_export_pdf,
  &jb_export_json,
};

const JbExporter *
jb_exporter_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    if (strcmp (exporters[i]->id, id) == 0)
      return exporters[i];
  return NULL;
}

const JbExporter *
jb_exporter_find_for_name (const char *file_name)
{
  const char *dot;

  g_return_val_if_fail (file_name != NULL, NULL);

  dot = strrchr (file_name, '.');
  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (exporters); i++)
    if (g_ascii_strcasecmp (exporters[i]->extension, dot + 1) == 0)
      return exporters[i];
  return NULL;
}

const JbExporter *const *
jb_exporters_list (guint *n)
{
  *n = G_N_ELEMENTS (exporters);
  return exporters;
}
