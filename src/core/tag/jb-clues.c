/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-clues.h"

#include "jb-segments.h"
#include "jb-sentences.h"

#include <string.h>

/* The kinds of clue; part of a key, so their order is part of the model's format. */
enum
{
  KIND_CHAR,                      /* 16 kinds follow: single characters and n-grams by offset */
  KIND_SHAPE = KIND_CHAR + 16,
  KIND_WORD = KIND_SHAPE + 4,
  KIND_LIST = KIND_WORD + 16,
  KIND_RULE = KIND_LIST + 8,
  KIND_QUOTED = KIND_RULE + 8,
  KIND_TOPIC = KIND_QUOTED + 16,
  KIND_BIAS = KIND_TOPIC + 4,
};

#define EDGE 1  /* stands for what is before the text or behind it */
#define PAD 4   /* characters of it on both sides */
#define MAX_WORD 16    /* characters; longer ones, digits without end, are cut */
#define MAX_QUOTED 40  /* characters between two marks that are taken for a pair */

typedef struct
{
  const JbScan  *scan;
  const JbRules *rules;
  guint          n;
  guint32       *chars;   /* owned, PAD before the text's first: folded */
  guint8        *shapes;  /* owned, likewise: class of the character */
  guint8        *begins;  /* owned: where words begin */
  GArray        *keys;    /* lent by the clues */
} Maker;

/* A candidate that the position is in or next to. */
typedef struct
{
  guint              at;
  const JbCandidate *candidate;
} Near;

static inline guint32
mix (guint32 a, guint32 b)
{
  guint64 x = ((guint64) a << 32 | b) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  x ^= x >> 32;
  x *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return (guint32) (x ^ x >> 32);
}

static inline void
add (Maker *self, guint kind, guint32 what)
{
  guint32 key = mix (kind, what);

  g_array_append_val (self->keys, key);
}

static guint8
get_shape (gunichar c)
{
  if (c == EDGE)
    return 0;
  if (jb_char_is_numeral (c))
    return 2;
  if (jb_char_is_han (c))
    return 1;
  if (jb_char_is_digit (c))
    return 3;
  if (g_ascii_isupper ((char) (c < 128 ? c : 0)))
    return 4;
  if (g_ascii_islower ((char) (c < 128 ? c : 0)))
    return 5;
  if (c == 0x300a || c == 0x3008)
    return 6;
  if (c == 0x300b || c == 0x3009)
    return 7;
  if (jb_char_is_opener (c))
    return 8;
  if (jb_char_is_closer (c))
    return 9;
  if (jb_char_ends_sentence (c))
    return 10;
  if (c == 0xb7 || c == 0x30fb || c == 0x2022)
    return 11;
  if (c == 0x3001)
    return 12;
  return jb_char_is_punctuation (c) ? 13 : 14;
}

static void
fold (Maker *self)
{
  for (guint i = 0; i < self->n + 2 * PAD; i++)
    {
      gunichar c = i >= PAD && i < self->n + PAD ? jb_char_fold_width (self->scan->text->chars[i - PAD]) : EDGE;

      self->shapes[i] = get_shape (c);
      self->chars[i] = c < 128 && g_ascii_isdigit ((char) c) ? '0' : c < 128 ? (guint32) g_ascii_tolower ((char) c) : c;
    }
}

static void
add_characters (Maker *self, guint at)
{
  const guint32 *c = self->chars + PAD + at;
  const guint8 *s = self->shapes + PAD + at;
  guint32 left = mix (c[-2], c[-1]), before = mix (c[-1], c[0]), behind = mix (c[0], c[1]), right = mix (c[1], c[2]);
  guint k = KIND_CHAR;

  add (self, k++, c[-2]);
  add (self, k++, c[-1]);
  add (self, k++, c[0]);
  add (self, k++, c[1]);
  add (self, k++, c[2]);
  add (self, k++, left);
  add (self, k++, before);
  add (self, k++, behind);
  add (self, k++, right);
  add (self, k++, mix (c[-1], c[1]));
  add (self, k++, mix (left, c[0]));
  add (self, k++, mix (before, c[1]));
  add (self, k++, mix (behind, c[2]));
  add (self, k++, mix (mix (left, c[0]), c[-3]));
  add (self, k++, mix (mix (behind, c[2]), c[3]));
  k = KIND_SHAPE;
  add (self, k++, (guint32) (s[-1] << 8 | s[0] << 4 | s[1]));
  add (self, k++, (guint32) (s[-2] << 16 | s[-1] << 12 | s[0] << 8 | s[1] << 4 | s[2]));
}

