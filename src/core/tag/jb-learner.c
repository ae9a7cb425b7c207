/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-learner-private.h"

#include "jb-model-enums.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (JbLearner, jb_learner, jb_learner_ref, jb_learner_unref)

JbLearner *
jb_learner_ref (JbLearner *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jb_learner_unref (JbLearner *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_strfreev (self->types);
  g_free (self->native);
  g_free (self->speaks);
  g_free (self->scores);
  g_free (self->transitions);
  g_free (self->keys);
  g_free (self->weights);
  g_free (self->slots);
  g_free (self);
}

static inline guint
get_slot (const JbLearner *self, guint32 key)
{
  return (key * 0x9e3779b1u) & self->slot_mask;
}

void
jb_learner_index (JbLearner *self)
{
  guint32 at = 1;

  self->native = g_new (int, self->shape.n_types + 1);
  self->is_native = TRUE;
  for (guint t = 0; t < self->shape.n_types; t++)
    {
      self->native[t] = -1;
      self->is_native &= jb_enum_from_nick (JB_TYPE_ENTITY_TYPE, self->types[t], &self->native[t]);
    }
  for (self->slot_mask = 15; self->slot_mask < self->n_clues * 2; self->slot_mask = self->slot_mask * 2 + 1)
    ;
  self->slots = g_new0 (JbClueSlot, (gsize) self->slot_mask + 1);
  for (guint i = 0; i < self->n_clues; i++)
    {
      guint slot = get_slot (self, self->keys[i]);

      while (self->slots[slot].at != 0)
        slot = (slot + 1) & self->slot_mask;
      self->slots[slot] = (JbClueSlot) { self->keys[i], at };
      at += 1u + self->weights[at];
    }
}

/* So many clues are looked up at a time. Nearly every look goes to memory that is in no cache; asked for ahead, they come
 * together. */
#define N_AHEAD 64

/* Adds the weights of clues, counted in units, to @sums. */
static void
add_weights (const JbLearner *self, const guint32 *keys, guint n, gint32 *sums)
{
  const guint16 *found[N_AHEAD];
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&self->slots[get_slot (self, keys[i])]);
  for (guint i = 0; i < n; i++)
    {
      guint slot = get_slot (self, keys[i]);

      while (self->slots[slot].at != 0 && self->slots[slot].key != keys[i])
        slot = (slot + 1) & self->slot_mask;
      if (self->slots[slot].at == 0)
        continue;
      found[n_found] = self->weights + self->slots[slot].at;
      __builtin_prefetch (found[n_found++]);
    }
  for (guint i = 0; i < n_found; i++)
    for (guint w = 1; w <= *found[i]; w++)
      sums[JB_WEIGHT_LABEL (found[i][w])] += JB_WEIGHT_WEIGHT (found[i][w]);
}

static void
add_all_weights (const JbLearner *self, const guint32 *keys, guint n, gint32 *sums)
{
  for (guint i = 0; i < n; i += N_AHEAD)
    add_weights (self, keys + i, MIN (N_AHEAD, n - i), sums);
}

void
jb_learner_score (const JbLearner *self, const JbClues *clues, float *score)
{
  const JbCrfShape *shape = &self->shape;
  g_autofree gint32 *sums = g_new (gint32, shape->n_labels), *topic = g_new (gint32, shape->n_labels);
  guint t = G_MAXUINT;

  for (guint i = 0; i < clues->length; i++)
    {
      float *here = score + (gsize) i * shape->stride;

      memset (sums, 0, shape->n_labels * sizeof (gint32));
      add_all_weights (self, clues->keys + clues->first[i], clues->first[i + 1] - clues->first[i], sums);
      if (clues->topic_of[i] != t)
        {
          t = clues->topic_of[i];
          memset (topic, 0, shape->n_labels * sizeof (gint32));
          add_all_weights (self, clues->topics + clues->topic_first[t], clues->topic_first[t + 1] - clues->topic_first[t], topic);
        }
      for (guint y = 0; y < shape->n_types; y++)
        {
          sums[JB_CRF_B (shape, y)] += topic[y];
          sums[JB_CRF_S (shape, y)] += topic[y];
        }
      for (guint y = 0; y < shape->n_labels; y++)
        here[y] = self->unit * (float) sums[y];
    }
}

