/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hash table with open addressing: pages have hundreds of thousands of pairs, and GHashTable would
 * box each. */
#include "jb-bigrams.h"

#include <string.h>

#include "jb-chars.h"
#include "jb-resource.h"

#define MIN_CAPACITY 64

typedef struct
{
  guint64 key;    /* 0 where the slot is free */
  guint   count;
} Slot;

struct _JbBigrams
{
  Slot  *slots;      /* owned */
  guint  capacity;   /* a power of two */
  guint  n_used;     /* at most half of it */
};

static guint64
make_key (gunichar first, gunichar second)
{
  return ((guint64) first << 32) | second;
}

static Slot *
find_slot (const JbBigrams *self, guint64 key)
{
  guint at = (guint) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & (self->capacity - 1);

  while (self->slots[at].key != 0 && self->slots[at].key != key)
    at = (at + 1) & (self->capacity - 1);
  return &self->slots[at];
}

static void
grow (JbBigrams *self)
{
  g_autofree Slot *old = g_steal_pointer (&self->slots);
  guint n_old = self->capacity;

  self->capacity *= 2;
  self->slots = g_new0 (Slot, self->capacity);
  for (guint i = 0; i < n_old; i++)
    if (old[i].key != 0)
      *find_slot (self, old[i].key) = old[i];
}

static gboolean
counts (gunichar c)
{
  return jb_char_is_han (c) || g_unichar_isalnum (c);
}

JbBigrams *
jb_bigrams_new (void)
{
  JbBigrams *self = g_new0 (JbBigrams, 1);

  self->capacity = MIN_CAPACITY;
  self->slots = g_new0 (Slot, self->capacity);
  return self;
}

void
jb_bigrams_free (JbBigrams *self)
{
  g_free (self->slots);
  g_free (self);
}

void
jb_bigrams_add (JbBigrams *self, const gunichar *text, guint length)
{
  for (guint i = 1; i < length; i++)
    if (counts (text[i - 1]) && counts (text[i]))
      {
        Slot *slot = find_slot (self, make_key (text[i - 1], text[i]));

        if (slot->key == 0)
          {
            slot->key = make_key (text[i - 1], text[i]);
            self->n_used++;
          }
        slot->count++;
        if (self->n_used * 2 > self->capacity)
          grow (self);
      }
}

guint
jb_bigrams_get_count (const JbBigrams *self, gunichar first, gunichar second)
{
  const Slot *slot = find_slot (self, make_key (first, second));

  return slot->count;
}

double
jb_bigrams_get_overlap (const JbBigrams *self, const gunichar *text, guint length)
{
  guint n = 0, n_found = 0;

  for (guint i = 1; i < length; i++)
    if (jb_char_is_han (text[i - 1]) && jb_char_is_han (text[i]))
      {
        n++;
        n_found += jb_bigrams_get_count (self, text[i - 1], text[i]) > 0;
      }
  return n > 0 ? (double) n_found / n : 0;
}

void
jb_bigrams_clear (JbBigrams *self)
{
  self->n_used = 0;
  if (self->capacity > MIN_CAPACITY)
    {
      g_free (self->slots);
      self->capacity = MIN_CAPACITY;
      self->slots = g_new0 (Slot, self->capacity);
    }
  else
    memset (self->slots, 0, self->capacity * sizeof *self->slots);
}

/* Never freed: it lives as long as the program. */
static JbBigrams *
load_general (void)
{
  g_auto(GStrv) pairs = jb_resource_load_lines ("rules/page-bigrams.txt");
  JbBigrams *general = jb_bigrams_new ();

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_autoptr(JbChars) pair = jb_chars_new (pairs[i], -1);

      jb_bigrams_add (general, pair->chars, pair->length);
    }
  return general;
}

const JbBigrams *
jb_bigrams_get_general (void)
{
  static JbBigrams *general;

  if (g_once_init_enter (&general))
    g_once_init_leave (&general, load_general ());
  return general;
}
