/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-settings.h"

#include "jb-settings.h"

/* As many bulletins are offered again. */
#define MAX_BULLETINS 12

static gboolean
get_boolean (const char *key, gboolean fallback)
{
  GSettings *settings = jb_settings_get ();

  return settings != NULL ? g_settings_get_boolean (settings, key) : fallback;
}

static void
set_boolean (const char *key, gboolean value)
{
  if (jb_settings_get () != NULL)
    g_settings_set_boolean (jb_settings_get (), key, value);
}

gboolean
jb_import_settings_get_preview (gboolean plain_text)
{
  return get_boolean ("import-preview", TRUE) && (!plain_text || get_boolean ("import-preview-text", TRUE));
}

void
jb_import_settings_set_preview_plain (gboolean preview)
{
  set_boolean ("import-preview-text", preview);
}

gboolean
jb_import_settings_get_recognise (void)
{
  return get_boolean ("import-recognise", FALSE);
}

void
jb_import_settings_set_recognise (gboolean recognise)
{
  set_boolean ("import-recognise", recognise);
}

char *
jb_import_settings_dup_bulletin (void)
{
  GSettings *settings = jb_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, "import-bulletin") : g_strdup ("");
}

GStrv
jb_import_settings_dup_bulletins (void)
{
  GSettings *settings = jb_settings_get ();

  return settings != NULL ? g_settings_get_strv (settings, "import-bulletins") : g_new0 (char *, 1);
}

void
jb_import_settings_set_bulletin (const char *bulletin)
{
  GSettings *settings = jb_settings_get ();
  g_auto(GStrv) before = jb_import_settings_dup_bulletins ();
  g_autoptr(GPtrArray) after = g_ptr_array_new ();

  if (settings == NULL)
    return;
  g_settings_set_string (settings, "import-bulletin", bulletin);
  if (*bulletin == '\0')
    return;
  g_ptr_array_add (after, (char *) bulletin);
  for (guint i = 0; before[i] != NULL && after->len < MAX_BULLETINS; i++)
    if (!g_str_equal (before[i], bulletin))
      g_ptr_array_add (after, before[i]);
  g_ptr_array_add (after, NULL);
  g_settings_set_strv (settings, "import-bulletins", (const char *const *) after->pdata);
}

GFile *
jb_import_settings_dup_watched (void)
{
  GSettings *settings = jb_settings_get ();
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, "watched-folder") : NULL;

  if (name == NULL || *name == '\0' || !g_settings_get_boolean (settings, "watch-folder"))
    return NULL;
  return g_file_parse_name (name);
}
