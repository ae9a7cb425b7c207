/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * figures, commitments, statements: what was extracted from the library's articles, each with its article and sentence. */
#include "jb-cli.h"
#include "jb-desk.h"
#include "jb-digest.h"
#include "jb-entity-table.h"
#include "jb-model-enums.h"
#include "jb-search.h"

#include <glib/gi18n.h>
#include <string.h>

/* Articles held at a time. */
#define BATCH 64

typedef enum
{
  FIELD_TEXT,
  FIELD_NUMBER,
  FIELD_OFFSET,  /* code points */
} Field;

typedef struct
{
  const char *name;      /* of the column in CSV and the member in JSON */
  Field       field;
  gboolean    is_shown;  /* in lines for reading */
} Column;

/* A table being printed. */
typedef struct
{
  const Column *columns;
  guint         n_columns;
  gboolean      as_csv;
  JsonBuilder  *builder;  /* NULL for lines and CSV */
  const char   *wanted;   /* the entity asked for, NULL for all */
  GHashTable   *names;    /* owned, all its names; empty where @wanted is NULL */
} Table;

/* What a command prints of an article. */
typedef void (*PrintArticle) (const Table *table, JbArticle *article);

static const Column figure_columns[] = {
  { "article" }, { "date", .is_shown = TRUE }, { "title" }, { "entity", .is_shown = TRUE }, { "subject", .is_shown = TRUE },
  { "text", .is_shown = TRUE }, { "value", FIELD_NUMBER }, { "unit" }, { "qualifier" }, { "kind", .is_shown = TRUE },
  { "as_of", .is_shown = TRUE }, { "start", FIELD_OFFSET }, { "end", FIELD_OFFSET }, { "sentence" },
};

static const Column commitment_columns[] = {
  { "article" }, { "date", .is_shown = TRUE }, { "title" }, { "entity", .is_shown = TRUE }, { "what", .is_shown = TRUE },
  { "value", FIELD_NUMBER }, { "unit" }, { "due", .is_shown = TRUE }, { "due_end", .is_shown = TRUE },
  { "state", .is_shown = TRUE }, { "text" }, { "start", FIELD_OFFSET }, { "end", FIELD_OFFSET }, { "sentence" },
};

static const Column statement_columns[] = {
  { "article" }, { "date", .is_shown = TRUE }, { "title" }, { "name", .is_shown = TRUE }, { "post", .is_shown = TRUE },
  { "kind", .is_shown = TRUE }, { "start", FIELD_OFFSET }, { "end", FIELD_OFFSET }, { "text" },
};

/* Rows --------------------------------------------------------------------------------------------------- */

/* A field as RFC 4180 has it. */
static void
append_csv (GString *line, const char *field)
{
  if (line->len > 0)
    g_string_append_c (line, ',');
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (line, field);
      return;
    }
  g_string_append_c (line, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  g_string_append_c (line, '"');
}

static void
print_json_row (const Table *table, const char *const *fields)
{
  json_builder_begin_object (table->builder);
  for (guint i = 0; i < table->n_columns; i++)
    if (fields[i] != NULL && table->columns[i].field == FIELD_OFFSET)
      jb_cli_add_int (table->builder, table->columns[i].name, g_ascii_strtoll (fields[i], NULL, 10));
    else if (fields[i] != NULL && table->columns[i].field == FIELD_NUMBER)
      {
        json_builder_set_member_name (table->builder, table->columns[i].name);
        json_builder_add_double_value (table->builder, g_ascii_strtod (fields[i], NULL));
      }
    else
      jb_cli_add_string (table->builder, table->columns[i].name, fields[i]);
  json_builder_end_object (table->builder);
}

