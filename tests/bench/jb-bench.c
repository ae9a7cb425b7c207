/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-bench.h"

#include "jb-resource.h"

#include <stdlib.h>
#include <time.h>

#define SEED 20230718

/* As many different characters as lists of real names hold; a small alphabet flatters every matcher. */
#define ALPHABET 5500
#define FIRST_HAN 0x4e00

/* One name of so many is a piece of the texts. */
#define STANDING 200

GPtrArray *
jb_bench_load_texts (int argc, char **argv)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) samples = argc < 2 ? jb_resource_list ("samples") : NULL;

  for (guint i = 0; samples != NULL && samples[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("samples/", samples[i], NULL);
      g_autoptr(GBytes) bytes = jb_resource_load (path);

      g_ptr_array_add (texts, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
  for (int i = 1; i < argc; i++)
    {
      g_autoptr(GError) error = NULL;
      char *text = NULL;

      if (!g_file_get_contents (argv[i], &text, NULL, &error) || !g_utf8_validate (text, -1, NULL))
        {
          g_printerr ("%s: %s\n", argv[i], error != NULL ? error->message : "no UTF-8");
          exit (1);
        }
      g_ptr_array_add (texts, text);
    }
  return texts;
}

gsize
jb_bench_count_chars (GPtrArray *texts)
{
  gsize n = 0;

  for (guint i = 0; i < texts->len; i++)
    n += (gsize) g_utf8_strlen (g_ptr_array_index (texts, i), -1);
  return n;
}

/* Mostly three and four characters, as streets and people are. */
static guint
draw_length (GRand *rand)
{
  static const guint lengths[] = { 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 8 };

  return lengths[g_rand_int_range (rand, 0, G_N_ELEMENTS (lengths))];
}

/* Common characters are far commoner than rare ones. */
static gunichar
draw_char (GRand *rand)
{
  double x = g_rand_double (rand);

  return FIRST_HAN + (gunichar) (x * x * ALPHABET);
}

static char *
draw_name (GRand *rand)
{
  gunichar chars[8];
  guint length = draw_length (rand);

  for (guint i = 0; i < length; i++)
    chars[i] = draw_char (rand);
  return g_ucs4_to_utf8 (chars, length, NULL, NULL, NULL);
}

/* Returns: (transfer full) (nullable): a piece of a text; NULL where it is no run of Han */
static char *
draw_piece (GRand *rand, const JbChars *text)
{
  guint length = draw_length (rand), start;

  if (text->length < length)
    return NULL;
  start = (guint) g_rand_int_range (rand, 0, (gint32) (text->length - length + 1));
  for (guint i = start; i < start + length; i++)
    if (!jb_char_is_han (text->chars[i]))
      return NULL;
  return jb_chars_to_utf8 (text, start, start + length);
}

JbLexicon *
jb_bench_new_lexicon (GPtrArray *texts, gsize n_names)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) names = g_array_sized_new (FALSE, FALSE, sizeof (JbLexiconName), (guint) n_names);
  g_autoptr(GPtrArray) chars = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_chars_free);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (chars, jb_chars_new (g_ptr_array_index (texts, i), -1));
  while (names->len < n_names)
    {
      const JbChars *text = g_ptr_array_index (chars, g_rand_int_range (rand, 0, (gint32) chars->len));
      char *name = names->len % STANDING == 0 ? draw_piece (rand, text) : NULL;
      JbLexiconName entry = { .type = names->len % JB_N_ENTITY_TYPES };

      if (name == NULL)
        name = draw_name (rand);
      entry.name = name;
      if (g_hash_table_add (seen, name))
        g_array_append_val (names, entry);
    }
  return jb_lexicon_new ((const JbLexiconName *) (gpointer) names->data, names->len);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

double
jb_bench_measure (JbBenchFunc func, gpointer data, guint n_runs)
{
  g_autofree double *seconds = g_new (double, n_runs);

  func (data);
  for (guint i = 0; i < n_runs; i++)
    {
      clock_t start = clock ();

      func (data);
      seconds[i] = (double) (clock () - start) / CLOCKS_PER_SEC;
    }
  qsort (seconds, n_runs, sizeof *seconds, compare_doubles);
  return seconds[n_runs / 2];
}
