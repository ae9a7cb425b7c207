/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Library JSON, version 1: sources, articles, entities and briefings with every place where something was printed. All offsets
 * are Unicode code points, half-open. */
#include "jb-export-formats.h"

#include "jb-article.h"
#include "jb-briefing.h"
#include "jb-entity.h"
#include "jb-error.h"
#include "jb-model-enums.h"
#include "jb-source.h"
#include "jb-string.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_double (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_enum (JsonBuilder *builder, const char *name, GType type, int value)
{
  add_string (builder, name, jb_enum_to_nick (type, value));
}

static void
add_strings (JsonBuilder *builder, const char *name, const char *const *strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

/* A stretch of the article: where it stands in the article's text and where in the source's. */
static void
add_place (JsonBuilder *builder, const JbArticle *article, guint start, guint end)
{
  g_autoptr(GArray) spans = jb_article_to_source (article, start, end);

  add_int (builder, "start", start);
  add_int (builder, "end", end);
  json_builder_set_member_name (builder, "source_spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < spans->len; i++)
    {
      JbSpan span = g_array_index (spans, JbSpan, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, span.start);
      json_builder_add_int_value (builder, span.end);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

/* Writes one member of an array. */
typedef void (*Writer) (JsonBuilder *builder, gpointer item, gpointer data);

static void
add_array (JsonBuilder *builder, const char *name, GPtrArray *items, Writer write, gpointer data)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      json_builder_begin_object (builder);
      write (builder, g_ptr_array_index (items, i), data);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_masthead (JsonBuilder *builder, const JbMasthead *masthead)
{
  json_builder_set_member_name (builder, "masthead");
  if (masthead == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_string (builder, "name", masthead->name);
  add_string (builder, "issue", masthead->issue);
  add_string (builder, "date", masthead->date);
  add_string (builder, "weekday", masthead->weekday);
  add_string (builder, "lunar", masthead->lunar);
  add_string (builder, "pages", masthead->pages);
  add_string (builder, "publisher", masthead->publisher);
  json_builder_end_object (builder);
}

static void
write_source (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbSource *source = item;

  add_string (builder, "id", source->id);
  add_string (builder, "name", source->name);
  add_string (builder, "media_type", source->media_type);
  add_string (builder, "sha256", source->sha256);
  add_string (builder, "encoding", source->encoding);
  add_int (builder, "text_length", source->text_length);
  add_string (builder, "imported_at", source->imported_at);
  add_masthead (builder, source->masthead);
}

/* Offsets count in the block's text. */
static void
add_joins (JsonBuilder *builder, const GArray *joins)
{
  json_builder_set_member_name (builder, "joins");
  json_builder_begin_array (builder);
  for (guint i = 0; i < joins->len; i++)
    {
      const JbJoin *join = jb_joins_get (joins, i);
      g_auto(GStrv) reasons = g_strsplit (join->reasons, ",", -1);

      json_builder_begin_object (builder);
      add_int (builder, "offset", join->offset);
      add_int (builder, "score", join->score);
      add_strings (builder, "reasons", (const char *const *) reasons);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The spans alone say where each character is printed, unless the text holds characters that are printed nowhere. */
static gboolean
is_without_gaps (const JbBlock *block)
{
  guint n_runs, at = 0;
  const JbRun *runs = jb_span_map_get_runs (block->map, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      if (runs[i].text_start != at)
        return FALSE;
      at += runs[i].length;
    }
  return TRUE;
}

/* [text, source, length] each. */
static void
add_runs (JsonBuilder *builder, const JbSpanMap *map)
{
  guint n_runs;
  const JbRun *runs = jb_span_map_get_runs (map, &n_runs);

  json_builder_set_member_name (builder, "runs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_runs; i++)
    {
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, runs[i].text_start);
      json_builder_add_int_value (builder, runs[i].source_start);
      json_builder_add_int_value (builder, runs[i].length);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
write_block (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbBlock *block = item;

  add_string (builder, "id", block->id);
  add_enum (builder, "kind", JB_TYPE_BLOCK_KIND, block->kind);
  add_int (builder, "level", block->level);
  add_string (builder, "text", block->text);
  add_place (builder, data, block->start, block->start + block->length);
  if (!is_without_gaps (block))
    add_runs (builder, block->map);
  add_joins (builder, block->joins);
}

static void
write_mention (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbMention *mention = item;

  add_enum (builder, "type", JB_TYPE_ENTITY_TYPE, mention->type);
  add_string (builder, "text", mention->text);
  add_string (builder, "entity", mention->entity);
  add_string (builder, "name", mention->name);
  add_place (builder, data, mention->start, mention->end);
  add_enum (builder, "state", JB_TYPE_MENTION_STATE, mention->state);
  add_enum (builder, "origin", JB_TYPE_MENTION_ORIGIN, mention->origin);
  add_double (builder, "confidence", mention->confidence);
  add_string (builder, "rule", mention->rule);
}

static void
write_figure (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbFigure *figure = item;

  add_string (builder, "text", figure->text);
  add_double (builder, "value", figure->value);
  add_string (builder, "unit", figure->unit);
  add_enum (builder, "qualifier", JB_TYPE_FIGURE_QUALIFIER, figure->qualifier);
  add_string (builder, "subject", figure->subject);
  add_enum (builder, "kind", JB_TYPE_FIGURE_KIND, figure->kind);
  add_string (builder, "as_of", figure->as_of);
  add_string (builder, "entity", figure->entity);
  add_string (builder, "entity_name", figure->entity_name);
  add_place (builder, data, figure->start, figure->end);
}

static void
write_commitment (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbCommitment *commitment = item;

  add_string (builder, "text", commitment->text);
  add_string (builder, "what", commitment->what);
  if (commitment->has_quantity)
    {
      add_double (builder, "value", commitment->value);
      add_string (builder, "unit", commitment->unit);
    }
  add_string (builder, "due", commitment->due);
  add_string (builder, "due_end", commitment->due_end);
  add_enum (builder, "state", JB_TYPE_COMMITMENT_STATE, commitment->state);
  add_string (builder, "entity", commitment->entity);
  add_string (builder, "entity_name", commitment->entity_name);
  add_place (builder, data, commitment->start, commitment->end);
}

static void
write_statement (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbStatement *statement = item;

  add_string (builder, "name", statement->name);
  add_string (builder, "post", statement->post);
  add_string (builder, "text", statement->text);
  add_int (builder, "block", statement->block);
  add_enum (builder, "kind", JB_TYPE_STATEMENT_KIND, statement->kind);
  add_place (builder, data, statement->start, statement->end);
}

static void
write_article (JsonBuilder *builder, gpointer item, gpointer data)
{
  JbArticle *article = item;
  g_autofree char *text = jb_article_dup_text (article);

  add_string (builder, "id", article->id);
  add_string (builder, "source", article->source);
  add_string (builder, "kicker", article->kicker);
  add_string (builder, "title", article->title);
  add_string (builder, "deck", article->deck);
  add_strings (builder, "reporters", (const char *const *) article->reporters);
  add_strings (builder, "correspondents", (const char *const *) article->correspondents);
  add_string (builder, "date", article->date);
  add_string (builder, "date_origin",
              article->date != NULL ? jb_enum_to_nick (JB_TYPE_DATE_ORIGIN, article->date_origin) : NULL);
  add_enum (builder, "state", JB_TYPE_REVIEW_STATE, article->state);
  add_string (builder, "text", text);
  add_array (builder, "blocks", article->blocks, write_block, article);
  add_array (builder, "mentions", article->mentions, write_mention, article);
  add_array (builder, "figures", article->figures, write_figure, article);
  add_array (builder, "commitments", article->commitments, write_commitment, article);
  add_array (builder, "statements", article->statements, write_statement, article);
}

static void
add_aliases (JsonBuilder *builder, GPtrArray *aliases)
{
  json_builder_set_member_name (builder, "aliases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < aliases->len; i++)
    json_builder_add_string_value (builder, ((JbAlias *) g_ptr_array_index (aliases, i))->name);
  json_builder_end_array (builder);
}

static void
add_alias_kinds (JsonBuilder *builder, GPtrArray *aliases)
{
  json_builder_set_member_name (builder, "alias_kinds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < aliases->len; i++)
    {
      const JbAlias *alias = g_ptr_array_index (aliases, i);

      json_builder_add_string_value (builder, jb_enum_to_nick (JB_TYPE_ALIAS_KIND, (int) alias->kind));
    }
  json_builder_end_array (builder);
}

static void
write_post (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbPost *post = item;

  add_string (builder, "title", post->title);
  add_string (builder, "place", post->place);
  add_string (builder, "from", post->from);
  add_string (builder, "to", post->to);
  add_string (builder, "source", post->source);
}

static void
write_entity (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbEntity *entity = item;

  add_string (builder, "id", entity->id);
  add_enum (builder, "type", JB_TYPE_ENTITY_TYPE, entity->type);
  add_string (builder, "name", entity->name);
  add_aliases (builder, entity->aliases);
  add_alias_kinds (builder, entity->aliases);
  add_array (builder, "posts", entity->posts, write_post, NULL);
  add_string (builder, "note", entity->note);
  add_string (builder, "merged_into", entity->merged_into);
}

static void
write_item (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbBriefingItem *sentence = item;

  add_string (builder, "text", sentence->text);
  add_string (builder, "original", sentence->original);
  add_string (builder, "article", sentence->article);
  add_int (builder, "start", sentence->start);
  add_int (builder, "end", sentence->end);
  add_string (builder, "citation", sentence->citation);
}

static void
write_section (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbBriefingSection *section = item;

  add_string (builder, "heading", section->heading);
  add_array (builder, "items", section->items, write_item, NULL);
}

static void
write_briefing (JsonBuilder *builder, gpointer item, gpointer data)
{
  const JbBriefing *briefing = item;

  add_string (builder, "id", briefing->id);
  add_string (builder, "title", briefing->title);
  add_string (builder, "issue", briefing->issue);
  add_string (builder, "date", briefing->date);
  add_string (builder, "issuer", briefing->issuer);
  add_string (builder, "template", briefing->template_name);
  add_string (builder, "note", briefing->note);
  add_string (builder, "report_to", briefing->report_to);
  add_string (builder, "send_to", briefing->send_to);
  add_string (builder, "issue_to", briefing->issue_to);
  add_string (builder, "copies", briefing->copies);
  add_array (builder, "sections", briefing->sections, write_section, NULL);
}

static gboolean
write_json (const JbExportSet *set, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *bare = NULL, *json = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "format", "jianbao-library");
  add_int (builder, "version", 1);
  add_array (builder, "sources", set->sources, write_source, NULL);
  add_array (builder, "articles", set->articles, write_article, NULL);
  add_array (builder, "entities", set->entities, write_entity, NULL);
  add_array (builder, "briefings", set->briefings, write_briefing, NULL);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  bare = json_generator_to_data (generator, NULL);
  json = jb_escape_json_controls (bare);
  return g_output_stream_write_all (stream, json, strlen (json), NULL, cancellable, error) &&
         g_output_stream_write_all (stream, "\n", 1, NULL, cancellable, error);
}

const JbExporter jb_export_json = {
  .id = "json",
  .extension = "json",
  .label = N_("Library JSON"),
  .media_type = "application/json",
  .write = write_json,
};
