/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Building goes level by level over the sorted strings. Free slots hang in a list; a node tries a bounded number of
 * them for its children and then takes the untouched end of the array, so that building stays linear. */
#include "jb-trie.h"

#include <string.h>

#define PAGE_BITS 8
#define PAGE_SIZE (1u << PAGE_BITS)
#define N_PAGES (0x110000 >> PAGE_BITS)
#define MAX_TRIES 256
#define N_CURSORS 6

typedef struct
{
  gint32 base;   /* where the children begin; at an end node ~key */
  gint32 check;  /* the parent, -1 for a free slot */
} Slot;

struct _JbTrie
{
  guint16  pages[N_PAGES];  /* page of each block of code points, 0 is the empty one */
  guint32 *codes;           /* owned, by page: dense code of a character, 0 where no string holds it */
  guint    n_pages;
  guint    n_codes;         /* codes run from 1 to this */
  Slot    *slots;           /* owned */
  guint    n_slots;
  gint32  *next_equal;      /* owned, NULL where all strings differ */
  guint8  *begins;          /* owned, by code: 1 for the strings of one character */
  guint64 *pairs;           /* owned bitmap, of strings of two characters */
  guint64 *triples;         /* owned bitmap, of longer ones */
  guint    pair_shift, triple_shift;
};

typedef struct
{
  guint32 *codes;    /* all strings one after the other */
  guint32 *offsets;  /* n_keys + 1 */
} Keys;

/* A node to be given its children: the strings [low, high) of the order share its path of @depth codes. */
typedef struct
{
  guint32 low, high, depth, node;
} Pending;

typedef struct
{
  JbTrie  *trie;
  guint32 *next, *previous;  /* list of the free slots; slot 0, the root, is its anchor */
  guint    top;              /* behind the last slot in use */
  guint    cursors[N_CURSORS];  /* where the search for a place goes on, by how many children there are */
} Builder;

static inline guint
hash_pair (guint a, guint b, guint shift)
{
  return ((a * 40503u) ^ (b * 2654435761u)) * 2246822519u >> shift;
}

static inline guint
hash_triple (guint a, guint b, guint c, guint shift)
{
  guint x = (a * 40503u) ^ (b * 2654435761u) ^ (c * 3266489917u);

  x ^= x >> 15;
  return x * 2246822519u >> shift;
}

static inline guint
code_of (const JbTrie *self, gunichar c)
{
  return c < 0x110000 ? self->codes[(self->pages[c >> PAGE_BITS] << PAGE_BITS) + (c & (PAGE_SIZE - 1))] : 0;
}

/* The place of a character's code, made where there is none yet. */
static guint32 *
ensure_code (JbTrie *self, gunichar c)
{
  guint page = self->pages[c >> PAGE_BITS];

  if (page == 0)
    {
      page = self->n_pages++;
      self->pages[c >> PAGE_BITS] = (guint16) page;
      self->codes = g_renew (guint32, self->codes, self->n_pages << PAGE_BITS);
      memset (self->codes + (page << PAGE_BITS), 0, PAGE_SIZE * sizeof *self->codes);
    }
  return &self->codes[(page << PAGE_BITS) + (c & (PAGE_SIZE - 1))];
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x > y ? -1 : x < y;
}