/* The key of the characters [start, end), which may lie before or behind the text. */
static guint32
hash_word (const Maker *self, int start, int end)
{
  guint32 key = 0;

  if (start < 0 || end > (int) self->n)
    return EDGE;
  for (int i = start; i < end; i++)
    key = mix (key, self->chars[PAD + i]);
  return key;
}

static void
cut_long_words (Maker *self)
{
  guint length = 0;

  for (guint i = 0; i < self->n; i++)
    {
      length = self->begins[i] ? 1 : length + 1;
      if (length > MAX_WORD)
        self->begins[i] = length = 1;
    }
}

static int
word_start (const Maker *self, int at)
{
  if (at < 0 || at >= (int) self->n)
    return at;
  while (!self->begins[at])
    at--;
  return at;
}

static int
word_end (const Maker *self, int at)
{
  if (at < 0 || at >= (int) self->n)
    return at + 1;
  at++;
  while (!self->begins[at])
    at++;
  return at;
}

static void
add_words (Maker *self, guint position)
{
  int at = (int) position, start = word_start (self, at), end = word_end (self, at);
  int before = word_start (self, start - 1), behind = word_end (self, end);
  guint32 word = hash_word (self, start, end), left = hash_word (self, before, start), right = hash_word (self, end, behind);
  guint32 place = (guint32) (MIN (at - start, 3) << 4 | MIN (end - at, 4));
  guint k = KIND_WORD;

  add (self, k++, mix (word, place));
  add (self, k++, mix (left, place));
  add (self, k++, mix (right, place));
  add (self, k++, mix (mix (left, word), place));
  add (self, k++, mix (mix (word, right), place));
  add (self, k++, place);
  add (self, k++, (guint32) (MIN (start - before, 4) << 12 | MIN (behind - end, 4) << 8) | place);
  add (self, k++, mix (hash_word (self, word_start (self, before - 1), before), place));
  add (self, k++, mix (hash_word (self, behind, word_end (self, behind)), place));
}

/* Words of the rule lists that begin or end here. */
static void
add_list_clues (Maker *self, guint at)
{
  const JbScan *scan = self->scan;

  for (JbWordSet set = scan->begins[at]; set != 0; set &= set - 1)
    add (self, KIND_LIST, (guint32) __builtin_ctzll (set));
  for (JbWordSet set = scan->ends[at]; set != 0; set &= set - 1)
    add (self, KIND_LIST + 1, (guint32) __builtin_ctzll (set));
  for (JbWordSet set = scan->ends[at + 1]; set != 0; set &= set - 1)
    add (self, KIND_LIST + 2, (guint32) __builtin_ctzll (set));
  for (JbWordSet set = scan->begins[at + 1]; set != 0; set &= set - 1)
    add (self, KIND_LIST + 3, (guint32) __builtin_ctzll (set));
}

/* Where in the candidate the position is: 0 before, 1 begin, 2 inside, 3 end, 4 alone, 5 behind */
static guint
get_place (const JbCandidate *candidate, guint at)
{
  if (at < candidate->start)
    return 0;
  if (at >= candidate->end)
    return 5;
  if (at + 1 == candidate->end)
    return at == candidate->start ? 4 : 3;
  return at == candidate->start ? 1 : 2;
}

/* @near: (element-type Near): what is suggested, by position; @next is where to go on from */
static void
add_candidates (Maker *self, const GArray *near, guint at, guint *next)
{
  for (; *next < near->len && g_array_index (near, Near, *next).at == at; (*next)++)
    {
      const JbCandidate *candidate = g_array_index (near, Near, *next).candidate;
      guint place = get_place (candidate, at);

      add (self, KIND_RULE, place << 8 | candidate->type);
      add (self, KIND_RULE + 1, mix (place, g_str_hash (candidate->rule)));
    }
}

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *left = a, *right = b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return left->candidate < right->candidate ? -1 : left->candidate > right->candidate;
}

/* Names of the registry are no clues: where decisions were made they are all known by now, elsewhere they are not. */
static GArray *
list_near (const Maker *self)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (Near));

  for (guint i = 0; i < self->scan->candidates->len; i++)
    {
      const JbCandidate *candidate = &g_array_index (self->scan->candidates, JbCandidate, i);

      for (guint at = candidate->start > 0 ? candidate->start - 1 : 0; at <= MIN (candidate->end, self->n - 1); at++)
        {
          Near one = { at, candidate };

          if (candidate->origin != JB_MENTION_ORIGIN_GAZETTEER)
            g_array_append_val (near, one);
        }
    }
  g_array_sort (near, compare_near);
  return near;
}

