/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-trainer.h"

#include "jb-learner-private.h"
#include "jb-training.h"

#include <math.h>
#include <string.h>

/* Up to so many lessons every part is held back once. */
#define FEW_LESSONS 1000
#define MAX_TYPES 60
#define MARGIN 0.4  /* of F1, for a single label; it shrinks with the root of their number */

/* What a name must be probable to, at least: the one that does best is taken. */
static const float thresholds[] = { 0.15f, 0.2f, 0.25f, 0.3f, 0.35f, 0.4f, 0.5f, 0.6f };

struct _JbTrainer
{
  GObject    parent_instance;

  GPtrArray *lessons;  /* owned, of JbLesson */
  GPtrArray *types;    /* owned, of char *: as they come, by index */
  guint      n_labels;
};

G_DEFINE_FINAL_TYPE (JbTrainer, jb_trainer, G_TYPE_OBJECT)

/* What is found on the lessons that are held back. */
typedef struct
{
  const JbTrainer *trainer;
  GPtrArray       *found;  /* owned, by lesson, NULL where it is not held back: GArray of JbLearned, all that is not hopeless */
  JbLearner       *last;   /* owned, stands for all when it comes to combining */
} Trial;

typedef struct
{
  JbTrainerProgress func;
  gpointer          data;
  guint             run, n_runs;
} Steps;

static void
jb_trainer_finalize (GObject *object)
{
  JbTrainer *self = JB_TRAINER (object);

  g_ptr_array_unref (self->lessons);
  g_ptr_array_unref (self->types);
  G_OBJECT_CLASS (jb_trainer_parent_class)->finalize (object);
}

static void
jb_trainer_class_init (JbTrainerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_trainer_finalize;
}

static void
jb_trainer_init (JbTrainer *self)
{
  self->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_lesson_free);
  self->types = g_ptr_array_new_with_free_func (g_free);
}

JbTrainer *
jb_trainer_new (void)
{
  return g_object_new (JB_TYPE_TRAINER, NULL);
}

static guint
find_or_add_type (JbTrainer *self, const char *name)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->types, name, g_str_equal, &index))
    return index;
  g_ptr_array_add (self->types, g_strdup (name));
  return self->types->len - 1;
}

static int
compare_longest (gconstpointer a, gconstpointer b)
{
  const JbLabel *left = a, *right = b;
  guint left_length = left->end - left->start, right_length = right->end - right->start;

  if (left_length != right_length)
    return left_length > right_length ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return (int) left->type - (int) right->type;
}

static int
compare_start (gconstpointer a, gconstpointer b)
{
  return (int) ((const JbLabel *) a)->start - (int) ((const JbLabel *) b)->start;
}

/* Of labels that overlap only the longest stays. The others go to @nested. Both are then in order. */
static GArray *
flatten (GArray *labels, guint length, GArray *nested)
{
  GArray *flat = g_array_new (FALSE, FALSE, sizeof (JbLabel));
  g_autofree guint8 *taken = g_malloc0 (length + 1);

  g_array_sort (labels, compare_longest);
  for (guint i = 0; i < labels->len; i++)
    {
      const JbLabel *label = &g_array_index (labels, JbLabel, i);

      if (memchr (taken + label->start, 1, label->end - label->start) != NULL)
        {
          g_array_append_val (nested, *label);
          continue;
        }
      memset (taken + label->start, 1, label->end - label->start);
      g_array_append_val (flat, *label);
    }
  g_array_sort (flat, compare_start);
  g_array_sort (nested, compare_start);
  return flat;
}

static GArray *
dup_candidates (const GArray *candidates)
{
  GArray *copy = jb_candidates_new ();

  for (guint i = 0; i < candidates->len; i++)
    {
      JbCandidate candidate = g_array_index (candidates, JbCandidate, i);

      candidate.name = NULL;
      g_array_append_val (copy, candidate);
    }
  return copy;
}

