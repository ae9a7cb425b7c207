/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scan: one block while names are looked for in it: its characters, the words of the rule lists in them, and the
 * candidates found so far. No name crosses the border of a block. */
#pragma once

#include "jb-mention.h"
#include "jb-rules.h"

G_BEGIN_DECLS

typedef struct
{
  guint            start, end;  /* in the scan */
  JbEntityType     type;
  JbMentionOrigin  origin;
  double           confidence;
  const char      *rule;        /* static or interned */
  const char      *entity;      /* id, lent by the lexicon; or NULL */
  gboolean         rank;        /* used by the arbitration */
  const char      *label;       /* lent by the learner: its word for a type that is none of ours; or NULL */
  char            *name;        /* owned, what it stands for where that is not its text; or NULL */
} JbCandidate;

typedef struct
{
  guint      article, block;  /* where it stands in the bulletin */
  JbChars   *text;            /* owned */
  GArray    *hits;            /* owned, of JbTrieHit: words of the lists, by start, then by length */
  guint     *first;           /* owned, by position: the first hit that begins there or later */
  JbWordSet *begins;          /* owned, by position: lists of the words that begin there */
  JbWordSet *ends;            /* owned, by position: lists of the words that end before it */
  guint8    *boundary;        /* owned, by position: length of the longest boundary word that ends before it, else 0 */
  guint8    *common;          /* owned, by position: length of the longest common word that begins there, else 0 */
  guint8    *names;           /* owned, by position: length of the name of a place or street that ends before it */
  guint8    *borders;         /* owned, by position: 0 not looked up yet, 1 inside a word, 2 between words */
  GArray    *candidates;      /* owned, of JbCandidate */
  JbChars   *tight;           /* owned: a headline's text without its display spaces; NULL where there are none */
  guint     *places;          /* owned, by position in tight: where the character stands in text; NULL likewise */
} JbScan;

/* Returns: (transfer full): @text is taken */
JbScan *jb_scan_new  (const JbRules *rules, guint article, guint block, JbChars *text) G_GNUC_WARN_UNUSED_RESULT;
void    jb_scan_free (JbScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbScan, jb_scan_free)

/* The block is a headline: a space between two Chinese characters only parts its lines, so that a name may reach over it. */
void jb_scan_set_headline (JbScan *self);

/* Turns the span of tight into the one of text. Returns: FALSE where no display space lies in it, so that it is found without */
gboolean jb_scan_loosen (const JbScan *self, guint *start, guint *end);

/* Returns: (nullable): the list word that is exactly [@start, @end) */
const JbRuleWord *jb_scan_get_word (const JbScan *self, const JbRules *rules, guint start, guint end);

/* Returns: length of the longest word of one of @lists that begins at @start, 0 where there is none */
guint jb_scan_get_longest (const JbScan *self, const JbRules *rules, guint start, JbWordSet lists);

/* Returns: length of the longest word of one of @lists that ends before @end, 0 where there is none */
guint jb_scan_get_longest_before (const JbScan *self, const JbRules *rules, guint end, JbWordSet lists);

/* Whether @c can stand in a name: Han, Latin letter, digit, the interpunct · */
gboolean jb_scan_char_is_name (gunichar c);

/* Whether nothing of the clause stands before @start. */
gboolean jb_scan_begins_clause (const JbScan *self, guint start);

/* Whether a boundary word or a post ends before @at: a single character that begins a common word is none, nor is one
 * of the weak ones at the beginning of the clause. */
gboolean jb_scan_is_boundary (const JbScan *self, guint at);

/* Whether @start is a place where a name may begin: after a boundary word, a name, or at the clause's beginning. */
gboolean jb_scan_is_left_edge (const JbScan *self, guint start);

/* Whether the dictionary sees a word begin or end at @at; looks the clause up when first asked. */
gboolean jb_scan_is_word_border (JbScan *self, guint at);

/* Whether common words alone make up [@start, @end). */
gboolean jb_scan_is_common (const JbScan *self, guint start, guint end);

/* Whether @c tells a place beside what is named before it: 口, 上, 边. */
gboolean jb_scan_is_side (gunichar c);

/* Whether a common word begins inside [@start, @end) and goes on behind it. */
gboolean jb_scan_is_cut (const JbScan *self, guint start, guint end);

/* Whether [@start, @end) begins or ends inside a common word: 范县 in 示范县, 建设乡 in 建设乡村. */
gboolean jb_scan_splits_word (const JbScan *self, guint start, guint end);

/* Whether a number with a classifier stands in [@start, @end): a count, no name. */
gboolean jb_scan_has_count (const JbScan *self, guint start, guint end);

/* Whether a name known in the whole country, a body of the state, a letter or a digit stands in [@start, @end). */
gboolean jb_scan_has_known (const JbScan *self, const JbRules *rules, guint start, guint end);

/* Whether the characters from @at on are @utf8. */
gboolean jb_scan_has_text (const JbScan *self, guint at, const char *utf8);

/**
 * jb_scan_find_body:
 * @suffix: where the suffix begins
 *
 * Goes left from a suffix to where its name begins.
 *
 * Returns: FALSE where there is no name of @min to @max characters before the suffix
 */
gboolean jb_scan_find_body (const JbScan *self, guint suffix, guint min, guint max, guint *start);

/* Returns: (transfer full) (element-type JbCandidate): an empty list that owns the names of its members */
GArray *jb_candidates_new (void) G_GNUC_WARN_UNUSED_RESULT;

JbCandidate *jb_scan_add (JbScan *self, guint start, guint end, JbEntityType type, const char *rule, double confidence);

G_END_DECLS
