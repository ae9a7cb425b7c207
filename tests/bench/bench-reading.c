/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading bulletins: cutting them into articles, tagging the names, finding the facts. One core; characters a second with so many
 * names in the lexicon, and how the time grows with the text. */
#include "jb-bench.h"

#include "jb-facts.h"
#include "jb-page.h"
#include "jb-tagger.h"

#define N_RUNS 7

typedef struct
{
  GPtrArray *texts;     /* lent */
  JbTagger  *tagger;    /* owned */
  gsize      n_names;   /* tagged, by the last run */
  gsize      n_figures;
  gboolean   tags, facts;
} Bench;

static void
read_texts (gpointer data)
{
  Bench *bench = data;

  bench->n_names = bench->n_figures = 0;
  for (guint i = 0; i < bench->texts->len; i++)
    {
      g_autoptr(JbPage) page = jb_page_dissect (g_ptr_array_index (bench->texts, i));

      if (bench->tags)
        jb_tagger_tag (bench->tagger, page->masthead, page->articles);
      for (guint a = 0; a < page->articles->len; a++)
        {
          JbArticle *article = g_ptr_array_index (page->articles, a);

          if (bench->facts)
            jb_facts_find (article);
          bench->n_names += article->mentions->len;
          bench->n_figures += article->figures->len;
        }
    }
}

static void
run_names (GPtrArray *texts, gsize n_names)
{
  g_autoptr(JbLexicon) lexicon = n_names > 0 ? jb_bench_new_lexicon (texts, n_names) : NULL;
  g_autoptr(JbTagger) tagger = jb_tagger_new (lexicon, NULL);
  Bench bench = { .texts = texts, .tagger = tagger };
  double n_chars = (double) jb_bench_count_chars (texts), dissect, tag, all;

  dissect = jb_bench_measure (read_texts, &bench, N_RUNS);
  bench.tags = TRUE;
  tag = jb_bench_measure (read_texts, &bench, N_RUNS);
  bench.facts = TRUE;
  all = jb_bench_measure (read_texts, &bench, N_RUNS);
  g_print ("%9" G_GSIZE_FORMAT " names: %7.0f characters/s (%.1f ms: cut %.1f, tagged %.1f, facts %.1f); %" G_GSIZE_FORMAT
           " names, %" G_GSIZE_FORMAT " figures\n", n_names, n_chars / all, all * 1000, dissect * 1000, (tag - dissect) * 1000,
           (all - tag) * 1000, bench.n_names, bench.n_figures);
}

/* One bulletin of all the texts, and then of that so many times. */
static void
run_growth (GPtrArray *texts)
{
  g_autoptr(JbTagger) tagger = jb_tagger_new (NULL, NULL);
  double first = 0;

  for (guint times = 1; times <= 8; times *= 2)
    {
      g_autoptr(GPtrArray) longer = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GString) text = g_string_new (NULL);
      Bench bench = { .texts = longer, .tagger = tagger, .tags = TRUE, .facts = TRUE };
      double seconds;

      for (guint n = 0; n < times; n++)
        for (guint i = 0; i < texts->len; i++)
          g_string_append_printf (text, "%s\n\n", (char *) g_ptr_array_index (texts, i));
      g_ptr_array_add (longer, g_strdup (text->str));
      seconds = jb_bench_measure (read_texts, &bench, N_RUNS);
      if (times == 1)
        first = seconds;
      g_print ("text x%u: %7" G_GSIZE_FORMAT " characters, %7.1f ms, %.2f times the first\n", times, jb_bench_count_chars (longer),
               seconds * 1000, seconds / first);
    }
}

int
main (int argc, char **argv)
{
  static const gsize sizes[] = { 0, 50000, 500000 };
  g_autoptr(GPtrArray) texts = jb_bench_load_texts (argc, argv);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    run_names (texts, sizes[i]);
  run_growth (texts);
  return 0;
}
