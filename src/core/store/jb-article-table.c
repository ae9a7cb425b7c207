/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-article-table.h"

#include "jb-library-private.h"
#include "jb-model-enums.h"
#include "jb-source.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>

#define COLUMNS "id, source, position, kicker, title, deck, reporters, correspondents, date, date_origin, state"

static const char insert_sql[] =
  "INSERT INTO article (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

static const char put_block_sql[] =
  "INSERT INTO block (id, article, position, kind, level, text, map, joins) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
  " ON CONFLICT (id) DO UPDATE SET position = ?3, kind = ?4, level = ?5, text = ?6, map = ?7, joins = ?8";

static const char insert_statement_sql[] =
  "INSERT INTO statement (id, article, block, name, post, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

static const char list_blocks_sql[] =
  "SELECT id FROM block WHERE article = ?1";

static const char list_texts_sql[] =
  "SELECT text FROM block WHERE article = ?1 ORDER BY position";

static const char delete_block_sql[] =
  "DELETE FROM block WHERE id = ?1";

static const char has_block_sql[] =
  "SELECT 1 FROM block WHERE id = ?1";

static const char list_statements_sql[] =
  "SELECT id FROM statement WHERE article = ?1 ORDER BY n";

static const char move_statement_sql[] =
  "UPDATE statement SET block = ?2, text = ?3 WHERE id = ?1";

static const char set_headline_sql[] =
  "UPDATE article SET kicker = ?2, title = ?3, deck = ?4 WHERE id = ?1";

static const char load_sql[] =
  "SELECT " COLUMNS " FROM article WHERE id = ?1";

static const char load_source_sql[] =
  "SELECT " COLUMNS " FROM article WHERE source = ?1 ORDER BY position";

static const char load_blocks_sql[] =
  "SELECT id, kind, level, text, map, joins FROM block WHERE article = ?1 ORDER BY position";

static const char all_blocks_sql[] =
  "SELECT article, kind, text FROM block JOIN article ON article.id = article ORDER BY article.n DESC, block.position";

static const char load_statements_sql[] =
  "SELECT name, post, text, block FROM statement WHERE article = ?1 ORDER BY n";

static const char load_row_sql[] =
  "SELECT a.id, CASE WHEN a.title <> '' THEN a.title ELSE (SELECT text FROM block WHERE article = a.id AND"
  "   kind NOT IN ('masthead', 'other') ORDER BY position LIMIT 1) END,"
  " a.source, s.name, s.paper, s.issue, s.date, a.date, a.state,"
  " (SELECT total (suggested) FROM tally_name WHERE article = a.id),"
  " (SELECT total (confirmed) FROM tally_name WHERE article = a.id)"
  " FROM article a JOIN source s ON s.id = a.source WHERE a.id = ?1";

static const char resolve_sql[] =
  "SELECT id FROM article WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2";

static const char set_state_sql[] =
  "UPDATE article SET state = ?2 WHERE id = ?1";

static gboolean
put_block (JbDb *db, const JbArticle *article, guint position, GError **error)
{
  const JbBlock *block = g_ptr_array_index (article->blocks, position);
  g_autofree char *map = jb_span_map_to_string (block->map);
  g_autofree char *joins = jb_joins_to_string (block->joins);

  return jb_db_run (db, error, put_block_sql, "ssususss", block->id, article->id, position,
                    jb_enum_to_nick (JB_TYPE_BLOCK_KIND, block->kind), block->level, block->text, map, joins);
}

static gboolean
insert_statement (JbDb *db, const JbArticle *article, guint index, GError **error)
{
  const JbStatement *statement = g_ptr_array_index (article->statements, index);
  g_autofree char *id = g_uuid_string_random ();

  return jb_db_run (db, error, insert_statement_sql, "ssusss", id, article->id, statement->block, statement->name,
                    statement->post, statement->text);
}

gboolean
jb_article_table_insert (JbLibrary *library, const JbArticle *article, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autofree char *reporters = g_strjoinv ("\n", article->reporters);
  g_autofree char *correspondents = g_strjoinv ("\n", article->correspondents);

  if (!jb_db_run (db, error, insert_sql, "ssusssss" "sss", article->id, article->source, article->position, article->kicker,
                  article->title, article->deck, reporters, correspondents, article->date,
                  jb_enum_to_nick (JB_TYPE_DATE_ORIGIN, article->date_origin),
                  jb_enum_to_nick (JB_TYPE_REVIEW_STATE, article->state)))
    return FALSE;
  for (guint i = 0; i < article->blocks->len; i++)
    if (!put_block (db, article, i, error))
      return FALSE;
  for (guint i = 0; i < article->statements->len; i++)
    if (!insert_statement (db, article, i, error))
      return FALSE;
  return TRUE;
}

