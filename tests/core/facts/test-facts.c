/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each folder of tests/data/facts holds an input.txt. Beside it may stand names.txt, the names that are tagged in it, and what is
 * to be found, one line each, in
 *
 *   owners.txt       figure | whose it is
 *   commitments.txt  text | what | value unit | due | last day due | whose it is
 *   statements.txt   kind | speaker | post | what was said, with / between paragraphs */
#include "article-from-text.h"
#include "jb-facts.h"
#include "jb-model-enums.h"

static char *
write_owners (const JbArticle *article)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < article->figures->len; i++)
    {
      const JbFigure *figure = g_ptr_array_index (article->figures, i);

      g_string_append_printf (lines, "%s | %s\n", figure->text, figure->entity_name);
    }
  return g_string_free (lines, FALSE);
}

static char *
write_commitments (const JbArticle *article)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < article->commitments->len; i++)
    {
      const JbCommitment *commitment = g_ptr_array_index (article->commitments, i);
      g_autofree char *slice = jb_article_dup_slice (article, commitment->start, commitment->end);

      g_assert_cmpstr (slice, ==, commitment->text);
      g_string_append_printf (lines, "%s | %s | ", commitment->text, commitment->what);
      if (commitment->has_quantity)
        g_string_append_printf (lines, "%.12g %s | ", commitment->value, commitment->unit);
      else
        g_string_append (lines, "- | ");
      g_string_append_printf (lines, "%s | %s | %s\n", commitment->due != NULL ? commitment->due : "-",
                              commitment->due_end != NULL ? commitment->due_end : "-", commitment->entity_name);
    }
  return g_string_free (lines, FALSE);
}

static char *
write_statements (const JbArticle *article)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < article->statements->len; i++)
    {
      const JbStatement *statement = g_ptr_array_index (article->statements, i);
      g_autofree char *slice = jb_article_dup_slice (article, statement->start, statement->end);

      g_assert_cmpstr (slice, ==, statement->text);
      g_strdelimit (slice, "\n", '/');
      g_string_append_printf (lines, "%s | %s | %s | %s\n", jb_enum_to_nick (JB_TYPE_STATEMENT_KIND, statement->kind),
                              statement->name, statement->post, slice);
    }
  return g_string_free (lines, FALSE);
}

static const struct
{
  const char *file;
  char *(*write) (const JbArticle *article);
} outputs[] = {
  { "owners.txt", write_owners }, { "commitments.txt", write_commitments }, { "statements.txt", write_statements },
};

/* Returns: NULL where there is no such file */
static char *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
test_case (gconstpointer data)
{
  const char *folder = data;
  g_autofree char *input = load (folder, "input.txt"), *names = load (folder, "names.txt");
  g_autoptr(JbArticle) article = article_from_text (input);

  if (names != NULL)
    tag_names (article, names);
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autofree char *expected = load (folder, outputs[i].file), *found = NULL;

      if (expected == NULL)
        continue;
      jb_facts_find (article);  /* each time anew: what was found before must not stay */
      found = outputs[i].write (article);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
test_boxes_stay (void)
{
  g_autoptr(JbArticle) article = article_from_text ("陆景川说，要抓紧。");

  tag_names (article, "leader 陆景川");
  g_ptr_array_add (article->statements, jb_statement_new ("沈若谷", "区长", "要抓紧。", 0));
  jb_facts_find (article);
  jb_facts_find (article);
  g_assert_cmpuint (article->statements->len, ==, 2);
  g_assert_cmpint (JB_STATEMENT (g_ptr_array_index (article->statements, 0))->kind, ==, JB_STATEMENT_KIND_BOX);
  g_assert_cmpstr (JB_STATEMENT (g_ptr_array_index (article->statements, 0))->text, ==, "要抓紧。");
}

/* Every prefix and every end of a text that holds every form must be read without a fault. */
static void
test_any_text (void)
{
  static const char text[] = "日前，区委书记陆景川说：“年底前完成3件。”他强调，“要抓紧\n“到年底，新增5个；国庆前”，沈若谷表示，2024年春节前开园\n她说。";

  for (const char *end = text; *end != '\0'; end = g_utf8_next_char (end))
    {
      g_autofree char *prefix = g_strndup (text, (gsize) (end - text));
      g_autoptr(JbArticle) from_start = article_from_text (prefix), to_end = article_from_text (end);

      tag_names (from_start, "leader 陆景川\nleader 沈若谷");
      tag_names (to_end, "leader 陆景川\nleader 沈若谷");
      jb_facts_find (from_start);
      jb_facts_find (to_end);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/boxes-stay-beside-what-is-computed", test_boxes_stay);
  g_test_add_func ("/facts/any-text-can-be-read", test_any_text);
  add_fact_cases ("/facts/case", test_case);
  return g_test_run ();
}
