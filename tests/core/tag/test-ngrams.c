/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-ngrams.h"

#include <math.h>
#include <string.h>

/* A text of few different characters, so that much is repeated; the same for the same seed. */
static char *
new_text (guint length, guint seed)
{
  static const char *const characters[] = { "山", "水", "林", "田", "湖", "，" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append (text, characters[g_rand_int_range (rand, 0, G_N_ELEMENTS (characters))]);
  return g_string_free (text, FALSE);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at = g_utf8_next_char (at))
    n++;
  return n;
}

#define N_TEXTS 6

static void
test_counts (void)
{
  g_autoptr(JbNgrams) ngrams = jb_ngrams_new ();
  g_autoptr(GArray) found = NULL;
  g_autofree char *texts[N_TEXTS + 1] = { NULL };
  guint n_pairs = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr(JbChars) chars = NULL;

      texts[i] = new_text (80, i);
      chars = jb_chars_new (texts[i], -1);
      jb_ngrams_add (ngrams, i / 2, chars, NULL);
    }
  found = jb_ngrams_find (ngrams, 2, 1, 0, -100);
  for (guint i = 0; i < found->len; i++)
    {
      const JbNgram *ngram = &g_array_index (found, JbNgram, i);
      g_autofree char *text = jb_ngrams_dup_text (ngrams, ngram);
      guint n_times = 0, n_documents = 0;

      n_pairs += ngram->length == 2;
      g_assert_null (strstr (text, "，"));
      for (guint k = 0; k < N_TEXTS; k += 2)
        {
          guint here = count (texts[k], text) + count (texts[k + 1], text);

          n_times += here;
          n_documents += here > 0;
        }
      g_assert_cmpuint (ngram->n_times, ==, n_times);
      g_assert_cmpuint (ngram->n_documents, ==, n_documents);
    }
  g_assert_cmpuint (n_pairs, ==, 25);
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&texts[i], g_free);
}

/* Returns: the one string of that text */
static JbNgram
find (JbNgrams *ngrams, const char *text)
{
  g_autoptr(GArray) found = jb_ngrams_find (ngrams, 2, 1, 0, -100);

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *other = jb_ngrams_dup_text (ngrams, &g_array_index (found, JbNgram, i));

      if (strcmp (text, other) == 0)
        return g_array_index (found, JbNgram, i);
    }
  g_error ("“%s” is not among the strings", text);
}

static void
test_freedom (void)
{
  g_autoptr(JbNgrams) ngrams = jb_ngrams_new ();
  g_autoptr(JbChars) text = jb_chars_new ("东山水，西山水，南山水田，南山水田。", -1);
  JbNgram ngram;

  jb_ngrams_add (ngrams, 0, text, NULL);
  ngram = find (ngrams, "山水");
  g_assert_cmpuint (ngram.n_times, ==, 4);
  g_assert_cmpuint (ngram.place, ==, 1);
  /* 东, 西 and twice 南; two marks and twice 田 */
  g_assert_cmpfloat (fabs (ngram.left - 1.5), <, 0.001);
  g_assert_cmpfloat (fabs (ngram.right - 1.5), <, 0.001);
  g_assert_cmpfloat (ngram.cohesion, >, 0);
}

static void
test_flags (void)
{
  g_autoptr(JbNgrams) ngrams = jb_ngrams_new ();
  g_autoptr(JbChars) text = jb_chars_new ("山水田，山水田，山水林", -1);
  guint8 flags[11] = { 0 };
  JbNgram ngram;

  flags[0] = flags[1] = JB_NGRAM_PLAIN;
  flags[2] = JB_NGRAM_PLAIN | JB_NGRAM_TEARS;
  flags[8] = JB_NGRAM_MASKED;
  jb_ngrams_add (ngrams, 0, text, flags);
  ngram = find (ngrams, "山水");
  g_assert_cmpuint (ngram.n_times, ==, 2);
  g_assert_cmpuint (ngram.n_torn, ==, 1);
  g_assert_cmpuint (ngram.n_plain, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr(JbNgrams) ngrams = jb_ngrams_new ();
  g_autoptr(GArray) found = jb_ngrams_find (ngrams, 2, 1, 0, 0);

  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ngrams/every-string-is-counted", test_counts);
  g_test_add_func ("/ngrams/neighbours-make-freedom", test_freedom);
  g_test_add_func ("/ngrams/what-is-marked-is-counted-apart", test_flags);
  g_test_add_func ("/ngrams/no-text-no-strings", test_empty);
  return g_test_run ();
}