guint
jb_learner_get_n_types (const JbLearner *self)
{
  return self->shape.n_types;
}

const char *
jb_learner_get_type_name (const JbLearner *self, guint type)
{
  g_return_val_if_fail (type < self->shape.n_types, NULL);

  return self->types[type];
}

gboolean
jb_learner_is_in_use (const JbLearner *self)
{
  for (guint t = 0; t < self->shape.n_types; t++)
    if (self->speaks[t])
      return TRUE;
  return FALSE;
}

gboolean
jb_learner_is_native (const JbLearner *self)
{
  return self->is_native;
}

const JbLearnerReport *
jb_learner_get_report (const JbLearner *self)
{
  return &self->report;
}

const JbLearnerScore *
jb_learner_get_score (const JbLearner *self, guint type)
{
  g_return_val_if_fail (type < self->shape.n_types, NULL);

  return &self->scores[type];
}

gboolean
jb_learner_speaks_for (const JbLearner *self, guint type)
{
  g_return_val_if_fail (type < self->shape.n_types, FALSE);

  return self->speaks[type];
}

double
jb_learner_f1 (guint n_right, guint n_found, guint n_gold)
{
  return n_found + n_gold > 0 ? 2.0 * n_right / (n_found + n_gold) : 0;
}

static void
found_cb (guint start, guint end, guint type, double probability, gpointer data)
{
  JbLearned span = { start, end, type, (float) probability };

  g_array_append_val ((GArray *) data, span);
}

/* Of the spans, which are in order of their beginnings, the choice without overlap that promises most: a name is worth what its
 * probability is above the threshold. Where right names are to be found and wrong ones avoided, that beats the most probable
 * labels of the whole text. */
GArray *
jb_learner_choose (const JbLearner *self, const GArray *spans, guint length)
{
  float threshold = self->threshold;
  g_autofree double *best = g_new0 (double, length + 1);
  g_autofree guint *taken = g_new0 (guint, length + 1);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (JbLearned));
  guint s = spans->len;

  for (guint i = length; i-- > 0;)
    {
      best[i] = best[i + 1];
      for (; s > 0 && g_array_index (spans, JbLearned, s - 1).start == i; s--)
        {
          const JbLearned *span = &g_array_index (spans, JbLearned, s - 1);
          double worth = span->probability - threshold + best[span->end];

          if (self->speaks[span->type] && span->probability > threshold && worth > best[i])
            {
              best[i] = worth;
              taken[i] = s;
            }
        }
    }
  for (guint i = 0; i < length;)
    if (taken[i] > 0)
      {
        g_array_append_val (chosen, g_array_index (spans, JbLearned, taken[i] - 1));
        i = g_array_index (spans, JbLearned, taken[i] - 1).end;
      }
    else
      i++;
  return chosen;
}

GArray *
jb_learner_list (const JbLearner *self, const JbClues *clues, double least)
{
  g_autoptr(JbLattice) lattice = jb_lattice_new (&self->shape);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (JbLearned));
  float *score = jb_lattice_begin (lattice, clues->length);

  jb_lattice_set_transitions (lattice, self->transitions);
  jb_learner_score (self, clues, score);
  if (jb_lattice_run (lattice, NULL))
    jb_lattice_foreach_span (lattice, least, found_cb, spans);
  return spans;
}

GArray *
jb_learner_find (const JbLearner *self, const JbClues *clues)
{
  g_autoptr(GArray) spans = jb_learner_list (self, clues, self->threshold);

  return jb_learner_choose (self, spans, clues->length);
}

/* Returns: the learner's number for one of our types, -1 where it has not met it */
static int
find_native (const JbLearner *self, JbEntityType type)
{
  for (guint t = 0; t < self->shape.n_types; t++)
    if (self->native[t] == (int) type)
      return (int) t;
  return -1;
}

