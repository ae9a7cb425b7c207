/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stochastic gradient descent with a step of its own for each clue (AdaGrad), a text at a time. Clues are left out at random
 * (dropout), so that none is relied on alone; the weights of the last passes are averaged. */
#include "jb-training.h"

#include "jb-clue-numbers.h"
#include "jb-float.h"
#include "jb-learner-private.h"

#include <math.h>
#include <string.h>

/* Few lessons are gone through more often: so many are seen in all, as far as these limits allow. */
#define N_SEEN 80000
#define MIN_PASSES 5
#define MAX_PASSES 24
#define MIN_COUNT 2        /* a clue seen less often is none; more often still, where there would be too many */
#define MAX_WEIGHTS 60000000u
#define RATE 0.05f
#define DROPOUT 0.3f
#define TOPIC_RATE 0.3f    /* clues about the whole sentence are moved so much slower */
#define NO_GRADIENT 1e-3f  /* shorter ones are left out */
#define WIDEST_UNIT 0.1f   /* finer weights do no better */
#define THRESHOLD 0.3f     /* until a better one is known */

typedef struct
{
  GPtrArray  *lessons;  /* (element-type JbLesson), lent: those to learn from */
  JbClueNumbers *numbers;  /* owned: those in the lessons while it runs */
  JbCrfShape  shape;
  float      *weights;  /* owned, rows of stride */
  float      *sums;     /* owned, likewise: of the last passes */
  float      *squares;  /* owned, by clue: of its gradients */
  guint       n_transitions;
  float      *transitions, *transition_sums, *transition_squares, *transition_gradients;  /* owned */
  JbLattice  *lattice;  /* owned */
  guint64     random;
} Training;

void
jb_lesson_free (JbLesson *self)
{
  jb_clues_free (self->clues);
  g_array_unref (self->labels);
  g_array_unref (self->nested);
  g_array_unref (self->candidates);
  g_free (self->unknown);
  g_free (self);
}

static inline guint32
next_random (guint64 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (guint32) (*state >> 32);
}

/* Leaves clues out at random. Only as many remain as are worth counting. */
static void
add_scores (Training *self, const JbClues *clues, guint8 *kept, float *score)
{
  guint stride = self->shape.stride, T = self->shape.n_types;
  guint32 limit = (guint32) (DROPOUT * 4294967295.0);
  float by = 1 / (1 - DROPOUT);
  g_autofree float *topic = g_new0 (float, stride);
  guint t = G_MAXUINT;

  for (guint i = 0; i < clues->length; i++)
    {
      float *here = score + (gsize) i * stride;

      for (guint k = clues->first[i]; k < clues->first[i + 1]; k++)
        {
          guint32 id = clues->keys[k];

          kept[k] = id < self->numbers->n_often && next_random (&self->random) >= limit;
          if (kept[k])
            jb_float_add (here, self->weights + (gsize) id * stride, by, stride);
        }
      if (clues->topic_of[i] != t)
        {
          t = clues->topic_of[i];
          memset (topic, 0, stride * sizeof (float));
          for (guint k = clues->topic_first[t]; k < clues->topic_first[t + 1]; k++)
            if (clues->topics[k] < self->numbers->n_often)
              jb_float_add (topic, self->weights + (gsize) clues->topics[k] * stride, 1, stride);
        }
      for (guint y = 0; y < T; y++)
        {
          here[JB_CRF_B (&self->shape, y)] += topic[y];
          here[JB_CRF_S (&self->shape, y)] += topic[y];
        }
    }
}

static void
move_clue (Training *self, guint32 id, const float *gradient, float square)
{
  float *sum = &self->squares[id];

  *sum += square;
  jb_float_add (self->weights + (gsize) id * self->shape.stride, gradient, -RATE / sqrtf (*sum + 1e-6f),
                self->shape.stride);
}

