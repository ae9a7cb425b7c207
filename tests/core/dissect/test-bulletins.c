/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bulletins outside the project, with what people found in them: floors for the dissecter. Skipped where
 * JB_SHARED_DIR does not lead to them. */
#include "jb-page.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "dissect-dump.h"

typedef struct
{
  guint n_wanted, n_found, n_given, n_right;
} Tally;

typedef struct
{
  Tally    headings, captions, titles;
  guint    n_joins, n_joined, n_false_joins, n_unplaced;
  gboolean is_right;   /* masthead, bylines, kicker, statement */
} Totals;

/* Without blanks, and with one width of punctuation. */
static char *
normalise (const char *text)
{
  static const gunichar wide[] = U"，：！？；（）", narrow[] = U",:!?;()";
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      for (guint i = 0; wide[i] != 0; i++)
        if (c == wide[i])
          c = narrow[i];
      if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

static gboolean
same (const char *a, const char *b)
{
  g_autofree char *first = normalise (a);
  g_autofree char *second = normalise (b);

  return g_str_equal (first, second);
}

static GPtrArray *
collect_blocks (const JbPage *page)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < page->articles->len; i++)
    {
      JbArticle *article = g_ptr_array_index (page->articles, i);

      for (guint b = 0; b < article->blocks->len; b++)
        g_ptr_array_add (blocks, g_ptr_array_index (article->blocks, b));
    }
  return blocks;
}

static void
tally_kind (Tally *tally, JsonObject *gold, const char *member, const GPtrArray *blocks, JbBlockKind kind)
{
  JsonArray *wanted = json_object_get_array_member (gold, member);

  tally->n_wanted += json_array_get_length (wanted);
  for (guint i = 0; i < blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != kind)
        continue;
      tally->n_given++;
      for (guint w = 0; w < json_array_get_length (wanted); w++)
        if (same (block->text, json_array_get_string_element (wanted, w)))
          {
            tally->n_right++;
            tally->n_found++;
            break;
          }
    }
}

