/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-article-table.h"
#include "jb-briefing-table.h"
#include "jb-decide.h"
#include "jb-desk.h"
#include "jb-entity-table.h"
#include "jb-export-job.h"
#include "jb-history.h"
#include "jb-import-job.h"
#include "jb-importer.h"
#include "jb-library-import.h"
#include "jb-source-table.h"
#include "jb-string.h"
#include "jb-test-library.h"

#include <string.h>

static const char page[] =
  "云汀报\n2023年7月18日 星期二 第621期\n\n柳浦街道开出便民早班车\n\n"
  "本报讯（记者 林小雨 通讯员 周岚）日前，柳浦街道召开推进会。柳浦街道党工委书记沈远山出席，石桥社区代表参加，投入253.1万元。\n"
  "石桥社区居民何清说：“早班车方便了大家。”\n\n石桥社区办起夜校\n\n昨天，柳浦街道石桥社区的夜校开课，到年底将开设12门课程。\n";

static void
import_page (JbLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (library, "a.txt", bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->outcome, ==, JB_IMPORT_DONE);
}

/* Returns: (transfer full) (element-type JbArticle) */
static GPtrArray *
load_articles (JbLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sources = jb_source_table_load_all (library, &error);
  GPtrArray *articles;

  g_assert_cmpuint (sources->len, ==, 1);
  articles = jb_desk_load_source (library, ((JbSource *) sources->pdata[0])->id, &error);
  g_assert_no_error (error);
  return articles;
}

static JbMention *
find_mention (JbArticle *article, const char *text)
{
  for (guint i = 0; i < article->mentions->len; i++)
    if (g_str_equal (((JbMention *) article->mentions->pdata[i])->text, text))
      return article->mentions->pdata[i];
  g_error ("“%s” is not among the mentions", text);
}

/* An article whose text holds a character that is printed nowhere, and one that went over a column's end. */
static void
insert_odd_article (JbLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sources = jb_source_table_load_all (library, NULL);
  g_autoptr(JbArticle) article = jb_article_new ();
  g_autoptr(JbSpanMap) map = jb_span_map_new ();
  JbBlock *block;
  GArray *joins = jb_joins_new ();

  jb_span_map_append (map, 0, 0, 2);
  jb_span_map_append (map, 3, 5, 3);
  block = jb_block_new (JB_BLOCK_KIND_STATEMENT, 0, "云汀，023年", map);
  jb_joins_add (joins, 3, -4, "column,open-quote");
  jb_block_take_joins (block, joins);
  jb_article_append_block (article, block);
  jb_set_string (&article->source, ((JbSource *) sources->pdata[0])->id);
  article->position = 9;
  g_ptr_array_add (article->statements, jb_statement_new ("何清", "居民", "云汀，023年", 0));
  g_assert_true (jb_library_begin (library, "odd", &error));
  g_assert_true (jb_article_table_insert (library, article, &error));
  g_assert_true (jb_desk_end (library, TRUE, &error));
  g_assert_no_error (error);
}

static void
insert_names (JbLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbEntity) first = jb_entity_new (JB_ENTITY_TYPE_COMMUNITY, "新桥村");
  g_autoptr(JbEntity) second = jb_entity_new (JB_ENTITY_TYPE_COMMUNITY, "新桥村");

  jb_set_string (&first->note, "柳浦街道");
  jb_set_string (&second->note, "云岭镇\n两行");
  jb_entity_take_alias (first, g_uuid_string_random (), g_strdup ("老桥村"), JB_ALIAS_KIND_FORMER);
  jb_entity_take_alias (first, g_uuid_string_random (), g_strdup ("新桥"), JB_ALIAS_KIND_SHORT);
  jb_entity_take_post (second, g_uuid_string_random (), g_strdup ("党支部书记"), g_strdup (""), g_strdup ("2023-01-01"), NULL);
  g_assert_true (jb_library_begin (library, "names", &error));
  g_assert_true (jb_entity_table_insert (library, first, &error));
  g_assert_true (jb_entity_table_insert (library, second, &error));
  g_assert_true (jb_desk_end (library, TRUE, &error));
}

static void
insert_briefings (JbLibrary *library, JbArticle *article)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbBriefing) older = jb_briefing_new ("城事简报"), newer = jb_briefing_new ("城事简报");
  JbBriefingSection *section = jb_briefing_section_new ("要闻");
  g_autofree char *quote = jb_article_dup_slice (article, 0, 4);
  JbBriefingItem *item = jb_briefing_item_new (quote, article->id, 0, 4);

  jb_set_string (&item->citation, "《云汀报》2023年7月18日第621期");
  g_ptr_array_add (section->items, item);
  g_ptr_array_add (section->items, jb_briefing_item_new ("编者的话", NULL, 0, 0));
  g_ptr_array_add (newer->sections, section);
  jb_set_string (&newer->issue, "7");
  jb_set_string (&newer->date, "2023-07-19");
  jb_set_string (&newer->template_name, "jianbao");
  jb_set_string (&older->template_name, "jianbao");
  g_assert_true (jb_library_begin (library, "briefings", &error));
  g_assert_true (jb_briefing_table_insert (library, older, &error));
  g_assert_true (jb_briefing_table_insert (library, newer, &error));
  g_assert_true (jb_library_commit (library, &error));
  g_assert_no_error (error);
}