static void
set_labels (const JbCrfShape *shape, const JbLesson *lesson, float *gradient)
{
  guint next = 0;

  for (guint i = 0; i < lesson->clues->length; i++)
    {
      const JbLabel *label = next < lesson->labels->len ? &g_array_index (lesson->labels, JbLabel, next) : NULL;
      guint y = JB_CRF_O (shape);

      if (label != NULL && i >= label->start)
        y = label->end == label->start + 1 ? JB_CRF_S (shape, label->type)
            : i == label->start ? JB_CRF_B (shape, label->type)
            : i + 1 == label->end ? JB_CRF_E (shape, label->type) : JB_CRF_I (shape, label->type);
      gradient[(gsize) i * shape->stride + y] -= 1;
      if (label != NULL && i + 1 == label->end)
        next++;
    }
}

/* The transitions of the labels themselves. */
static void
count_transitions (const JbCrfShape *shape, const JbLesson *lesson, float *sums)
{
  guint T = shape->n_types, n = shape->n_closed, next = 0, before = JB_CRF_O (shape);
  float *inner = sums + n * n;

  for (guint i = 0; i < lesson->clues->length; i++)
    {
      const JbLabel *label = next < lesson->labels->len ? &g_array_index (lesson->labels, JbLabel, next) : NULL;
      guint length = label != NULL ? label->end - label->start : 0;

      if (label == NULL || i < label->start)
        {
          sums[before * n + JB_CRF_O (shape) - T] -= 1;
          before = JB_CRF_O (shape);
          continue;
        }
      sums[before * n + (length == 1 ? JB_CRF_S (shape, label->type) : JB_CRF_B (shape, label->type)) - T] -= 1;
      if (length == 2)
        inner[JB_CRF_B_TO_E * T + label->type] -= 1;
      if (length > 2)
        {
          inner[JB_CRF_B_TO_I * T + label->type] -= 1;
          inner[JB_CRF_I_TO_I * T + label->type] -= (float) (length - 3);
          inner[JB_CRF_I_TO_E * T + label->type] -= 1;
        }
      before = length == 1 ? JB_CRF_S (shape, label->type) : JB_CRF_E (shape, label->type);
      i = label->end - 1;
      next++;
    }
}

/* Which labels the decisions allow. */
static guint8 *
dup_allowed (const JbCrfShape *shape, const JbLesson *lesson)
{
  guint n = lesson->clues->length;
  guint8 *allowed = g_new0 (guint8, (gsize) n * shape->n_labels);
  g_autofree float *labels = g_new0 (float, (gsize) n * shape->stride);

  set_labels (shape, lesson, labels);
  for (guint i = 0; i < n; i++)
    for (guint y = 0; y < shape->n_labels; y++)
      allowed[(gsize) i * shape->n_labels + y] = lesson->unknown[i] || labels[(gsize) i * shape->stride + y] < 0;
  return allowed;
}

static void
move_transitions (Training *self)
{
  for (guint i = 0; i < self->n_transitions; i++)
    {
      float g = self->transition_gradients[i];

      self->transition_squares[i] += g * g;
      self->transitions[i] -= RATE * g / sqrtf (self->transition_squares[i] + 1e-6f);
    }
}

static void
move_clues (Training *self, const JbClues *clues, const guint8 *kept, const float *gradient)
{
  guint stride = self->shape.stride, T = self->shape.n_types;
  g_autofree float *topic = g_new0 (float, stride);

  for (guint i = 0; i < clues->length; i++)
    {
      const float *here = gradient + (gsize) i * stride;
      float square = jb_float_sum_squares (here, stride);

      if (square > NO_GRADIENT * NO_GRADIENT)
        for (guint k = clues->first[i]; k < clues->first[i + 1]; k++)
          if (kept[k])
            move_clue (self, clues->keys[k], here, square);
      for (guint y = 0; y < T; y++)
        topic[y] += here[JB_CRF_B (&self->shape, y)] + here[JB_CRF_S (&self->shape, y)];
      if (i + 1 == clues->length || clues->topic_of[i + 1] != clues->topic_of[i])
        {
          guint t = clues->topic_of[i];

          square = jb_float_sum_squares (topic, stride) / (TOPIC_RATE * TOPIC_RATE);
          for (guint k = clues->topic_first[t]; k < clues->topic_first[t + 1]; k++)
            if (clues->topics[k] < self->numbers->n_often)
              move_clue (self, clues->topics[k], topic, square);
          memset (topic, 0, stride * sizeof (float));
        }
    }
}

