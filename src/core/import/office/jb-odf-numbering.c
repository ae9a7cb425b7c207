/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-odf-numbering.h"

#include "jb-xml-values.h"

#define NO_NUMBER -1

struct _JbOdfNumbering
{
  GPtrArray  *counts;    /* owned, of JbOdfCount */
  GHashTable *by_id;     /* owned: xml:id of a list, owned → JbOdfCount, lent */
  GHashTable *by_style;  /* owned: list style, owned → JbOdfCount of the last list that had it, lent */
  GHashTable *headings;  /* owned: JbOdfList, lent → JbOdfCount, lent */
};

JbOdfNumbering *
jb_odf_numbering_new (void)
{
  JbOdfNumbering *self = g_new0 (JbOdfNumbering, 1);

  self->counts = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_style = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->headings = g_hash_table_new (NULL, NULL);
  return self;
}

void
jb_odf_numbering_free (JbOdfNumbering *self)
{
  g_hash_table_unref (self->headings);
  g_hash_table_unref (self->by_style);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->counts);
  g_free (self);
}

static JbOdfCount *
add_count (JbOdfNumbering *self)
{
  JbOdfCount *count = g_new (JbOdfCount, 1);

  for (guint i = 0; i < JB_ODF_LEVELS; i++)
    count->counts[i] = NO_NUMBER;
  g_ptr_array_add (self->counts, count);
  return count;
}

JbOdfCount *
jb_odf_numbering_begin (JbOdfNumbering *self, const char *style, const xmlNode *node)
{
  g_autofree char *id = jb_xml_dup_attribute (node, "id");
  g_autofree char *continued = jb_xml_dup_attribute (node, "continue-list");
  JbOdfCount *count = NULL;

  if (continued != NULL)
    count = g_hash_table_lookup (self->by_id, continued);
  else if (style != NULL && jb_xml_get_switch (node, "continue-numbering", FALSE))
    count = g_hash_table_lookup (self->by_style, style);
  if (count == NULL)
    count = add_count (self);
  if (id != NULL)
    g_hash_table_replace (self->by_id, g_steal_pointer (&id), count);
  if (style != NULL)
    g_hash_table_replace (self->by_style, g_strdup (style), count);
  return count;
}

JbOdfCount *
jb_odf_numbering_get_headings (JbOdfNumbering *self, const JbOdfList *list)
{
  JbOdfCount *count = g_hash_table_lookup (self->headings, list);

  if (count == NULL)
    {
      count = add_count (self);
      g_hash_table_insert (self->headings, (gpointer) list, count);
    }
  return count;
}

void
jb_odf_count_restart (JbOdfCount *self, guint level)
{
  for (guint i = level + 1; i < JB_ODF_LEVELS; i++)
    self->counts[i] = NO_NUMBER;
}

static void
append_count (GString *text, const JbOdfCount *self, const JbOdfList *list, guint level, gboolean is_decimal)
{
  guint value = self->counts[level] != NO_NUMBER ? (guint) self->counts[level] : list->levels[level].start;
  g_autofree char *number = jb_numbering_format (is_decimal ? JB_NUMBERING_DECIMAL : list->levels[level].numbering, value);

  g_string_append (text, number);
}

/* The numbers of the levels above that are shown, and the level's own, with full stops between them. */
static char *
dup_number (const JbOdfCount *self, const JbOdfList *list, guint level)
{
  const JbOdfLevel *own = &list->levels[level];
  GString *text = g_string_new (own->prefix);
  guint first = level + 1 - MIN (own->n_shown, level + 1);

  for (guint i = first; i <= level; i++)
    {
      gboolean is_number = list->levels[i].numbering != JB_NUMBERING_NONE && list->levels[i].numbering != JB_NUMBERING_BULLET;

      if (!is_number)
        continue;
      append_count (text, self, list, i, own->is_legal && i < level);
      if (i < level)
        g_string_append_c (text, '.');
    }
  g_string_append (text, own->suffix);
  return g_string_free (text, FALSE);
}

/* The same by a pattern: 第%1%条 */
static char *
dup_patterned (const JbOdfCount *self, const JbOdfList *list, guint level)
{
  const JbOdfLevel *own = &list->levels[level];
  GString *text = g_string_new (NULL);

  for (const char *p = own->pattern; *p != '\0'; p++)
    {
      char *end = NULL;
      guint64 index = *p == '%' && g_ascii_isdigit (p[1]) ? g_ascii_strtoull (p + 1, &end, 10) : 0;

      if (index >= 1 && index <= JB_ODF_LEVELS && *end == '%')
        {
          append_count (text, self, list, (guint) index - 1, own->is_legal && index - 1 < level);
          p = end;
        }
      else
        g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

char *
jb_odf_count_next (JbOdfCount *self, const JbOdfList *list, guint level, int start, gboolean *has_space)
{
  const JbOdfLevel *own = &list->levels[level];

  if (start != -1)
    self->counts[level] = start;
  else if (self->counts[level] == NO_NUMBER)
    self->counts[level] = (int) own->start;
  else
    self->counts[level] = MIN (self->counts[level] + 1, JB_NUMBERING_MAX);
  jb_odf_count_restart (self, level);
  *has_space = own->has_space;
  if (own->numbering == JB_NUMBERING_NONE)
    return NULL;
  if (own->numbering == JB_NUMBERING_BULLET)
    return g_strdup (own->bullet);
  return own->pattern != NULL ? dup_patterned (self, list, level) : dup_number (self, list, level);
}
