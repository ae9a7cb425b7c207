/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lexicon: how long it takes to build, what it occupies, and how fast names are found in a text. One core. */
#include "jb-bench.h"

#include <string.h>

#define N_RUNS 7

/* The texts are repeated up to so many characters. */
#define N_CHARS 2000000

typedef struct
{
  JbLexiconName *names;    /* owned; the names are those of the first lexicon */
  gsize          n_names;
  JbLexicon     *lexicon;  /* owned, the one that was built last */
  JbChars       *text;     /* owned */
  guint          n_hits;
} Bench;

static void
build (gpointer data)
{
  Bench *bench = data;

  g_clear_pointer (&bench->lexicon, jb_lexicon_unref);
  bench->lexicon = jb_lexicon_new (bench->names, bench->n_names);
}

static void
find (gpointer data)
{
  Bench *bench = data;
  g_autoptr(GArray) hits = jb_lexicon_find (bench->lexicon, bench->text);

  bench->n_hits = hits->len;
}

static JbChars *
repeat (GPtrArray *texts, gsize *n_bytes)
{
  g_autoptr(GString) whole = g_string_new (NULL);
  gsize n_chars = jb_bench_count_chars (texts);

  for (gsize n = 0; n < N_CHARS; n += n_chars)
    for (guint i = 0; i < texts->len; i++)
      g_string_append (whole, g_ptr_array_index (texts, i));
  *n_bytes = whole->len;
  return jb_chars_new (whole->str, (gssize) whole->len);
}

static void
run (GPtrArray *texts, gsize n_names)
{
  g_autoptr(JbLexicon) first = jb_bench_new_lexicon (texts, n_names);
  Bench bench = { g_new (JbLexiconName, n_names), n_names, NULL, NULL, 0 };
  gsize n_bytes;
  double build_seconds, find_seconds;

  for (gsize i = 0; i < n_names; i++)
    bench.names[i] = *jb_lexicon_get_name (first, (guint) i);
  bench.text = repeat (texts, &n_bytes);
  build_seconds = jb_bench_measure (build, &bench, 3);
  find_seconds = jb_bench_measure (find, &bench, N_RUNS);
  g_print ("%9" G_GSIZE_FORMAT " names: built in %6.1f ms, %5.1f MB; %6.1f MB/s, %5.1f M characters/s, %u hits\n", n_names,
           build_seconds * 1000, (double) jb_lexicon_get_size (bench.lexicon) / 1e6, (double) n_bytes / find_seconds / 1e6,
           (double) bench.text->length / find_seconds / 1e6, bench.n_hits);
  jb_lexicon_unref (bench.lexicon);
  jb_chars_free (bench.text);
  g_free (bench.names);
}

int
main (int argc, char **argv)
{
  g_autoptr(GPtrArray) texts = jb_bench_load_texts (argc, argv);

  for (gsize n = 5000; n <= 500000; n *= 10)
    run (texts, n);
  return 0;
}
