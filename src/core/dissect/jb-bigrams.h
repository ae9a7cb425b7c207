/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often two characters stand side by side: evidence that a cut between them went through a word,
 * and that a headline speaks of the same things as a text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JbBigrams JbBigrams;

JbBigrams *jb_bigrams_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       jb_bigrams_free (JbBigrams *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbBigrams, jb_bigrams_free)

/* Counts all pairs of @text in which neither character is a blank or punctuation. */
void jb_bigrams_add (JbBigrams *self, const gunichar *text, guint length);

guint jb_bigrams_get_count (const JbBigrams *self, gunichar first, gunichar second);

/* Returns: the share of the Han bigrams of @text that were counted at least once, 0 to 1; 0 where it has none */
double jb_bigrams_get_overlap (const JbBigrams *self, const gunichar *text, guint length);

/* Returns: (transfer none): the pairs that belong together in the language of official papers, each counted once */
const JbBigrams *jb_bigrams_get_general (void);

/* Forgets all, in a time that does not depend on how much it was. */
void jb_bigrams_clear (JbBigrams *self);

G_END_DECLS
