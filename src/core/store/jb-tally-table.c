/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-tally-table.h"

#include "jb-article.h"
#include "jb-library-private.h"
#include "jb-model-enums.h"

static const char stale_sources_sql[] =
  "SELECT DISTINCT source FROM tally JOIN article ON article.id = tally.article"
  " WHERE stale AND stale <= ?1 LIMIT ?2";
static const char changed_names_sql[] =
  "SELECT name FROM changed_name";
/* Of articles that will not be looked at anyway; those that can wait (2) can no longer where the name stands in them. */
static const char settled_blocks_sql[] =
  "SELECT article, text FROM block WHERE article IN (SELECT article FROM tally WHERE stale <> 1) ORDER BY article";
static const char mark_sql[] =
  "UPDATE tally SET stale = 1 WHERE article = ?1";
static const char settled_sql[] =
  "DELETE FROM changed_name WHERE name = ?1";
static const char rules_sql[] =
  "UPDATE lexicon_state SET rules = ?1";
static const char forget_sql[] =
  "DELETE FROM tally_name WHERE article = ?1";
static const char insert_sql[] =
  "INSERT INTO tally_name (article, type, name, entity, suggested, confirmed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
static const char fresh_sql[] =
  "UPDATE tally SET stale = 0 WHERE article = ?1";
static const char facets_sql[] =
  "SELECT type, name, entity, articles, suggested, confirmed, rank FROM ("
  " SELECT type, name, max (entity) AS entity, count (DISTINCT article) AS articles, sum (suggested) AS suggested,"
  "  sum (confirmed) AS confirmed,"
  "  row_number () OVER (PARTITION BY type ORDER BY count (DISTINCT article) DESC,"
  "   sum (suggested) + sum (confirmed) DESC, name) AS rank"
  " FROM tally_name GROUP BY type, name) WHERE rank <= ?1 ORDER BY type, rank";
static const char suggested_sql[] =
  "SELECT article FROM tally_name WHERE (?1 IS NULL OR name = ?1) AND (?2 IS NULL OR type = ?2) AND suggested > 0"
  " GROUP BY article ORDER BY min (n)";

static const char seen_sql[] =
  "SELECT t.type, t.name, t.entity, s.publisher, count (*) FROM tally_name t JOIN article a ON a.id = t.article"
  " JOIN source s ON s.id = a.source GROUP BY t.type, t.name, t.entity, s.publisher ORDER BY min (t.n)";
static const char names_sql[] =
  "SELECT DISTINCT name FROM tally_name";
static const char count_suggested_sql[] =
  "SELECT total (suggested) FROM tally_name WHERE article IN (SELECT id FROM article WHERE source = ?1)";

GStrv
jb_tally_table_list_stale_sources (JbLibrary *library, gboolean all, guint limit, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), stale_sources_sql, "uu", all ? 2 : 1, limit);

  return jb_rows_to_strv (rows, error);
}

GStrv
jb_tally_table_list_changed_names (JbLibrary *library, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), changed_names_sql, "");

  return jb_rows_to_strv (rows, error);
}

/* Ends the transaction. */
static gboolean
end (JbLibrary *library, gboolean done, GError **error)
{
  if (done && jb_db_script (jb_library_get_db (library), "COMMIT", error))
    return TRUE;
  jb_library_rollback (library);
  return FALSE;
}

/* Returns: (transfer full) (nullable): ids of the articles not yet marked of which some text passes the test */
static GStrv
find_articles (JbDb *db, JbTallyTest holds_name, gpointer data, GError **error)
{
  g_autoptr(GStrvBuilder) articles = g_strv_builder_new ();
  g_autoptr(JbRows) rows = jb_db_query (db, settled_blocks_sql, "");
  g_autofree char *last = NULL;

  while (jb_rows_next (rows, error))
    {
      const char *article = jb_rows_get_text (rows, 0);

      if (g_strcmp0 (article, last) == 0 || !holds_name (jb_rows_get_text (rows, 1), data))
        continue;
      g_strv_builder_add (articles, article);
      g_free (last);
      last = g_strdup (article);
    }
  return jb_rows_failed (rows) ? NULL : g_strv_builder_end (articles);
}

static gboolean
run_for_each (JbDb *db, const char *sql, const char *const *values, GError **error)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (!jb_db_run (db, error, sql, "s", values[i]))
      return FALSE;
  return TRUE;
}