/* What stands inside quotation marks or 《》: what is before them and behind them tells what it is. */
static void
add_quoted (Maker *self, guint at, guint opener, guint closer)
{
  const guint32 *c = self->chars + PAD;
  guint place = (at == opener + 1 ? 1 : 0) | (at + 1 == closer ? 2 : 0);
  guint32 mark = mix (c[opener], place);
  guint k = KIND_QUOTED;

  add (self, k++, mark);
  add (self, k++, mix (mark, MIN (closer - opener, 12)));
  add (self, k++, mix (mark, c[(int) opener - 1]));
  add (self, k++, mix (mark, mix (c[(int) opener - 2], c[(int) opener - 1])));
  add (self, k++, mix (mark, c[closer + 1]));
  add (self, k++, mix (mark, mix (c[closer + 1], c[closer + 2])));
  add (self, k++, mix (mark, c[closer - 1]));
  add (self, k++, mix (mark, mix (c[closer - 2], c[closer - 1])));
  add (self, k++, mix (mark, c[opener + 1]));
  add (self, k++, mix (mark, mix (c[opener + 1], c[opener + 2])));
}

/* By position: the opener before it and the closer behind it on the same level; 0 where there is none. */
static void
find_quotes (const Maker *self, guint *opener, guint *closer)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint8 shape = self->shapes[PAD + i];
      guint8 wanted = shape == 6 ? 7 : 9;

      if (shape != 6 && shape != 8)
        continue;
      for (guint j = i + 1; j < MIN (self->n, i + MAX_QUOTED); j++)
        {
          if (self->shapes[PAD + j] == shape)
            break;
          if (self->shapes[PAD + j] != wanted)
            continue;
          for (guint k = i + 1; k < j; k++)
            {
              opener[k] = i + 1;
              closer[k] = j;
            }
          break;
        }
    }
}

static void
add_topics (Maker *self, GArray *topics, guint start, guint end)
{
  for (guint i = start; i < end;)
    {
      guint next = (guint) word_end (self, (int) i);
      guint32 word = hash_word (self, (int) i, (int) next);
      guint32 key = mix (KIND_TOPIC, word);

      if (next > i + 1 || self->shapes[PAD + i] == 1)
        g_array_append_val (topics, key);
      i = next;
    }
}

static void
cut_topics (Maker *self, JbClues *clues)
{
  g_autoptr(GArray) sentences = jb_sentences_cut (self->scan->text);
  g_autoptr(GArray) topics = g_array_new (FALSE, FALSE, sizeof (guint32));

  clues->n_topics = MAX (sentences->len, 1);
  clues->topic_of = g_new0 (guint, self->n + 1);
  clues->topic_first = g_new0 (guint, clues->n_topics + 1);
  for (guint s = 0; s < sentences->len; s++)
    {
      const JbSpan *span = &g_array_index (sentences, JbSpan, s);

      clues->topic_first[s] = topics->len;
      add_topics (self, topics, (guint) word_start (self, (int) span->start), span->end);
      for (guint i = span->start; i < (s + 1 < sentences->len ? span[1].start : self->n); i++)
        clues->topic_of[i] = s;
    }
  clues->topic_first[clues->n_topics] = topics->len;
  clues->topics = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&topics), FALSE);
}

JbClues *
jb_clues_new (const JbScan *scan, const JbRules *rules)
{
  JbClues *self = g_new0 (JbClues, 1);
  guint n = scan->text->length;
  g_autofree guint32 *chars = g_new (guint32, n + 2 * PAD);
  g_autofree guint8 *shapes = g_new (guint8, n + 2 * PAD);
  g_autofree guint8 *begins = g_new (guint8, n + 1);
  g_autofree guint *opener = g_new0 (guint, n + 1), *closer = g_new0 (guint, n + 1);
  g_autoptr(GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n * 40);
  g_autoptr(GArray) near = NULL;
  guint next = 0;
  Maker maker = { scan, rules, n, chars, shapes, begins, keys };

  jb_segments_cut (scan->text->chars, n, begins);
  fold (&maker);
  cut_long_words (&maker);
  near = list_near (&maker);
  find_quotes (&maker, opener, closer);
  self->length = n;
  self->first = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->first[i] = keys->len;
      add (&maker, KIND_BIAS, 0);
      add_characters (&maker, i);
      add_words (&maker, i);
      add_list_clues (&maker, i);
      add_candidates (&maker, near, i, &next);
      if (opener[i] > 0)
        add_quoted (&maker, i, opener[i] - 1, closer[i]);
    }
  self->first[n] = keys->len;
  cut_topics (&maker, self);
  self->keys = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&keys), FALSE);
  return self;
}

void
jb_clues_free (JbClues *self)
{
  g_free (self->first);
  g_free (self->keys);
  g_free (self->topic_of);
  g_free (self->topic_first);
  g_free (self->topics);
  g_free (self);
}
