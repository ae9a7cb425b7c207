/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence is a bag of character pairs (bigrams of ideographs), which need no segmentation into words. The centroid counts
 * in how many sentences each pair stands; a sentence's centrality is the mean weight of its pairs in it, so that length alone
 * wins nothing. Redundancy is handled greedily: the best sentence is taken, then the best that shares less than half of its
 * pairs with what was taken. */
#include "jb-digest.h"

#include "jb-chars.h"
#include "jb-resource.h"
#include "jb-sentences.h"

#include <math.h>
#include <uchar.h>

#define MIN_SENTENCE 12      /* characters; shorter ones say nothing by themselves */
#define MAX_SENTENCE 220     /* longer ones are lists rather than statements */
#define CHARS_PER_SENTENCE 400
#define MAX_OVERLAP 0.5
#define MAX_BULLET_LABEL 12     /* characters of ◎重点工作： */
#define MAX_AGENCY 16           /* of 新华社北京4月3日电 */
#define MAX_BYLINE 40           /* of （记者 … 通讯员 …） */

typedef struct
{
  JbDigestSentence *sentence;  /* owned until taken */
  GHashTable       *pairs;     /* owned, set of bigrams */
  guint             order;     /* over all articles */
  guint             article;   /* index */
} Candidate;

static void
candidate_free (Candidate *candidate)
{
  g_clear_pointer (&candidate->sentence, jb_digest_sentence_free);
  g_hash_table_unref (candidate->pairs);
  g_free (candidate);
}

void
jb_digest_sentence_free (JbDigestSentence *sentence)
{
  g_object_unref (sentence->article);
  g_free (sentence->text);
  g_free (sentence);
}

static JbDigestSentence *
new_sentence (JbArticle *article, const JbBlock *block, const JbChars *chars, JbSpan span)
{
  JbDigestSentence *sentence = g_new0 (JbDigestSentence, 1);

  sentence->article = g_object_ref (article);
  sentence->start = block->start + span.start;
  sentence->end = block->start + span.end;
  sentence->text = jb_chars_to_utf8 (chars, span.start, span.end);
  return sentence;
}

/* How far a label reaches that stands before the first sentence of a paragraph and is none of its words: 本报讯（记者 …），
 * ◎建设目标：. */
static guint
measure_label (const JbChars *text)
{
  guint i = 0;

  if (text->length > 0 && !jb_char_is_han (text->chars[0]) && !jb_char_is_opener (text->chars[0]) &&
      !g_unichar_isalnum (text->chars[0]))
    {
      while (i < MIN (text->length, MAX_BULLET_LABEL) && text->chars[i] != U'：' && text->chars[i] != ':')
        i++;
      return i < MIN (text->length, MAX_BULLET_LABEL) ? i + 1 : 1;
    }
  while (i < MIN (text->length, MAX_AGENCY) && text->chars[i] != U'讯' && text->chars[i] != U'电')
    i++;
  if (i + 1 >= text->length || (text->chars[i] != U'讯' && text->chars[i] != U'电') ||
      (text->chars[i + 1] != U'（' && text->chars[i + 1] != '('))
    return 0;
  for (guint end = i + 2; end < MIN (text->length, i + MAX_BYLINE); end++)
    if (text->chars[end] == U'）' || text->chars[end] == ')')
      return end + 1;
  return 0;
}

static GHashTable *
collect_pairs (const gunichar *chars, guint n)
{
  GHashTable *pairs = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i + 1 < n; i++)
    if (jb_char_is_han (chars[i]) && jb_char_is_han (chars[i + 1]))
      g_hash_table_add (pairs, GSIZE_TO_POINTER ((gsize) chars[i] << 21 | chars[i + 1]));
  return pairs;
}

/* Shares of @pairs in @others, 0 to 1. */
static double
overlap (GHashTable *pairs, GHashTable *others)
{
  GHashTableIter iter;
  gpointer pair;
  guint shared = 0;

  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    shared += g_hash_table_contains (others, pair);
  return g_hash_table_size (pairs) > 0 ? (double) shared / g_hash_table_size (pairs) : 1.0;
}

