/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * annotate, dissect: plain text in, JSON lines out. The input is JSON lines {"id","text"} or text files; which of the two, its
 * first character says. A library that is named lends annotate its names and what it has learned; nothing goes into it. */
#include "jb-cli.h"
#include "jb-dates.h"
#include "jb-desk.h"
#include "jb-facts.h"
#include "jb-learned.h"
#include "jb-learner-table.h"
#include "jb-model-enums.h"
#include "jb-page.h"
#include "jb-reader-process.h"
#include "jb-quantities.h"
#include "jb-reference.h"
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
      jb_cli_add_string (builder, "type",
                         mention->label != NULL ? mention->label : jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, mention->type));
      jb_cli_add_string (builder, "rule", mention->rule);
      json_builder_set_member_name (builder, "confidence");
      json_builder_add_double_value (builder, mention->confidence);
      json_builder_end_object (builder);
    }
}

/* @next: (inout): the figure that has not been passed yet; they are in the order of the text, as those asked for are.
 * Returns: (transfer none) (nullable): the article's figure that the quantity at @start is of */
static const JbFigure *
find_figure (const JbArticle *article, guint start, guint *next)
{
  const JbFigure *figure;

  while (*next < article->figures->len && ((JbFigure *) g_ptr_array_index (article->figures, *next))->end <= start)
    (*next)++;
  figure = *next < article->figures->len ? g_ptr_array_index (article->figures, *next) : NULL;
  return figure != NULL && figure->start <= start ? figure : NULL;
}

/* What the text counts, noteworthy or not; what is said of it beside its number is known of noteworthy figures only. */
static void
add_quantities (JsonBuilder *builder, const JbArticle *article, const JbBlock *block, const char *reference, guint *next)
{
  g_autoptr(JbChars) chars = jb_chars_new (block->text, -1);
  g_autoptr(GArray) dates = jb_dates_find (chars, reference);
  g_autoptr(GArray) quantities = jb_quantities_find (chars, dates);

  for (guint i = 0; i < quantities->len; i++)
    {
      const JbQuantity *quantity = &g_array_index (quantities, JbQuantity, i);
      const JbFigure *figure = find_figure (article, block->start + quantity->start, next);
      JbSpan span = outer_span (article, block->start + quantity->start, block->start + quantity->end);
      g_autofree char *text = jb_chars_to_utf8 (chars, quantity->start, quantity->end);

      begin_hit (builder, span.start, span.end, text);
      json_builder_set_member_name (builder, "value");
      json_builder_add_double_value (builder, quantity->value);
      jb_cli_add_string (builder, "unit", quantity->unit);
      jb_cli_add_string (builder, "qualifier", jb_enum_to_nick (JB_TYPE_FIGURE_QUALIFIER, quantity->qualifier));
      json_builder_set_member_name (builder, "noteworthy");
      json_builder_add_boolean_value (builder, figure != NULL);
      if (figure != NULL)
        {
          jb_cli_add_string (builder, "subject", figure->subject);
          jb_cli_add_string (builder, "kind", jb_enum_to_nick (JB_TYPE_FIGURE_KIND, figure->kind));
          jb_cli_add_string (builder, "as_of", figure->as_of);
          jb_cli_add_string (builder, "entity_name", figure->entity_name);
        }
      json_builder_end_object (builder);
    }
}

static void
add_figures (JsonBuilder *builder, const JbArticle *article)
{
  g_autofree char *reference = jb_reference_dup (article);
  guint next = 0;

  for (guint b = 0; b < article->blocks->len; b++)
    add_quantities (builder, article, g_ptr_array_index (article->blocks, b), reference, &next);
}

static void
add_dates (JsonBuilder *builder, const JbArticle *article)
{
  g_autofree char *reference = jb_reference_dup (article);

  for (guint b = 0; b < article->blocks->len; b++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, b);
      g_autoptr(JbChars) chars = jb_chars_new (block->text, -1);
      g_autoptr(GArray) dates = jb_dates_find (chars, reference);

      for (guint i = 0; i < dates->len; i++)
        {
          const JbDateHit *date = &g_array_index (dates, JbDateHit, i);
          JbSpan span = outer_span (article, block->start + date->start, block->start + date->end);
          g_autofree char *text = jb_chars_to_utf8 (chars, date->start, date->end);

          begin_hit (builder, span.start, span.end, text);
          jb_cli_add_string (builder, "from", date->from);
          jb_cli_add_string (builder, "to", date->to);
          jb_cli_add_string (builder, "granularity", jb_enum_to_nick (JB_TYPE_DATE_GRANULARITY, date->granularity));
          if (date->part != JB_DAY_PART_NONE)
            jb_cli_add_string (builder, "part", jb_enum_to_nick (JB_TYPE_DAY_PART, date->part));
          json_builder_set_member_name (builder, "limit");
          json_builder_add_boolean_value (builder, date->is_limit);
          json_builder_set_member_name (builder, "inferred");
          json_builder_add_boolean_value (builder, date->inferred);
          json_builder_end_object (builder);
        }
    }
}

