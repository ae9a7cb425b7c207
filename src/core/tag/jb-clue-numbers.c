/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-clue-numbers.h"

/* A hash table of all keys. */
typedef struct
{
  guint32 *keys;    /* owned, by slot */
  guint32 *counts;  /* owned, by slot; 0 for an empty one */
  guint32 *ids;     /* owned, by slot: the numbers */
  guint    mask, n_used;
} Dictionary;

static guint
find_slot (const Dictionary *self, guint32 key)
{
  guint slot = (key * 0x9e3779b1u) & self->mask;

  while (self->counts[slot] > 0 && self->keys[slot] != key)
    slot = (slot + 1) & self->mask;
  return slot;
}

static void
grow (Dictionary *self)
{
  Dictionary old = *self;

  self->mask = old.mask * 2 + 1;
  self->keys = g_new (guint32, (gsize) self->mask + 1);
  self->counts = g_new0 (guint32, (gsize) self->mask + 1);
  for (guint i = 0; old.keys != NULL && i <= old.mask; i++)
    if (old.counts[i] > 0)
      {
        guint slot = find_slot (self, old.keys[i]);

        self->keys[slot] = old.keys[i];
        self->counts[slot] = old.counts[i];
      }
  g_free (old.keys);
  g_free (old.counts);
}

static void
count_keys (Dictionary *self, const guint32 *keys, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint slot;

      if (self->n_used * 2 >= self->mask)
        grow (self);
      slot = find_slot (self, keys[i]);
      self->keys[slot] = keys[i];
      self->n_used += self->counts[slot]++ == 0;
    }
}

static void
count_texts (Dictionary *self, GPtrArray *texts)
{
  self->mask = (1u << 16) - 1;
  self->keys = g_new (guint32, (gsize) self->mask + 1);
  self->counts = g_new0 (guint32, (gsize) self->mask + 1);
  for (guint i = 0; i < texts->len; i++)
    {
      const JbClues *clues = g_ptr_array_index (texts, i);

      count_keys (self, clues->keys, clues->first[clues->length]);
      count_keys (self, clues->topics, clues->topic_first[clues->n_topics]);
    }
}

static gsize
count_often (const Dictionary *self, guint32 least)
{
  gsize n = 0;

  for (guint i = 0; i <= self->mask; i++)
    n += self->counts[i] >= least;
  return n;
}

/* Numbers the clues that are seen so often, from @n on. Returns: the next number */
static guint
number_some (Dictionary *self, guint32 least, guint32 most, guint n, guint32 *key_of)
{
  for (guint i = 0; i <= self->mask; i++)
    if (self->counts[i] >= least && self->counts[i] <= most)
      {
        self->ids[i] = n;
        key_of[n++] = self->keys[i];
      }
  return n;
}

static void
number_keys (const Dictionary *self, guint32 *keys, guint n)
{
  for (guint i = 0; i < n; i++)
    keys[i] = self->ids[find_slot (self, keys[i])];
}

JbClueNumbers *
jb_clue_numbers_new (GPtrArray *texts, guint32 least, gsize most)
{
  JbClueNumbers *self = g_new0 (JbClueNumbers, 1);
  Dictionary dictionary = { NULL };

  g_return_val_if_fail (least > 0, NULL);

  self->texts = g_ptr_array_ref (texts);
  count_texts (&dictionary, texts);
  dictionary.ids = g_new (guint32, (gsize) dictionary.mask + 1);
  self->key_of = g_new (guint32, dictionary.n_used + 1);
  while (count_often (&dictionary, least) > most)
    least++;
  self->n_often = number_some (&dictionary, least, G_MAXUINT32, 0, self->key_of);
  number_some (&dictionary, 1, least - 1, self->n_often, self->key_of);
  for (guint i = 0; i < texts->len; i++)
    {
      JbClues *clues = g_ptr_array_index (texts, i);

      number_keys (&dictionary, clues->keys, clues->first[clues->length]);
      number_keys (&dictionary, clues->topics, clues->topic_first[clues->n_topics]);
    }
  g_free (dictionary.keys);
  g_free (dictionary.counts);
  g_free (dictionary.ids);
  return self;
}

void
jb_clue_numbers_free (JbClueNumbers *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      JbClues *clues = g_ptr_array_index (self->texts, i);

      for (guint k = 0; k < clues->first[clues->length]; k++)
        clues->keys[k] = self->key_of[clues->keys[k]];
      for (guint k = 0; k < clues->topic_first[clues->n_topics]; k++)
        clues->topics[k] = self->key_of[clues->topics[k]];
    }
  g_ptr_array_unref (self->texts);
  g_free (self->key_of);
  g_free (self);
}
