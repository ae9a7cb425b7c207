/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of strings that finds all of its members in a text in one pass: the automaton behind the lexicon and the
 * rule lists. Immutable once built, so threads may share it.
 *
 * The text's characters become dense codes; a bitmap of hashed character pairs and triples throws out the places
 * where no string can begin; from the few that remain a double array over the codes is walked:
 *
 *   node n --code c--> node m = base[n] + c, where check[m] == n
 *
 * Code 0 is the end of a string: its node's base holds the string's number. Strings that are equal share one end
 * and are chained. */
#pragma once

#include "jb-chars.h"

G_BEGIN_DECLS

typedef struct _JbTrie JbTrie;

typedef struct
{
  guint start, end;  /* code points of the text */
  guint key;         /* index of the string */
} JbTrieHit;

/* Returns: (transfer full): the set of @keys, each valid UTF-8; empty ones are in no text. @keys are not kept. */
JbTrie *jb_trie_new  (const char *const *keys, gsize n_keys) G_GNUC_WARN_UNUSED_RESULT;
void    jb_trie_free (JbTrie *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbTrie, jb_trie_free)

/* Appends every occurrence of every string, also overlapping, to @hits (element-type JbTrieHit): by start, then by
 * length, then by key. Takes time linear in the text for strings of bounded length. */
void jb_trie_find (const JbTrie *self, const gunichar *chars, guint length, GArray *hits);

/* Returns: the lowest key that equals the characters, -1 where there is none */
int jb_trie_lookup (const JbTrie *self, const gunichar *chars, guint length);

/* Returns: the next higher key that equals @key, -1 where there is none */
int jb_trie_get_next_equal (const JbTrie *self, guint key);

/* Returns: bytes it occupies, for the benchmark */
gsize jb_trie_get_size (const JbTrie *self);

G_END_DECLS