/* Common characters get low codes, so that the children of most nodes stand close together. */
static void
assign_codes (JbTrie *self, const char *const *keys, gsize n_keys)
{
  g_autoptr(GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (gsize i = 0; i < n_keys; i++)
    for (const char *p = keys[i]; *p != '\0'; p = g_utf8_next_char (p))
      ++*ensure_code (self, g_utf8_get_char (p));
  for (guint block = 0; block < N_PAGES; block++)
    for (guint i = 0; self->pages[block] != 0 && i < PAGE_SIZE; i++)
      {
        guint place = (self->pages[block] << PAGE_BITS) + i;
        guint64 rank = ((guint64) self->codes[place] << 32) | place;

        if (self->codes[place] > 0)
          g_array_append_val (ranks, rank);
      }
  g_array_sort (ranks, compare_counts);
  for (guint i = 0; i < ranks->len; i++)
    self->codes[(guint32) g_array_index (ranks, guint64, i)] = i + 1;
  self->n_codes = ranks->len;
}

static void
encode_keys (JbTrie *self, const char *const *keys, gsize n_keys, Keys *out)
{
  gsize total = 0;
  guint at = 0;

  for (gsize i = 0; i < n_keys; i++)
    total += strlen (keys[i]);
  out->codes = g_new (guint32, total + 1);
  out->offsets = g_new (guint32, n_keys + 1);
  for (gsize i = 0; i < n_keys; i++)
    {
      out->offsets[i] = at;
      for (const char *p = keys[i]; *p != '\0'; p = g_utf8_next_char (p))
        out->codes[at++] = code_of (self, g_utf8_get_char (p));
    }
  out->offsets[n_keys] = at;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Keys *keys = data;
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  guint n = keys->offsets[x + 1] - keys->offsets[x], m = keys->offsets[y + 1] - keys->offsets[y];

  for (guint i = 0; i < MIN (n, m); i++)
    {
      guint32 left = keys->codes[keys->offsets[x] + i], right = keys->codes[keys->offsets[y] + i];

      if (left != right)
        return left < right ? -1 : 1;
    }
  if (n != m)
    return n < m ? -1 : 1;
  return x < y ? -1 : x > y;
}

static void
grow (Builder *builder, guint least)
{
  JbTrie *trie = builder->trie;
  guint old = trie->n_slots, size = MAX (old, 1024);

  if (least <= old)
    return;
  while (size < least)
    size += size / 2;
  trie->slots = g_renew (Slot, trie->slots, size);
  builder->next = g_renew (guint32, builder->next, size);
  builder->previous = g_renew (guint32, builder->previous, size);
  for (guint i = old; i < size; i++)
    {
      trie->slots[i] = (Slot) { 0, i == 0 ? 0 : -1 };
      builder->next[i] = i + 1 < size ? i + 1 : 0;
      builder->previous[i] = i > 0 ? i - 1 : size - 1;
    }
  if (old > 0)
    {
      guint last = builder->previous[0];

      builder->next[last] = old;
      builder->previous[old] = last;
      builder->previous[0] = size - 1;
    }
  trie->n_slots = size;
}

static void
take_slot (Builder *builder, guint slot, guint parent)
{
  builder->trie->slots[slot].check = (gint32) parent;
  builder->next[builder->previous[slot]] = builder->next[slot];
  builder->previous[builder->next[slot]] = builder->previous[slot];
  for (guint i = 0; i < G_N_ELEMENTS (builder->cursors); i++)
    if (builder->cursors[i] == slot)
      builder->cursors[i] = builder->next[slot];
  builder->top = MAX (builder->top, slot + 1);
}

/* Where children with the ascending @codes fit side by side; may lie before the first slot (and then wraps around),
 * since only base + code counts. */
static guint
find_base (Builder *builder, const guint32 *codes, guint n_codes)
{
  JbTrie *trie = builder->trie;
  guint width = codes[n_codes - 1] - codes[0];
  guint *cursor = &builder->cursors[MIN (g_bit_storage (n_codes - 1), N_CURSORS - 1)];
  guint slot = n_codes == 1 || *cursor == 0 ? builder->next[0] : *cursor;

  for (guint tries = 0; slot != 0 && slot < builder->top && tries < MAX_TRIES; slot = builder->next[slot], tries++)
    {
      guint i;

      grow (builder, slot + width + 2);
      for (i = 1; i < n_codes && trie->slots[slot + codes[i] - codes[0]].check < 0; i++)
        ;
      if (i == n_codes)
        return slot - codes[0];
    }
  /* what lies before is too crowded for so many; it remains for those with fewer */
  grow (builder, builder->top + width + 2);
  *cursor = n_codes > 4 || slot == 0 ? builder->next[builder->top] : slot;
  return builder->top - codes[0];
}

static void
add_children (Builder *builder, const Keys *keys, const guint32 *order, Pending at, GArray *pending,
              GArray *codes, GArray *starts)
{
  JbTrie *trie = builder->trie;
  guint ends = at.low, base;

  g_array_set_size (codes, 0);
  g_array_set_size (starts, 0);
  while (ends < at.high && keys->offsets[order[ends] + 1] - keys->offsets[order[ends]] == at.depth)
    ends++;
  if (ends > at.low)
    {
      guint32 end_code = 0;

      g_array_append_val (codes, end_code);
      g_array_append_val (starts, at.low);
    }
  for (guint i = ends; i < at.high; i++)
    {
      guint32 code = keys->codes[keys->offsets[order[i]] + at.depth];

      if (codes->len == 0 || g_array_index (codes, guint32, codes->len - 1) != code)
        {
          g_array_append_val (codes, code);
          g_array_append_val (starts, i);
        }
    }
  if (codes->len == 0)
    return;

  base = find_base (builder, (const guint32 *) codes->data, codes->len);
  trie->slots[at.node].base = (gint32) base;
  for (guint i = 0; i < codes->len; i++)
    {
      guint child = base + g_array_index (codes, guint32, i);
      guint low = g_array_index (starts, guint32, i);
      guint high = i + 1 < codes->len ? g_array_index (starts, guint32, i + 1) : at.high;

      take_slot (builder, child, at.node);
      if (g_array_index (codes, guint32, i) == 0)
        trie->slots[child].base = ~(gint32) order[low];
      else
        {
          Pending next = { low, high, at.depth + 1, child };

          g_array_append_val (pending, next);
        }
    }
  for (guint i = at.low; i + 1 < ends; i++)
    trie->next_equal[order[i]] = (gint32) order[i + 1];
}

static void
build_slots (JbTrie *self, const Keys *keys, const guint32 *order, guint first, guint n_keys)
{
  g_autoptr(GArray) pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_autoptr(GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  Builder builder = { .trie = self, .top = 1 };
  Pending root = { first, n_keys, 0, 0 };

  grow (&builder, self->n_codes + 2);
  g_array_append_val (pending, root);
  for (guint i = 0; i < pending->len; i++)
    add_children (&builder, keys, order, g_array_index (pending, Pending, i), pending, codes, starts);
  g_free (builder.next);
  g_free (builder.previous);
  /* the root must stand in no parent's place, and a walk may look one alphabet behind the last base */
  self->slots[0].check = -1;
  self->slots = g_renew (Slot, self->slots, builder.top);
  self->n_slots = builder.top;
}

static guint
bits_for (gsize n)
{
  guint bits = 12;

  while (bits < 22 && (1u << bits) < n * 16)
    bits++;
  return bits;
}

static void
build_filter (JbTrie *self, const Keys *keys, gsize n_keys)
{
  guint bits = bits_for (n_keys);

  self->pair_shift = 32 - MIN (bits, 20);
  self->triple_shift = 32 - bits;
  self->pairs = g_new0 (guint64, ((1u << MIN (bits, 20)) + 63) / 64);
  self->triples = g_new0 (guint64, ((1u << bits) + 63) / 64);
  self->begins = g_new0 (guint8, self->n_codes + 1);
  for (gsize i = 0; i < n_keys; i++)
    {
      const guint32 *key = keys->codes + keys->offsets[i];
      guint length = keys->offsets[i + 1] - keys->offsets[i], bit;

      if (length == 1)
        self->begins[key[0]] = 1;
      else if (length == 2)
        {
          bit = hash_pair (key[0], key[1], self->pair_shift);
          self->pairs[bit >> 6] |= G_GUINT64_CONSTANT (1) << (bit & 63);
        }
      else if (length > 2)
        {
          bit = hash_triple (key[0], key[1], key[2], self->triple_shift);
          self->triples[bit >> 6] |= G_GUINT64_CONSTANT (1) << (bit & 63);
        }
    }
}

JbTrie *
jb_trie_new (const char *const *keys, gsize n_keys)
{
  JbTrie *self = g_new0 (JbTrie, 1);
  g_autofree guint32 *order = g_new (guint32, n_keys + 1);
  guint first = 0;
  Keys encoded;

  g_return_val_if_fail (n_keys < G_MAXINT32, NULL);

  self->n_pages = 1;
  self->codes = g_new0 (guint32, PAGE_SIZE);
  self->next_equal = g_new (gint32, n_keys + 1);
  assign_codes (self, keys, n_keys);
  encode_keys (self, keys, n_keys, &encoded);
  for (guint i = 0; i < n_keys; i++)
    {
      order[i] = i;
      self->next_equal[i] = -1;
    }
  g_qsort_with_data (order, (int) n_keys, sizeof *order, compare_keys, &encoded);
  while (first < n_keys && encoded.offsets[order[first] + 1] == encoded.offsets[order[first]])
    first++;
  build_slots (self, &encoded, order, first, (guint) n_keys);
  build_filter (self, &encoded, n_keys);
  g_free (encoded.codes);
  g_free (encoded.offsets);
  return self;
}

void
jb_trie_free (JbTrie *self)
{
  g_free (self->codes);
  g_free (self->slots);
  g_free (self->next_equal);
  g_free (self->begins);
  g_free (self->pairs);
  g_free (self->triples);
  g_free (self);
}

static inline gint32
step (const JbTrie *self, gint32 node, guint code)
{
  guint child = (guint) self->slots[node].base + code;

  return child < self->n_slots && self->slots[child].check == node && child != 0 ? (gint32) child : -1;
}

static inline int
key_at (const JbTrie *self, gint32 node)
{
  gint32 end = step (self, node, 0);

  return end >= 0 ? ~self->slots[end].base : -1;
}

static void
walk (const JbTrie *self, const guint32 *codes, guint start, GArray *hits)
{
  gint32 node = 0;

  for (guint i = start; codes[i] != 0; i++)
    {
      node = step (self, node, codes[i]);
      if (node < 0)
        return;
      for (int key = key_at (self, node); key >= 0; key = self->next_equal[key])
        {
          JbTrieHit hit = { start, i + 1, (guint) key };

          g_array_append_val (hits, hit);
        }
    }
}

void
jb_trie_find (const JbTrie *self, const gunichar *chars, guint length, GArray *hits)
{
  g_autofree guint32 *codes = g_new (guint32, (gsize) length + 3);
  g_autofree guint32 *candidates = g_new (guint32, (gsize) length + 1);
  guint n = 0;

  for (guint i = 0; i < length; i++)
    codes[i] = code_of (self, chars[i]);
  codes[length] = codes[length + 1] = codes[length + 2] = 0;

  /* without branches: a mispredicted one at every third character costs more than the rest */
  for (guint i = 0; i < length; i++)
    {
      guint pair = hash_pair (codes[i], codes[i + 1], self->pair_shift);
      guint triple = hash_triple (codes[i], codes[i + 1], codes[i + 2], self->triple_shift);

      candidates[n] = i;
      n += ((self->pairs[pair >> 6] >> (pair & 63)) | (self->triples[triple >> 6] >> (triple & 63)) |
            self->begins[codes[i]]) & 1;
    }
  for (guint i = 0; i < n; i++)
    walk (self, codes, candidates[i], hits);
}

int
jb_trie_lookup (const JbTrie *self, const gunichar *chars, guint length)
{
  gint32 node = 0;

  for (guint i = 0; i < length; i++)
    {
      guint code = code_of (self, chars[i]);

      node = code != 0 ? step (self, node, code) : -1;
      if (node < 0)
        return -1;
    }
  return length > 0 ? key_at (self, node) : -1;
}

int
jb_trie_get_next_equal (const JbTrie *self, guint key)
{
  return self->next_equal[key];
}

gsize
jb_trie_get_size (const JbTrie *self)
{
  gsize pair_bits = G_GUINT64_CONSTANT (1) << (32 - self->pair_shift);
  gsize triple_bits = G_GUINT64_CONSTANT (1) << (32 - self->triple_shift);

  return sizeof *self + (self->n_pages << PAGE_BITS) * sizeof *self->codes + self->n_slots * sizeof *self->slots +
         self->n_codes + (pair_bits + triple_bits) / 8;
}
