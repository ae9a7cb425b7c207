/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * list, show, search */
#include "jb-article-table.h"
#include "jb-cli.h"
#include "jb-desk.h"
#include "jb-digest.h"
#include "jb-model-enums.h"
#include "jb-rejoin.h"
#include "jb-rule-describe.h"
#include "jb-search.h"
#include "jb-source-table.h"
#include "jb-string.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where each article stands in the list of all, which is what the position on the command line means. */
static GHashTable *
number_articles (JbLibrary *library, GError **error)
{
  g_autoptr(JbQuery) all = jb_query_new ();
  g_auto(GStrv) ids = jb_search_articles (library, all, error);
  GHashTable *positions;

  if (ids == NULL)
    return NULL;
  positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_insert (positions, g_strdup (ids[i]), GUINT_TO_POINTER (i + 1));
  return positions;
}

static void
print_row (JbCli *cli, JsonBuilder *builder, const JbArticleRow *row, guint position)
{
  if (builder == NULL)
    {
      g_print ("%4u  %.8s  %-10s  %-9s  %4u  %s  %s\n", position, row->id, row->date != NULL ? row->date : "-",
               jb_enum_to_nick (JB_TYPE_REVIEW_STATE, row->state), row->n_suggested, row->title, row->source_label);
      return;
    }
  json_builder_begin_object (builder);
  jb_cli_add_int (builder, "position", position);
  jb_cli_add_string (builder, "id", row->id);
  jb_cli_add_string (builder, "title", row->title);
  jb_cli_add_string (builder, "source", row->source);
  jb_cli_add_string (builder, "bulletin", row->source_label);
  jb_cli_add_string (builder, "date", row->date);
  jb_cli_add_string (builder, "state", jb_enum_to_nick (JB_TYPE_REVIEW_STATE, row->state));
  jb_cli_add_int (builder, "suggested", row->n_suggested);
  jb_cli_add_int (builder, "confirmed", row->n_confirmed);
  json_builder_end_object (builder);
}

static int
print_list (JbCli *cli, const JbQuery *query)
{
  GError *error = NULL;
  g_auto(GStrv) ids = jb_search_articles (cli->library, query, &error);
  g_autoptr(GHashTable) positions = ids != NULL ? number_articles (cli->library, &error) : NULL;
  g_autoptr(JsonBuilder) builder = cli->json ? json_builder_new () : NULL;

  if (positions == NULL)
    return jb_cli_fail (error);
  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(JbArticleRow) row = jb_article_table_load_row (cli->library, ids[i], &error);

      if (row == NULL)
        return jb_cli_fail (error);
      print_row (cli, builder, row, GPOINTER_TO_UINT (g_hash_table_lookup (positions, ids[i])));
    }
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jb_cli_print_json (builder, TRUE);
    }
  return JB_EXIT_DONE;
}

/* Returns: FALSE after saying what is wrong */
static gboolean
set_date (char **field, const char *date)
{
  if (!jb_cli_check_date (date))
    return FALSE;
  if (date != NULL)
    jb_set_string (field, date);
  return TRUE;
}

int
jb_cli_list (JbCli *cli, int argc, char **argv)
{
  g_autofree char *text = NULL, *entity = NULL, *type = NULL, *from = NULL, *to = NULL, *state = NULL;
  int limit = 0;
  const GOptionEntry entries[] = {
    { "query", 0, 0, G_OPTION_ARG_STRING, &text, N_("Only articles that answer the query"), N_("QUERY") },
    { "entity", 0, 0, G_OPTION_ARG_STRING, &entity, N_("Only articles in which the name is tagged or suggested"), N_("NAME") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &type, N_("Only articles with names of this type"), N_("TYPE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("Not before this day"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("Not after this day"), N_("DATE") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &state, N_("new, in-review or done"), N_("STATE") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many"), N_("N") },
    { NULL },
  };
  g_autoptr(JbQuery) query = NULL;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, "", 0, 0))
    return JB_EXIT_USAGE;
  query = jb_query_parse (text != NULL ? text : "", &error);
  if (query == NULL)
    return jb_cli_fail (error);
  if ((type != NULL && !jb_cli_parse_enum (JB_TYPE_ENTITY_TYPE, type, &query->type)) ||
      (state != NULL && !jb_cli_parse_enum (JB_TYPE_REVIEW_STATE, state, &query->state)) ||
      !set_date (&query->from, from) || !set_date (&query->to, to))
    return JB_EXIT_USAGE;
  if (limit < 0)
    return jb_cli_fail_usage (_("the limit cannot be negative"));
  if (entity != NULL)
    jb_set_string (&query->entity_name, entity);
  query->limit = (guint) limit;
  return jb_cli_open_index (cli) != NULL ? print_list (cli, query) : JB_EXIT_LIBRARY;
}

