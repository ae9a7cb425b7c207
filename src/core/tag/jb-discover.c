/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-discover.h"

#include "jb-ngrams.h"
#include "jb-resource.h"
#include "jb-rules.h"
#include "jb-segments.h"
#include "jb-trie.h"

#include <math.h>
#include <string.h>

/* What a string must have to be looked at. */
#define LEAST_TIMES 4
#define LEAST_ARTICLES 2
#define LEAST_FREEDOM 1.0
#define LEAST_COHESION 3.0
#define LEAST_BURST 0.3
#define WORD_PENALTY 4    /* for what general words alone make up */
#define MOST_GENERAL 0.5  /* share of its pairs of characters that the language of official papers is made of */

/* Above these, more does not make a better name. */
#define ENOUGH_FREEDOM 3.0
#define ENOUGH_COHESION 12.0

struct _JbDiscover
{
  const JbRules *rules;
  GHashTable    *general;   /* owned set of pairs of characters, as by get_pair() */
  GHashTable    *units;     /* owned set of what is counted by */
  JbTrie        *known;     /* owned */
  JbNgrams      *ngrams;    /* owned */
  GArray        *starts;    /* owned, of guint: by text, place of its first character */
  guint          n_articles;
  GArray        *hits;      /* owned, of JbTrieHit: scratch */
};

/* The lists whose words are no names: the language of bulletins. */
#define PLAIN_LISTS (JB_WORD_BIT (JB_WORD_COMMON) | JB_WORD_BIT (JB_WORD_BOUNDARY) | JB_WORD_BIT (JB_WORD_GENERIC_BODY) | \
                     JB_WORD_BIT (JB_WORD_QUANTIFIER) | JB_WORD_BIT (JB_WORD_PHASE) | JB_WORD_BIT (JB_WORD_POST) | \
                     JB_WORD_BIT (JB_WORD_POST_OTHER) | JB_WORD_BIT (JB_WORD_SPEECH) | JB_WORD_BIT (JB_WORD_HONORIFIC) | \
                     JB_WORD_BIT (JB_WORD_LEVEL) | JB_WORD_BIT (JB_WORD_LIST_HEAD) | JB_WORD_BIT (JB_WORD_QUOTED_HEAD) | \
                     JB_WORD_BIT (JB_WORD_CAMPAIGN_HEAD) | JB_WORD_BIT (JB_WORD_CAMPAIGN) | JB_WORD_BIT (JB_WORD_SYSTEM_HEAD) | \
                     JB_WORD_BIT (JB_WORD_SYSTEM_WORD) | JB_WORD_BIT (JB_WORD_SYSTEM_GENERIC) | \
                     JB_WORD_BIT (JB_WORD_SLOGAN_NOUN) | JB_WORD_BIT (JB_WORD_BUILD_VERB) | JB_WORD_BIT (JB_WORD_COUNTRY) | \
                     JB_WORD_BIT (JB_WORD_PROVINCE) | JB_WORD_BIT (JB_WORD_CITY) | JB_WORD_BIT (JB_WORD_ORGANISATION))

/* A string does not begin or end with a single character of these. */
#define EDGE_LISTS (JB_WORD_BIT (JB_WORD_BOUNDARY) | JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK) | JB_WORD_BIT (JB_WORD_NOT_IN_NAME) | \
                    JB_WORD_BIT (JB_WORD_QUANTIFIER))

static gpointer
get_pair (gunichar first, gunichar second)
{
  return GSIZE_TO_POINTER ((gsize) first << 21 | second);
}

static GHashTable *
load_pairs (void)
{
  GHashTable *pairs = g_hash_table_new (NULL, NULL);
  g_auto(GStrv) lines = jb_resource_load_lines ("rules/page-bigrams.txt");

  for (guint i = 0; lines[i] != NULL; i++)
    g_hash_table_add (pairs, get_pair (g_utf8_get_char (lines[i]), g_utf8_get_char (g_utf8_next_char (lines[i]))));
  return pairs;
}

static GHashTable *
load_units (void)
{
  GHashTable *units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) lines = jb_resource_load_lines ("rules/figure-units.txt");

  for (guint i = 0; lines[i] != NULL; i++)
    g_hash_table_add (units, g_strndup (lines[i], strcspn (lines[i], " \t")));
  return units;
}

JbDiscover *
jb_discover_new (const char *const *known, gsize n_known)
{
  JbDiscover *self = g_new0 (JbDiscover, 1);

  self->rules = jb_rules_get ();
  self->general = load_pairs ();
  self->units = load_units ();
  self->known = jb_trie_new (known, n_known);
  self->ngrams = jb_ngrams_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hits = g_array_new (FALSE, FALSE, sizeof (JbTrieHit));
  return self;
}

