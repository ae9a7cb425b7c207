/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digest: sentences of articles worth repeating, verbatim. Deterministic: the same articles give the same sentences. */
#pragma once

#include "jb-article.h"

G_BEGIN_DECLS

typedef struct
{
  JbArticle *article;     /* owned */
  guint      start, end;  /* code points in the article's text */
  char      *text;        /* owned, verbatim */
  double     score;       /* higher is better; comparable within one digest only */
} JbDigestSentence;

/**
 * jb_digest_make:
 * @articles: (element-type JbArticle): with their mentions and figures
 * @n_sentences: at most so many; 0 for one a 400 characters of running text, at least one an article
 *
 * A sentence is worth more where it says what the articles are about (the weight of its character pairs in the centroid of all),
 * where it stands early, and where it holds tagged names and figures. One that repeats another one is dropped.
 *
 * Returns: (transfer full) (element-type JbDigestSentence): in the order of the articles and their texts
 */
GPtrArray *jb_digest_make (GPtrArray *articles, guint n_sentences) G_GNUC_WARN_UNUSED_RESULT;

/* Finds the sentences around places of an article; a paragraph is cut once for all places in it that are asked for in a row. */
typedef struct _JbSentenceFinder JbSentenceFinder;

/* Returns: (transfer full): holds @article, which must not change while it is asked */
JbSentenceFinder *jb_sentence_finder_new (JbArticle *article) G_GNUC_WARN_UNUSED_RESULT;

void jb_sentence_finder_free (JbSentenceFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbSentenceFinder, jb_sentence_finder_free)

/**
 * jb_sentence_finder_find:
 *
 * Returns: (transfer full) (nullable): the sentence of the running text around the code point @offset
 */
JbDigestSentence *jb_sentence_finder_find (JbSentenceFinder *self, guint offset) G_GNUC_WARN_UNUSED_RESULT;

/* The same for one place. */
JbDigestSentence *jb_digest_find_sentence (JbArticle *article, guint offset) G_GNUC_WARN_UNUSED_RESULT;

void jb_digest_sentence_free (JbDigestSentence *sentence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbDigestSentence, jb_digest_sentence_free)

G_END_DECLS
