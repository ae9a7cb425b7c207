/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-crf.h"

#include <math.h>
#include <string.h>

#include "jb-float.h"

/* What is less probable contributes nothing that shows. */
#define TINY 1e-7f

JbCrfShape
jb_crf_shape (guint n_types)
{
  guint n_labels = 4 * n_types + 1;

  return (JbCrfShape) { n_types, n_labels, 2 * n_types + 1, (n_labels + 3) / 4 * 4 };
}

guint
jb_crf_n_transitions (const JbCrfShape *shape)
{
  return shape->n_closed * shape->n_closed + JB_CRF_N_INNER * shape->n_types;
}

JbLattice *
jb_lattice_new (const JbCrfShape *shape)
{
  JbLattice *self = g_new0 (JbLattice, 1);

  self->shape = *shape;
  self->row = (shape->n_closed + 3) / 4 * 4;
  self->open = g_new0 (float, shape->n_closed * self->row);
  self->open_turned = g_new0 (float, shape->n_closed * self->row);
  self->inner = g_new0 (float, JB_CRF_N_INNER * shape->n_types);
  self->work = g_new0 (float, 2 * self->row);
  return self;
}

void
jb_lattice_free (JbLattice *self)
{
  g_free (self->open);
  g_free (self->open_turned);
  g_free (self->inner);
  g_free (self->score);
  g_free (self->alpha);
  g_free (self->beta);
  g_free (self->scale);
  g_free (self->work);
  g_free (self);
}

void
jb_lattice_set_transitions (JbLattice *self, const float *weights)
{
  guint n = self->shape.n_closed;

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      self->open[a * self->row + b] = self->open_turned[b * self->row + a] = expf (weights[a * n + b]);
  for (guint i = 0; i < JB_CRF_N_INNER * self->shape.n_types; i++)
    self->inner[i] = expf (weights[n * n + i]);
}

float *
jb_lattice_begin (JbLattice *self, guint length)
{
  gsize n_floats = (gsize) length * self->shape.stride;

  if (length > self->capacity)
    {
      self->capacity = MAX (length, 2 * self->capacity);
      self->score = g_renew (float, self->score, (gsize) self->capacity * self->shape.stride);
      self->alpha = g_renew (float, self->alpha, (gsize) self->capacity * self->shape.stride);
      self->beta = g_renew (float, self->beta, (gsize) self->capacity * self->shape.stride);
      self->scale = g_renew (float, self->scale, self->capacity);
    }
  self->length = length;
  memset (self->score, 0, n_floats * sizeof (float));
  return self->score;
}

/* Scores become factors, the largest of a position 1. */
static void
exponentiate (JbLattice *self, const guint8 *allowed)
{
  guint n = self->shape.n_labels;

  for (guint i = 0; i < self->length; i++)
    {
      float *score = self->score + (gsize) i * self->shape.stride;
      float highest = -G_MAXFLOAT;

      for (guint y = 0; y < n; y++)
        if ((allowed == NULL || allowed[(gsize) i * n + y]) && score[y] > highest)
          highest = score[y];
      for (guint y = 0; y < n; y++)
        score[y] = (allowed == NULL || allowed[(gsize) i * n + y]) && score[y] - highest > -30 ? expf (score[y] - highest) : 0;
    }
}

/* What reaches the labels from T on behind closed ones. */
static void
step_open (const JbLattice *self, const float *before, float *reached)
{
  memset (reached, 0, self->row * sizeof (float));
  for (guint a = 0; a < self->shape.n_closed; a++)
    {
      const float *row = self->open + a * self->row;
      float p = before[a];

      if (p < TINY)
        continue;
      jb_float_add (reached, row, p, self->row);
    }
}