void
jb_discover_free (JbDiscover *self)
{
  g_hash_table_unref (self->general);
  g_hash_table_unref (self->units);
  jb_trie_free (self->known);
  jb_ngrams_free (self->ngrams);
  g_array_unref (self->starts);
  g_array_unref (self->hits);
  g_free (self);
}

static void
discovery_free (JbDiscovery *discovery)
{
  g_free (discovery->text);
  g_free (discovery);
}

static void
mask_known (JbDiscover *self, const JbChars *text, guint8 *flags)
{
  g_array_set_size (self->hits, 0);
  jb_trie_find (self->known, text->chars, text->length, self->hits);
  for (guint i = 0; i < self->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (self->hits, JbTrieHit, i);

      for (guint c = hit->start; c < hit->end && hit->end - hit->start >= 2; c++)
        flags[c] |= JB_NGRAM_MASKED;
    }
}

/* The longest plain word from left to right, as far as words of the lists go. */
static void
mark_words (JbDiscover *self, const JbChars *text, guint8 *flags)
{
  guint next = 0;

  g_array_set_size (self->hits, 0);
  jb_trie_find (self->rules->trie, text->chars, text->length, self->hits);
  for (guint i = 0; i < self->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (self->hits, JbTrieHit, i);
      guint end = 0;

      if (hit->start < next)
        continue;
      for (guint k = i; k < self->hits->len && g_array_index (self->hits, JbTrieHit, k).start == hit->start; k++)
        if (self->rules->words[g_array_index (self->hits, JbTrieHit, k).key].lists & PLAIN_LISTS)
          end = g_array_index (self->hits, JbTrieHit, k).end;
      if (end < hit->start + 2)
        continue;
      for (guint c = hit->start; c < end; c++)
        flags[c] |= JB_NGRAM_PLAIN | (c > hit->start ? JB_NGRAM_TEARS : 0);
      next = end;
    }
}

void
jb_discover_add (JbDiscover *self, guint article, const char *text)
{
  g_autoptr(JbChars) chars = jb_chars_new (text, -1);
  g_autofree guint8 *flags = g_new0 (guint8, chars->length + 1);
  guint place;

  mask_known (self, chars, flags);
  mark_words (self, chars, flags);
  place = jb_ngrams_add (self->ngrams, article, chars, flags);
  g_array_append_val (self->starts, place);
  self->n_articles = MAX (self->n_articles, article + 1);
}

/* ---- what is a name ---- */

static const JbRuleWord *
find_word (const JbRules *rules, const gunichar *chars, guint length)
{
  int key = jb_trie_lookup (rules->trie, chars, length);

  return key >= 0 ? &rules->words[key] : NULL;
}

static gboolean
is_edge (const JbRules *rules, gunichar c)
{
  const JbRuleWord *word = find_word (rules, &c, 1);

  return word != NULL && word->lists & EDGE_LISTS;
}

/* Whether a plain word of two characters or more stands at the beginning or the end. */
static gboolean
has_plain_edge (const JbRules *rules, const gunichar *chars, guint length, JbWordSet lists, gboolean at_end)
{
  for (guint n = 2; n <= length; n++)
    {
      const JbRuleWord *word = find_word (rules, at_end ? chars + length - n : chars, n);

      if (word != NULL && word->lists & lists)
        return TRUE;
    }
  return FALSE;
}

/* Returns: a JbEntityType by the ending; -1 for none */
static int
guess_type (const JbRules *rules, const gunichar *chars, guint length)
{
  const JbRuleWord *word;

  for (guint n = length - 1; n >= 1; n--)
    {
      word = find_word (rules, chars + length - n, n);
      if (word != NULL && word->lists & JB_WORD_BIT (JB_WORD_SUFFIX) && length - n >= word->suffix.min)
        return (int) word->suffix.type;
    }
  return -1;
}

/* How much rarer the articles with it are than if its occurrences were strewn about: words of the language are, names are not
 * (residual inverse document frequency; Church and Gale, "Poisson mixtures", 1995). Bits. */
static double
get_burst (const JbDiscover *self, const JbNgram *ngram)
{
  double n = self->n_articles;

  return log2 (n / ngram->n_documents) + log2 (1 - exp (-(double) ngram->n_times / n));
}

static double
get_general_share (const JbDiscover *self, const gunichar *chars, guint length)
{
  guint n = 0;

  for (guint i = 0; i + 1 < length; i++)
    n += g_hash_table_contains (self->general, get_pair (chars[i], chars[i + 1]));
  return (double) n / (length - 1);
}