/* A library with something of everything. */
static void
fill (JbLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = NULL, mentions = g_ptr_array_new ();
  JbArticle *article;

  import_page (library);
  articles = load_articles (library);
  article = articles->pdata[0];
  g_ptr_array_add (mentions, find_mention (article, "柳浦街道"));
  g_ptr_array_add (mentions, find_mention (article, "沈远山"));
  g_assert_true (jb_decide_accept (library, article, mentions, &error));
  g_ptr_array_set_size (mentions, 0);
  g_ptr_array_add (mentions, find_mention (article, "石桥社区"));
  g_assert_true (jb_decide_reject (library, article, mentions, &error));
  g_assert_true (jb_decide_tag (library, article, 8, 11, JB_ENTITY_TYPE_SYSTEM, NULL, &error));
  g_assert_no_error (error);
  insert_odd_article (library);
  insert_names (library);
  insert_briefings (library, article);
}

/* Returns: (transfer full) */
static char *
export (JbTestLibrary *t, JbLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (t->folder, "export.json", NULL);
  char *json;

  g_assert_true (jb_export_job_write_library (library, NULL, "json", path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  return json;
}

/* Returns: (transfer full) (nullable): the tree, as it comes out of the helper */
static GVariant *
read_json (const char *json, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr(JbInput) input = jb_input_new (bytes);
  g_autoptr(JbDecoded) decoded = jb_importer_read (input, error), again = NULL;
  g_autoptr(GVariant) variant = NULL;
  g_autoptr(GBytes) form = NULL;

  if (decoded == NULL)
    return NULL;
  variant = g_variant_ref_sink (jb_decoded_to_variant (decoded));
  form = g_variant_get_data_as_bytes (variant);
  again = jb_decoded_from_bytes (form, error);
  g_assert_nonnull (again);
  g_assert_nonnull (again->library);
  return g_steal_pointer (&again->library);
}

static JbLibrary *
open_second (JbTestLibrary *t)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (t->folder, "second.jianbao", NULL);
  JbLibrary *library = jb_library_open (path, &error);

  g_assert_no_error (error);
  return library;
}

static void
assert_sound (JbLibrary *library)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) findings = jb_library_check (library, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (findings[0], ==, NULL);
}

static void
take_over (JbLibrary *library, const char *json, JbLibraryImport *result)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) tree = read_json (json, &error);

  g_assert_no_error (error);
  jb_library_import_run (library, "export.json", tree, result, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbLibrary) second = open_second (t);
  g_autofree char *json = NULL, *again = NULL;
  g_auto(JbLibraryImport) result = { 0 };

  fill (t->library);
  json = export (t, t->library);
  take_over (second, json, &result);
  again = export (t, second);
  g_assert_cmpstr (again, ==, json);
  g_assert_cmpuint (result.n_sources, ==, 1);
  g_assert_cmpuint (result.n_articles, ==, 2);
  g_assert_cmpuint (result.n_decisions, ==, 4);
  g_assert_cmpuint (result.n_briefings, ==, 2);
  g_assert_cmpuint (result.n_known, ==, 0);
  g_assert_nonnull (result.source);
  assert_sound (second);
}

static void
test_one_step (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbLibrary) second = open_second (t);
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL, *empty = export (t, second), *undone = NULL, *again = NULL, *name = NULL, *redone = NULL;
  g_auto(JbLibraryImport) result = { 0 };

  fill (t->library);
  json = export (t, t->library);
  take_over (second, json, &result);
  name = jb_decide_undo (second, &error);
  g_assert_nonnull (strstr (name, "export.json"));
  undone = export (t, second);
  g_assert_cmpstr (undone, ==, empty);
  redone = jb_decide_redo (second, &error);
  g_assert_nonnull (redone);
  again = export (t, second);
  g_assert_cmpstr (again, ==, json);
}

static void
test_known (JbTestLibrary *t, gconstpointer data)
{
  g_autofree char *json = NULL, *again = NULL;
  g_auto(JbLibraryImport) result = { 0 };

  fill (t->library);
  json = export (t, t->library);
  take_over (t->library, json, &result);
  again = export (t, t->library);
  g_assert_cmpstr (again, ==, json);
  g_assert_cmpuint (result.n_sources + result.n_articles + result.n_entities + result.n_briefings + result.n_linked, ==, 0);
  g_assert_cmpuint (result.n_known, >=, 8);
}

