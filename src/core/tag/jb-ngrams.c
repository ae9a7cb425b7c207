/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-ngrams.h"

#include <math.h>
#include <string.h>

/* One more than the longest string: its right neighbour. */
#define DEPTH (JB_NGRAMS_MAX + 1)

/* Characters get numbers from 1; 0 is everything that no string goes across. */
#define N_NUMBERS 65536

struct _JbNgrams
{
  guint16  *numbers;       /* owned, by code point */
  gunichar *characters;    /* owned, by number */
  guint     n_numbers;
  GArray   *ids;           /* owned, of guint16, by place */
  GArray   *flags;         /* owned, of guint8, by place */
  GArray   *documents;     /* owned, of guint32, by place */
  guint     n_documents;
};

/* Counts of strings by a hash of their characters: open addressing; 0 is a free slot. */
typedef struct
{
  guint64 *keys;    /* owned */
  guint32 *counts;  /* owned */
  gsize    size;    /* a power of two */
  gsize    n;
} Table;

/* What is needed while the sorted places are gone through. */
typedef struct
{
  JbNgrams      *ngrams;
  const guint16 *ids;
  guint8        *runs;     /* owned, by place: how many characters follow before a break, at most DEPTH */
  guint32       *order;    /* owned: places, sorted */
  guint8        *common;   /* owned, by rank: how many characters it has in common with the one before */
  gsize          n;        /* sorted places */
  guint64        n_chars;  /* characters of all texts */
  guint32       *counts;   /* owned, by number: characters */
  guint32       *lefts;    /* owned, by number: scratch, all 0 between strings */
  guint16       *touched;  /* owned, likewise */
  guint32       *seen;     /* owned, by document: the last string that stood in it */
  guint32        string;   /* number of the string looked at, from 1 */
  Table          table;
} Sorted;