static guint
count_mentions (const JbArticle *article, guint start, guint end)
{
  guint n = 0;

  for (guint i = 0; i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);

      n += mention->start >= start && mention->end <= end && mention->state != JB_MENTION_STATE_REJECTED;
    }
  return n;
}

static gboolean
holds_figure (const JbArticle *article, guint start, guint end)
{
  for (guint i = 0; i < article->figures->len; i++)
    {
      const JbFigure *figure = g_ptr_array_index (article->figures, i);

      if (figure->start >= start && figure->end <= end)
        return TRUE;
    }
  return FALSE;
}

static const char *const *
get_leaning_openers (void)
{
  static GStrv openers;

  if (g_once_init_enter (&openers))
    g_once_init_leave (&openers, jb_resource_load_lines ("rules/leaning-openers.txt"));
  return (const char *const *) openers;
}

/* Whether the sentence leans on one before it, and so cannot stand alone: 他强调…, 同时…, 此外…. */
static gboolean
leans_back (const char *text)
{
  const char *const *openers = get_leaning_openers ();

  for (guint i = 0; openers[i] != NULL; i++)
    if (g_str_has_prefix (text, openers[i]))
      return TRUE;
  return FALSE;
}

static void
collect_candidates (JbArticle *article, guint index, GPtrArray *candidates, GHashTable *centroid)
{
  for (guint b = 0; b < article->blocks->len; b++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, b);
      g_autoptr(JbChars) chars = NULL;
      g_autoptr(GArray) spans = NULL;

      if (!jb_block_kind_is_body (block->kind))
        continue;
      chars = jb_chars_new (block->text, -1);
      spans = jb_sentences_cut (chars);
      for (guint i = 0; i < spans->len; i++)
        {
          JbSpan span = g_array_index (spans, JbSpan, i);
          guint length;
          Candidate *candidate;
          GHashTableIter iter;
          gpointer pair;

          if (i == 0)
            span.start = MIN (MAX (span.start, measure_label (chars)), span.end);
          while (span.start < span.end && jb_char_is_blank (chars->chars[span.start]))
            span.start++;
          length = span.end - span.start;
          if (length < MIN_SENTENCE || length > MAX_SENTENCE || !jb_char_ends_sentence (chars->chars[span.end - 1]))
            continue;
          candidate = g_new0 (Candidate, 1);
          candidate->sentence = new_sentence (article, block, chars, span);
          candidate->pairs = collect_pairs (chars->chars + span.start, length);
          candidate->order = candidates->len;
          candidate->article = index;
          g_hash_table_iter_init (&iter, candidate->pairs);
          while (g_hash_table_iter_next (&iter, &pair, NULL))
            g_hash_table_insert (centroid, pair, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (centroid, pair)) + 1));
          g_ptr_array_add (candidates, candidate);
        }
    }
}

static double
score (const Candidate *candidate, GHashTable *centroid, guint place)
{
  const JbDigestSentence *sentence = candidate->sentence;
  guint n_pairs = g_hash_table_size (candidate->pairs);
  double sum = 0;
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, candidate->pairs);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    sum += log (GPOINTER_TO_UINT (g_hash_table_lookup (centroid, pair)));

  return (n_pairs > 0 ? sum / n_pairs : 0) +
         2.0 / (1 + place) +
         0.15 * MIN (count_mentions (sentence->article, sentence->start, sentence->end), 4u) +
         (holds_figure (sentence->article, sentence->start, sentence->end) ? 0.3 : 0) -
         (leans_back (sentence->text) ? 0.8 : 0) -
         (g_str_has_suffix (sentence->text, "？") || g_str_has_suffix (sentence->text, "?") ? 0.8 : 0);
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const Candidate *left = *(const Candidate *const *) a, *right = *(const Candidate *const *) b;

  if (left->sentence->score != right->sentence->score)
    return left->sentence->score > right->sentence->score ? -1 : 1;
  return left->order < right->order ? -1 : 1;
}

static int
compare_orders (gconstpointer a, gconstpointer b)
{
  const Candidate *left = *(const Candidate *const *) a, *right = *(const Candidate *const *) b;

  return left->order < right->order ? -1 : 1;
}

static guint
default_length (GPtrArray *articles)
{
  guint n_chars = 0;

  for (guint i = 0; i < articles->len; i++)
    n_chars += jb_article_get_length (g_ptr_array_index (articles, i));
  return MAX (n_chars / CHARS_PER_SENTENCE, articles->len);
}