/* @fields: one a column; NULL where there is none */
static void
print_row (const Table *table, const char *const *fields)
{
  g_autoptr(GString) line = g_string_new (NULL);

  if (table->builder != NULL)
    {
      print_json_row (table, fields);
      return;
    }
  if (!table->as_csv)
    g_string_printf (line, "%.8s", fields[0]);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->as_csv && i == 0)
      g_string_append (line, fields[i]);  /* an id, which needs no quotes */
    else if (table->as_csv)
      append_csv (line, fields[i] != NULL ? fields[i] : "");
    else if (table->columns[i].is_shown)
      g_string_append_printf (line, "  %s", fields[i] != NULL && *fields[i] != '\0' ? fields[i] : "-");
  if (table->as_csv)
    g_print ("%s\r\n", line->str);
  else
    g_print ("%s\n          %s\n", line->str, fields[table->n_columns - 1]);
}

/* Who speaks for an organisation has it in the post, by one of its names. */
static gboolean
speaks_for_wanted (const Table *table, const JbStatement *statement)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, table->names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (strstr (statement->post, name) != NULL)
      return TRUE;
  return FALSE;
}

static void
print_header (const Table *table)
{
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    append_csv (line, table->columns[i].name);
  g_print ("%s\r\n", line->str);
}

static gboolean
is_wanted (const Table *table, const char *name)
{
  return table->wanted == NULL || g_hash_table_contains (table->names, name);
}

static char *
dup_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

/* Figures, commitments, statements ----------------------------------------------------------------------- */

static void
print_figures (const Table *table, JbArticle *article)
{
  g_autoptr(JbSentenceFinder) finder = jb_sentence_finder_new (article);

  for (guint i = 0; i < article->figures->len; i++)
    {
      const JbFigure *figure = g_ptr_array_index (article->figures, i);
      g_autoptr(JbDigestSentence) sentence = jb_sentence_finder_find (finder, figure->start);
      g_autofree char *value = dup_number (figure->value), *start = dup_number (figure->start), *end = dup_number (figure->end);
      const char *fields[] = {
        article->id, article->date, article->title, figure->entity_name, figure->subject, figure->text, value, figure->unit,
        jb_enum_to_nick (JB_TYPE_FIGURE_QUALIFIER, figure->qualifier), jb_enum_to_nick (JB_TYPE_FIGURE_KIND, figure->kind),
        figure->as_of, start, end, sentence != NULL ? sentence->text : figure->text,
      };

      if (is_wanted (table, figure->entity_name))
        print_row (table, fields);
    }
}

static void
print_commitments (const Table *table, JbArticle *article)
{
  g_autoptr(JbSentenceFinder) finder = jb_sentence_finder_new (article);

  for (guint i = 0; i < article->commitments->len; i++)
    {
      const JbCommitment *commitment = g_ptr_array_index (article->commitments, i);
      g_autoptr(JbDigestSentence) sentence = jb_sentence_finder_find (finder, commitment->start);
      g_autofree char *value = commitment->has_quantity ? dup_number (commitment->value) : NULL;
      g_autofree char *start = dup_number (commitment->start), *end = dup_number (commitment->end);
      const char *fields[] = {
        article->id, article->date, article->title, commitment->entity_name, commitment->what, value, commitment->unit,
        commitment->due, commitment->due_end, jb_enum_to_nick (JB_TYPE_COMMITMENT_STATE, commitment->state), commitment->text,
        start, end, sentence != NULL ? sentence->text : commitment->text,
      };

      if (is_wanted (table, commitment->entity_name))
        print_row (table, fields);
    }
}

static void
print_statements (const Table *table, JbArticle *article)
{
  for (guint i = 0; i < article->statements->len; i++)
    {
      const JbStatement *statement = g_ptr_array_index (article->statements, i);
      g_autofree char *start = dup_number (statement->start), *end = dup_number (statement->end);
      const char *fields[] = {
        article->id, article->date, article->title, statement->name, statement->post,
        jb_enum_to_nick (JB_TYPE_STATEMENT_KIND, statement->kind), start, end, statement->text,
      };

      if (is_wanted (table, statement->name) || speaks_for_wanted (table, statement))
        print_row (table, fields);
    }
}