JbNgrams *
jb_ngrams_new (void)
{
  JbNgrams *self = g_new0 (JbNgrams, 1);

  self->numbers = g_new0 (guint16, 0x110000);
  self->characters = g_new0 (gunichar, N_NUMBERS);
  self->n_numbers = 1;
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->flags = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->documents = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
jb_ngrams_free (JbNgrams *self)
{
  g_free (self->numbers);
  g_free (self->characters);
  g_array_unref (self->ids);
  g_array_unref (self->flags);
  g_array_unref (self->documents);
  g_free (self);
}

static guint16
get_number (JbNgrams *self, gunichar c)
{
  if (!jb_char_is_han (c))
    return 0;
  if (self->numbers[c] == 0 && self->n_numbers < N_NUMBERS)
    {
      self->characters[self->n_numbers] = c;
      self->numbers[c] = (guint16) self->n_numbers++;
    }
  return self->numbers[c];
}

static void
append (JbNgrams *self, guint document, guint16 id, guint8 flags)
{
  guint32 number = document;

  g_array_append_val (self->ids, id);
  g_array_append_val (self->flags, flags);
  g_array_append_val (self->documents, number);
}

guint
jb_ngrams_add (JbNgrams *self, guint document, const JbChars *text, const guint8 *flags)
{
  guint place = self->ids->len;

  for (guint i = 0; i < text->length; i++)
    {
      guint8 flag = flags != NULL ? flags[i] : 0;

      append (self, document, flag & JB_NGRAM_MASKED ? 0 : get_number (self, text->chars[i]), flag);
    }
  append (self, document, 0, 0);
  self->n_documents = MAX (self->n_documents, document + 1);
  return place;
}

char *
jb_ngrams_dup_text (const JbNgrams *self, const JbNgram *ngram)
{
  gunichar chars[JB_NGRAMS_MAX];

  for (guint i = 0; i < ngram->length; i++)
    chars[i] = self->characters[g_array_index (self->ids, guint16, ngram->place + i)];
  return g_ucs4_to_utf8 (chars, ngram->length, NULL, NULL, NULL);
}

/* ---- the table of counts ---- */

static guint64
hash_add (guint64 hash, guint16 id)
{
  hash = (hash ^ id) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 29;
}

static guint64
hash_string (const guint16 *ids, guint length)
{
  guint64 hash = length;

  for (guint i = 0; i < length; i++)
    hash = hash_add (hash, ids[i]);
  return hash != 0 ? hash : 1;
}

static void
table_put (Table *table, guint64 key, guint32 count)
{
  gsize at = key & (table->size - 1);

  while (table->keys[at] != 0 && table->keys[at] != key)
    at = (at + 1) & (table->size - 1);
  table->n += table->keys[at] == 0;
  table->keys[at] = key;
  table->counts[at] = count;
}

static void
table_grow (Table *table)
{
  Table old = *table;

  table->size = MAX (old.size * 2, 1 << 16);
  table->keys = g_new0 (guint64, table->size);
  table->counts = g_new (guint32, table->size);
  table->n = 0;
  for (gsize i = 0; i < old.size; i++)
    if (old.keys[i] != 0)
      table_put (table, old.keys[i], old.counts[i]);
  g_free (old.keys);
  g_free (old.counts);
}

static void
table_add (Table *table, guint64 key, guint32 count)
{
  if (table->n * 2 >= table->size)
    table_grow (table);
  table_put (table, key, count);
}

/* Returns: 1 for a string that came too seldom to be kept */
static guint32
table_get (const Table *table, guint64 key)
{
  gsize at = key & (table->size - 1);

  while (table->keys[at] != 0 && table->keys[at] != key)
    at = (at + 1) & (table->size - 1);
  return table->keys[at] != 0 ? table->counts[at] : 1;
}

/* ---- sorting ---- */

static guint16
get_key (const Sorted *sorted, guint32 place, guint depth)
{
  return depth < sorted->runs[place] ? sorted->ids[place + depth] : 0;
}

static void
measure_runs (Sorted *sorted)
{
  gsize n = sorted->ngrams->ids->len;
  guint run = 0;

  sorted->runs = g_new (guint8, n + 1);
  sorted->counts = g_new0 (guint32, N_NUMBERS);
  for (gsize i = n; i-- > 0;)
    {
      run = sorted->ids[i] != 0 ? MIN (run + 1, DEPTH) : 0;
      sorted->runs[i] = (guint8) run;
      sorted->n += run >= JB_NGRAMS_MIN;
      sorted->n_chars += run > 0;
      sorted->counts[sorted->ids[i]]++;
    }
}

static void
sort_places (Sorted *sorted)
{
  gsize n = sorted->ngrams->ids->len, at = 0;
  g_autofree guint32 *other = g_new (guint32, sorted->n + 1);
  g_autofree guint32 *starts = g_new (guint32, N_NUMBERS + 1);

  sorted->order = g_new (guint32, sorted->n + 1);
  for (gsize i = 0; i < n; i++)
    if (sorted->runs[i] >= JB_NGRAMS_MIN)
      sorted->order[at++] = (guint32) i;
  for (guint depth = DEPTH; depth-- > 0;)
    {
      guint32 *swap;

      memset (starts, 0, sizeof *starts * (N_NUMBERS + 1));
      for (gsize i = 0; i < sorted->n; i++)
        starts[get_key (sorted, sorted->order[i], depth) + 1]++;
      for (guint i = 1; i <= N_NUMBERS; i++)
        starts[i] += starts[i - 1];
      for (gsize i = 0; i < sorted->n; i++)
        other[starts[get_key (sorted, sorted->order[i], depth)]++] = sorted->order[i];
      swap = other;
      other = sorted->order;
      sorted->order = swap;
    }
}

static void
compare_neighbours (Sorted *sorted)
{
  sorted->common = g_new0 (guint8, sorted->n + 1);
  for (gsize i = 1; i < sorted->n; i++)
    {
      guint32 a = sorted->order[i - 1], b = sorted->order[i];
      guint most = MIN (sorted->runs[a], sorted->runs[b]), n = 0;

      while (n < most && sorted->ids[a + n] == sorted->ids[b + n])
        n++;
      sorted->common[i] = (guint8) n;
    }
}

static void
sorted_init (Sorted *sorted, JbNgrams *ngrams)
{
  *sorted = (Sorted) { .ngrams = ngrams, .ids = (const guint16 *) (gpointer) ngrams->ids->data };
  measure_runs (sorted);
  sort_places (sorted);
  compare_neighbours (sorted);
  sorted->lefts = g_new0 (guint32, N_NUMBERS);
  sorted->touched = g_new (guint16, N_NUMBERS);
  sorted->seen = g_new0 (guint32, ngrams->n_documents + 1);
  table_grow (&sorted->table);
}

static void
sorted_clear (Sorted *sorted)
{
  g_free (sorted->runs);
  g_free (sorted->order);
  g_free (sorted->common);
  g_free (sorted->counts);
  g_free (sorted->lefts);
  g_free (sorted->touched);
  g_free (sorted->seen);
  g_free (sorted->table.keys);
  g_free (sorted->table.counts);
}

/* ---- what stands in one stretch ---- */

static double
n_log_n (guint n)
{
  return n > 1 ? n * log2 (n) : 0;
}

/* The ranks [@from, @to) have the same first @length characters; those with one more in common follow one another. */
static double
get_right_freedom (const Sorted *sorted, gsize from, gsize to, guint length)
{
  guint n = (guint) (to - from);
  double sum = 0;

  for (gsize i = from, next; i < to; i = next)
    {
      next = i + 1;
      if (sorted->runs[sorted->order[i]] == length)
        continue;
      while (next < to && sorted->common[next] > length)
        next++;
      sum += n_log_n ((guint) (next - i));
    }
  return log2 (n) - sum / n;
}

static double
get_left_freedom (Sorted *sorted, gsize from, gsize to)
{
  guint n = (guint) (to - from), n_touched = 0;
  double sum = 0;

  for (gsize i = from; i < to; i++)
    {
      guint32 place = sorted->order[i];
      guint16 id = place > 0 ? sorted->ids[place - 1] : 0;

      if (id != 0 && sorted->lefts[id]++ == 0)
        sorted->touched[n_touched++] = id;
    }
  for (guint i = 0; i < n_touched; i++)
    {
      sum += n_log_n (sorted->lefts[sorted->touched[i]]);
      sorted->lefts[sorted->touched[i]] = 0;
    }
  return log2 (n) - sum / n;
}

static void
count_places (Sorted *sorted, gsize from, gsize to, JbNgram *ngram)
{
  const guint8 *flags = (const guint8 *) sorted->ngrams->flags->data;

  sorted->string++;
  for (gsize i = from; i < to; i++)
    {
      guint32 place = sorted->order[i], document = g_array_index (sorted->ngrams->documents, guint32, place);
      guint n_plain = 0;

      ngram->n_documents += sorted->seen[document] != sorted->string;
      sorted->seen[document] = sorted->string;
      ngram->place = MIN (ngram->place, place);
      ngram->n_torn += ((flags[place] | flags[place + ngram->length]) & JB_NGRAM_TEARS) != 0;
      while (n_plain < ngram->length && flags[place + n_plain] & JB_NGRAM_PLAIN)
        n_plain++;
      ngram->n_plain += n_plain == ngram->length;
    }
}

static double
get_cohesion (const Sorted *sorted, const JbNgram *ngram)
{
  const guint16 *ids = sorted->ids + ngram->place;
  double worst = G_MAXDOUBLE;

  for (guint split = 1; split < ngram->length; split++)
    {
      guint rest = ngram->length - split;
      double a = split == 1 ? sorted->counts[ids[0]] : table_get (&sorted->table, hash_string (ids, split));
      double b = rest == 1 ? sorted->counts[ids[split]] : table_get (&sorted->table, hash_string (ids + split, rest));

      worst = MIN (worst, log2 ((double) ngram->n_times * (double) sorted->n_chars / (a * b)));
    }
  return worst;
}

/* Goes through the strings of one length. */
static void
find_strings (Sorted *sorted, guint length, guint least_times, guint least_documents, double least_freedom, GArray *found)
{
  for (gsize from = 0, to; from < sorted->n; from = to)
    {
      JbNgram ngram = { .length = length, .place = G_MAXUINT };

      for (to = from + 1; to < sorted->n && sorted->common[to] >= length;)
        to++;
      ngram.n_times = (guint) (to - from);
      if (ngram.n_times < least_times || sorted->runs[sorted->order[from]] < length)
        continue;
      table_add (&sorted->table, hash_string (sorted->ids + sorted->order[from], length), ngram.n_times);
      ngram.right = get_right_freedom (sorted, from, to, length);
      if (ngram.right < least_freedom || (ngram.left = get_left_freedom (sorted, from, to)) < least_freedom)
        continue;
      count_places (sorted, from, to, &ngram);
      if (ngram.n_documents >= least_documents)
        g_array_append_val (found, ngram);
    }
}

GArray *
jb_ngrams_find (JbNgrams *self, guint least_times, guint least_documents, double least_freedom, double least_cohesion)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (JbNgram));
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (JbNgram));
  Sorted sorted;

  sorted_init (&sorted, self);
  for (guint length = JB_NGRAMS_MIN; length <= JB_NGRAMS_MAX; length++)
    find_strings (&sorted, length, least_times, least_documents, least_freedom, found);
  for (guint i = 0; i < found->len; i++)
    {
      JbNgram *ngram = &g_array_index (found, JbNgram, i);

      ngram->cohesion = get_cohesion (&sorted, ngram);
      if (ngram->cohesion >= least_cohesion)
        g_array_append_val (kept, *ngram);
    }
  sorted_clear (&sorted);
  return kept;
}
