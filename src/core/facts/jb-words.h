/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of words with what is said about each, matched at a place of a text: the longest word wins.
 *
 * A list is a file below rules: one word a line, then, behind white space, its note. Words are few
 * hundreds and short, so a table by the first (and one by the last) character is enough. */
#pragma once

#include "jb-chars.h"

G_BEGIN_DECLS

typedef struct
{
  JbChars *word;  /* owned */
  char    *note;  /* owned, "" where there is none */
} JbWord;

typedef struct _JbWords JbWords;

/**
 * jb_words_get:
 * @path: as for jb_resource_load_lines(); must be a static string
 *
 * Returns: (transfer none): the list, read at the first call and kept
 */
const JbWords *jb_words_get (const char *path);

/* Returns: (transfer none) (nullable): the longest word that begins at @start and ends at @end or before */
const JbWord *jb_words_match (const JbWords *self, const JbChars *text, guint start, guint end);

/* Returns: (transfer none) (nullable): the longest word that ends at @end and begins at @start or behind */
const JbWord *jb_words_match_back (const JbWords *self, const JbChars *text, guint start, guint end);

G_END_DECLS