void
jb_trainer_add (JbTrainer *self, const JbScan *scan, const char *group, const JbTrainerLabel *labels, guint n_labels,
                const guint8 *unknown)
{
  guint length = scan->text->length;
  g_autoptr(GArray) numbered = g_array_new (FALSE, FALSE, sizeof (JbLabel));
  JbLesson *lesson;

  g_return_if_fail (JB_IS_TRAINER (self));

  if (length == 0)
    return;
  for (guint i = 0; i < n_labels; i++)
    if (labels[i].start < labels[i].end && labels[i].end <= length)
      {
        JbLabel label = { labels[i].start, labels[i].end, find_or_add_type (self, labels[i].type) };

        g_array_append_val (numbered, label);
      }
  lesson = g_new0 (JbLesson, 1);
  lesson->clues = jb_clues_new (scan, jb_rules_get ());
  lesson->nested = g_array_new (FALSE, FALSE, sizeof (JbLabel));
  lesson->labels = flatten (numbered, length, lesson->nested);
  lesson->candidates = dup_candidates (scan->candidates);
  lesson->unknown = unknown != NULL ? g_memdup2 (unknown, length) : NULL;
  /* multiplied, since similar names of groups have similar hashes */
  lesson->fold = (g_str_hash (group) * 2654435761u >> 16) % JB_N_FOLDS;
  self->n_labels += lesson->labels->len;
  g_ptr_array_add (self->lessons, lesson);
}

guint
jb_trainer_get_n_labels (JbTrainer *self)
{
  return self->n_labels;
}

/* The types by name, at most MAX_TYPES: those met first. */
static GStrv
dup_types (const JbTrainer *self)
{
  g_autoptr(GStrvBuilder) types = g_strv_builder_new ();

  for (guint i = 0; i < MIN (self->types->len, MAX_TYPES); i++)
    g_strv_builder_add (types, g_ptr_array_index (self->types, i));
  return g_strv_builder_end (types);
}

/* Labels of types beyond those that are learned become unknown to all. */
static void
drop_rare_types (JbTrainer *self)
{
  for (guint i = 0; i < self->lessons->len && self->types->len > MAX_TYPES; i++)
    {
      GArray *labels = ((JbLesson *) g_ptr_array_index (self->lessons, i))->labels;

      for (guint l = labels->len; l-- > 0;)
        if (g_array_index (labels, JbLabel, l).type >= MAX_TYPES)
          g_array_remove_index (labels, l);
    }
}

static gboolean
is_decided (const JbLesson *lesson, guint start, guint end)
{
  return lesson->unknown == NULL || memchr (lesson->unknown + start, 1, end - start) == NULL;
}

/* @labels: in the order of their beginnings */
static gboolean
is_label (const GArray *labels, guint start, guint end, guint type)
{
  guint low = 0, high = labels->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (labels, JbLabel, middle).start < start)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < labels->len && g_array_index (labels, JbLabel, low).start == start; low++)
    {
      const JbLabel *label = &g_array_index (labels, JbLabel, low);

      if (label->end == end && label->type == type)
        return TRUE;
    }
  return FALSE;
}

/* Which of the learner's types a candidate is of; -1 for none. */
static int
get_type (const JbLearner *learner, const JbCandidate *candidate)
{
  for (guint t = 0; t < learner->shape.n_types; t++)
    if (candidate->label != NULL ? strcmp (candidate->label, learner->types[t]) == 0
                                 : learner->native[t] == (int) candidate->type)
      return (int) t;
  return -1;
}

/* Counts what of @candidates is found and what of it is right. A label within another counts for nobody, since only the rules
 * could find it. */