static void
learn (Training *self, const JbLesson *lesson)
{
  const JbClues *clues = lesson->clues;
  guint stride = self->shape.stride, n = clues->length;
  gsize n_floats = (gsize) n * stride;
  g_autofree guint8 *kept = g_new0 (guint8, clues->first[n] + 1);
  g_autofree float *gradient = g_new0 (float, n_floats + 4);
  g_autofree float *scores = NULL;
  float *score = jb_lattice_begin (self->lattice, n);

  memset (self->transition_gradients, 0, self->n_transitions * sizeof (float));
  add_scores (self, clues, kept, score);
  if (lesson->unknown != NULL)
    scores = g_memdup2 (score, n_floats * sizeof (float));
  jb_lattice_set_transitions (self->lattice, self->transitions);
  if (!jb_lattice_run (self->lattice, NULL))
    return;
  for (guint i = 0; i < n; i++)
    for (guint y = 0; y < self->shape.n_labels; y++)
      gradient[(gsize) i * stride + y] = jb_lattice_get (self->lattice, i, y);
  jb_lattice_add_transitions (self->lattice, 1, self->transition_gradients);
  if (lesson->unknown == NULL)
    {
      set_labels (&self->shape, lesson, gradient);
      count_transitions (&self->shape, lesson, self->transition_gradients);
    }
  else
    {
      g_autofree guint8 *allowed = dup_allowed (&self->shape, lesson);

      memcpy (jb_lattice_begin (self->lattice, n), scores, n_floats * sizeof (float));
      if (!jb_lattice_run (self->lattice, allowed))
        return;
      for (guint i = 0; i < n; i++)
        for (guint y = 0; y < self->shape.n_labels; y++)
          gradient[(gsize) i * stride + y] -= jb_lattice_get (self->lattice, i, y);
      jb_lattice_add_transitions (self->lattice, -1, self->transition_gradients);
    }
  move_clues (self, clues, kept, gradient);
  move_transitions (self);
}

static void
shuffle (guint *order, guint n, guint64 *random)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = next_random (random) % i, swap = order[i - 1];

      order[i - 1] = order[j];
      order[j] = swap;
    }
}

static gboolean
run_passes (Training *self, JbTrainingProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  guint n = self->lessons->len, n_passes = CLAMP (N_SEEN / MAX (n, 1), MIN_PASSES, MAX_PASSES);
  guint n_averaged = (n_passes + 2) / 3;
  gsize n_weights = (gsize) self->numbers->n_often * self->shape.stride;
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint pass = 0; pass < n_passes; pass++)
    {
      shuffle (order, n, &self->random);
      for (guint i = 0; i < n; i++)
        {
          if (i % 64 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          learn (self, g_ptr_array_index (self->lessons, order[i]));
          if (progress != NULL && i % 256 == 0)
            progress ((pass + (double) i / n) / n_passes, data);
        }
      if (pass + n_averaged < n_passes)
        continue;
      for (gsize i = 0; i < n_weights; i++)
        self->sums[i] += self->weights[i] / (float) n_averaged;
      for (guint i = 0; i < self->n_transitions; i++)
        self->transition_sums[i] += self->transitions[i] / (float) n_averaged;
    }
  return TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint32 *keys = data;
  guint32 left = keys[*(const guint *) a], right = keys[*(const guint *) b];

  return left < right ? -1 : left > right;
}

/* Appends the weights of a clue that do not round to 0, behind their number. Returns: FALSE where none is left */
static gboolean
pack_row (const float *row, guint n, float unit, GArray *weights)
{
  guint begin = weights->len;

  g_array_set_size (weights, begin + 1);
  for (guint y = 0; y < n; y++)
    {
      long weight = CLAMP (lrintf (row[y] / unit), -127, 127);
      guint16 entry = JB_WEIGHT (y, weight);

      if (weight != 0)
        g_array_append_val (weights, entry);
    }
  g_array_index (weights, guint16, begin) = (guint16) (weights->len - begin - 1);
  return weights->len > begin + 1;
}

