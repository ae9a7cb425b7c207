/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-docx-numbering.h"

#include "jb-numbering.h"
#include "jb-symbol-font.h"
#include "jb-xml-values.h"

#include <string.h>

#define N_LEVELS      9
#define MAX_TEXT      64   /* bytes of a number's pattern that are looked at */
#define MAX_LINKS     8    /* lists that refer to one another */
#define NO_NUMBER     -1   /* of a counter: nothing was counted yet */

typedef struct
{
  JbNumbering  numbering;
  char        *text;       /* owned: pattern with %1 … %9, or the bullet; "" for none */
  char        *style;      /* owned: id of the paragraph style that has this level, NULL for none */
  int          start;
  int          restart;    /* w:lvlRestart: 0 never, n behind level n, -1 behind any level above */
  gboolean     is_legal;   /* all numbers in it are decimal */
  gboolean     has_space;
  gboolean     is_hidden;
} Level;

/* An abstract numbering definition and how far it has counted. */
typedef struct
{
  Level  levels[N_LEVELS];
  char  *link;               /* owned: id of the style whose definition this one takes, NULL mostly */
  char  *name;               /* owned: id of the style this is the definition of, NULL mostly */
  int    counts[N_LEVELS];   /* NO_NUMBER where the level has not begun */
} Definition;

/* A w:num. */
typedef struct
{
  Definition *definition;          /* lent */
  Level      *levels[N_LEVELS];    /* owned, NULL where the definition's counts */
  int         starts[N_LEVELS];    /* where this one starts; -1 where the definition's start counts */
  gboolean    is_begun[N_LEVELS];  /* it has started anew */
} List;

struct _JbDocxNumbering
{
  GHashTable *definitions;  /* owned: w:abstractNumId → Definition, owned */
  GHashTable *by_style;     /* owned: id of a numbering style → Definition, lent */
  GHashTable *lists;        /* owned: w:numId → List, owned */
};

static void
level_clear (Level *level)
{
  g_clear_pointer (&level->text, g_free);
  g_clear_pointer (&level->style, g_free);
}

static void
definition_free (gpointer data)
{
  Definition *definition = data;

  for (guint i = 0; i < N_LEVELS; i++)
    level_clear (&definition->levels[i]);
  g_free (definition->link);
  g_free (definition->name);
  g_free (definition);
}

static void
list_free (gpointer data)
{
  List *list = data;

  for (guint i = 0; i < N_LEVELS; i++)
    if (list->levels[i] != NULL)
      {
        level_clear (list->levels[i]);
        g_free (list->levels[i]);
      }
  g_free (list);
}

static char *
dup_value (const xmlNode *parent, const char *name)
{
  return jb_xml_dup_attribute (jb_xml_get_child (parent, name), "val");
}

/* Returns: (transfer full): the bullet as it can be written */
static char *
dup_bullet (const xmlNode *node, const char *text)
{
  const xmlNode *fonts = jb_xml_get_child (jb_xml_get_child (node, "rPr"), "rFonts");
  g_autofree char *font = jb_xml_dup_attribute (fonts, "ascii");
  gunichar c = g_utf8_get_char (text);
  GString *bullet = g_string_new (NULL);

  /* Letters stand for pictures in such fonts, and o in Courier for a ring; a picture has no character at all. */
  if (jb_symbol_font_is_one (font) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE || (c < 0x80 && g_ascii_isalpha ((char) c)) ||
      jb_xml_get_child (node, "lvlPicBulletId") != NULL)
    c = 0x2022;
  g_string_append_unichar (bullet, c);
  return g_string_free (bullet, FALSE);
}

