/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * annotate, dissect: plain text in, JSON lines out, without a library. The input is JSON lines {"id","text"} or text files;
 * which of the two, its first character says. */
#include "jb-cli.h"
#include "jb-dates.h"
#include "jb-figures.h"
#include "jb-importer.h"
#include "jb-model-enums.h"
#include "jb-page.h"
#include "jb-tagger.h"

#include <glib/gi18n.h>
#include <string.h>

/* Writes what was found in a text as members of the object being built. */
typedef void (*Describe) (JsonBuilder *builder, const char *text, JbPage *page, gpointer data);

/* Where the characters stand in the text that was given; a span across a column break covers the break. */
static JbSpan
outer_span (const JbArticle *article, guint start, guint end)
{
  g_autoptr(GArray) spans = jb_article_to_source (article, start, end);

  if (spans->len == 0)
    return (JbSpan) { 0, 0 };
  return (JbSpan) { g_array_index (spans, JbSpan, 0).start, g_array_index (spans, JbSpan, spans->len - 1).end };
}

static void
begin_hit (JsonBuilder *builder, guint start, guint end, const char *text)
{
  json_builder_begin_object (builder);
  jb_cli_add_int (builder, "start", start);
  jb_cli_add_int (builder, "end", end);
  jb_cli_add_string (builder, "text", text);
}

static void
add_entities (JsonBuilder *builder, const JbArticle *article)
{
  for (guint i = 0; i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);
      JbSpan span = outer_span (article, mention->start, mention->end);

      begin_hit (builder, span.start, span.end, mention->text);
      jb_cli_add_string (builder, "type", jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, mention->type));
      jb_cli_add_string (builder, "rule", mention->rule);
      json_builder_set_member_name (builder, "confidence");
      json_builder_add_double_value (builder, mention->confidence);
      json_builder_end_object (builder);
    }
}

static void
add_figures (JsonBuilder *builder, JbArticle *article)
{
  jb_figures_find (article);
  for (guint i = 0; i < article->figures->len; i++)
    {
      const JbFigure *figure = g_ptr_array_index (article->figures, i);
      JbSpan span = outer_span (article, figure->start, figure->end);

      begin_hit (builder, span.start, span.end, figure->text);
      json_builder_set_member_name (builder, "value");
      json_builder_add_double_value (builder, figure->value);
      jb_cli_add_string (builder, "unit", figure->unit);
      jb_cli_add_string (builder, "subject", figure->subject);
      jb_cli_add_string (builder, "kind", jb_enum_to_nick (JB_TYPE_FIGURE_KIND, figure->kind));
      jb_cli_add_string (builder, "as_of", figure->as_of);
      json_builder_end_object (builder);
    }
}

static void
add_dates (JsonBuilder *builder, const JbArticle *article)
{
  for (guint b = 0; b < article->blocks->len; b++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, b);
      g_autoptr(JbChars) chars = jb_chars_new (block->text, -1);
      g_autoptr(GArray) dates = jb_dates_find (chars, article->date);

      for (guint i = 0; i < dates->len; i++)
        {
          const JbDateHit *date = &g_array_index (dates, JbDateHit, i);
          JbSpan span = outer_span (article, block->start + date->start, block->start + date->end);
          g_autofree char *text = jb_chars_to_utf8 (chars, date->start, date->end);

          begin_hit (builder, span.start, span.end, text);
          jb_cli_add_string (builder, "from", date->from);
          jb_cli_add_string (builder, "to", date->to);
          json_builder_end_object (builder);
        }
    }
}

static void
describe_annotations (JsonBuilder *builder, const char *text, JbPage *page, gpointer data)
{
  jb_tagger_tag (data, page->masthead, page->articles);
  jb_cli_add_string (builder, "text", text);
  json_builder_set_member_name (builder, "entities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->articles->len; i++)
    add_entities (builder, g_ptr_array_index (page->articles, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->articles->len; i++)
    add_figures (builder, g_ptr_array_index (page->articles, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "dates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->articles->len; i++)
    add_dates (builder, g_ptr_array_index (page->articles, i));
  json_builder_end_array (builder);
}

static void
add_strings (JsonBuilder *builder, const char *name, GStrv strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
describe_structure (JsonBuilder *builder, const char *text, JbPage *page, gpointer data)
{
  json_builder_set_member_name (builder, "articles");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->articles->len; i++)
    {
      const JbArticle *article = g_ptr_array_index (page->articles, i);

      json_builder_begin_object (builder);
      jb_cli_add_string (builder, "kicker", article->kicker);
      jb_cli_add_string (builder, "title", article->title);
      jb_cli_add_string (builder, "deck", article->deck);
      add_strings (builder, "reporters", article->reporters);
      add_strings (builder, "correspondents", article->correspondents);
      jb_cli_add_string (builder, "date", article->date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "paragraphs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->articles->len; i++)
    {
      const JbArticle *article = g_ptr_array_index (page->articles, i);

      for (guint b = 0; b < article->blocks->len; b++)
        json_builder_add_string_value (builder, ((JbBlock *) g_ptr_array_index (article->blocks, b))->text);
    }
  json_builder_end_array (builder);
}

static void
describe_text (const char *id, const char *text, Describe describe, gpointer data)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JbPage) page = jb_page_dissect (text);

  json_builder_begin_object (builder);
  jb_cli_add_string (builder, "id", id);
  describe (builder, text, page, data);
  json_builder_end_object (builder);
  jb_cli_print_json (builder, FALSE);
}

/* One line {"id","text"}; the id may be a string or a number. */
static gboolean
describe_line (const char *line, guint number, Describe describe, gpointer data, GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonObject *object;
  g_autofree char *id = NULL;

  if (!json_parser_load_from_data (parser, line, -1, error))
    return FALSE;
  root = json_parser_get_root (parser);
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object == NULL || !json_object_has_member (object, "text") ||
      json_node_get_value_type (json_object_get_member (object, "text")) != G_TYPE_STRING)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("no member “text”"));
      return FALSE;
    }
  if (json_object_has_member (object, "id") && JSON_NODE_HOLDS_VALUE (json_object_get_member (object, "id")))
    {
      JsonNode *node = json_object_get_member (object, "id");

      id = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node)
                                                            : g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    }
  else
    id = g_strdup_printf ("%u", number);
  describe_text (id, json_object_get_string_member (object, "text"), describe, data);
  return TRUE;
}