/* @found: in order, without overlap */
static const JbLearned *
find_learned (const GArray *found, guint start, guint end, guint type)
{
  guint low = 0, high = found->len;
  const JbLearned *learned;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (found, JbLearned, middle).start < start)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == found->len)
    return NULL;
  learned = &g_array_index (found, JbLearned, low);
  return learned->start == start && learned->end == end && learned->type == type ? learned : NULL;
}

/* Whether a rule's candidate stays; its confidence is then what the learner thinks of it. */
static gboolean
judge (const JbLearner *self, JbCandidate *candidate, const GArray *found)
{
  int type = find_native (self, candidate->type);
  const JbLearned *learned;

  if (type < 0)
    return self->is_native;
  if (!self->speaks[type])
    return TRUE;
  learned = find_learned (found, candidate->start, candidate->end, (guint) type);
  if (candidate->origin == JB_MENTION_ORIGIN_GAZETTEER)
    return TRUE;
  if (learned != NULL)
    candidate->confidence = learned->probability;
  return learned != NULL;
}

/* Returns: the first position behind all of them */
static guint
get_reach (const GArray *candidates, const GArray *found)
{
  guint reach = found->len > 0 ? g_array_index (found, JbLearned, found->len - 1).end : 0;

  for (guint i = 0; i < candidates->len; i++)
    reach = MAX (reach, g_array_index (candidates, JbCandidate, i).end);
  return reach;
}

/* The learner sees no names within names. One that the rules see there goes with the name around it, which arbitration put before
 * it. @over: zeros, by position */
static void
keep_nested (const JbLearner *self, const GArray *candidates, guint8 *stays, guint *over)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const JbCandidate *candidate = &g_array_index (candidates, JbCandidate, i);
      guint outer = over[candidate->start];  /* + 1; the narrowest around it, since of two that overlap one holds the other */

      if (!stays[i] && outer > 0 && stays[outer - 1] && find_native (self, candidate->type) >= 0)
        stays[i] = TRUE;
      for (guint at = candidate->start; at < candidate->end; at++)
        over[at] = i + 1;
    }
}

static void
add_learned (const JbLearner *self, const JbLearned *learned, GArray *candidates)
{
  JbCandidate candidate = {
    .start = learned->start, .end = learned->end, .type = MAX (self->native[learned->type], 0),
    .origin = JB_MENTION_ORIGIN_LEARNED, .confidence = learned->probability, .rule = "learned",
    .label = self->native[learned->type] < 0 ? self->types[learned->type] : NULL,
  };

  g_array_append_val (candidates, candidate);
}

GArray *
jb_learner_combine (const JbLearner *self, GArray *candidates, const GArray *found)
{
  GArray *kept = jb_candidates_new ();
  guint reach = get_reach (candidates, found);
  g_autofree guint8 *stays = g_malloc0 (candidates->len + 1), *taken = g_malloc0 ((gsize) reach + 1);
  g_autofree guint *over = g_new0 (guint, (gsize) reach + 1);

  for (guint i = 0; i < candidates->len; i++)
    stays[i] = judge (self, &g_array_index (candidates, JbCandidate, i), found);
  keep_nested (self, candidates, stays, over);
  for (guint i = 0; i < candidates->len; i++)
    {
      JbCandidate *candidate = &g_array_index (candidates, JbCandidate, i);

      if (!stays[i])
        continue;
      memset (taken + candidate->start, 1, candidate->end - candidate->start);
      g_array_append_val (kept, *candidate);
      candidate->name = NULL;
    }
  for (guint i = 0; i < found->len; i++)
    {
      const JbLearned *learned = &g_array_index (found, JbLearned, i);

      if (memchr (taken + learned->start, 1, learned->end - learned->start) == NULL)
        add_learned (self, learned, kept);
    }
  return kept;
}

void
jb_learner_apply (const JbLearner *self, JbScan *scan, const JbRules *rules)
{
  g_autoptr(JbClues) clues = NULL;
  g_autoptr(GArray) found = NULL;
  GArray *combined;

  if (!jb_learner_is_in_use (self))
    return;
  clues = jb_clues_new (scan, rules);
  found = jb_learner_find (self, clues);
  combined = jb_learner_combine (self, scan->candidates, found);
  g_array_unref (scan->candidates);
  scan->candidates = combined;
}