static void
read_level (Level *level, const xmlNode *node)
{
  /* Newer formats stand in an alternative, with a decimal one for those who do not know them. */
  const xmlNode *format = jb_xml_get_child (node, "numFmt") ?: jb_xml_find (jb_xml_find (node, "Fallback"), "numFmt");
  g_autofree char *name = jb_xml_dup_attribute (format, "val");
  g_autofree char *text = dup_value (node, "lvlText");

  level_clear (level);
  level->numbering = jb_numbering_from_ooxml (name);
  level->start = jb_xml_get_number (jb_xml_get_child (node, "start"), "val", JB_NUMBERING_MAX, 1);
  level->restart = jb_xml_get_number (jb_xml_get_child (node, "lvlRestart"), "val", N_LEVELS, -1);
  level->is_legal = jb_xml_get_child (node, "isLgl") != NULL && jb_xml_get_switch (jb_xml_get_child (node, "isLgl"), "val", TRUE);
  level->has_space = !jb_xml_has_value (jb_xml_get_child (node, "suff"), "val", "nothing");
  level->style = dup_value (node, "pStyle");
  level->is_hidden = jb_xml_get_child (jb_xml_get_child (node, "rPr"), "vanish") != NULL;
  if (text == NULL || strlen (text) > MAX_TEXT || !g_utf8_validate (text, -1, NULL))
    level->text = g_strdup ("");
  else if (level->numbering == JB_NUMBERING_BULLET)
    level->text = *text != '\0' ? dup_bullet (node, text) : g_strdup ("");
  else
    level->text = g_steal_pointer (&text);
}

static void
read_definition (JbDocxNumbering *self, const xmlNode *node)
{
  int id = jb_xml_get_number (node, "abstractNumId", G_MAXINT, -1);
  Definition *definition;

  if (id == -1 || g_hash_table_contains (self->definitions, GINT_TO_POINTER (id)))
    return;
  definition = g_new0 (Definition, 1);
  definition->link = dup_value (node, "numStyleLink");
  definition->name = dup_value (node, "styleLink");
  for (guint i = 0; i < N_LEVELS; i++)
    {
      definition->counts[i] = NO_NUMBER;
      definition->levels[i] = (Level) { .text = g_strdup (""), .start = 1, .restart = -1 };
    }
  for (const xmlNode *at = jb_xml_get_child (node, "lvl"); at != NULL; at = jb_xml_get_next (at, "lvl"))
    {
      int index = jb_xml_get_number (at, "ilvl", N_LEVELS - 1, -1);

      if (index != -1)
        read_level (&definition->levels[index], at);
    }
  g_hash_table_insert (self->definitions, GINT_TO_POINTER (id), definition);
  if (definition->name != NULL)
    g_hash_table_insert (self->by_style, definition->name, definition);
}

static Definition *
follow_links (JbDocxNumbering *self, Definition *definition)
{
  for (guint i = 0; i < MAX_LINKS && definition != NULL && definition->link != NULL; i++)
    definition = g_hash_table_lookup (self->by_style, definition->link);
  return definition;
}

static void
read_override (List *list, const xmlNode *node)
{
  int index = jb_xml_get_number (node, "ilvl", N_LEVELS - 1, -1);
  const xmlNode *level = jb_xml_get_child (node, "lvl");

  if (index == -1)
    return;
  list->starts[index] = jb_xml_get_number (jb_xml_get_child (node, "startOverride"), "val", JB_NUMBERING_MAX, list->starts[index]);
  if (level != NULL)
    {
      if (list->levels[index] == NULL)
        list->levels[index] = g_new0 (Level, 1);
      read_level (list->levels[index], level);
    }
}

static void
read_list (JbDocxNumbering *self, const xmlNode *node)
{
  int id = jb_xml_get_number (node, "numId", G_MAXINT, -1);
  int definition_id = jb_xml_get_number (jb_xml_get_child (node, "abstractNumId"), "val", G_MAXINT, -1);
  Definition *definition = follow_links (self, g_hash_table_lookup (self->definitions, GINT_TO_POINTER (definition_id)));
  List *list;

  if (id <= 0 || definition == NULL || g_hash_table_contains (self->lists, GINT_TO_POINTER (id)))
    return;
  list = g_new0 (List, 1);
  list->definition = definition;
  for (guint i = 0; i < N_LEVELS; i++)
    list->starts[i] = -1;
  for (const xmlNode *at = jb_xml_get_child (node, "lvlOverride"); at != NULL; at = jb_xml_get_next (at, "lvlOverride"))
    read_override (list, at);
  g_hash_table_insert (self->lists, GINT_TO_POINTER (id), list);
}