/* The block's text with ⟦type:…⟧ around confirmed tags and, where @suggestions, ⟨type:…⟩ around suggestions. Offsets where
 * several mentions begin or end are nested as they are sorted: the longer outside. */
static char *
mark_up (const JbArticle *article, const JbBlock *block, gboolean suggestions)
{
  GString *marked = g_string_new (NULL);
  guint offset = block->start;

  for (const char *p = block->text;; p = g_utf8_next_char (p), offset++)
    {
      for (guint i = article->mentions->len; i-- > 0;)
        {
          const JbMention *mention = g_ptr_array_index (article->mentions, i);

          if (mention->end == offset && mention->start >= block->start &&
              (mention->state == JB_MENTION_STATE_CONFIRMED || (suggestions && mention->state == JB_MENTION_STATE_SUGGESTED)))
            g_string_append (marked, mention->state == JB_MENTION_STATE_CONFIRMED ? "⟧" : "⟩");
        }
      for (guint i = 0; i < article->mentions->len && *p != '\0'; i++)
        {
          const JbMention *mention = g_ptr_array_index (article->mentions, i);

          if (mention->start == offset &&
              (mention->state == JB_MENTION_STATE_CONFIRMED || (suggestions && mention->state == JB_MENTION_STATE_SUGGESTED)))
            g_string_append_printf (marked, "%s%s:", mention->state == JB_MENTION_STATE_CONFIRMED ? "⟦" : "⟨",
                                    jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, mention->type));
        }
      if (*p == '\0')
        return g_string_free (marked, FALSE);
      g_string_append_unichar (marked, g_utf8_get_char (p));
    }
}

/* Where pieces were put together in the block, how surely and why; at its end, where the next one may go on. */
static void
print_joins (const JbBlock *block)
{
  for (guint i = 0; i < block->joins->len; i++)
    {
      const JbJoin *join = jb_joins_get (block->joins, i);
      g_autofree char *reasons = jb_rejoin_describe (join->reasons);

      g_print ("%6u  %s %3d  %s\n", block->start + join->offset, join->offset < block->length ? "+" : "?", join->score, reasons);
    }
}

static void
print_article (const JbArticle *article, const JbSource *source, gboolean suggestions, gboolean joins)
{
  g_autofree char *citation = jb_desk_dup_citation (source, article);

  g_print ("%s\n%s\n\n", article->id, citation);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, i);
      g_autofree char *text = mark_up (article, block, suggestions);

      g_print ("%6u  %-9s  %s\n", block->start, jb_enum_to_nick (JB_TYPE_BLOCK_KIND, block->kind), text);
      if (joins)
        print_joins (block);
    }
  if (suggestions)
    g_print ("\n");
  for (guint i = 0; suggestions && i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);

      g_print ("%6u %6u  %-9s  %-12s  %.2f  %-16s  %s%s%s\n", mention->start, mention->end,
               jb_enum_to_nick (JB_TYPE_MENTION_STATE, mention->state), jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, mention->type),
               mention->confidence, mention->rule, mention->text, *mention->rule != '\0' ? "  " : "",
               *mention->rule != '\0' ? jb_rule_describe (mention->rule) : "");
    }
}