static void
count (const JbLearner *learner, const JbLesson *lesson, const GArray *candidates, guint *n_found, guint *n_right)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const JbCandidate *candidate = &g_array_index (candidates, JbCandidate, i);
      int type = get_type (learner, candidate);

      if (type < 0 || !is_decided (lesson, candidate->start, candidate->end) ||
          is_label (lesson->nested, candidate->start, candidate->end, (guint) type))
        continue;
      n_found[type]++;
      n_right[type] += is_label (lesson->labels, candidate->start, candidate->end, (guint) type);
    }
}

/* Tries the learner with its present threshold and types on all that was held back; fills its scores and report. */
static void
try (Trial *trial)
{
  JbLearner *learner = trial->last;
  guint n_types = learner->shape.n_types;
  g_autofree guint *counts = g_new0 (guint, 4 * n_types + 1);
  JbLearnerScore all = { 0 };

  learner->report.n_held_back = 0;
  for (guint t = 0; t < n_types; t++)
    learner->scores[t].n_gold = 0;
  for (guint i = 0; i < trial->found->len; i++)
    {
      const JbLesson *lesson = g_ptr_array_index (trial->trainer->lessons, i);
      GArray *spans = g_ptr_array_index (trial->found, i);
      g_autoptr(GArray) found = NULL, candidates = NULL, combined = NULL;

      if (spans == NULL)
        continue;
      learner->report.n_held_back++;
      for (guint l = 0; l < lesson->labels->len; l++)
        learner->scores[g_array_index (lesson->labels, JbLabel, l).type].n_gold++;
      found = jb_learner_choose (learner, spans, lesson->clues->length);
      candidates = dup_candidates (lesson->candidates);
      count (learner, lesson, candidates, counts, counts + n_types);
      combined = jb_learner_combine (learner, candidates, found);
      count (learner, lesson, combined, counts + 2 * n_types, counts + 3 * n_types);
    }
  for (guint t = 0; t < n_types; t++)
    {
      JbLearnerScore *score = &learner->scores[t];

      score->n_rules = counts[t];
      score->n_rules_right = counts[n_types + t];
      score->n_learner = counts[2 * n_types + t];
      score->n_learner_right = counts[3 * n_types + t];
      all.n_labels += score->n_labels;
      all.n_gold += score->n_gold;
      all.n_rules += score->n_rules;
      all.n_rules_right += score->n_rules_right;
      all.n_learner += score->n_learner;
      all.n_learner_right += score->n_learner_right;
    }
  learner->report.all = all;
}

static double
rules_f1 (const JbLearnerScore *score)
{
  return jb_learner_f1 (score->n_rules_right, score->n_rules, score->n_gold);
}

static double
learner_f1 (const JbLearnerScore *score)
{
  return jb_learner_f1 (score->n_learner_right, score->n_learner, score->n_gold);
}

/* Whether the learner does better by more than chance alone would often make it: the fewer labels there were to be found, the
 * more it takes. */
static gboolean
is_better (const JbLearnerScore *score)
{
  return learner_f1 (score) > rules_f1 (score) + MARGIN / sqrt (MAX (score->n_gold, 1));
}

static void
silence (JbLearner *learner)
{
  memset (learner->speaks, 0, learner->shape.n_types);
}

/* Finds the threshold that does best, then silences the types, and in the end the whole learner, where the rules do better. */
static void
settle (Trial *trial)
{
  JbLearner *learner = trial->last;
  float best = thresholds[0];
  double best_f1 = -1;

  for (guint i = 0; i < G_N_ELEMENTS (thresholds); i++)
    {
      learner->threshold = thresholds[i];
      try (trial);
      if (learner_f1 (&learner->report.all) > best_f1 + 1e-9)
        {
          best = thresholds[i];
          best_f1 = learner_f1 (&learner->report.all);
        }
    }
  learner->threshold = best;
  /* Silencing one type changes what the others find, so it is tried until nothing changes. */
  for (gboolean again = TRUE; again;)
    {
      again = FALSE;
      try (trial);
      for (guint t = 0; t < learner->shape.n_types; t++)
        if (learner->speaks[t] && !is_better (&learner->scores[t]))
          {
            learner->speaks[t] = FALSE;
            again = TRUE;
          }
    }
  if (jb_learner_is_in_use (learner) && is_better (&learner->report.all))
    return;
  silence (learner);
  try (trial);
}