gboolean
jb_article_table_has_block (JbLibrary *library, const char *id)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), has_block_sql, "s", id);

  return jb_rows_next (rows, NULL);
}

gboolean
jb_article_table_check_text (JbLibrary *library, const JbArticle *article, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), list_texts_sql, "s", article->id);
  g_auto(GStrv) stored = jb_rows_to_strv (rows, error);
  gboolean same = stored != NULL && g_strv_length (stored) == article->blocks->len;

  for (guint i = 0; same && i < article->blocks->len; i++)
    same = g_str_equal (stored[i], ((JbBlock *) g_ptr_array_index (article->blocks, i))->text);
  if (stored != NULL && !same)
    g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("the paragraphs of the article were changed in the meantime"));
  return same;
}

/* Takes out the stored blocks that @article has no more. */
static gboolean
delete_lost_blocks (JbDb *db, const JbArticle *article, GError **error)
{
  g_autoptr(GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(JbRows) rows = jb_db_query (db, list_blocks_sql, "s", article->id);
  g_auto(GStrv) stored = jb_rows_to_strv (rows, error);

  for (guint i = 0; i < article->blocks->len; i++)
    g_hash_table_add (kept, ((JbBlock *) g_ptr_array_index (article->blocks, i))->id);
  for (guint i = 0; stored != NULL && stored[i] != NULL; i++)
    if (!g_hash_table_contains (kept, stored[i]) && !jb_db_run (db, error, delete_block_sql, "s", stored[i]))
      return FALSE;
  return stored != NULL;
}

gboolean
jb_article_table_update_text (JbLibrary *library, const JbArticle *article, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(JbRows) rows = jb_db_query (db, list_statements_sql, "s", article->id);
  g_auto(GStrv) statements = jb_rows_to_strv (rows, error);

  if (statements == NULL || !delete_lost_blocks (db, article, error) ||
      !jb_db_run (db, error, set_headline_sql, "ssss", article->id, article->kicker, article->title, article->deck))
    return FALSE;
  for (guint i = 0; i < article->blocks->len; i++)
    if (!put_block (db, article, i, error))
      return FALSE;
  for (guint i = 0; statements[i] != NULL && i < article->statements->len; i++)
    {
      const JbStatement *statement = g_ptr_array_index (article->statements, i);

      if (!jb_db_run (db, error, move_statement_sql, "sus", statements[i], statement->block, statement->text))
        return FALSE;
    }
  return TRUE;
}

static GStrv
split_names (const char *names)
{
  return *names != '\0' ? g_strsplit (names, "\n", -1) : g_new0 (char *, 1);
}

/* What stands in the article's own row. */
static JbArticle *
read_row (JbRows *rows)
{
  JbArticle *article = g_object_new (JB_TYPE_ARTICLE, NULL);

  article->id = g_strdup (jb_rows_get_text (rows, 0));
  article->source = g_strdup (jb_rows_get_text (rows, 1));
  article->position = (guint) jb_rows_get_int (rows, 2);
  jb_set_string (&article->kicker, jb_rows_get_text (rows, 3));
  jb_set_string (&article->title, jb_rows_get_text (rows, 4));
  jb_set_string (&article->deck, jb_rows_get_text (rows, 5));
  g_strfreev (article->reporters);
  article->reporters = split_names (jb_rows_get_text (rows, 6));
  g_strfreev (article->correspondents);
  article->correspondents = split_names (jb_rows_get_text (rows, 7));
  article->date = g_strdup (jb_rows_get_text (rows, 8));
  article->date_origin = jb_rows_get_enum (rows, 9, JB_TYPE_DATE_ORIGIN);
  article->state = jb_rows_get_enum (rows, 10, JB_TYPE_REVIEW_STATE);
  return article;
}

static gboolean
load_parts (JbDb *db, JbArticle *article, GError **error)
{
  g_autoptr(JbRows) blocks = jb_db_query (db, load_blocks_sql, "s", article->id);
  g_autoptr(JbRows) statements = jb_db_query (db, load_statements_sql, "s", article->id);

  while (jb_rows_next (blocks, error))
    {
      g_autoptr(JbSpanMap) map = jb_span_map_from_string (jb_rows_get_text (blocks, 4));
      const char *stored = jb_rows_get_text (blocks, 5);
      g_autoptr(GArray) joins = stored != NULL ? jb_joins_from_string (stored) : NULL;
      JbBlock *block;

      if (map == NULL || (stored != NULL && joins == NULL))
        {
          g_set_error (error, JB_ERROR, JB_ERROR_DAMAGED, _("a paragraph of article %s has lost its place in the source"),
                       article->id);
          return FALSE;
        }
      block = jb_block_new (jb_rows_get_enum (blocks, 1, JB_TYPE_BLOCK_KIND), (guint) jb_rows_get_int (blocks, 2),
                            jb_rows_get_text (blocks, 3), map);
      jb_set_string (&block->id, jb_rows_get_text (blocks, 0));
      if (joins != NULL)
        jb_block_take_joins (block, g_steal_pointer (&joins));
      jb_article_append_block (article, block);
    }
  while (!jb_rows_failed (blocks) && jb_rows_next (statements, error))
    g_ptr_array_add (article->statements,
                     jb_statement_new (jb_rows_get_text (statements, 0), jb_rows_get_text (statements, 1),
                                       jb_rows_get_text (statements, 2), (guint) jb_rows_get_int (statements, 3)));
  return !jb_rows_failed (blocks) && !jb_rows_failed (statements);
}

static void
set_not_found (GError **error, const char *id)
{
  g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no article “%s”"), id);
}

JbArticle *
jb_article_table_load (JbLibrary *library, const char *id, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(JbRows) rows = jb_db_query (db, load_sql, "s", id);
  g_autoptr(JbArticle) article = NULL;

  if (!jb_rows_next (rows, error))
    {
      if (!jb_rows_failed (rows))
        set_not_found (error, id);
      return NULL;
    }
  article = read_row (rows);
  return load_parts (db, article, error) ? g_steal_pointer (&article) : NULL;
}

GPtrArray *
jb_article_table_load_source (JbLibrary *library, const char *source, GError **error)
{
  JbDb *db = jb_library_get_db (library);
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(JbRows) rows = jb_db_query (db, load_source_sql, "s", source);

  while (jb_rows_next (rows, error))
    {
      JbArticle *article = read_row (rows);

      g_ptr_array_add (articles, article);
      if (!load_parts (db, article, error))
        return NULL;
    }
  return jb_rows_failed (rows) ? NULL : g_steal_pointer (&articles);
}

/* The label is made by the model, so that lists and citations agree. */
static char *
dup_source_label (JbRows *rows)
{
  g_autoptr(JbSource) source = g_object_new (JB_TYPE_SOURCE, NULL);

  source->name = g_strdup (jb_rows_get_text (rows, 3));
  source->masthead = jb_masthead_new ();
  source->masthead->name = g_strdup (jb_rows_get_text (rows, 4));
  source->masthead->issue = g_strdup (jb_rows_get_text (rows, 5));
  source->masthead->date = g_strdup (jb_rows_get_text (rows, 6));
  return jb_source_dup_label (source);
}

JbArticleRow *
jb_article_table_load_row (JbLibrary *library, const char *id, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_row_sql, "s", id);
  JbArticleRow *row;

  if (!jb_rows_next (rows, error))
    {
      if (!jb_rows_failed (rows))
        set_not_found (error, id);
      return NULL;
    }
  row = g_object_new (JB_TYPE_ARTICLE_ROW, NULL);
  row->id = g_strdup (jb_rows_get_text (rows, 0));
  jb_set_string (&row->title, jb_rows_get_text (rows, 1));
  row->source = g_strdup (jb_rows_get_text (rows, 2));
  row->source_label = dup_source_label (rows);
  row->date = g_strdup (jb_rows_get_text (rows, 7));
  row->state = jb_rows_get_enum (rows, 8, JB_TYPE_REVIEW_STATE);
  row->n_suggested = (guint) jb_rows_get_int (rows, 9);
  row->n_confirmed = (guint) jb_rows_get_int (rows, 10);
  return row;
}

