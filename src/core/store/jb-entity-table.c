/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-entity-table.h"

#include "jb-library-private.h"
#include "jb-model-enums.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "id, type, name, note, merged_into"

static const char insert_sql[] =
  "INSERT INTO entity (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5)";
static const char insert_alias_sql[] =
  "INSERT INTO alias (id, entity, name, kind) VALUES (?1, ?2, ?3, ?4)";
static const char insert_post_sql[] =
  "INSERT INTO post (id, entity, title, place, from_date, to_date, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
static const char set_post_sql[] =
  "UPDATE post SET place = ?2, from_date = ?3, to_date = ?4 WHERE id = ?1";
static const char delete_post_sql[] =
  "DELETE FROM post WHERE id = ?1";
static const char set_name_sql[] =
  "UPDATE entity SET name = ?2 WHERE id = ?1";
static const char set_note_sql[] =
  "UPDATE entity SET note = ?2 WHERE id = ?1";
static const char delete_sql[] =
  "DELETE FROM entity WHERE id = ?1";
static const char load_sql[] =
  "SELECT " COLUMNS " FROM entity WHERE id = ?1";
static const char load_all_sql[] =
  "SELECT " COLUMNS " FROM entity WHERE merged_into IS NULL ORDER BY type, name, n";
static const char find_sql[] =
  "SELECT " COLUMNS " FROM entity WHERE merged_into IS NULL AND (?2 IS NULL OR type = ?2)"
  " AND (name = ?1 OR id IN (SELECT entity FROM alias WHERE name = ?1)) ORDER BY n";
static const char names_sql[] =
  "SELECT name, name, id, type FROM entity WHERE merged_into IS NULL UNION ALL"
  " SELECT alias.name, entity.name, entity.id, type FROM alias JOIN entity ON entity.id = alias.entity WHERE merged_into IS NULL";
static const char load_aliases_sql[] =
  "SELECT id, name, kind FROM alias WHERE entity = ?1 ORDER BY name, n";
static const char load_all_aliases_sql[] =
  "SELECT id, name, kind, entity FROM alias ORDER BY entity, name, n";
static const char load_all_posts_sql[] =
  "SELECT id, title, place, from_date, to_date, source, entity FROM post ORDER BY entity, from_date, n";
static const char load_posts_sql[] =
  "SELECT id, title, place, from_date, to_date, source FROM post WHERE entity = ?1 ORDER BY from_date, n";

gboolean
jb_entity_table_add_alias (JbLibrary *library, const char *entity, const char *name, JbAliasKind kind, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();

  return jb_db_run (jb_library_get_db (library), error, insert_alias_sql, "ssss", id, entity, name,
                    jb_enum_to_nick (JB_TYPE_ALIAS_KIND, kind));
}

gboolean
jb_entity_table_add_post (JbLibrary *library, const char *entity, const JbPost *post, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, insert_post_sql, "sssssss", post->id, entity, post->title, post->place,
                    post->from, post->to, post->source);
}

gboolean
jb_entity_table_insert (JbLibrary *library, const JbEntity *entity, GError **error)
{
  JbDb *db = jb_library_get_db (library);

  if (!jb_db_run (db, error, insert_sql, "sssss", entity->id, jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, entity->type),
                  entity->name, entity->note, entity->merged_into))
    return FALSE;
  for (guint i = 0; i < entity->aliases->len; i++)
    {
      const JbAlias *alias = g_ptr_array_index (entity->aliases, i);

      if (!jb_entity_table_add_alias (library, entity->id, alias->name, alias->kind, error))
        return FALSE;
    }
  for (guint i = 0; i < entity->posts->len; i++)
    if (!jb_entity_table_add_post (library, entity->id, g_ptr_array_index (entity->posts, i), error))
      return FALSE;
  return TRUE;
}

gboolean
jb_entity_table_set_post (JbLibrary *library, const char *post, const char *place, const char *from, const char *to, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, set_post_sql, "ssss", post, place, from, to);
}

gboolean
jb_entity_table_delete_post (JbLibrary *library, const char *post, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, delete_post_sql, "s", post);
}

gboolean
jb_entity_table_set_name (JbLibrary *library, const char *entity, const char *name, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, set_name_sql, "ss", entity, name);
}

gboolean
jb_entity_table_set_note (JbLibrary *library, const char *entity, const char *note, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, set_note_sql, "ss", entity, note);
}

gboolean
jb_entity_table_delete (JbLibrary *library, const char *entity, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, delete_sql, "s", entity);
}