static void
test_names_are_linked (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbLibrary) second = open_second (t);
  g_autoptr(JbEntity) street = jb_entity_new (JB_ENTITY_TYPE_STREET, "柳浦街道");
  g_autoptr(JbEntity) village = jb_entity_new (JB_ENTITY_TYPE_COMMUNITY, "新桥村");
  g_autoptr(GPtrArray) streets = NULL, villages = NULL, articles = NULL;
  g_autofree char *json = NULL;
  g_auto(JbLibraryImport) result = { 0 };

  jb_set_string (&village->note, "柳浦街道");
  g_assert_true (jb_library_begin (second, "names", NULL));
  g_assert_true (jb_entity_table_insert (second, street, NULL) && jb_entity_table_insert (second, village, NULL));
  g_assert_true (jb_desk_end (second, TRUE, NULL));
  fill (t->library);
  json = export (t, t->library);
  take_over (second, json, &result);

  streets = jb_entity_table_find (second, JB_ENTITY_TYPE_STREET, "柳浦街道", NULL);
  g_assert_cmpuint (streets->len, ==, 1);
  /* The second village of that name has another note, and comes. */
  villages = jb_entity_table_find (second, JB_ENTITY_TYPE_COMMUNITY, "新桥村", NULL);
  g_assert_cmpuint (villages->len, ==, 2);
  g_assert_cmpuint (result.n_linked, ==, 2);
  articles = load_articles (second);
  g_assert_cmpstr (find_mention (articles->pdata[0], "柳浦街道")->entity, ==, street->id);
  assert_sound (second);
}

/* Of a few articles no entities are exported; what was decided in them still has its names. */
static void
test_some_articles (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbLibrary) second = open_second (t);
  g_autoptr(GPtrArray) articles = NULL, streets = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (t->folder, "one.json", NULL), *json = NULL;
  const char *ids[] = { NULL, NULL };
  g_auto(JbLibraryImport) result = { 0 };

  fill (t->library);
  articles = load_articles (t->library);
  ids[0] = ((JbArticle *) articles->pdata[0])->id;
  g_assert_true (jb_export_job_write_library (t->library, ids, "json", path, NULL, &error));
  g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
  take_over (second, json, &result);
  g_assert_cmpuint (result.n_articles, ==, 1);
  streets = jb_entity_table_find (second, JB_ENTITY_TYPE_STREET, "柳浦街道", NULL);
  g_assert_cmpuint (streets->len, ==, 1);
  assert_sound (second);
}

static void
test_originals (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(JbLibrary) second = open_second (t);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(GBytes) none = NULL, bytes = g_bytes_new_static (page, strlen (page)), filled = NULL;
  g_autofree char *json = NULL, *rebuilt = NULL, *text = NULL;
  g_auto(JbLibraryImport) result = { 0 };
  JbSource *source;

  fill (t->library);
  json = export (t, t->library);
  take_over (second, json, &result);
  sources = jb_source_table_load_all (second, NULL);
  source = sources->pdata[0];
  none = jb_source_table_load_bytes (second, source->id, NULL);
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  rebuilt = jb_desk_load_source_text (second, source, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_utf8_strlen (rebuilt, -1), ==, source->text_length);
  g_assert_nonnull (strstr (rebuilt, "\n\n柳浦街道开出便民早班车\n\n"));

  g_assert_true (jb_source_table_fill_bytes (second, source->sha256, bytes, &error));
  filled = jb_source_table_load_bytes (second, source->id, NULL);
  g_assert_true (g_bytes_equal (filled, bytes));
  text = jb_desk_load_source_text (second, source, &error);
  g_assert_cmpstr (text, ==, page);
  assert_sound (second);
}

