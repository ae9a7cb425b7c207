/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-words.h"

#include <string.h>

#include "jb-resource.h"

/* Most characters begin no word of a list: a bit for each, by its low bits, tells so without a look into the table. */
#define FILTER_BITS 4096

/* Lists that are found by the address of their path, without a lock. */
#define N_RECENT 128

typedef struct
{
  const char    *path;
  const JbWords *words;
} Recent;

struct _JbWords
{
  guint32     first[FILTER_BITS / 32], last[FILTER_BITS / 32];
  GHashTable *by_first;  /* owned: first character -> GPtrArray of JbWord, longest first */
  GHashTable *by_last;   /* owned: last character -> the same words */
};

static void
jb_word_free (gpointer data)
{
  JbWord *word = data;

  jb_chars_free (word->word);
  g_free (word->note);
  g_free (word);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const JbWord *one = *(const JbWord *const *) a, *other = *(const JbWord *const *) b;

  return (int) other->word->length - (int) one->word->length;
}

static void
add (GHashTable *table, gunichar key, JbWord *word, GDestroyNotify free_word)
{
  GPtrArray *words = g_hash_table_lookup (table, GUINT_TO_POINTER (key));

  if (words == NULL)
    {
      words = g_ptr_array_new_with_free_func (free_word);
      g_hash_table_insert (table, GUINT_TO_POINTER (key), words);
    }
  g_ptr_array_add (words, word);
}

static void
set_bit (guint32 *filter, gunichar c)
{
  filter[c % FILTER_BITS / 32] |= 1u << c % 32;
}

static gboolean
has_bit (const guint32 *filter, gunichar c)
{
  return (filter[c % FILTER_BITS / 32] >> c % 32 & 1) != 0;
}

static void
sort_words (GHashTable *table)
{
  GHashTableIter iter;
  gpointer words;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &words))
    g_ptr_array_sort (words, compare_lengths);
}

static JbWords *
load (const char *path)
{
  JbWords *self = g_new0 (JbWords, 1);
  g_auto(GStrv) lines = jb_resource_load_lines (path);

  self->by_first = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->by_last = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize n = strcspn (lines[i], " \t");
      JbWord *word = g_new (JbWord, 1);

      word->word = jb_chars_new (lines[i], (gssize) n);
      word->note = g_strdup (lines[i] + n + strspn (lines[i] + n, " \t"));
      set_bit (self->first, word->word->chars[0]);
      set_bit (self->last, word->word->chars[word->word->length - 1]);
      add (self->by_first, word->word->chars[0], word, jb_word_free);
      add (self->by_last, word->word->chars[word->word->length - 1], word, NULL);
    }
  sort_words (self->by_first);
  sort_words (self->by_last);
  return self;
}

static const JbWords *
get_locked (const char *path)
{
  static GMutex mutex;
  static GHashTable *lists;  /* of path -> JbWords, kept until the program ends */
  JbWords *self;

  g_mutex_lock (&mutex);
  if (lists == NULL)
    lists = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (lists, path);
  if (self == NULL)
    {
      self = load (path);
      g_hash_table_insert (lists, (gpointer) path, self);
    }
  g_mutex_unlock (&mutex);
  return self;
}

const JbWords *
jb_words_get (const char *path)
{
  static Recent *recent[N_RECENT];  /* owned, each written once */
  Recent **slot = &recent[g_direct_hash (path) % N_RECENT];
  Recent *known = g_atomic_pointer_get (slot);

  if (known != NULL && known->path == path)
    return known->words;
  if (known != NULL)
    return get_locked (path);
  known = g_new (Recent, 1);
  *known = (Recent) { path, get_locked (path) };
  if (!g_atomic_pointer_compare_and_exchange (slot, NULL, known))
    {
      const JbWords *words = known->words;

      g_free (known);
      return words;
    }
  return known->words;
}

static const JbWord *
find (const GPtrArray *words, const JbChars *text, guint start, guint end, gboolean back)
{
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const JbWord *word = g_ptr_array_index (words, i);
      guint n = word->word->length;

      if (n <= end - start &&
          memcmp (text->chars + (back ? end - n : start), word->word->chars, n * sizeof (gunichar)) == 0)
        return word;
    }
  return NULL;
}

const JbWord *
jb_words_match (const JbWords *self, const JbChars *text, guint start, guint end)
{
  if (start >= end || !has_bit (self->first, text->chars[start]))
    return NULL;
  return find (g_hash_table_lookup (self->by_first, GUINT_TO_POINTER (text->chars[start])), text, start, end, FALSE);
}

const JbWord *
jb_words_match_back (const JbWords *self, const JbChars *text, guint start, guint end)
{
  if (start >= end || !has_bit (self->last, text->chars[end - 1]))
    return NULL;
  return find (g_hash_table_lookup (self->by_last, GUINT_TO_POINTER (text->chars[end - 1])), text, start, end, TRUE);
}