char *
jb_article_table_resolve (JbLibrary *library, const char *name, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), resolve_sql, "s", name);
  g_autofree char *id = NULL;

  if (!jb_rows_next (rows, error))
    {
      if (!jb_rows_failed (rows))
        set_not_found (error, name);
      return NULL;
    }
  id = g_strdup (jb_rows_get_text (rows, 0));
  if (jb_rows_next (rows, error) && !g_str_equal (id, name))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_AMBIGUOUS, _("more than one article begins with “%s”"), name);
      return NULL;
    }
  return jb_rows_failed (rows) ? NULL : g_steal_pointer (&id);
}

gboolean
jb_article_table_set_state (JbLibrary *library, const char *id, JbReviewState state, GError **error)
{
  return jb_db_run (jb_library_get_db (library), error, set_state_sql, "ss", id, jb_enum_to_nick (JB_TYPE_REVIEW_STATE, state));
}

gboolean
jb_article_table_foreach_block (JbLibrary *library, JbBlockFunc func, gpointer data, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), all_blocks_sql, "");

  while (jb_rows_next (rows, error))
    if (!func (jb_rows_get_text (rows, 0), jb_rows_get_enum (rows, 1, JB_TYPE_BLOCK_KIND), jb_rows_get_text (rows, 2), data))
      break;
  return !jb_rows_failed (rows);
}