/* Returns: (transfer full): @text with the first @from behind @behind replaced */
static char *
replace (const char *text, const char *behind, const char *from, const char *to)
{
  const char *start = strstr (text, behind), *at = start != NULL ? strstr (start, from) : NULL;

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

static void
test_wrong_files (JbTestLibrary *t, gconstpointer data)
{
  static const struct
  {
    const char *behind, *from, *to, *place;
  } faults[] = {
    { "\"sources\"", "\"text_length\" : ", "\"text_length\" : 12, \"x\" : ", "articles[0].blocks[1].source_spans" },
    { "\"sources\"", "\"text_length\" : ", "\"text_length\" : 999999999, \"x\" : ", "sources[0].text_length" },
    { "\"sources\"", "\"sha256\" : \"", "\"sha256\" : \"x", "sources[0].sha256" },
    { "\"articles\"", "\"id\" : \"", "\"id\" : \"../../", "articles[0].id" },
    { "\"articles\"", "\"source\" : \"", "\"source\" : \"x", "articles[0].source" },
    { "\"blocks\"", "\"start\" : 0", "\"start\" : 1", "articles[0].blocks[0].start" },
    { "\"blocks\"", "\"start\" : 0", "\"start\" : 1e400", "articles[0].blocks[0].start" },
    { "\"blocks\"", "\"start\" : 0", "\"start\" : 99999999999999999999", "articles[0].blocks[0].start" },
    { "\"blocks\"", "\"start\" : 0", "\"start\" : -1", "articles[0].blocks[0].start" },
    { "\"blocks\"", "\"kind\" : \"", "\"kind\" : \"un", "articles[0].blocks[0].kind" },
    { "\"blocks\"", "\"text\" : \"", "\"text\" : \"甲\\n", "articles[0].blocks[0].text" },
    { "\"mentions\"", "\"text\" : \"", "\"text\" : \"某", "articles[0].mentions[0].text" },
    { "\"mentions\"", "\"end\" : ", "\"end\" : 9", "articles[0].mentions[0].end" },
    { "\"entities\"", "\"type\" : \"", "\"type\" : \"x", "entities[0].type" },
    { "\"briefings\"", "\"end\" : 4", "\"end\" : 999999", "briefings[0].sections[0].items[0].end" },
    { "\"format\"", "\"version\" : 1", "\"version\" : 2", NULL },
  };
  g_autofree char *json = NULL;

  fill (t->library);
  json = export (t, t->library);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *wrong = replace (json, faults[i].behind, faults[i].from, faults[i].to);
      g_autoptr(GError) error = NULL;

      g_assert_null (read_json (wrong, &error));
      g_assert_cmpint (error->code, ==, faults[i].place != NULL ? JB_ERROR_FORMAT : JB_ERROR_NEWER);
      if (faults[i].place != NULL && strstr (error->message, faults[i].place) == NULL)
        g_error ("“%s” does not name %s", error->message, faults[i].place);
    }
}

/* A file whose ids are another article's, or another file's, does not change what is there. */
static void
test_foreign_ids (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GPtrArray) articles = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) tree = NULL;
  g_autofree char *json = NULL, *id = NULL, *other = NULL, *text = NULL, *now = NULL, *harmed = NULL, *before = NULL, *after = NULL;
  g_autoptr(JbArticle) same = NULL;
  g_auto(JbLibraryImport) result = { 0 }, refused = { 0 };

  fill (t->library);
  articles = load_articles (t->library);
  text = jb_article_dup_text (articles->pdata[0]);
  json = export (t, t->library);
  /* The first article under another id, with the blocks it has. */
  id = g_strdup_printf ("\"id\" : \"%s\"", ((JbArticle *) articles->pdata[0])->id);
  other = replace (json, "\"articles\"", id, "\"id\" : \"another-one\"");
  take_over (t->library, other, &result);
  g_assert_cmpuint (result.n_articles, ==, 1);
  same = jb_article_table_load (t->library, ((JbArticle *) articles->pdata[0])->id, &error);
  g_assert_no_error (error);
  now = jb_article_dup_text (same);
  g_assert_cmpstr (now, ==, text);
  assert_sound (t->library);

  before = jb_test_library_dump (t);
  harmed = replace (json, "\"sources\"", "\"text_length\" : ", "\"text_length\" : 9");
  tree = read_json (harmed, &error);
  g_assert_no_error (error);
  g_assert_false (jb_library_import_run (t->library, "x", tree, &refused, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
  after = jb_test_library_dump (t);
  g_assert_cmpstr (after, ==, before);
}

/* What the helper says is not believed. */
static void
test_harmed_helper (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GVariant) tree = g_variant_ref_sink (g_variant_new_parsed ("{'format': <'jianbao-library'>, 'version': <int64 1>,"
                                                                       " 'sources': <[<1>]>}"));
  g_autoptr(GError) error = NULL;
  g_autofree char *before = jb_test_library_dump (t), *after = NULL;
  g_auto(JbLibraryImport) result = { 0 };

  g_assert_false (jb_library_import_run (t->library, "x", tree, &result, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
  after = jb_test_library_dump (t);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(path, func) \
  g_test_add ("/library-import/" path, JbTestLibrary, NULL, jb_test_library_set_up, func, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-was-exported-comes-back-the-same", test_round_trip);
  ADD ("one-undo-takes-all-of-it-out", test_one_step);
  ADD ("what-is-there-is-left-alone", test_known);
  ADD ("names-that-are-there-are-not-doubled", test_names_are_linked);
  ADD ("names-of-single-articles-come-along", test_some_articles);
  ADD ("originals-may-come-later", test_originals);
  ADD ("wrong-files-are-refused-with-the-place", test_wrong_files);
  ADD ("foreign-ids-change-nothing", test_foreign_ids);
  ADD ("a-harmed-helper-does-no-harm", test_harmed_helper);
  return g_test_run ();
}
