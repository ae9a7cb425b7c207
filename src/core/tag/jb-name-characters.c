/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-name-characters.h"

#include "jb-resource.h"

#define FIRST 0x4e00
#define LAST 0x9fff
#define UNRANKED 9999

typedef struct
{
  guint8  traits;
  guint16 rank;
  guint16 surname;
} Known;

static Known table[LAST - FIRST + 1];

static void
load_list (const char *path, guint8 traits, gsize rank_offset)
{
  g_auto(GStrv) lines = jb_resource_load_lines (path);
  guint16 rank = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    for (const char *c = lines[i]; *c != '\0'; c = g_utf8_next_char (c))
      {
        gunichar u = g_utf8_get_char (c);

        if (u < FIRST || u > LAST)
          continue;
        table[u - FIRST].traits |= traits;
        if (rank_offset > 0)
          G_STRUCT_MEMBER (guint16, &table[u - FIRST], rank_offset) = rank++;
      }
}

static const Known *
get_known (gunichar c)
{
  static const Known unknown = { 0, UNRANKED, UNRANKED };
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    {
      for (guint i = 0; i < G_N_ELEMENTS (table); i++)
        table[i] = unknown;
      load_list ("rules/tag-given-names.txt", JB_NAME_CHARACTER_GIVEN, 0);
      load_list ("rules/tag-foreign-characters.txt", JB_NAME_CHARACTER_FOREIGN, 0);
      load_list ("rules/tag-foreign-characters-strong.txt", JB_NAME_CHARACTER_FOREIGN | JB_NAME_CHARACTER_FOREIGN_STRONG, 0);
      load_list ("rules/tag-name-endings-not.txt", JB_NAME_CHARACTER_NO_END, 0);
      load_list ("rules/tag-frequent-characters.txt", 0, G_STRUCT_OFFSET (Known, rank));
      load_list ("rules/tag-surnames-common.txt", 0, G_STRUCT_OFFSET (Known, surname));
      g_once_init_leave (&loaded, 1);
    }
  return c >= FIRST && c <= LAST ? &table[c - FIRST] : &unknown;
}

guint
jb_name_character_get_traits (gunichar c)
{
  return get_known (c)->traits;
}

guint
jb_name_character_get_rank (gunichar c)
{
  return get_known (c)->rank;
}

guint
jb_name_character_get_surname_rank (gunichar c)
{
  return get_known (c)->surname;
}