int
jb_cli_show (JbCli *cli, int argc, char **argv)
{
  gboolean suggestions = FALSE, joins = FALSE;
  const GOptionEntry entries[] = {
    { "joins", 0, 0, G_OPTION_ARG_NONE, &joins, N_("Show where torn paragraphs were put together, and why"), NULL },
    { "suggestions", 0, 0, G_OPTION_ARG_NONE, &suggestions, N_("Show suggestions too, with their rules"), NULL },
    { NULL },
  };
  g_autofree char *id = NULL;
  g_autoptr(JbArticle) article = NULL;
  g_autoptr(JbSource) source = NULL;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, _("ARTICLE"), 1, 1))
    return JB_EXIT_USAGE;
  if (jb_cli_open_library (cli) == NULL)
    return JB_EXIT_LIBRARY;
  id = jb_cli_resolve_article (cli->library, argv[1], &error);
  article = id != NULL ? jb_desk_load_article (cli->library, id, &error) : NULL;
  source = article != NULL ? jb_source_table_load (cli->library, article->source, &error) : NULL;
  if (source == NULL)
    return jb_cli_fail (error);
  print_article (article, source, suggestions, joins);
  return JB_EXIT_DONE;
}

static void
print_hit (JsonBuilder *builder, const JbArticle *article, guint position, const JbDigestSentence *sentence)
{
  if (builder == NULL)
    {
      g_print ("%4u  %.8s  %6u  %s\n", position, article->id, sentence->start, sentence->text);
      return;
    }
  json_builder_begin_object (builder);
  jb_cli_add_string (builder, "article", article->id);
  jb_cli_add_string (builder, "title", article->title);
  jb_cli_add_int (builder, "start", sentence->start);
  jb_cli_add_int (builder, "end", sentence->end);
  jb_cli_add_string (builder, "sentence", sentence->text);
  json_builder_end_object (builder);
}

/* The words that a sentence must show; none where the query has filters only. */
static gboolean
holds_term (const char *sentence, const JbQuery *query)
{
  g_autofree char *folded = g_utf8_strdown (sentence, -1);
  gboolean any = FALSE;

  for (guint i = 0; i < query->terms->len; i++)
    {
      const JbTerm *term = g_ptr_array_index (query->terms, i);
      g_autofree char *word = g_utf8_strdown (term->text, -1);

      if (term->negated)
        continue;
      if (strstr (folded, word) != NULL)
        return TRUE;
      any = TRUE;
    }
  return !any;
}

/* Prints the article's sentences that hold a term: each once. Returns: how many */
static guint
print_hits (JsonBuilder *builder, JbArticle *article, guint position, const JbQuery *query, guint limit)
{
  g_autoptr(JbSentenceFinder) finder = jb_sentence_finder_new (article);
  guint n = 0;

  for (guint i = 0; i < article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, i);

      for (guint offset = block->start; offset < block->start + block->length;)
        {
          g_autoptr(JbDigestSentence) sentence = jb_sentence_finder_find (finder, offset);

          if (sentence == NULL || sentence->end <= offset)
            break;
          offset = sentence->end;
          if (!holds_term (sentence->text, query))
            continue;
          if (limit > 0 && n == limit)
            return n;
          print_hit (builder, article, position, sentence);
          n++;
        }
    }
  return n;
}

int
jb_cli_search (JbCli *cli, int argc, char **argv)
{
  int limit = 0;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many"), N_("N") },
    { NULL },
  };
  g_autoptr(JbQuery) query = NULL;
  g_auto(GStrv) ids = NULL;
  g_autoptr(GHashTable) positions = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, _("QUERY"), 1, 1))
    return JB_EXIT_USAGE;
  query = jb_query_parse (argv[1], &error);
  if (query == NULL)
    return jb_cli_fail (error);
  if (jb_cli_open_index (cli) == NULL)
    return JB_EXIT_LIBRARY;
  ids = jb_search_articles (cli->library, query, &error);
  positions = ids != NULL ? number_articles (cli->library, &error) : NULL;
  if (positions == NULL)
    return jb_cli_fail (error);

  builder = cli->json ? json_builder_new () : NULL;
  if (builder != NULL)
    json_builder_begin_array (builder);
  for (guint i = 0, n = 0; ids[i] != NULL && (limit <= 0 || n < (guint) limit); i++)
    {
      g_autoptr(JbArticle) article = jb_article_table_load (cli->library, ids[i], &error);

      if (article == NULL)
        return jb_cli_fail (error);
      n += print_hits (builder, article, GPOINTER_TO_UINT (g_hash_table_lookup (positions, ids[i])), query,
                       limit > 0 ? (guint) limit - n : 0);
    }
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jb_cli_print_json (builder, TRUE);
    }
  return JB_EXIT_DONE;
}
