/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain scan of the blocks, so that no name is too short to be found. The statement is put together from fixed pieces; every
 * word of the query is bound. */
#include "jb-search.h"

#include "jb-library-private.h"
#include "jb-model-enums.h"

/* Parameters are numbered, so a piece of SQL and its value are added together. */
typedef struct
{
  GString   *sql;
  GPtrArray *values;  /* owned, of char * */
} Clauses;

static guint
add_value (Clauses *clauses, const char *value)
{
  g_ptr_array_add (clauses->values, g_strdup (value));
  return clauses->values->len;
}

static void
add_terms (Clauses *clauses, GPtrArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const JbTerm *term = g_ptr_array_index (terms, i);
      const JbTerm *next = i + 1 < terms->len ? g_ptr_array_index (terms, i + 1) : NULL;
      guint value = add_value (clauses, term->text);

      /* A space in a headline parts its lines; a word may reach over it. */
      g_string_append_printf (clauses->sql, "%s%sEXISTS (SELECT 1 FROM block WHERE article = a.id"
                              " AND (instr (lower (text), lower (?%u)) OR (kind IN ('kicker', 'title', 'deck', 'heading')"
                              " AND instr (lower (replace (text, ' ', '')), lower (?%u)))))",
                              term->or_previous ? " OR " : " AND (", term->negated ? "NOT " : "", value, value);
      if (next == NULL || !next->or_previous)
        g_string_append_c (clauses->sql, ')');
    }
}

static void
add_filters (Clauses *clauses, const JbQuery *query)
{
  if (query->source != NULL)
    g_string_append_printf (clauses->sql, " AND a.source = ?%u", add_value (clauses, query->source));
  if (query->state >= 0)
    g_string_append_printf (clauses->sql, " AND a.state = ?%u",
                            add_value (clauses, jb_enum_to_nick (JB_TYPE_REVIEW_STATE, query->state)));
  if (query->from != NULL)
    g_string_append_printf (clauses->sql, " AND a.date >= ?%u", add_value (clauses, query->from));
  if (query->to != NULL)
    g_string_append_printf (clauses->sql, " AND a.date <= ?%u", add_value (clauses, query->to));
  if (query->entity_name != NULL)
    {
      guint name = add_value (clauses, query->entity_name);

      g_string_append_printf (clauses->sql, " AND a.id IN (SELECT article FROM tally_name WHERE name = ?%u OR entity IN"
                              " (SELECT id FROM entity WHERE name = ?%u UNION SELECT entity FROM alias WHERE name = ?%u))",
                              name, name, name);
    }
  if (query->type >= 0)
    g_string_append_printf (clauses->sql, " AND a.id IN (SELECT article FROM tally_name WHERE type = ?%u)",
                            add_value (clauses, jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, query->type)));
}

GStrv
jb_search_articles (JbLibrary *library, const JbQuery *query, GError **error)
{
  g_autoptr(GString) sql = g_string_new ("SELECT a.id FROM article a WHERE 1");
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  Clauses clauses = { sql, values };
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr(JbRows) rows = NULL;

  add_terms (&clauses, query->terms);
  add_filters (&clauses, query);
  g_string_append (sql, " ORDER BY a.date DESC, (SELECT n FROM source WHERE id = a.source) DESC, a.position");
  if (query->limit > 0)
    g_string_append_printf (sql, " LIMIT %u", query->limit);

  rows = jb_db_query_values (jb_library_get_db (library), sql->str, values);
  while (jb_rows_next (rows, error))
    g_strv_builder_add (ids, jb_rows_get_text (rows, 0));
  return jb_rows_failed (rows) ? NULL : g_strv_builder_end (ids);
}