JbDocxNumbering *
jb_docx_numbering_new (const xmlNode *root)
{
  JbDocxNumbering *self = g_new0 (JbDocxNumbering, 1);

  self->definitions = g_hash_table_new_full (NULL, NULL, NULL, definition_free);
  self->by_style = g_hash_table_new (g_str_hash, g_str_equal);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, list_free);
  for (const xmlNode *node = jb_xml_get_child (root, "abstractNum"); node != NULL; node = jb_xml_get_next (node, "abstractNum"))
    read_definition (self, node);
  for (const xmlNode *node = jb_xml_get_child (root, "num"); node != NULL; node = jb_xml_get_next (node, "num"))
    read_list (self, node);
  return self;
}

void
jb_docx_numbering_free (JbDocxNumbering *self)
{
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->by_style);
  g_hash_table_unref (self->definitions);
  g_free (self);
}

static const Level *
get_level (const List *list, guint index)
{
  return list->levels[index] != NULL ? list->levels[index] : &list->definition->levels[index];
}

/* The level whose style the paragraph has, or whose style is the one that the list comes from. */
static guint
find_level (const List *list, const JbDocxLook *look, const char *style)
{
  const char *const names[] = { style, look->list_style };

  if (look->list_style == NULL && look->list_level != -1)
    return (guint) look->list_level;
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      for (guint i = 0; i < N_LEVELS; i++)
        if (names[n] != NULL && g_strcmp0 (get_level (list, i)->style, names[n]) == 0)
          return i;
      if (look->list_level != -1)
        return (guint) look->list_level;
    }
  return 0;
}

/* Goes on by one, and has the levels below begin anew. */
static void
advance (List *list, guint index)
{
  int *counts = list->definition->counts;

  if (list->starts[index] != -1 && (!list->is_begun[index] || counts[index] == NO_NUMBER))
    counts[index] = list->starts[index];
  else if (counts[index] == NO_NUMBER)
    counts[index] = get_level (list, index)->start;
  else
    counts[index] = MIN (counts[index] + 1, JB_NUMBERING_MAX);
  list->is_begun[index] = TRUE;
  for (guint i = index + 1; i < N_LEVELS; i++)
    {
      int restart = get_level (list, i)->restart;

      if (restart == -1 || (restart > 0 && (int) index < restart))
        counts[i] = NO_NUMBER;
    }
}

static void
append_count (GString *text, const List *list, const Level *whole, guint index)
{
  const Level *level = get_level (list, index);
  int count = list->definition->counts[index];
  JbNumbering numbering = whole->is_legal && level->numbering != JB_NUMBERING_NONE ? JB_NUMBERING_DECIMAL : level->numbering;
  g_autofree char *number = jb_numbering_format (numbering, (guint) (count != NO_NUMBER ? count : level->start));

  g_string_append (text, number);
}

char *
jb_docx_numbering_count (JbDocxNumbering *self, const JbDocxLook *look, const char *style, gboolean *has_space)
{
  List *list = look->list > 0 ? g_hash_table_lookup (self->lists, GINT_TO_POINTER (look->list)) : NULL;
  const Level *level;
  GString *text;
  guint index;

  *has_space = FALSE;
  if (list == NULL)
    return NULL;
  index = find_level (list, look, style);
  level = get_level (list, index);
  advance (list, index);
  if (level->is_hidden || *level->text == '\0')
    return NULL;
  *has_space = level->has_space;
  if (level->numbering == JB_NUMBERING_BULLET)
    return g_strdup (level->text);
  text = g_string_new (NULL);
  for (const char *p = level->text; *p != '\0'; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '9')
      append_count (text, list, level, (guint) (*++p - '1'));
    else
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}