static void
progress_cb (double share, gpointer data)
{
  Steps *steps = data;

  if (steps->func != NULL)
    steps->func ((steps->run + share) / steps->n_runs, steps->data);
}

/* Learns without the lessons of @fold and notes what it finds on those. */
static gboolean
run_trial (Trial *trial, const char *const *types, guint fold, Steps *steps, GCancellable *cancellable, GError **error)
{
  JbLearner *learner = jb_training_run (trial->trainer->lessons, types, fold, progress_cb, steps, cancellable, error);

  if (learner == NULL)
    return FALSE;
  for (guint i = 0; i < trial->found->len; i++)
    {
      const JbLesson *lesson = g_ptr_array_index (trial->trainer->lessons, i);

      if (lesson->fold == fold)
        trial->found->pdata[i] = jb_learner_list (learner, lesson->clues, thresholds[0]);
    }
  g_clear_pointer (&trial->last, jb_learner_unref);
  trial->last = learner;
  steps->run++;
  return TRUE;
}

static void
free_found (gpointer found)
{
  if (found != NULL)
    g_array_unref (found);
}

/* What was found out on the lessons held back holds for the learner that learned from them too. */
static void
adopt (JbLearner *learner, const JbLearner *tried)
{
  guint n_types = learner->shape.n_types;

  learner->threshold = tried->threshold;
  learner->report = tried->report;
  memcpy (learner->speaks, tried->speaks, n_types);
  memcpy (learner->scores, tried->scores, n_types * sizeof (JbLearnerScore));
}

static void
count_labels (const JbTrainer *self, JbLearner *learner)
{
  learner->report.n_texts = self->lessons->len;
  for (guint i = 0; i < self->lessons->len; i++)
    {
      const GArray *labels = ((JbLesson *) g_ptr_array_index (self->lessons, i))->labels;

      for (guint l = 0; l < labels->len; l++)
        learner->scores[g_array_index (labels, JbLabel, l).type].n_labels++;
      learner->report.all.n_labels += labels->len;
    }
}

JbLearner *
jb_trainer_run (JbTrainer *self, JbTrainerProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(JbLearner) learner = NULL;
  g_auto(GStrv) types = dup_types (self);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (free_found);
  Trial trial = { self, found, NULL };
  guint n_folds = self->lessons->len <= FEW_LESSONS ? JB_N_FOLDS : 1;
  Steps steps = { progress, data, 0, n_folds + 1 };
  gboolean done = TRUE;

  g_return_val_if_fail (JB_IS_TRAINER (self), NULL);

  drop_rare_types (self);
  if (self->n_labels < JB_TRAINER_MIN_LABELS)
    {
      g_autoptr(GPtrArray) none = g_ptr_array_new ();

      learner = jb_training_run (none, (const char *const *) types, JB_N_FOLDS, NULL, NULL, cancellable, error);
      if (learner == NULL)
        return NULL;
      silence (learner);
      count_labels (self, learner);
      return g_steal_pointer (&learner);
    }
  g_ptr_array_set_size (found, (int) self->lessons->len);
  for (guint fold = 0; fold < n_folds && done; fold++)
    done = run_trial (&trial, (const char *const *) types, fold, &steps, cancellable, error);
  if (done)
    {
      count_labels (self, trial.last);
      settle (&trial);
      learner = jb_training_run (self->lessons, (const char *const *) types, JB_N_FOLDS, progress_cb, &steps, cancellable, error);
    }
  if (learner != NULL)
    adopt (learner, trial.last);
  g_clear_pointer (&trial.last, jb_learner_unref);
  return g_steal_pointer (&learner);
}
