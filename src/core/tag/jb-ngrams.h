/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts of all strings of two to eight Han characters in many texts, and how freely each stands among its neighbours.
 *
 * All places of all texts are sorted by the characters that follow (one counting sort for each of nine characters, so the time
 * is linear in the texts); the places of a string then stand in one stretch of that order. */
#pragma once

#include "jb-chars.h"

G_BEGIN_DECLS

#define JB_NGRAMS_MIN 2
#define JB_NGRAMS_MAX 8

/* What is known of a place before the texts are sorted. */
typedef enum
{
  JB_NGRAM_MASKED = 1 << 0,   /* the character is left out: no string goes across it */
  JB_NGRAM_TEARS = 1 << 1,    /* a word goes on from the character before it */
  JB_NGRAM_PLAIN = 1 << 2,    /* it stands in a plain word */
} JbNgramFlags;

typedef struct
{
  guint  length;       /* characters */
  guint  place;        /* where it stands first: what jb_ngrams_add() returned, plus characters */
  guint  n_times;
  guint  n_documents;
  guint  n_torn;       /* times at which it begins or ends inside a word */
  guint  n_plain;      /* times at which all of it is plain words */
  double left, right;  /* entropy of the neighbours, bits; each mark of punctuation counts as another neighbour */
  double cohesion;     /* of the parts at the weakest split: how much oftener they meet than by chance, bits */
} JbNgram;

typedef struct _JbNgrams JbNgrams;

JbNgrams *jb_ngrams_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void      jb_ngrams_free (JbNgrams *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbNgrams, jb_ngrams_free)

/**
 * jb_ngrams_add:
 * @document: number of the document the text is of; documents come in order, from 0
 * @flags: (nullable) (array length=text.length): JbNgramFlags by character
 *
 * Returns: the place of the text's first character
 */
guint jb_ngrams_add (JbNgrams *self, guint document, const JbChars *text, const guint8 *flags);

/* Returns: (transfer full) (element-type JbNgram): all strings that come at least so many times in so many documents, with at
 * least so many bits of freedom on both sides and of cohesion */
GArray *jb_ngrams_find (JbNgrams *self, guint least_times, guint least_documents, double least_freedom, double least_cohesion)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the string's UTF-8 */
char *jb_ngrams_dup_text (const JbNgrams *self, const JbNgram *ngram) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