/* Weights as bytes, those that round to 0 left out. */
static void
pack (Training *self, JbLearner *learner)
{
  guint stride = self->shape.stride;
  g_autofree guint *order = g_new (guint, self->numbers->n_often + 1);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32)), weights = g_array_new (FALSE, TRUE, sizeof (guint16));
  float highest = 0;

  for (guint i = 0; i < self->numbers->n_often; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) self->numbers->n_often, sizeof (guint), compare_keys, self->numbers->key_of);
  for (gsize i = 0; i < (gsize) self->numbers->n_often * stride; i++)
    highest = MAX (highest, fabsf (self->sums[i]));
  learner->unit = MIN (MAX (highest, 1e-6f) / 127, WIDEST_UNIT);
  g_array_set_size (weights, 1);
  for (guint i = 0; i < self->numbers->n_often; i++)
    {
      guint begin = weights->len;

      if (pack_row (self->sums + (gsize) order[i] * stride, self->shape.n_labels, learner->unit, weights))
        g_array_append_val (keys, self->numbers->key_of[order[i]]);
      else
        g_array_set_size (weights, begin);
    }
  learner->n_clues = keys->len;
  learner->keys = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&keys), FALSE);
  learner->weights = (guint16 *) (gpointer) g_array_free (g_steal_pointer (&weights), FALSE);
}

static JbLearner *
new_learner (Training *self, const char *const *types)
{
  JbLearner *learner = g_new0 (JbLearner, 1);

  g_atomic_ref_count_init (&learner->ref_count);
  learner->shape = self->shape;
  learner->types = g_strdupv ((GStrv) types);
  learner->speaks = g_malloc (self->shape.n_types + 1);
  memset (learner->speaks, 1, self->shape.n_types + 1);
  learner->scores = g_new0 (JbLearnerScore, self->shape.n_types + 1);
  learner->threshold = THRESHOLD;
  learner->transitions = g_steal_pointer (&self->transition_sums);
  pack (self, learner);
  jb_learner_index (learner);
  return learner;
}

static void
training_clear (Training *self)
{
  g_ptr_array_unref (self->lessons);
  jb_clue_numbers_free (self->numbers);
  g_free (self->weights);
  g_free (self->sums);
  g_free (self->squares);
  g_free (self->transitions);
  g_free (self->transition_sums);
  g_free (self->transition_squares);
  g_free (self->transition_gradients);
  jb_lattice_free (self->lattice);
}

JbLearner *
jb_training_run (GPtrArray *lessons, const char *const *types, guint fold, JbTrainingProgress progress,
                 gpointer data, GCancellable *cancellable, GError **error)
{
  Training self = { .shape = jb_crf_shape (g_strv_length ((GStrv) types)), .random = G_GUINT64_CONSTANT (0x2545f4914f6cdd1d) };
  JbLearner *learner = NULL;

  g_autoptr(GPtrArray) clues = g_ptr_array_new ();

  self.lessons = g_ptr_array_new ();
  for (guint i = 0; i < lessons->len; i++)
    if (((JbLesson *) g_ptr_array_index (lessons, i))->fold != fold)
      {
        g_ptr_array_add (self.lessons, g_ptr_array_index (lessons, i));
        g_ptr_array_add (clues, ((JbLesson *) g_ptr_array_index (lessons, i))->clues);
      }
  self.numbers = jb_clue_numbers_new (clues, MIN_COUNT, MAX_WEIGHTS / self.shape.stride);
  self.weights = g_new0 (float, (gsize) self.numbers->n_often * self.shape.stride + 4);
  self.sums = g_new0 (float, (gsize) self.numbers->n_often * self.shape.stride + 4);
  self.squares = g_new0 (float, self.numbers->n_often + 1);
  self.n_transitions = jb_crf_n_transitions (&self.shape);
  self.transitions = g_new0 (float, self.n_transitions);
  self.transition_sums = g_new0 (float, self.n_transitions);
  self.transition_squares = g_new0 (float, self.n_transitions);
  self.transition_gradients = g_new0 (float, self.n_transitions);
  self.lattice = jb_lattice_new (&self.shape);
  if (run_passes (&self, progress, data, cancellable, error))
    learner = new_learner (&self, types);
  training_clear (&self);
  return learner;
}