/* The library -------------------------------------------------------------------------------------------- */

/* Fills @names with all names of the entity asked for; one that the registry does not hold has the one name. */
static gboolean
collect_names (JbLibrary *library, const char *name, GHashTable *names, GError **error)
{
  g_autoptr(GPtrArray) entities = jb_entity_table_find (library, -1, name, error);

  if (entities == NULL)
    return FALSE;
  g_hash_table_add (names, g_strdup (name));
  for (guint i = 0; i < entities->len; i++)
    {
      const JbEntity *entity = g_ptr_array_index (entities, i);

      g_hash_table_add (names, g_strdup (entity->name));
      for (guint a = 0; a < entity->aliases->len; a++)
        g_hash_table_add (names, g_strdup (((JbAlias *) g_ptr_array_index (entity->aliases, a))->name));
    }
  return TRUE;
}

static gboolean
print_all (JbLibrary *library, const Table *table, PrintArticle print, GError **error)
{
  g_autoptr(JbQuery) query = jb_query_new ();
  g_auto(GStrv) ids = jb_search_articles (library, query, error);
  guint n_ids = ids != NULL ? g_strv_length (ids) : 0;

  for (guint first = 0; first < n_ids; first += BATCH)
    {
      g_autofree const char **batch = g_new0 (const char *, BATCH + 1);
      g_autoptr(GPtrArray) articles = NULL;

      memcpy (batch, ids + first, MIN (BATCH, n_ids - first) * sizeof *batch);
      articles = jb_desk_load_articles (library, batch, error);
      if (articles == NULL)
        return FALSE;
      for (guint i = 0; i < articles->len; i++)
        print (table, g_ptr_array_index (articles, i));
    }
  return ids != NULL;
}

static int
run (JbCli *cli, int argc, char **argv, const Column *columns, guint n_columns, PrintArticle print)
{
  g_autofree char *entity = NULL;
  gboolean as_csv = FALSE;
  const GOptionEntry entries[] = {
    { "entity", 0, 0, G_OPTION_ARG_STRING, &entity, N_("Only what is said of, or by, this name"), N_("NAME") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &as_csv, N_("Print comma-separated values with a header"), NULL },
    { NULL },
  };
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(JsonBuilder) builder = NULL;
  Table table = { columns, n_columns };
  GError *error = NULL;

  if (!jb_cli_parse (cli, &argc, &argv, entries, "", 0, 0))
    return JB_EXIT_USAGE;
  if (as_csv && cli->json)
    return jb_cli_fail_usage (_("--csv and --json exclude each other"));
  if (jb_cli_open_library (cli) == NULL)
    return JB_EXIT_LIBRARY;
  if (entity != NULL && !collect_names (cli->library, entity, names, &error))
    return jb_cli_fail (error);

  builder = cli->json ? json_builder_new () : NULL;
  table.as_csv = as_csv;
  table.builder = builder;
  table.wanted = entity;
  table.names = names;
  if (builder != NULL)
    json_builder_begin_array (builder);
  else if (as_csv)
    print_header (&table);
  if (!print_all (cli->library, &table, print, &error))
    return jb_cli_fail (error);
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jb_cli_print_json (builder, TRUE);
    }
  return JB_EXIT_DONE;
}

int
jb_cli_figures (JbCli *cli, int argc, char **argv)
{
  return run (cli, argc, argv, figure_columns, G_N_ELEMENTS (figure_columns), print_figures);
}

int
jb_cli_commitments (JbCli *cli, int argc, char **argv)
{
  return run (cli, argc, argv, commitment_columns, G_N_ELEMENTS (commitment_columns), print_commitments);
}

int
jb_cli_statements (JbCli *cli, int argc, char **argv)
{
  return run (cli, argc, argv, statement_columns, G_N_ELEMENTS (statement_columns), print_statements);
}