static JbEntity *
read_row (JbRows *rows)
{
  JbEntity *entity = g_object_new (JB_TYPE_ENTITY, NULL);

  entity->id = g_strdup (jb_rows_get_text (rows, 0));
  entity->type = jb_rows_get_enum (rows, 1, JB_TYPE_ENTITY_TYPE);
  entity->name = g_strdup (jb_rows_get_text (rows, 2));
  jb_set_string (&entity->note, jb_rows_get_text (rows, 3));
  entity->merged_into = g_strdup (jb_rows_get_text (rows, 4));
  return entity;
}

static void
take_alias (JbEntity *entity, JbRows *rows)
{
  jb_entity_take_alias (entity, g_strdup (jb_rows_get_text (rows, 0)), g_strdup (jb_rows_get_text (rows, 1)),
                        jb_rows_get_enum (rows, 2, JB_TYPE_ALIAS_KIND));
}

static void
take_post (JbEntity *entity, JbRows *rows)
{
  JbPost *post = jb_entity_take_post (entity, g_strdup (jb_rows_get_text (rows, 0)), g_strdup (jb_rows_get_text (rows, 1)),
                                      g_strdup (jb_rows_get_text (rows, 2)), g_strdup (jb_rows_get_text (rows, 3)),
                                      g_strdup (jb_rows_get_text (rows, 4)));

  post->source = g_strdup (jb_rows_get_text (rows, 5));
}

static gboolean
load_parts (JbDb *db, JbEntity *entity, GError **error)
{
  g_autoptr(JbRows) aliases = jb_db_query (db, load_aliases_sql, "s", entity->id);
  g_autoptr(JbRows) posts = jb_db_query (db, load_posts_sql, "s", entity->id);

  while (jb_rows_next (aliases, error))
    take_alias (entity, aliases);
  while (!jb_rows_failed (aliases) && jb_rows_next (posts, error))
    take_post (entity, posts);
  return !jb_rows_failed (aliases) && !jb_rows_failed (posts);
}

/* Works off @rows, which hold COLUMNS. */
static GPtrArray *
load_entities (JbDb *db, JbRows *rows, GError **error)
{
  g_autoptr(GPtrArray) entities = g_ptr_array_new_with_free_func (g_object_unref);

  while (jb_rows_next (rows, error))
    {
      JbEntity *entity = read_row (rows);

      g_ptr_array_add (entities, entity);
      if (!load_parts (db, entity, error))
        return NULL;
    }
  return jb_rows_failed (rows) ? NULL : g_steal_pointer (&entities);
}

JbEntity *
jb_entity_table_load (JbLibrary *library, const char *id, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(JbRows) rows = jb_db_query (db, load_sql, "s", id);
  g_autoptr(GPtrArray) entities = load_entities (db, rows, error);

  if (entities == NULL)
    return NULL;
  if (entities->len == 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no entity “%s”"), id);
      return NULL;
    }
  return g_object_ref (g_ptr_array_index (entities, 0));
}

GPtrArray *
jb_entity_table_find (JbLibrary *library, int type, const char *name, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(JbRows) rows = jb_db_query (db, find_sql, "ss", name,
                                        type >= 0 ? jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, type) : NULL);

  return load_entities (db, rows, error);
}

/* Gives each row of the query to the entity of its @column. */
static gboolean
load_all_parts (JbDb *db, const char *sql, int column, void (*take) (JbEntity *, JbRows *), GHashTable *by_id, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (db, sql, "");

  while (jb_rows_next (rows, error))
    {
      JbEntity *entity = g_hash_table_lookup (by_id, jb_rows_get_text (rows, column));

      if (entity != NULL)
        take (entity, rows);
    }
  return !jb_rows_failed (rows);
}

GPtrArray *
jb_entity_table_load_all (JbLibrary *library, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(GPtrArray) entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(JbRows) rows = jb_db_query (db, load_all_sql, "");

  while (jb_rows_next (rows, error))
    {
      JbEntity *entity = read_row (rows);

      g_ptr_array_add (entities, entity);
      g_hash_table_insert (by_id, entity->id, entity);
    }
  if (jb_rows_failed (rows) || !load_all_parts (db, load_all_aliases_sql, 3, take_alias, by_id, error) ||
      !load_all_parts (db, load_all_posts_sql, 6, take_post, by_id, error))
    return NULL;
  return g_steal_pointer (&entities);
}

gboolean
jb_entity_table_foreach_name (JbLibrary *library, JbEntityNameFunc func, gpointer data, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), names_sql, "");

  while (jb_rows_next (rows, error))
    func (jb_rows_get_text (rows, 0), jb_rows_get_text (rows, 1), jb_rows_get_text (rows, 2),
          jb_rows_get_enum (rows, 3, JB_TYPE_ENTITY_TYPE), data);
  return !jb_rows_failed (rows);
}

gint64
jb_entity_table_get_generation (JbLibrary *library)
{
  return jb_db_get_int (jb_library_get_db (library), NULL, "SELECT generation FROM lexicon_state", 0);
}
