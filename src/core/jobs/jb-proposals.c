/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   registry ──names, aliases──┐
 *                              ├──▶ jb_alias_proposals_find () ──▶ less what was dismissed
 *   index ──names seen, where──┘ */
#include "jb-proposals.h"

#include "jb-dismissal-table.h"
#include "jb-alias-proposals.h"
#include "jb-desk.h"
#include "jb-entity-table.h"
#include "jb-propagate.h"
#include "jb-string.h"
#include "jb-tally-table.h"

#include <glib/gi18n-lib.h>

/* What is known of a name before it is compared. */
typedef struct
{
  char         *name;       /* owned */
  char         *preferred;  /* owned: its entity's name; NULL for one that is only seen */
  char         *entity;     /* owned, NULL likewise */
  JbEntityType  type;
  GPtrArray    *districts;  /* owned, of char *, ends with NULL when it is used; NULL until one is known */
  guint         n_articles;
} Known;

typedef struct
{
  int         type;        /* -1 for any */
  GPtrArray  *names;       /* owned, of Known */
  GHashTable *by_name;     /* owned, of char *: "type name" -> Known: of the registry's names, then of those seen */
  GHashTable *by_entity;   /* owned, of char *: id -> GPtrArray of Known */
  GHashTable *districts;   /* owned: publisher -> its district, or "" */
} Collection;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->name);
  g_free (known->preferred);
  g_free (known->entity);
  g_clear_pointer (&known->districts, g_ptr_array_unref);
  g_free (known);
}

void
jb_proposal_free (JbProposal *proposal)
{
  g_free (proposal->entity);
  g_free (proposal->entity_name);
  g_free (proposal->name);
  g_free (proposal->other);
  g_free (proposal);
}

static char *
dup_key (JbEntityType type, const char *name)
{
  return g_strdup_printf ("%d %s", (int) type, name);
}

static Known *
add_name (Collection *self, const char *name, const char *preferred, const char *entity, JbEntityType type)
{
  Known *known = g_new0 (Known, 1);

  *known = (Known) { g_strdup (name), g_strdup (preferred), g_strdup (entity), type, NULL, 0 };
  g_ptr_array_add (self->names, known);
  g_hash_table_insert (self->by_name, dup_key (type, name), known);
  return known;
}

static void
add_registered_cb (const char *name, const char *preferred, const char *entity, JbEntityType type, gpointer data)
{
  Collection *self = data;
  GPtrArray *names;

  if (self->type >= 0 && (int) type != self->type)
    return;
  names = g_hash_table_lookup (self->by_entity, entity);
  if (names == NULL)
    {
      names = g_ptr_array_new ();
      g_hash_table_insert (self->by_entity, g_strdup (entity), names);
    }
  g_ptr_array_add (names, add_name (self, name, preferred, entity, type));
}

/* Returns: (transfer none) (nullable): the district that a publisher speaks for */
static const char *
get_district (Collection *self, const char *publisher)
{
  char *district;

  if (publisher == NULL)
    return NULL;
  district = g_hash_table_lookup (self->districts, publisher);
  if (district == NULL)
    {
      district = jb_propagate_find_district (publisher);
      g_hash_table_insert (self->districts, g_strdup (publisher), district != NULL ? district : (district = g_strdup ("")));
    }
  return *district != '\0' ? district : NULL;
}

static void
add_district (Known *known, const char *district)
{
  if (district == NULL)
    return;
  if (known->districts == NULL)
    known->districts = g_ptr_array_new_with_free_func (g_free);
  if (!g_ptr_array_find_with_equal_func (known->districts, district, g_str_equal, NULL))
    g_ptr_array_add (known->districts, g_strdup (district));
}

/* A name as it is seen in the bulletins of one publisher. */
static void
add_seen_cb (JbEntityType type, const char *name, const char *entity, const char *publisher, guint n_articles, gpointer data)
{
  Collection *self = data;
  const char *district = get_district (self, publisher);
  GPtrArray *own = entity != NULL ? g_hash_table_lookup (self->by_entity, entity) : NULL;
  g_autofree char *key = dup_key (type, name);
  Known *known;

  if (self->type >= 0 && (int) type != self->type)
    return;
  for (guint i = 0; own != NULL && i < own->len; i++)
    add_district (g_ptr_array_index (own, i), district);
  if (entity != NULL)
    return;
  known = g_hash_table_lookup (self->by_name, key);
  /* A name that the registry has is not linked where several entities bear it. */
  if (known != NULL && known->entity != NULL)
    return;
  if (known == NULL)
    known = add_name (self, name, NULL, NULL, type);
  known->n_articles += n_articles;
  add_district (known, district);
}