static gboolean
holds_json_lines (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isspace (data[i]))
      return data[i] == '{';
  return FALSE;
}

/* Returns: FALSE where something in the input could not be read; it has been said */
static gboolean
describe_lines (const char *name, GBytes *bytes, Describe describe, gpointer data)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gboolean whole = TRUE;
  guint number = 0;

  for (char *line = text, *next; line != NULL; line = next)
    {
      g_autoptr(GError) error = NULL;

      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      number++;
      if (*g_strstrip (line) != '\0' && !describe_line (line, number, describe, data, &error))
        {
          g_printerr ("%s:%u: %s\n", name, number, error->message);
          whole = FALSE;
        }
    }
  return whole;
}

static gboolean
describe_input (const char *name, Describe describe, gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = jb_cli_read_input (name, &error);
  const JbImporter *importer;
  g_autoptr(JbDecoded) decoded = NULL;

  if (bytes != NULL && holds_json_lines (bytes))
    return describe_lines (name, bytes, describe, data);
  importer = bytes != NULL ? jb_importer_find (bytes, &error) : NULL;
  decoded = importer != NULL ? importer->decode (bytes, &error) : NULL;
  if (decoded == NULL)
    {
      g_printerr ("%s: %s\n", name, error->message);
      return FALSE;
    }
  describe_text (name, decoded->text, describe, data);
  return TRUE;
}

static int
describe_inputs (int argc, char **argv, Describe describe, gpointer data)
{
  gboolean whole = TRUE;

  if (argc < 2)
    return describe_input ("-", describe, data) ? JB_EXIT_DONE : JB_EXIT_SOME_FAILED;
  for (int i = 1; i < argc; i++)
    whole = describe_input (argv[i], describe, data) && whole;
  return whole ? JB_EXIT_DONE : JB_EXIT_SOME_FAILED;
}

/* @whole: (out): FALSE where not every row was a name; it has been said. Returns: NULL after saying what is wrong */
static JbLexicon *
load_lexicon (const char *path, gboolean *whole)
{
  g_autoptr(GArray) names = g_array_new (FALSE, FALSE, sizeof (JbLexiconName));
  g_autoptr(JbNameList) list = NULL;

  *whole = TRUE;
  if (path == NULL)
    return jb_lexicon_new (NULL, 0);
  list = jb_cli_read_names (path, whole);
  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->names->len; i++)
    {
      const JbListName *name = g_ptr_array_index (list->names, i);
      JbLexiconName entry = { name->name, name->name, NULL, (JbEntityType) name->type };

      if (name->type < 0)
        {
          g_printerr (_("%s:%u: “%s” has no type\n"), path, name->line, name->name);
          *whole = FALSE;
          continue;
        }
      g_array_append_val (names, entry);
      for (guint a = 0; name->aliases[a] != NULL; a++)
        {
          entry.name = name->aliases[a];
          g_array_append_val (names, entry);
        }
    }
  return jb_lexicon_new ((const JbLexiconName *) (gpointer) names->data, names->len);
}

/* JSON lines are all there is so far. Returns: FALSE after saying so */
static gboolean
check_format (const char *format)
{
  if (format == NULL || g_str_equal (format, "jsonl"))
    return TRUE;
  jb_cli_fail_usage (_("there is no format “%s”; there is jsonl"), format);
  return FALSE;
}

int
jb_cli_annotate (JbCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL, *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("The format: jsonl"), N_("FORMAT") },
    { "lexicon", 0, 0, G_OPTION_ARG_FILENAME, &path, N_("Names and types: a table, or one pair a line"), N_("FILE") },
    { NULL },
  };
  g_autoptr(JbLexicon) lexicon = NULL;
  g_autoptr(JbTagger) tagger = NULL;
  gboolean whole;
  int code;

  if (!jb_cli_parse (cli, &argc, &argv, entries, _("[FILE…]"), 0, -1) || !check_format (format))
    return JB_EXIT_USAGE;
  lexicon = load_lexicon (path, &whole);
  if (lexicon == NULL)
    return JB_EXIT_SOME_FAILED;
  tagger = jb_tagger_new (lexicon);
  code = describe_inputs (argc, argv, describe_annotations, tagger);
  return code == JB_EXIT_DONE && !whole ? JB_EXIT_SOME_FAILED : code;
}

int
jb_cli_dissect (JbCli *cli, int argc, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("The format: jsonl"), N_("FORMAT") },
    { NULL },
  };

  if (!jb_cli_parse (cli, &argc, &argv, entries, _("[FILE…]"), 0, -1) || !check_format (format))
    return JB_EXIT_USAGE;
  return describe_inputs (argc, argv, describe_structure, NULL);
}