static void
add_commitments (JsonBuilder *builder, const JbArticle *article)
{
  for (guint i = 0; i < article->commitments->len; i++)
    {
      const JbCommitment *commitment = g_ptr_array_index (article->commitments, i);
      JbSpan span = outer_span (article, commitment->start, commitment->end);

      begin_hit (builder, span.start, span.end, commitment->text);
      jb_cli_add_string (builder, "what", commitment->what);
      if (commitment->has_quantity)
        {
          json_builder_set_member_name (builder, "value");
          json_builder_add_double_value (builder, commitment->value);
          jb_cli_add_string (builder, "unit", commitment->unit);
        }
      jb_cli_add_string (builder, "due", commitment->due);
      jb_cli_add_string (builder, "due_end", commitment->due_end);
      jb_cli_add_string (builder, "entity_name", commitment->entity_name);
      json_builder_end_object (builder);
    }
}

static void
add_statements (JsonBuilder *builder, const JbArticle *article)
{
  for (guint i = 0; i < article->statements->len; i++)
    {
      const JbStatement *statement = g_ptr_array_index (article->statements, i);
      JbSpan span = outer_span (article, statement->start, statement->end);

      begin_hit (builder, span.start, span.end, statement->text);
      jb_cli_add_string (builder, "name", statement->name);
      jb_cli_add_string (builder, "post", statement->post);
      jb_cli_add_string (builder, "kind", jb_enum_to_nick (JB_TYPE_STATEMENT_KIND, statement->kind));
      json_builder_end_object (builder);
    }
}

/* Writes what was found in an article as members of an array. */
typedef void (*DescribeArticle) (JsonBuilder *builder, const JbArticle *article);

static void
add_array (JsonBuilder *builder, const char *name, const JbPage *page, DescribeArticle describe)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->articles->len; i++)
    describe (builder, g_ptr_array_index (page->articles, i));
  json_builder_end_array (builder);
}

static void
describe_annotations (JsonBuilder *builder, const char *text, JbPage *page, gpointer data)
{
  jb_tagger_tag (data, page->masthead, page->articles);
  for (guint i = 0; i < page->articles->len; i++)
    jb_facts_find (g_ptr_array_index (page->articles, i));
  jb_cli_add_string (builder, "text", text);
  add_array (builder, "entities", page, add_entities);
  add_array (builder, "figures", page, add_figures);
  add_array (builder, "dates", page, add_dates);
  add_array (builder, "commitments", page, add_commitments);
  add_array (builder, "statements", page, add_statements);
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

/* One array a paragraph. */
static void
add_joins (JsonBuilder *builder, const JbBlock *block)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < block->joins->len; i++)
    {
      const JbJoin *join = jb_joins_get (block->joins, i);
      g_auto(GStrv) reasons = g_strsplit (join->reasons, ",", -1);

      json_builder_begin_object (builder);
      jb_cli_add_int (builder, "offset", join->offset);
      jb_cli_add_int (builder, "score", join->score);
      add_strings (builder, "reasons", reasons);
      json_builder_end_object (builder);
    }
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

  json_builder_set_member_name (builder, "joins");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->articles->len; i++)
    {
      const JbArticle *article = g_ptr_array_index (page->articles, i);

      for (guint b = 0; b < article->blocks->len; b++)
        add_joins (builder, g_ptr_array_index (article->blocks, b));
    }
  json_builder_end_array (builder);
}

static void
describe_page (const char *id, const char *text, JbPage *page, Describe describe, gpointer data)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  jb_cli_add_string (builder, "id", id);
  describe (builder, text, page, data);
  json_builder_end_object (builder);
  jb_cli_print_json (builder, FALSE);
}

/* What to do with each text. */
typedef struct
{
  Describe         describe;
  gpointer         data;
  JbReaderProcess *reader;  /* for files that are no plain text */
} Task;