/* 万吨, 五年, 第二 */
static gboolean
is_count (const JbDiscover *self, const gunichar *chars, guint length)
{
  guint start = chars[0] == 0x7b2c /* 第 */ ? 1 : 0, n = start;
  g_autofree char *unit = NULL;

  while (n < length && jb_char_is_numeral (chars[n]))
    n++;
  if (n == start)
    return FALSE;
  unit = g_ucs4_to_utf8 (chars + n, length - n, NULL, NULL, NULL);
  return *unit == '\0' || g_hash_table_contains (self->units, unit) || start > 0;
}

/* How many words of the dictionary of general Chinese make up the string; 0 where a character of it stands in none, as in most
 * names. */
static guint
count_words (const JbChars *chars)
{
  g_autofree guint8 *begins = g_new (guint8, chars->length + 1);
  guint n_words = 0, start = 0;

  jb_segments_cut (chars->chars, chars->length, begins);
  for (guint i = 1; i <= chars->length; i++)
    if (begins[i])
      {
        if (i - start < 2)
          return 0;
        n_words++;
        start = i;
      }
  return n_words;
}

static gboolean
is_nameable (const JbDiscover *self, const JbNgram *ngram, const gunichar *chars)
{
  const JbRules *rules = self->rules;
  guint length = ngram->length;

  if (ngram->n_torn * 2 > ngram->n_times || ngram->n_plain * 2 > ngram->n_times || get_burst (self, ngram) < LEAST_BURST ||
      get_general_share (self, chars, length) >= MOST_GENERAL || is_count (self, chars, length))
    return FALSE;
  if (is_edge (rules, chars[0]) || is_edge (rules, chars[length - 1]))
    return FALSE;
  return !has_plain_edge (rules, chars, length, JB_WORD_BIT (JB_WORD_BOUNDARY) | JB_WORD_BIT (JB_WORD_BUILD_VERB), FALSE) &&
         !has_plain_edge (rules, chars, length, JB_WORD_BIT (JB_WORD_BOUNDARY) | JB_WORD_BIT (JB_WORD_BUILD_VERB), TRUE);
}

static double
get_score (const JbDiscover *self, const JbNgram *ngram)
{
  double freedom = MIN (MIN (ngram->left, ngram->right), ENOUGH_FREEDOM);
  double cohesion = MIN (ngram->cohesion, ENOUGH_COHESION);

  return (freedom + cohesion / 4) * get_burst (self, ngram) * log2 (1 + ngram->n_times);
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const JbDiscovery *x = *(const JbDiscovery *const *) a, *y = *(const JbDiscovery *const *) b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return strcmp (x->text, y->text);
}

static JbDiscovery *
discovery_new (const JbDiscover *self, const JbNgram *ngram, char *text, const JbChars *chars)
{
  JbDiscovery *discovery = g_new (JbDiscovery, 1);
  guint low = 0, high = self->starts->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->starts, guint, middle) <= ngram->place)
        low = middle;
      else
        high = middle;
    }
  *discovery = (JbDiscovery) {
    text, guess_type (self->rules, chars->chars, chars->length), ngram->n_times, ngram->n_documents,
    get_score (self, ngram) / (count_words (chars) > 0 ? WORD_PENALTY : 1),
    low, ngram->place - g_array_index (self->starts, guint, low),
  };
  return discovery;
}

/* Of two of which one is a part of the other, the better one stays. */
static gboolean
overlaps (GPtrArray *chosen, const char *text)
{
  for (guint i = 0; i < chosen->len; i++)
    {
      const char *other = ((JbDiscovery *) g_ptr_array_index (chosen, i))->text;

      if (strstr (other, text) != NULL || strstr (text, other) != NULL)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
jb_discover_find (JbDiscover *self, guint limit)
{
  g_autoptr(GArray) ngrams = jb_ngrams_find (self->ngrams, LEAST_TIMES, LEAST_ARTICLES, LEAST_FREEDOM, LEAST_COHESION);
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) discovery_free);

  for (guint i = 0; i < ngrams->len; i++)
    {
      const JbNgram *ngram = &g_array_index (ngrams, JbNgram, i);
      g_autofree char *text = jb_ngrams_dup_text (self->ngrams, ngram);
      g_autoptr(JbChars) chars = jb_chars_new (text, -1);

      if (is_nameable (self, ngram, chars->chars) && count_words (chars) != 1)
        g_ptr_array_add (all, discovery_new (self, ngram, g_steal_pointer (&text), chars));
    }
  g_ptr_array_sort (all, compare_scores);
  for (guint i = 0; i < all->len; i++)
    {
      JbDiscovery *discovery = g_ptr_array_index (all, i);

      if (chosen->len < limit && !overlaps (chosen, discovery->text))
        g_ptr_array_add (chosen, discovery);
      else
        discovery_free (discovery);
    }
  return chosen;
}
