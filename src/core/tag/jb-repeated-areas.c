/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-repeated-areas.h"

#include <string.h>

#define LEAST_COUNT 3
#define LEAST_NEIGHBOURS 3
#define LEAST_EVIDENCE 2
#define MAX_NEIGHBOURS 8

typedef struct
{
  gunichar chars[2];
  guint    count;
  guint    evidence;
  guint    order;
  gunichar left[MAX_NEIGHBOURS], right[MAX_NEIGHBOURS];  /* different ones, 0-terminated unless full */
} Pair;

static void
add_neighbour (gunichar *neighbours, gunichar c)
{
  for (guint i = 0; i < MAX_NEIGHBOURS; i++)
    {
      if (neighbours[i] == c)
        return;
      if (neighbours[i] == 0)
        {
          neighbours[i] = c;
          return;
        }
    }
}

static guint
count_neighbours (const gunichar *neighbours)
{
  guint n = 0;

  while (n < MAX_NEIGHBOURS && neighbours[n] != 0)
    n++;
  return n;
}

static gboolean
is_evidence (const JbScan *scan, guint start, guint end)
{
  if (scan->begins[end] & JB_WORD_BIT (JB_WORD_AREA_EVIDENCE))
    return TRUE;
  return start > 0 && scan->text->chars[start - 1] == 0x65b0; /* 新 */
}

static guint
get_count (GHashTable *counts, gunichar c)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (c)));
}

static GHashTable *
count_chars (GPtrArray *scans)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint u = 0; u < scans->len; u++)
    {
      const JbScan *scan = g_ptr_array_index (scans, u);

      for (guint i = 0; i < scan->text->length; i++)
        if (jb_char_is_han (scan->text->chars[i]))
          {
            gpointer key = GUINT_TO_POINTER (scan->text->chars[i]);

            g_hash_table_insert (counts, key, GUINT_TO_POINTER (get_count (counts, scan->text->chars[i]) + 1));
          }
    }
  return counts;
}

static void
add_pair (GHashTable *pairs, const JbScan *scan, guint i)
{
  const gunichar *chars = scan->text->chars;
  gint64 key = (gint64) chars[i] << 32 | chars[i + 1];
  Pair *pair = g_hash_table_lookup (pairs, &key);

  if (pair == NULL)
    {
      pair = g_new0 (Pair, 1);
      pair->chars[0] = chars[i];
      pair->chars[1] = chars[i + 1];
      pair->order = g_hash_table_size (pairs);
      g_hash_table_insert (pairs, g_memdup2 (&key, sizeof key), pair);
    }
  pair->count++;
  pair->evidence += is_evidence (scan, i, i + 2);
  add_neighbour (pair->left, i > 0 ? chars[i - 1] : '^');
  add_neighbour (pair->right, i + 2 < scan->text->length ? chars[i + 2] : '$');
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const Pair *x = *(const Pair *const *) a, *y = *(const Pair *const *) b;

  return x->order < y->order ? -1 : x->order > y->order;
}

GPtrArray *
jb_repeated_areas_find (GPtrArray *scans)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) counts = count_chars (scans);
  g_autoptr(GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  for (guint u = 0; u < scans->len; u++)
    {
      const JbScan *scan = g_ptr_array_index (scans, u);

      for (guint i = 0; i + 1 < scan->text->length; i++)
        {
          guint first = get_count (counts, scan->text->chars[i]), second = get_count (counts, scan->text->chars[i + 1]);

          /* the characters must come about equally often, and belong to no other word here */
          if (first < LEAST_COUNT || second < LEAST_COUNT || first * 4 > second * 5 || second * 4 > first * 5 ||
              scan->common[i] >= 2 || scan->common[i + 1] >= 2 || (i > 0 && scan->common[i - 1] >= 2))
            continue;
          add_pair (pairs, scan, i);
        }
    }
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Pair *pair = value;
      guint most = MAX (get_count (counts, pair->chars[0]), get_count (counts, pair->chars[1]));

      if (pair->count >= LEAST_COUNT && pair->count * 5 >= most * 4 && pair->evidence >= LEAST_EVIDENCE &&
          count_neighbours (pair->left) >= LEAST_NEIGHBOURS && count_neighbours (pair->right) >= LEAST_NEIGHBOURS)
        g_ptr_array_add (found, value);
    }
  g_ptr_array_sort (found, compare_order);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (words, g_ucs4_to_utf8 (((Pair *) g_ptr_array_index (found, i))->chars, 2, NULL, NULL, NULL));
  return words;
}