static gboolean
run_forward (JbLattice *self)
{
  const JbCrfShape *shape = &self->shape;
  guint T = shape->n_types;
  float *reached = self->work;

  for (guint i = 0; i < self->length; i++)
    {
      const float *factor = self->score + (gsize) i * shape->stride;
      float *alpha = self->alpha + (gsize) i * shape->stride;
      const float *before = alpha - shape->stride;
      gboolean last = i + 1 == self->length;
      float sum = 0;

      if (i == 0)
        memcpy (reached, self->open + JB_CRF_O (shape) * self->row, self->row * sizeof (float));
      else
        step_open (self, before, reached);
      for (guint b = 0; b < shape->n_closed; b++)
        alpha[T + b] = reached[b] * factor[T + b];
      for (guint t = 0; t < T; t++)
        {
          float begun = i > 0 ? before[JB_CRF_B (shape, t)] : 0, inside = i > 0 ? before[JB_CRF_I (shape, t)] : 0;

          alpha[JB_CRF_I (shape, t)] = (begun * self->inner[JB_CRF_B_TO_I * T + t] + inside * self->inner[JB_CRF_I_TO_I * T + t]) *
                                       factor[JB_CRF_I (shape, t)];
          alpha[JB_CRF_E (shape, t)] = (begun * self->inner[JB_CRF_B_TO_E * T + t] + inside * self->inner[JB_CRF_I_TO_E * T + t]) *
                                       factor[JB_CRF_E (shape, t)];
        }
      if (last)
        memset (alpha + shape->n_closed, 0, (shape->stride - shape->n_closed) * sizeof (float));
      for (guint y = 0; y < shape->n_labels; y++)
        sum += alpha[y];
      if (!(sum > 0) || !isfinite (sum))
        return FALSE;
      self->scale[i] = sum;
      for (guint y = 0; y < shape->n_labels; y++)
        alpha[y] /= sum;
    }
  return TRUE;
}

static void
run_backward (JbLattice *self)
{
  const JbCrfShape *shape = &self->shape;
  guint T = shape->n_types, n = self->length;
  float *left = self->work;

  memset (self->beta + (gsize) (n - 1) * shape->stride, 0, shape->stride * sizeof (float));
  for (guint y = 0; y < shape->n_closed; y++)
    self->beta[(gsize) (n - 1) * shape->stride + y] = 1;
  for (guint i = n - 1; i-- > 0;)
    {
      float *beta = self->beta + (gsize) i * shape->stride;
      const float *next = beta + shape->stride, *factor = self->score + (gsize) (i + 1) * shape->stride;
      float by = 1 / self->scale[i + 1];

      memset (left, 0, self->row * sizeof (float));
      for (guint b = 0; b < shape->n_closed; b++)
        {
          const float *row = self->open_turned + b * self->row;
          float p = factor[T + b] * next[T + b];

          if (p < TINY)
            continue;
          jb_float_add (left, row, p, self->row);
        }
      for (guint a = 0; a < shape->n_closed; a++)
        beta[a] = left[a] * by;
      for (guint t = 0; t < T; t++)
        {
          float inside = factor[JB_CRF_I (shape, t)] * next[JB_CRF_I (shape, t)] * by;
          float end = factor[JB_CRF_E (shape, t)] * next[JB_CRF_E (shape, t)] * by;

          beta[JB_CRF_B (shape, t)] = self->inner[JB_CRF_B_TO_I * T + t] * inside + self->inner[JB_CRF_B_TO_E * T + t] * end;
          beta[JB_CRF_I (shape, t)] = self->inner[JB_CRF_I_TO_I * T + t] * inside + self->inner[JB_CRF_I_TO_E * T + t] * end;
        }
    }
}

gboolean
jb_lattice_run (JbLattice *self, const guint8 *allowed)
{
  if (self->length == 0)
    return FALSE;
  exponentiate (self, allowed);
  if (!run_forward (self))
    return FALSE;
  run_backward (self);
  return TRUE;
}