static double
get_f1 (const Tally *tally)
{
  double precision = tally->n_given > 0 ? (double) tally->n_right / tally->n_given : 1;
  double recall = tally->n_wanted > 0 ? (double) tally->n_found / tally->n_wanted : 1;

  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

static gboolean
is_break (JsonArray *spans, guint start)
{
  for (guint i = 0; i < json_array_get_length (spans); i++)
    if (json_array_get_int_element (json_array_get_array_element (spans, i), 1) == start)
      return TRUE;
  return FALSE;
}

static void
tally_joins (Totals *totals, JsonObject *gold, const GPtrArray *blocks)
{
  JsonArray *joins = json_object_get_array_member (gold, "joins");
  JsonArray *spans = json_object_get_array_member (gold, "join_spans");

  for (guint i = 0; i < json_array_get_length (joins); i++)
    {
      JsonArray *join = json_array_get_array_element (joins, i), *span = json_array_get_array_element (spans, i);
      g_autofree char *both = g_strconcat (json_array_get_string_element (join, 0),
                                           json_array_get_string_element (join, 1), NULL);
      g_autofree char *wanted = normalise (both);
      gboolean found = FALSE;

      for (guint b = 0; b < blocks->len && !found; b++)
        {
          g_autofree char *text = normalise (((const JbBlock *) g_ptr_array_index (blocks, b))->text);

          found = strstr (text, wanted) != NULL;
        }
      totals->n_joins++;
      totals->n_joined += found;
      /* The words stand in one line somewhere as well, and the span was taken from there. */
      totals->n_unplaced += json_array_get_int_element (span, 0) == json_array_get_int_element (span, 1);
    }
  for (guint b = 0; b < blocks->len; b++)
    {
      const JbBlock *block = g_ptr_array_index (blocks, b);
      g_autoptr(GArray) pieces = jb_span_map_to_source (block->map, 0, block->length);

      for (guint i = 1; jb_block_kind_is_body (block->kind) && i < pieces->len; i++)
        totals->n_false_joins += !is_break (spans, g_array_index (pieces, JbSpan, i).start);
    }
}

static void
tally_titles (Totals *totals, JsonObject *gold, const JbPage *page)
{
  g_autoptr(JsonArray) single = json_array_new ();
  JsonArray *titles = single;

  json_array_add_string_element (single, json_object_get_string_member (gold, "title"));
  if (json_object_has_member (gold, "articles"))
    titles = json_object_get_array_member (gold, "articles");
  totals->titles.n_wanted += json_array_get_length (titles);
  totals->titles.n_given += page->articles->len;
  for (guint t = 0; t < json_array_get_length (titles); t++)
    for (guint i = 0; i < page->articles->len; i++)
      {
        const JbArticle *article = g_ptr_array_index (page->articles, i);

        if (!same (article->title, json_array_get_string_element (titles, t)))
          continue;
        totals->titles.n_found++;
        totals->titles.n_right++;
        break;
      }
}

static guint
count_names (const JbPage *page, gboolean correspondents, JsonArray *wanted, guint *n_given)
{
  guint n = 0;

  for (guint i = 0; i < page->articles->len; i++)
    {
      JbArticle *article = g_ptr_array_index (page->articles, i);
      GStrv names = correspondents ? article->correspondents : article->reporters;

      *n_given += g_strv_length (names);
      for (guint w = 0; w < json_array_get_length (wanted); w++)
        n += g_strv_contains ((const char *const *) names, json_array_get_string_element (wanted, w));
    }
  return n;
}

static void
check_names (Totals *totals, JsonObject *gold, const JbPage *page)
{
  for (guint i = 0; i < 2; i++)
    {
      JsonArray *wanted = json_object_get_array_member (gold, i == 0 ? "reporters" : "correspondents");
      guint n_given = 0;
      guint n = count_names (page, i == 1, wanted, &n_given);

      if (n != json_array_get_length (wanted) || n_given != n)
        totals->is_right = FALSE;
    }
}

static void
check_masthead (Totals *totals, JsonObject *gold, const JbPage *page)
{
  const JbMasthead *masthead = page->masthead;
  JsonObject *wanted;

  if (!json_object_has_member (gold, "masthead"))
    {
      g_assert_null (masthead);
      return;
    }
  wanted = json_object_get_object_member (gold, "masthead");
  g_assert_nonnull (masthead);
  g_assert_cmpstr (masthead->name, ==, json_object_get_string_member (wanted, "name"));
  g_assert_cmpstr (masthead->issue, ==, json_object_get_string_member (wanted, "issue"));
  g_assert_cmpstr (masthead->date, ==, json_object_get_string_member (wanted, "date"));
  g_assert_cmpstr (masthead->weekday, ==, json_object_get_string_member (wanted, "weekday"));
  g_assert_cmpstr (masthead->lunar, ==, json_object_get_string_member (wanted, "lunar"));
  g_assert_cmpstr (masthead->pages, ==, json_object_get_string_member (wanted, "pages"));
  g_assert_cmpstr (masthead->publisher, ==, json_object_get_string_member (wanted, "publisher"));
}

static void
check_statement (JsonObject *gold, const JbPage *page)
{
  JbArticle *article = g_ptr_array_index (page->articles, 0);
  JsonObject *wanted;
  JbStatement *statement;

  if (!json_object_has_member (gold, "statement"))
    return;
  wanted = json_object_get_object_member (gold, "statement");
  g_assert_cmpuint (article->statements->len, ==, 1);
  statement = g_ptr_array_index (article->statements, 0);
  g_assert_cmpstr (statement->name, ==, json_object_get_string_member (wanted, "name"));
  g_assert_cmpstr (statement->post, ==, json_object_get_string_member (wanted, "post"));
  g_assert_true (g_str_has_prefix (statement->text, json_object_get_string_member (wanted, "starts")));
}

static void
look_at (Totals *totals, const char *folder, const char *name)
{
  g_autofree char *gold_path = g_build_filename (folder, "gold", name, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr(JbPage) page = NULL;
  g_autoptr(GPtrArray) blocks = NULL;
  JsonObject *gold;

  json_parser_load_from_file (parser, gold_path, &error);
  g_assert_no_error (error);
  gold = json_node_get_object (json_parser_get_root (parser));
  path = g_build_filename (folder, "bulletins", json_object_get_string_member (gold, "seed"), NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  page = jb_page_dissect (text);
  dissect_check_maps (page, text);
  blocks = collect_blocks (page);
  tally_kind (&totals->headings, gold, "headings", blocks, JB_BLOCK_KIND_HEADING);
  tally_kind (&totals->captions, gold, "captions", blocks, JB_BLOCK_KIND_CAPTION);
  tally_joins (totals, gold, blocks);
  tally_titles (totals, gold, page);
  check_names (totals, gold, page);
  check_masthead (totals, gold, page);
  check_statement (gold, page);
}

static void
test_floors (void)
{
  const char *folder = g_getenv ("JB_SHARED_DIR");
  g_autofree char *gold = folder != NULL ? g_build_filename (folder, "gold", NULL) : NULL;
  g_autoptr(GDir) dir = gold != NULL ? g_dir_open (gold, 0, NULL) : NULL;
  Totals totals = { .is_right = TRUE };
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("no bulletins here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      look_at (&totals, folder, name);

  g_test_message ("joins %u of %u, false %u; headings %.3f; captions %.3f; titles %u of %u",
                  totals.n_joined, totals.n_joins, totals.n_false_joins, get_f1 (&totals.headings),
                  get_f1 (&totals.captions), totals.titles.n_found, totals.titles.n_wanted);
  g_assert_cmpuint (totals.n_joined, ==, totals.n_joins);
  g_assert_cmpuint (totals.n_false_joins, <=, totals.n_unplaced);
  g_assert_cmpfloat (get_f1 (&totals.headings), >=, 0.95);
  g_assert_cmpfloat (get_f1 (&totals.captions), >=, 0.95);
  g_assert_cmpuint (totals.titles.n_found, ==, totals.titles.n_wanted);
  g_assert_cmpuint (totals.titles.n_given, ==, totals.titles.n_wanted);
  g_assert_true (totals.is_right);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bulletins/what-people-found-is-found", test_floors);
  return g_test_run ();
}