/* One line {"id","text"}; the id may be a string or a number. */
static gboolean
describe_line (JsonObject *object, const char *text, guint number, gpointer data, GError **error)
{
  const Task *task = data;
  g_autofree char *id = NULL;
  g_autoptr(JbPage) page = jb_page_dissect (text);

  if (json_object_has_member (object, "id") && JSON_NODE_HOLDS_VALUE (json_object_get_member (object, "id")))
    {
      JsonNode *node = json_object_get_member (object, "id");

      id = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : json_to_string (node, FALSE);
    }
  else
    id = g_strdup_printf ("%u", number);
  describe_page (id, text, page, task->describe, task->data);
  return TRUE;
}

static gboolean
holds_json_lines (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  for (gsize i = jb_cli_get_mark_length (bytes); i < n_bytes; i++)
    if (!g_ascii_isspace (data[i]))
      /* RTF begins with a brace too. */
      return data[i] == '{' && (i + 1 == n_bytes || data[i + 1] != '\\');
  return FALSE;
}

/* Returns: FALSE where something in the input could not be read; it has been said */
static gboolean
describe_input (const char *name, Task *task)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = jb_cli_read_input (name, &error);
  g_autoptr(GPtrArray) members = NULL;
  g_autoptr(JbDecoded) decoded = NULL;
  g_autoptr(JbPage) page = NULL;

  if (bytes != NULL && holds_json_lines (bytes))
    return jb_cli_read_texts (name, bytes, describe_line, task);
  if (bytes != NULL)
    decoded = jb_reader_process_read (task->reader, bytes, NULL, &members, NULL, &error);
  if (decoded == NULL)
    {
      jb_cli_complain ("%s: %s", name,
                       members != NULL ? _("this is an archive of files; import them into a library") : error->message);
      return FALSE;
    }
  page = jb_page_dissect_decoded (decoded);
  describe_page (name, decoded->text, page, task->describe, task->data);
  return TRUE;
}

static int
describe_inputs (int argc, char **argv, Describe describe, gpointer data)
{
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  Task task = { describe, data, reader };
  gboolean whole = TRUE;

  if (argc < 2)
    return describe_input ("-", &task) ? JB_EXIT_DONE : JB_EXIT_SOME_FAILED;
  for (int i = 1; i < argc; i++)
    whole = describe_input (argv[i], &task) && whole;
  return whole ? JB_EXIT_DONE : JB_EXIT_SOME_FAILED;
}

/* @whole: (out): FALSE where not every row was a name; it has been said. Returns: NULL after saying what is wrong */
static JbLexicon *
load_lexicon (const char *path, gboolean *whole)
{
  g_autoptr(GArray) names = g_array_new (FALSE, FALSE, sizeof (JbLexiconName));
  g_autoptr(JbNameList) list = NULL;

  list = jb_cli_read_names (path, whole);
  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->names->len; i++)
    {
      const JbListName *name = g_ptr_array_index (list->names, i);
      JbLexiconName entry = { name->name, name->name, NULL, (JbEntityType) name->type };

      if (name->type < 0)
        {
          jb_cli_complain (_("%s:%u: “%s” has no type"), path, name->line, name->name);
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

/* The tagger of the library that was named. @listed: (nullable): names to use in place of its own.
 * Returns: (transfer full) (nullable): NULL with @code set, after saying why */
static JbTagger *
load_tagger (JbCli *cli, JbLexicon *listed, int *code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbLexicon) lexicon = NULL;
  g_autoptr(JbLearner) learner = NULL;
  JbLearnerState state;

  *code = JB_EXIT_LIBRARY;
  if (jb_cli_open_library (cli) == NULL)
    return NULL;
  lexicon = listed != NULL ? jb_lexicon_ref (listed) : jb_desk_load_lexicon (cli->library, &error);
  if (lexicon != NULL && jb_learner_table_load_state (cli->library, &state, &error) && state.enabled)
    learner = jb_learned_load (cli->library, &error);
  if (error == NULL)
    return jb_tagger_new (lexicon, learner);
  *code = jb_cli_fail (g_steal_pointer (&error));
  return NULL;
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
  gboolean whole = TRUE;
  int code = JB_EXIT_SOME_FAILED;

  if (!jb_cli_parse (cli, &argc, &argv, entries, _("[FILE…]"), 0, -1) || !check_format (format))
    return JB_EXIT_USAGE;
  if (path != NULL && (lexicon = load_lexicon (path, &whole)) == NULL)
    return code;
  /* A library that is not there yet knows nothing, and looking does not make one. */
  if (cli->library_path != NULL && g_file_test (cli->library_path, G_FILE_TEST_EXISTS))
    tagger = load_tagger (cli, lexicon, &code);
  else
    tagger = jb_tagger_new (lexicon, NULL);
  if (tagger == NULL)
    return code;
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
