/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-decision-table.h"

#include "jb-library-private.h"
#include "jb-model-enums.h"
#include "jb-string.h"

#define COLUMNS "d.id, d.type, d.start, d.end, d.quote, d.entity, d.state, d.origin, d.rule, coalesce (e.name, d.quote)"

static const char insert_sql[] =
  "INSERT INTO decision (id, article, type, start, end, quote, prefix, suffix, entity, state, origin, rule)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
static const char update_sql[] =
  "UPDATE decision SET type = ?2, entity = ?3, state = ?4 WHERE id = ?1";
static const char move_sql[] =
  "UPDATE decision SET start = ?2, end = ?3, prefix = ?4, suffix = ?5 WHERE id = ?1";
static const char delete_sql[] =
  "DELETE FROM decision WHERE id = ?1";
static const char load_sql[] =
  "SELECT " COLUMNS " FROM decision d LEFT JOIN entity e ON e.id = d.entity"
  " WHERE d.article = ?1 ORDER BY d.start, d.end DESC, d.n";
static const char load_entity_sql[] =
  "SELECT " COLUMNS ", d.article FROM decision d JOIN entity e ON e.id = d.entity JOIN article a ON a.id = d.article"
  " WHERE d.entity = ?1 AND d.state = 'confirmed' ORDER BY a.date, a.n, d.start";

static const char list_quotes_sql[] =
  "SELECT DISTINCT quote FROM decision";
static const char list_sources_sql[] =
  "SELECT source FROM article WHERE id IN (SELECT article FROM decision) GROUP BY source ORDER BY min (n)";

static JbMention *
read_row (JbRows *rows)
{
  JbMention *mention = jb_mention_new (jb_rows_get_enum (rows, 1, JB_TYPE_ENTITY_TYPE), jb_rows_get_text (rows, 4),
                                       (guint) jb_rows_get_int (rows, 2), (guint) jb_rows_get_int (rows, 3),
                                       jb_rows_get_enum (rows, 7, JB_TYPE_MENTION_ORIGIN), 1.0, jb_rows_get_text (rows, 8));

  mention->decision = g_strdup (jb_rows_get_text (rows, 0));
  mention->entity = g_strdup (jb_rows_get_text (rows, 5));
  mention->state = jb_rows_get_enum (rows, 6, JB_TYPE_MENTION_STATE);
  jb_set_string (&mention->name, jb_rows_get_text (rows, 9));
  return mention;
}

gboolean
jb_decision_table_insert (JbLibrary *library, const char *article, const JbMention *mention,
                          const char *prefix, const char *suffix, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();

  return jb_db_run (jb_library_get_db (library), error, insert_sql, "sssuusssssss", id, article,
                    jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, mention->type), mention->start, mention->end, mention->text,
                    prefix, suffix, mention->entity, jb_enum_to_nick (JB_TYPE_MENTION_STATE, mention->state),
                    jb_enum_to_nick (JB_TYPE_MENTION_ORIGIN, mention->origin), mention->rule);
}

gboolean
jb_decision_table_update (JbLibrary *library, const char *decision, JbEntityType type, const char *entity,
                          JbMentionState state, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, update_sql, "ssss", decision,
                    jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, type), entity, jb_enum_to_nick (JB_TYPE_MENTION_STATE, state));
}

gboolean
jb_decision_table_move (JbLibrary *library, const char *decision, guint start, guint end, const char *prefix, const char *suffix,
                        GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, move_sql, "suuss", decision, start, end, prefix, suffix);
}

gboolean
jb_decision_table_delete (JbLibrary *library, const char *decision, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, delete_sql, "s", decision);
}

GPtrArray *
jb_decision_table_load (JbLibrary *library, const char *article, GError **error)
{
  g_autoptr(GPtrArray) mentions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_sql, "s", article);

  while (jb_rows_next (rows, error))
    g_ptr_array_add (mentions, read_row (rows));
  return jb_rows_failed (rows) ? NULL : g_steal_pointer (&mentions);
}

static void
occurrence_free (JbOccurrence *occurrence)
{
  g_free (occurrence->article);
  g_object_unref (occurrence->mention);
  g_free (occurrence);
}

GPtrArray *
jb_decision_table_load_entity (JbLibrary *library, const char *entity, GError **error)
{
  g_autoptr(GPtrArray) occurrences = g_ptr_array_new_with_free_func ((GDestroyNotify) occurrence_free);
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_entity_sql, "s", entity);

  while (jb_rows_next (rows, error))
    {
      JbOccurrence *occurrence = g_new (JbOccurrence, 1);

      occurrence->mention = read_row (rows);
      occurrence->article = g_strdup (jb_rows_get_text (rows, 10));
      g_ptr_array_add (occurrences, occurrence);
    }
  return jb_rows_failed (rows) ? NULL : g_steal_pointer (&occurrences);
}

GStrv
jb_decision_table_list_sources (JbLibrary *library, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), list_sources_sql, "");

  return jb_rows_to_strv (rows, error);
}

GStrv
jb_decision_table_list_quotes (JbLibrary *library, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), list_quotes_sql, "");

  return jb_rows_to_strv (rows, error);
}