static gboolean
repeats (const Candidate *candidate, GPtrArray *taken)
{
  for (guint i = 0; i < taken->len; i++)
    if (overlap (candidate->pairs, ((Candidate *) g_ptr_array_index (taken, i))->pairs) > MAX_OVERLAP)
      return TRUE;
  return FALSE;
}

/* First the best of every article in turn, so that none is forgotten, then the best of what is left. */
static GPtrArray *
select_best (GPtrArray *candidates, guint n_articles, guint n_sentences)
{
  GPtrArray *taken = g_ptr_array_new ();
  g_autofree gboolean *heard = g_new0 (gboolean, n_articles);

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < candidates->len && taken->len < n_sentences; i++)
      {
        Candidate *candidate = g_ptr_array_index (candidates, i);

        if ((round == 0 && heard[candidate->article]) || g_ptr_array_find (taken, candidate, NULL) || repeats (candidate, taken))
          continue;
        heard[candidate->article] = TRUE;
        g_ptr_array_add (taken, candidate);
      }
  return taken;
}

GPtrArray *
jb_digest_make (GPtrArray *articles, guint n_sentences)
{
  GPtrArray *digest = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_digest_sentence_free);
  g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  g_autoptr(GHashTable) centroid = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) taken = NULL;

  for (guint i = 0; i < articles->len; i++)
    collect_candidates (g_ptr_array_index (articles, i), i, candidates, centroid);
  for (guint i = 0, place = 0; i < candidates->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (candidates, i);
      const Candidate *before = i > 0 ? g_ptr_array_index (candidates, i - 1) : NULL;

      place = before != NULL && before->article == candidate->article ? place + 1 : 0;
      candidate->sentence->score = score (candidate, centroid, place);
    }
  g_ptr_array_sort (candidates, compare_scores);
  taken = select_best (candidates, articles->len, n_sentences > 0 ? n_sentences : default_length (articles));
  g_ptr_array_sort (taken, compare_orders);
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_add (digest, g_steal_pointer (&((Candidate *) g_ptr_array_index (taken, i))->sentence));
  return digest;
}

struct _JbSentenceFinder
{
  JbArticle     *article;  /* owned */
  const JbBlock *block;    /* that was cut last, NULL before the first */
  JbChars       *chars;    /* owned, its text, NULL likewise */
  GArray        *spans;    /* owned, of JbSpan, its sentences, NULL likewise */
};

JbSentenceFinder *
jb_sentence_finder_new (JbArticle *article)
{
  JbSentenceFinder *self = g_new0 (JbSentenceFinder, 1);

  self->article = g_object_ref (article);
  return self;
}

void
jb_sentence_finder_free (JbSentenceFinder *self)
{
  g_object_unref (self->article);
  g_clear_pointer (&self->chars, jb_chars_free);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

JbDigestSentence *
jb_sentence_finder_find (JbSentenceFinder *self, guint offset)
{
  const JbBlock *block;
  guint low = 0, high;

  if (self->article->blocks->len == 0 || offset >= jb_article_get_length (self->article))
    return NULL;
  block = g_ptr_array_index (self->article->blocks, jb_article_find_block (self->article, offset));
  if (block != self->block)
    {
      g_clear_pointer (&self->chars, jb_chars_free);
      g_clear_pointer (&self->spans, g_array_unref);
      self->block = block;
      self->chars = jb_chars_new (block->text, -1);
      self->spans = jb_sentences_cut (self->chars);
    }
  if (self->spans->len == 0)
    return NULL;
  /* the first that ends behind the place, else the last */
  for (high = self->spans->len - 1; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (offset < block->start + g_array_index (self->spans, JbSpan, middle).end)
        high = middle;
      else
        low = middle + 1;
    }
  return new_sentence (self->article, block, self->chars, g_array_index (self->spans, JbSpan, low));
}

JbDigestSentence *
jb_digest_find_sentence (JbArticle *article, guint offset)
{
  g_autoptr(JbSentenceFinder) finder = jb_sentence_finder_new (article);

  return jb_sentence_finder_find (finder, offset);
}