void
jb_lattice_add_transitions (const JbLattice *self, float sign, float *sums)
{
  const JbCrfShape *shape = &self->shape;
  guint T = shape->n_types, n = shape->n_closed;
  float *inner = sums + n * n;

  for (guint i = 0; i < self->length; i++)
    {
      gsize at = (gsize) i * shape->stride;
      const float *factor = self->score + at, *beta = self->beta + at, *before = self->alpha + at - shape->stride;
      float by = sign / self->scale[i];

      for (guint b = 0; b < n; b++)
        {
          float p = factor[T + b] * beta[T + b] * by;

          if (fabsf (p) < TINY)
            continue;
          if (i == 0)
            sums[JB_CRF_O (shape) * n + b] += p * self->open[JB_CRF_O (shape) * self->row + b];
          for (guint a = 0; i > 0 && a < n; a++)
            sums[a * n + b] += before[a] * self->open[a * self->row + b] * p;
        }
      for (guint t = 0; i > 0 && t < T; t++)
        {
          float inside = factor[JB_CRF_I (shape, t)] * beta[JB_CRF_I (shape, t)] * by;
          float end = factor[JB_CRF_E (shape, t)] * beta[JB_CRF_E (shape, t)] * by;
          float b = before[JB_CRF_B (shape, t)], m = before[JB_CRF_I (shape, t)];

          inner[JB_CRF_B_TO_I * T + t] += b * inside * self->inner[JB_CRF_B_TO_I * T + t];
          inner[JB_CRF_B_TO_E * T + t] += b * end * self->inner[JB_CRF_B_TO_E * T + t];
          inner[JB_CRF_I_TO_I * T + t] += m * inside * self->inner[JB_CRF_I_TO_I * T + t];
          inner[JB_CRF_I_TO_E * T + t] += m * end * self->inner[JB_CRF_I_TO_E * T + t];
        }
    }
}

/* Follows the stretch of @type that begins at @start; tells of it as far as it goes on. */
static void
follow_span (const JbLattice *self, guint start, guint type, double least, JbLatticeFunc func, gpointer data)
{
  const JbCrfShape *shape = &self->shape;
  guint T = shape->n_types;
  double p = self->alpha[(gsize) start * shape->stride + JB_CRF_B (shape, type)];
  gboolean begun = TRUE;

  for (guint i = start + 1; i < self->length; i++, begun = FALSE)
    {
      gsize at = (gsize) i * shape->stride;
      double end = p * self->inner[(begun ? JB_CRF_B_TO_E : JB_CRF_I_TO_E) * T + type] *
                   self->score[at + JB_CRF_E (shape, type)] / self->scale[i] * self->beta[at + JB_CRF_E (shape, type)];

      if (end >= least)
        func (start, i + 1, type, MIN (end, 1.0), data);
      p *= self->inner[(begun ? JB_CRF_B_TO_I : JB_CRF_I_TO_I) * T + type] * self->score[at + JB_CRF_I (shape, type)] /
           self->scale[i];
      if (p * self->beta[at + JB_CRF_I (shape, type)] < least)
        return;
    }
}

void
jb_lattice_foreach_span (const JbLattice *self, double least, JbLatticeFunc func, gpointer data)
{
  const JbCrfShape *shape = &self->shape;

  for (guint i = 0; i < self->length; i++)
    for (guint t = 0; t < shape->n_types; t++)
      {
        float single = jb_lattice_get (self, i, JB_CRF_S (shape, t));

        if (single >= least)
          func (i, i + 1, t, MIN (single, 1.0f), data);
        if (jb_lattice_get (self, i, JB_CRF_B (shape, t)) >= least)
          follow_span (self, i, t, least, func, data);
      }
}

typedef struct
{
  guint  end;
  double probability;
} Sought;

static void
found_span_cb (guint start, guint end, guint type, double probability, gpointer data)
{
  Sought *sought = data;

  if (end == sought->end)
    sought->probability = probability;
}

double
jb_lattice_get_span (const JbLattice *self, guint start, guint end, guint type)
{
  Sought sought = { end, 0 };

  if (end == start + 1)
    return jb_lattice_get (self, start, JB_CRF_S (&self->shape, type));
  follow_span (self, start, type, 1e-6, found_span_cb, &sought);
  return sought.probability;
}
