/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-crf.h"

#include <math.h>

#define N_TYPES 2
#define N_LABELS (4 * N_TYPES + 1)
#define LENGTH 4

/* All sequences of labels of a short text, weighed one by one: what the lattice must agree with. */
typedef struct
{
  JbCrfShape  shape;
  JbLattice  *lattice;  /* owned */
  float      *weights;  /* owned, of transitions */
  float       score[LENGTH][N_LABELS];
  double      label[LENGTH][N_LABELS];       /* sums over the sequences */
  double      span[LENGTH][LENGTH][N_TYPES];  /* by first and last position */
  double     *transitions;  /* owned */
  double      all;
} Fixture;

/* Returns: the transition's index, -1 for one that is impossible */
static int
find_transition (const JbCrfShape *shape, guint before, guint label)
{
  guint T = shape->n_types, n = shape->n_closed;

  if (before < n)
    return label >= T && label <= 3 * T ? (int) (before * n + label - T) : -1;
  for (guint t = 0; t < T; t++)
    {
      gboolean begun = before == JB_CRF_B (shape, t);

      if (!begun && before != JB_CRF_I (shape, t))
        continue;
      if (label == JB_CRF_I (shape, t))
        return (int) (n * n + (begun ? JB_CRF_B_TO_I : JB_CRF_I_TO_I) * T + t);
      if (label == JB_CRF_E (shape, t))
        return (int) (n * n + (begun ? JB_CRF_B_TO_E : JB_CRF_I_TO_E) * T + t);
    }
  return -1;
}

static void
count_spans (Fixture *f, const guint *labels, double p)
{
  for (guint i = 0; i < LENGTH; i++)
    for (guint t = 0; t < N_TYPES; t++)
      {
        guint end = i + 1;

        if (labels[i] == JB_CRF_S (&f->shape, t))
          f->span[i][i][t] += p;
        if (labels[i] != JB_CRF_B (&f->shape, t))
          continue;
        while (labels[end] == JB_CRF_I (&f->shape, t))
          end++;
        f->span[i][end][t] += p;
      }
}

static void
weigh (Fixture *f, const guint *labels)
{
  guint before = JB_CRF_O (&f->shape);
  int used[LENGTH];
  double sum = 0, p;

  for (guint i = 0; i < LENGTH; before = labels[i++])
    {
      used[i] = find_transition (&f->shape, before, labels[i]);
      if (used[i] < 0)
        return;
      sum += f->weights[used[i]] + f->score[i][labels[i]];
    }
  if (before >= f->shape.n_closed)
    return;
  p = exp (sum);
  f->all += p;
  for (guint i = 0; i < LENGTH; i++)
    {
      f->label[i][labels[i]] += p;
      f->transitions[used[i]] += p;
    }
  count_spans (f, labels, p);
}

static void
set_up (Fixture *f, gconstpointer allowed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  guint labels[LENGTH], n_sequences = 1;
  float *score;

  f->shape = jb_crf_shape (N_TYPES);
  f->lattice = jb_lattice_new (&f->shape);
  f->weights = g_new (float, jb_crf_n_transitions (&f->shape));
  f->transitions = g_new0 (double, jb_crf_n_transitions (&f->shape));
  for (guint i = 0; i < jb_crf_n_transitions (&f->shape); i++)
    f->weights[i] = (float) g_rand_double_range (rand, -1, 1);
  score = jb_lattice_begin (f->lattice, LENGTH);
  for (guint i = 0; i < LENGTH; i++)
    for (guint y = 0; y < N_LABELS; y++)
      {
        gboolean possible = allowed == NULL || ((const guint8 *) allowed)[i * N_LABELS + y];
        float drawn = (float) g_rand_double_range (rand, -2, 2);

        score[i * f->shape.stride + y] = drawn;
        f->score[i][y] = possible ? drawn : -INFINITY;
      }
  for (guint i = 0; i < LENGTH; i++)
    n_sequences *= N_LABELS;
  for (guint sequence = 0; sequence < n_sequences; sequence++)
    {
      for (guint i = 0, rest = sequence; i < LENGTH; i++, rest /= N_LABELS)
        labels[i] = rest % N_LABELS;
      weigh (f, labels);
    }
  jb_lattice_set_transitions (f->lattice, f->weights);
  g_assert_true (jb_lattice_run (f->lattice, allowed));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  jb_lattice_free (f->lattice);
  g_free (f->weights);
  g_free (f->transitions);
}

static void
test_labels (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < LENGTH; i++)
    for (guint y = 0; y < N_LABELS; y++)
      g_assert_cmpfloat_with_epsilon (jb_lattice_get (f->lattice, i, y), f->label[i][y] / f->all, 1e-5);
}

static void
test_transitions (Fixture *f, gconstpointer data)
{
  guint n = jb_crf_n_transitions (&f->shape);
  g_autofree float *sums = g_new0 (float, n);

  jb_lattice_add_transitions (f->lattice, 1, sums);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (sums[i], f->transitions[i] / f->all, 1e-5);
}

static void
found_cb (guint start, guint end, guint type, double probability, gpointer data)
{
  Fixture *f = data;

  g_assert_cmpfloat_with_epsilon (probability, f->span[start][end - 1][type] / f->all, 1e-5);
  f->span[start][end - 1][type] = 0;
}

static void
test_spans (Fixture *f, gconstpointer data)
{
  jb_lattice_foreach_span (f->lattice, 0.01, found_cb, f);
  for (guint i = 0; i < LENGTH; i++)
    for (guint k = i; k < LENGTH; k++)
      for (guint t = 0; t < N_TYPES; t++)
        g_assert_cmpfloat (f->span[i][k][t] / f->all, <, 0.01 + 1e-5);
}

static void
test_impossible (void)
{
  JbCrfShape shape = jb_crf_shape (N_TYPES);
  g_autoptr(JbLattice) lattice = jb_lattice_new (&shape);
  g_autofree float *weights = g_new0 (float, jb_crf_n_transitions (&shape));
  guint8 allowed[2 * N_LABELS] = { 0 };

  /* what begins must end */
  allowed[JB_CRF_B (&shape, 0)] = allowed[N_LABELS + JB_CRF_O (&shape)] = 1;
  jb_lattice_begin (lattice, 2);
  jb_lattice_set_transitions (lattice, weights);
  g_assert_false (jb_lattice_run (lattice, allowed));
}

int
main (int argc, char **argv)
{
  guint8 allowed[LENGTH * N_LABELS];

  g_test_init (&argc, &argv, NULL);
  /* the second position is the first of a stretch of type 0, or alone of type 1 */
  for (guint i = 0; i < LENGTH * N_LABELS; i++)
    allowed[i] = i / N_LABELS != 1;
  allowed[N_LABELS + 2 * N_TYPES + 1] = allowed[N_LABELS + N_TYPES + 2] = 1;

  g_test_add ("/crf/labels-as-counted", Fixture, NULL, set_up, test_labels, tear_down);
  g_test_add ("/crf/transitions-as-counted", Fixture, NULL, set_up, test_transitions, tear_down);
  g_test_add ("/crf/stretches-as-counted", Fixture, NULL, set_up, test_spans, tear_down);
  g_test_add ("/crf/labels-as-counted-where-some-are-known", Fixture, allowed, set_up, test_labels, tear_down);
  g_test_add ("/crf/transitions-as-counted-where-some-are-known", Fixture, allowed, set_up, test_transitions, tear_down);
  g_test_add_func ("/crf/contradictions-are-told", test_impossible);
  return g_test_run ();
}
