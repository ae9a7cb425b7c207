/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-tag-form.h"

#include "jb-chars.h"
#include "jb-model-enums.h"
#include "jb-resource.h"

/* The longest name, in code points. */
#define MAX_NAME 60

/* Endings of names to their types, each a JbEntityType + 1; the recognisers of names use the same lists. */
static GHashTable *
load_endings (void)
{
  GHashTable *endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) suffixes = jb_resource_load_lines ("rules/tag-suffixes.txt");
  g_auto(GStrv) heads = jb_resource_load_lines ("rules/tag-campaign-heads.txt");

  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (suffixes[i], "\t", 3);
      int type;

      if (g_strv_length (columns) > 1 && jb_enum_from_nick (JB_TYPE_ENTITY_TYPE, columns[1], &type))
        g_hash_table_insert (endings, g_strdup (columns[0]), GINT_TO_POINTER (type + 1));
    }
  for (guint i = 0; heads[i] != NULL; i++)
    g_hash_table_insert (endings, g_strdup (heads[i]), GINT_TO_POINTER (JB_ENTITY_TYPE_CAMPAIGN + 1));
  return endings;
}

/* Returns: the type that the longest ending of the name tells; -1 where none is known */
static int
find_type (const char *name)
{
  static GHashTable *endings;

  if (g_once_init_enter (&endings))
    g_once_init_leave (&endings, load_endings ());
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer type = g_hash_table_lookup (endings, p);

      if (type != NULL)
        return GPOINTER_TO_INT (type) - 1;
    }
  return -1;
}

JbEntityType
jb_tag_form_of_place (const char *name)
{
  int type = find_type (name);

  return type == JB_ENTITY_TYPE_STREET || type == JB_ENTITY_TYPE_COMMUNITY ? (JbEntityType) type : JB_ENTITY_TYPE_PLACE;
}

JbEntityType
jb_tag_form_of_thing (const char *name, gboolean *is_certain)
{
  int type = find_type (name);
  gboolean is_known = type == JB_ENTITY_TYPE_PROJECT || type == JB_ENTITY_TYPE_CAMPAIGN;

  if (is_certain != NULL)
    *is_certain = is_known;
  return is_known ? (JbEntityType) type : JB_ENTITY_TYPE_CAMPAIGN;
}

gboolean
jb_tag_form_is_name (const char *value)
{
  guint n = 0, n_han = 0;

  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n >= MAX_NAME || g_unichar_iscntrl (c) || c == '/' || c == ':' || c == '#')
        return FALSE;
      n_han += jb_char_is_han (c);
    }
  return n_han >= 2 && n_han * 2 > n;
}
