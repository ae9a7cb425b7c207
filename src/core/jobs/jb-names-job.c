/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-names-job.h"

#include "jb-desk.h"
#include "jb-entity-table.h"

#include <glib/gi18n-lib.h>

/* How many names go in between two looks at the cancellable. */
#define BATCH 256

/* All that are called the same and are of one type. */
typedef struct
{
  guint       n_listed;    /* in the list, different ones */
  guint       n_entities;  /* in the registry */
  GHashTable *listed;      /* owned set of notes (lent), NULL before the first */
  GHashTable *noted;       /* likewise, of the entities */
} Group;

typedef struct
{
  GHashTable *groups;  /* owned, key (owned) to Group (owned) */
  int         type;    /* of names without one, -1 for none */
} Names;

static void
group_free (Group *group)
{
  g_clear_pointer (&group->listed, g_hash_table_unref);
  g_clear_pointer (&group->noted, g_hash_table_unref);
  g_free (group);
}

static Group *
get_group (Names *names, int type, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%d %s", type, name);
  Group *group = g_hash_table_lookup (names->groups, key);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      g_hash_table_insert (names->groups, g_steal_pointer (&key), group);
    }
  return group;
}

/* Returns: FALSE where it was in the set */
static gboolean
add_note (GHashTable **set, const char *note)
{
  if (*set == NULL)
    *set = g_hash_table_new (g_str_hash, g_str_equal);
  return g_hash_table_add (*set, (gpointer) note);
}

static int
get_type_of (const Names *names, const JbListName *entry)
{
  return entry->type >= 0 ? entry->type : names->type;
}

static void
count_entity (Names *names, JbEntityType type, const char *name, const char *note)
{
  Group *group = get_group (names, type, name);

  group->n_entities++;
  add_note (&group->noted, note);
}

static void
count (Names *names, GPtrArray *entities, const JbNameList *list)
{
  for (guint i = 0; i < entities->len; i++)
    {
      const JbEntity *entity = g_ptr_array_index (entities, i);

      count_entity (names, entity->type, entity->name, entity->note);
      for (guint a = 0; a < entity->aliases->len; a++)
        count_entity (names, entity->type, ((JbAlias *) g_ptr_array_index (entity->aliases, a))->name, entity->note);
    }
  for (guint i = 0; i < list->names->len; i++)
    {
      const JbListName *entry = g_ptr_array_index (list->names, i);
      Group *group = get_group (names, get_type_of (names, entry), entry->name);

      group->n_listed += add_note (&group->listed, entry->note);
    }
  /* The second look takes the notes one by one. */
  for (guint i = 0; i < list->names->len; i++)
    {
      const JbListName *entry = g_ptr_array_index (list->names, i);

      g_clear_pointer (&get_group (names, get_type_of (names, entry), entry->name)->listed, g_hash_table_unref);
    }
}

static gboolean
is_known (const Group *group, const JbListName *entry)
{
  return group->n_entities >= group->n_listed ||
         (group->noted != NULL && g_hash_table_contains (group->noted, entry->note));
}

static gboolean
insert (JbLibrary *library, JbEntityType type, const JbListName *entry, GError **error)
{
  g_autoptr(JbEntity) entity = jb_entity_new (type, entry->name);

  g_free (entity->note);
  entity->note = g_strdup (entry->note);
  for (guint i = 0; entry->aliases[i] != NULL; i++)
    jb_entity_take_alias (entity, g_uuid_string_random (), g_strdup (entry->aliases[i]), JB_ALIAS_KIND_VARIANT);
  return jb_entity_table_insert (library, entity, error);
}

static gboolean
take_name (JbLibrary *library, Names *names, const JbListName *entry, JbNamesResult *result, GError **error)
{
  int type = get_type_of (names, entry);
  Group *group = get_group (names, type, entry->name);

  if (type < 0)
    result->n_untyped++;
  else if (!add_note (&group->listed, entry->note))
    result->n_repeated++;
  else if (is_known (group, entry))
    result->n_known++;
  else if (insert (library, type, entry, error))
    result->n_added++;
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_all (JbLibrary *library, Names *names, const JbNameList *list, JbNamesProgress progress, gpointer data,
          GCancellable *cancellable, JbNamesResult *result, GError **error)
{
  for (guint i = 0; i < list->names->len; i++)
    {
      if (i % BATCH == 0 && progress != NULL)
        progress (i, list->names->len, data);
      if (i % BATCH == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!take_name (library, names, g_ptr_array_index (list->names, i), result, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
jb_names_job_run (JbLibrary *library, const char *name, const JbNameList *list, int type, JbNamesProgress progress,
                  gpointer data, GCancellable *cancellable, JbNamesResult *result, GError **error)
{
  g_autofree char *operation = g_strdup_printf (_("Import Names from “%s”"), name);
  g_autoptr(GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) group_free);
  Names names = { groups, type };
  g_autoptr(GPtrArray) entities = NULL;

  *result = (JbNamesResult) { 0 };
  if (!jb_library_begin (library, operation, error))
    return FALSE;
  entities = jb_entity_table_load_all (library, error);
  if (entities != NULL)
    count (&names, entities, list);
  if (entities != NULL && take_all (library, &names, list, progress, data, cancellable, result, error))
    return jb_library_commit (library, error);
  jb_library_rollback (library);
  return FALSE;
}
