/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-entity-entry.h"

#include "jb-chars.h"
#include "jb-entity-table.h"
#include "jb-tally-table.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (JbEntityEntry, jb_entity_entry, G_TYPE_OBJECT)

static void
jb_entity_entry_finalize (GObject *object)
{
  JbEntityEntry *self = JB_ENTITY_ENTRY (object);

  g_clear_object (&self->entity);
  g_free (self->label);
  g_free (self->spelled);
  g_free (self->keys);
  G_OBJECT_CLASS (jb_entity_entry_parent_class)->finalize (object);
}

static void
jb_entity_entry_class_init (JbEntityEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_entity_entry_finalize;
}

static void
jb_entity_entry_init (JbEntityEntry *self)
{
}

/* Behind \r, which no name holds, stands what only matches from its beginning. */
static void
add_spelled (GString *keys, const char *spelled)
{
  g_autofree char *joined = jb_text_fold (spelled);
  g_autofree char *initials = jb_pinyin_take_initials (spelled);

  g_string_append_printf (keys, "\n\r%s\n\r%s", joined, initials);
}

static void
add_keys (GString *keys, JbPinyin *pinyin, const char *name, gboolean human)
{
  g_autofree char *folded = jb_text_fold (name);
  g_autofree char *usual = NULL;
  g_autofree char *surname = NULL;

  g_string_append_printf (keys, "\n%s", folded);
  usual = jb_pinyin_spell (pinyin, name, FALSE);
  add_spelled (keys, usual);
  if (!human)
    return;
  surname = jb_pinyin_spell (pinyin, name, TRUE);
  if (strcmp (usual, surname) != 0)
    add_spelled (keys, surname);
}

static gboolean
is_human (const JbEntity *entity)
{
  return entity->type == JB_ENTITY_TYPE_LEADER || entity->type == JB_ENTITY_TYPE_PERSON;
}

static JbEntityEntry *
entry_new (JbEntity *entity, JbPinyin *pinyin)
{
  JbEntityEntry *self = g_object_new (JB_TYPE_ENTITY_ENTRY, NULL);
  g_autoptr(GString) keys = g_string_new (NULL);
  gboolean human = is_human (entity);

  self->entity = g_object_ref (entity);
  self->spelled = jb_pinyin_spell (pinyin, entity->name, human);
  add_keys (keys, pinyin, entity->name, human);
  for (guint i = 0; i < entity->aliases->len; i++)
    add_keys (keys, pinyin, ((JbAlias *) g_ptr_array_index (entity->aliases, i))->name, human);
  self->keys = g_string_free (g_steal_pointer (&keys), FALSE);
  return self;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const JbEntityEntry *one = *(JbEntityEntry *const *) a;
  const JbEntityEntry *other = *(JbEntityEntry *const *) b;
  int order = (int) one->entity->type - (int) other->entity->type;

  if (order == 0)
    order = strcmp (one->spelled, other->spelled);
  if (order == 0)
    order = strcmp (one->entity->name, other->entity->name);
  return order != 0 ? order : strcmp (one->entity->note, other->entity->note);
}

static gboolean
is_namesake (GPtrArray *entries, guint a, guint b)
{
  const JbEntity *one, *other;

  if (a >= entries->len || b >= entries->len)
    return FALSE;
  one = ((JbEntityEntry *) g_ptr_array_index (entries, a))->entity;
  other = ((JbEntityEntry *) g_ptr_array_index (entries, b))->entity;
  return one->type == other->type && strcmp (one->name, other->name) == 0;
}

/* Namesakes stand one after the other. */
static void
label_entries (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      JbEntityEntry *entry = g_ptr_array_index (entries, i);
      const char *note = entry->entity->note;
      int first_line = (int) strcspn (note, "\n");

      if (*note != '\0' && (is_namesake (entries, i, i - 1) || is_namesake (entries, i, i + 1)))
        entry->label = g_strdup_printf ("%s · %.*s", entry->entity->name, first_line, note);
      else
        entry->label = g_strdup (entry->entity->name);
    }
}

GPtrArray *
jb_entity_entry_load_all (JbLibrary *library, JbPinyin *pinyin, GError **error)
{
  g_autoptr(GPtrArray) entities = jb_entity_table_load_all (library, error);
  g_autoptr(GPtrArray) facets = NULL;
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  if (entities == NULL || (facets = jb_tally_table_load_facets (library, G_MAXINT, error)) == NULL)
    return NULL;
  for (guint i = 0; i < entities->len; i++)
    {
      JbEntity *entity = g_ptr_array_index (entities, i);
      JbEntityEntry *entry;

      if (entity->merged_into != NULL)
        continue;
      entry = entry_new (entity, pinyin);
      g_ptr_array_add (entries, entry);
      g_hash_table_insert (by_id, entity->id, entry);
    }
  for (guint i = 0; i < facets->len; i++)
    {
      const JbFacet *facet = g_ptr_array_index (facets, i);
      JbEntityEntry *entry = facet->entity != NULL ? g_hash_table_lookup (by_id, facet->entity) : NULL;

      if (entry == NULL)
        continue;
      entry->n_articles += facet->n_articles;
      entry->n_confirmed += facet->n_confirmed;
      entry->n_suggested += facet->n_suggested;
    }
  g_ptr_array_sort (entries, compare);
  label_entries (entries);
  return g_steal_pointer (&entries);
}

gboolean
jb_entity_entry_matches (const JbEntityEntry *self, const char *folded)
{
  const char *at = self->keys;
  gsize n_bytes = strlen (folded);

  while ((at = strstr (at, folded)) != NULL)
    {
      const char *line = at;

      while (line > self->keys && *line != '\n')
        line--;
      /* A line of pinyin counts from its first letter only: "a" would find nearly everything. */
      if (n_bytes == 0 || line[1] != '\r' || at == line + 2)
        return TRUE;
      at++;
    }
  return FALSE;
}

gboolean
jb_entity_entry_equal (const JbEntityEntry *a, const JbEntityEntry *b)
{
  return strcmp (a->entity->id, b->entity->id) == 0 && strcmp (a->label, b->label) == 0 &&
         a->n_articles == b->n_articles && a->n_confirmed == b->n_confirmed && a->n_suggested == b->n_suggested &&
         strcmp (a->keys, b->keys) == 0;
}
