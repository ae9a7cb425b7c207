/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-settings.h"

#include "jb-config.h"

GSettings *
jb_settings_get (void)
{
  static GSettings *settings;
  static gboolean looked;

  if (!looked)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr(GSettingsSchema) schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, JB_APPLICATION_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      looked = TRUE;
    }
  return settings;
}

GFile *
jb_settings_dup_library (void)
{
  GSettings *settings = jb_settings_get ();
  g_autofree char *last = settings != NULL ? g_settings_get_string (settings, "last-library") : NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "jianbao", "library.jianbao", NULL);

  if (last != NULL && *last != '\0')
    {
      g_autoptr(GFile) file = g_file_parse_name (last);

      /* A library that went away must not come back as an empty one of the same name. */
      if (g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
    }
  return g_file_new_for_path (path);
}

void
jb_settings_set_library (GFile *library)
{
  GSettings *settings = jb_settings_get ();
  g_autofree char *name = g_file_get_parse_name (library);

  if (settings != NULL)
    g_settings_set_string (settings, "last-library", name);
}

char *
jb_settings_dup_author (void)
{
  GSettings *settings = jb_settings_get ();
  g_autofree char *author = settings != NULL ? g_settings_get_string (settings, "author-name") : NULL;

  return author != NULL && *author != '\0' ? g_steal_pointer (&author) : NULL;
}