static gboolean
is_dismissed (GHashTable *dismissed, const char *entity, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s %s", entity, name);

  return g_hash_table_contains (dismissed, key);
}

/* Takes @found up as a proposal for the entity of @name, unless it was dismissed from either side. */
static void
take (GPtrArray *proposals, const Known *name, const Known *other, const char *reason, GHashTable *dismissed)
{
  const char *shown = other->preferred != NULL ? other->preferred : other->name;
  JbProposal *proposal;

  if (is_dismissed (dismissed, name->entity, shown) ||
      (other->entity != NULL && is_dismissed (dismissed, other->entity, name->preferred)))
    return;
  proposal = g_new (JbProposal, 1);
  *proposal = (JbProposal) {
    g_strdup (name->entity), g_strdup (name->preferred), name->type, g_strdup (shown), g_strdup (other->entity), other->n_articles,
    reason,
  };
  g_ptr_array_add (proposals, proposal);
}

static GPtrArray *
compare_names (const Collection *self, const char *entity, GHashTable *dismissed)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_proposal_free);
  g_autofree JbAliasName *names = g_new (JbAliasName, self->names->len + 1);
  g_autoptr(GArray) found = NULL;

  for (guint i = 0; i < self->names->len; i++)
    {
      Known *known = g_ptr_array_index (self->names, i);

      if (known->districts != NULL)
        g_ptr_array_add (known->districts, NULL);
      names[i] = (JbAliasName) {
        known->name, known->entity, known->type, known->districts != NULL ? (const char *const *) known->districts->pdata : NULL,
      };
    }
  found = jb_alias_proposals_find (names, self->names->len);
  for (guint i = 0; i < found->len; i++)
    {
      const JbAliasProposal *pair = &g_array_index (found, JbAliasProposal, i);
      const Known *name = g_ptr_array_index (self->names, pair->name), *other = g_ptr_array_index (self->names, pair->other);

      if (entity == NULL || g_str_equal (name->entity, entity))
        take (proposals, name, other, pair->reason, dismissed);
      else if (g_strcmp0 (other->entity, entity) == 0)
        take (proposals, other, name, pair->reason, dismissed);
    }
  return proposals;
}

GPtrArray *
jb_proposals_load (JbLibrary *library, const char *entity_id, int type, GError **error)
{
  Collection self = { .type = type };
  g_autoptr(JbEntity) entity = entity_id != NULL ? jb_entity_table_load (library, entity_id, error) : NULL;
  g_autoptr(GHashTable) dismissed = NULL;
  GPtrArray *proposals = NULL;

  if (entity_id != NULL && entity == NULL)
    return NULL;
  if (entity != NULL)
    self.type = (int) entity->type;
  self.names = g_ptr_array_new_with_free_func (known_free);
  self.by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.by_entity = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self.districts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (jb_entity_table_foreach_name (library, add_registered_cb, &self, error) &&
      jb_tally_table_foreach_seen (library, add_seen_cb, &self, error) &&
      (dismissed = jb_dismissal_table_load_of_entities (library, error)) != NULL)
    proposals = compare_names (&self, entity_id, dismissed);
  g_hash_table_unref (self.by_name);
  g_hash_table_unref (self.by_entity);
  g_hash_table_unref (self.districts);
  g_ptr_array_unref (self.names);
  return proposals;
}

gboolean
jb_proposals_dismiss (JbLibrary *library, const JbEntity *entity, const char *name, GError **error)
{
  g_autofree char *operation = g_strdup_printf (_("“%s” Is Not “%s”"), name, entity->name);

  return jb_library_begin (library, operation, error) &&
         jb_desk_end (library, jb_dismissal_table_insert (library, entity->id, name, error), error);
}