gboolean
jb_tally_table_settle_names (JbLibrary *library, const char *const *names, JbTallyTest holds_name, gpointer data, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_auto(GStrv) articles = NULL;

  if (!jb_db_script (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  articles = find_articles (db, holds_name, data, error);
  return end (library,
              articles != NULL && run_for_each (db, mark_sql, (const char *const *) articles, error) &&
              run_for_each (db, settled_sql, names, error),
              error);
}

gboolean
jb_tally_table_settle_rules (JbLibrary *library, gint64 rules, GError **error)
{
  JbDb *db = jb_library_get_db (library);

  if (jb_db_get_int (db, NULL, "SELECT rules FROM lexicon_state", 0) == rules)
    return TRUE;
  if (!jb_db_script (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  return end (library,
              jb_db_script (db, "UPDATE tally SET stale = 1", error) && jb_db_run (db, error, rules_sql, "i", rules),
              error);
}

typedef struct
{
  const JbMention *first;
  guint            suggested, confirmed;
} Count;

static gboolean
refresh_article (JbDb *db, const JbArticle *article, GError **error)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer value;

  if (!jb_db_run (db, error, forget_sql, "s", article->id))
    return FALSE;
  for (guint i = 0; i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);
      g_autofree char *key = g_strdup_printf ("%d:%s:%s", mention->type, mention->entity ?: "", mention->name);
      Count *count = g_hash_table_lookup (counts, key);

      if (mention->state == JB_MENTION_STATE_REJECTED)
        continue;
      if (count == NULL)
        {
          count = g_new0 (Count, 1);
          count->first = mention;
          g_hash_table_insert (counts, g_steal_pointer (&key), count);
        }
      if (mention->state == JB_MENTION_STATE_CONFIRMED)
        count->confirmed++;
      else
        count->suggested++;
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Count *count = value;

      if (!jb_db_run (db, error, insert_sql, "ssssuu", article->id, jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, count->first->type),
                      count->first->name, count->first->entity, count->suggested, count->confirmed))
        return FALSE;
    }
  return jb_db_run (db, error, fresh_sql, "s", article->id);
}

gboolean
jb_tally_table_refresh (JbLibrary *library, const char *source, JbTallyLoad load, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(GPtrArray) articles = NULL;
  gboolean done;

  if (!jb_db_script (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  articles = load (library, source, error);
  done = articles != NULL;
  for (guint i = 0; done && i < articles->len; i++)
    done = refresh_article (db, g_ptr_array_index (articles, i), error);
  return end (library, done, error);
}

static void
facet_free (JbFacet *facet)
{
  g_free (facet->name);
  g_free (facet->entity);
  g_free (facet);
}

/* The rows come in the alphabetical order of the types' names; people know them in the order of their keys. */
static int
compare_facets (gconstpointer a, gconstpointer b)
{
  const JbFacet *left = *(const JbFacet *const *) a, *right = *(const JbFacet *const *) b;

  if (left->type != right->type)
    return (int) left->type - (int) right->type;
  return left->rank - right->rank;
}

GPtrArray *
jb_tally_table_load_facets (JbLibrary *library, guint limit, GError **error)
{
  g_autoptr(GPtrArray) facets = g_ptr_array_new_with_free_func ((GDestroyNotify) facet_free);
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), facets_sql, "u", limit);

  while (jb_rows_next (rows, error))
    {
      JbFacet *facet = g_new (JbFacet, 1);

      *facet = (JbFacet) {
        jb_rows_get_enum (rows, 0, JB_TYPE_ENTITY_TYPE), g_strdup (jb_rows_get_text (rows, 1)),
        g_strdup (jb_rows_get_text (rows, 2)), (guint) jb_rows_get_int (rows, 3),
        (guint) jb_rows_get_int (rows, 4), (guint) jb_rows_get_int (rows, 5), (int) jb_rows_get_int (rows, 6),
      };
      g_ptr_array_add (facets, facet);
    }
  g_ptr_array_sort (facets, compare_facets);
  return jb_rows_failed (rows) ? NULL : g_steal_pointer (&facets);
}

GStrv
jb_tally_table_list_names (JbLibrary *library, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), names_sql, "");

  return jb_rows_to_strv (rows, error);
}

GStrv
jb_tally_table_list_suggested (JbLibrary *library, int type, const char *name, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), suggested_sql, "ss", name,
                                        type >= 0 ? jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, type) : NULL);

  return jb_rows_to_strv (rows, error);
}

int
jb_tally_table_count_suggested (JbLibrary *library, const char *source, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), count_suggested_sql, "s", source);

  return jb_rows_next (rows, error) ? (int) jb_rows_get_int (rows, 0) : -1;
}

gboolean
jb_tally_table_foreach_seen (JbLibrary *library, JbSeenNameFunc func, gpointer data, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), seen_sql, "");

  while (jb_rows_next (rows, error))
    func (jb_rows_get_enum (rows, 0, JB_TYPE_ENTITY_TYPE), jb_rows_get_text (rows, 1), jb_rows_get_text (rows, 2),
          jb_rows_get_text (rows, 3), (guint) jb_rows_get_int (rows, 4), data);
  return !jb_rows_failed (rows);
}
