/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arithmetic of a linear-chain conditional random field whose labels mark stretches of a text: for each type the
 * beginning, inside and end of a stretch and a stretch of one character, and one label for what is outside of all.
 *
 *   label    E of each type | O | S of each type | B of each type | I of each type
 *   number   0 … T-1        | T | T+1 … 2T       | 2T+1 … 3T      | 3T+1 … 4T
 *
 * In this order the labels behind which a stretch is closed are the first 2T+1, and those that may follow them are the 2T+1
 * from T on; between them every step has a weight. The steps inside a stretch, B or I to I or E of the same type, have four
 * weights for each type; all others are impossible. So one step costs (2T+1)² instead of (4T+1)² products, and mostly far less,
 * since what is improbable is left out.
 *
 * Lattices know no features: the caller adds those up into scores. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint n_types;
  guint n_labels;  /* 4T+1 */
  guint n_closed;  /* 2T+1 */
  guint stride;    /* floats from one position to the next: n_labels and padding */
} JbCrfShape;

JbCrfShape jb_crf_shape (guint n_types);

#define JB_CRF_E(shape, type) (type)
#define JB_CRF_O(shape)       ((shape)->n_types)
#define JB_CRF_S(shape, type) ((shape)->n_types + 1 + (type))
#define JB_CRF_B(shape, type) (2 * (shape)->n_types + 1 + (type))
#define JB_CRF_I(shape, type) (3 * (shape)->n_types + 1 + (type))

/* Steps of a type, as the rows of the second part of the transitions. */
enum
{
  JB_CRF_B_TO_I,
  JB_CRF_B_TO_E,
  JB_CRF_I_TO_I,
  JB_CRF_I_TO_E,
  JB_CRF_N_INNER,
};

/* Number of transition weights: n_closed rows of n_closed, by the label before, then JB_CRF_N_INNER rows of n_types. */
guint jb_crf_n_transitions (const JbCrfShape *shape);

typedef struct
{
  JbCrfShape shape;
  float     *open;         /* owned, exp of the first part, rows by the label before */
  float     *open_turned;  /* owned, the same, rows by the label behind */
  float     *inner;        /* owned, exp of the second part */
  guint      row;          /* floats in a row of the first two */
  guint      capacity;     /* positions there is room for */
  guint      length;       /* positions of the present text */
  float     *score;        /* owned, to be filled by the caller; then exp of it */
  float     *alpha, *beta; /* owned */
  float     *scale;        /* owned, by position */
  float     *work;         /* owned */
} JbLattice;

/* Returns: (transfer full) */
JbLattice *jb_lattice_new  (const JbCrfShape *shape) G_GNUC_WARN_UNUSED_RESULT;
void       jb_lattice_free (JbLattice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbLattice, jb_lattice_free)

/* @weights: jb_crf_n_transitions() of them, copied */
void jb_lattice_set_transitions (JbLattice *self, const float *weights);

/* Makes room for a text and returns its scores, all 0: stride floats for each position. */
float *jb_lattice_begin (JbLattice *self, guint length);

/**
 * jb_lattice_run:
 * @allowed: (nullable): n_labels bytes for each position, 0 for a label that is impossible there
 *
 * Works out the probabilities from the scores, which are used up.
 *
 * Returns: FALSE where no sequence of labels is possible
 */
gboolean jb_lattice_run (JbLattice *self, const guint8 *allowed);

/* The probability of a label at a position. */
static inline float
jb_lattice_get (const JbLattice *self, guint position, guint label)
{
  gsize at = (gsize) position * self->shape.stride + label;

  return self->alpha[at] * self->beta[at];
}

/* Adds the expected number of each transition to @sums, which are as the weights. */
void jb_lattice_add_transitions (const JbLattice *self, float sign, float *sums);

/* Calls @func with every stretch whose probability is at least @least. */
typedef void (*JbLatticeFunc) (guint start, guint end, guint type, double probability, gpointer data);
void jb_lattice_foreach_span (const JbLattice *self, double least, JbLatticeFunc func, gpointer data);

/* Returns: the probability that [@start, @end) is a stretch of @type */
double jb_lattice_get_span (const JbLattice *self, guint start, guint end, guint type);

G_END_DECLS
