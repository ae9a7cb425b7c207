/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The resources are not registered by a constructor: a linker drops the constructor of an object
 * in a static library that nothing refers to. Without a constructor GLib's accessor gives NULL until
 * the generated register function has been called, so that happens before the first use. */
#include "jb-resource.h"

#include "jb-core-resources.h"

#define PREFIX "/io/github/jianbao/core/"

static GResource *
get_resource (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      jb_core_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  return jb_core_get_resource ();
}

GBytes *
jb_resource_load (const char *path)
{
  g_autofree char *full = g_strconcat (PREFIX, path, NULL);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("resource “%s” is not built in: %s", path, error->message);
  return bytes;
}

GStrv
jb_resource_load_lines (const char *path)
{
  g_autoptr(GBytes) bytes = jb_resource_load (path);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (*line != '\0' && *line != '#')
        g_strv_builder_add (builder, line);
    }
  return g_strv_builder_end (builder);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
jb_resource_list (const char *folder)
{
  g_autofree char *full = g_strconcat (PREFIX, folder, "/", NULL);
  g_autoptr(GError) error = NULL;
  char **names = g_resource_enumerate_children (get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (names == NULL)
    g_error ("resource folder “%s” is not built in: %s", folder, error->message);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}
