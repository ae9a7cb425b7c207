/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lexicon: all names of the registry, and where they stand in a text. Reference counted and immutable once built,
 * so threads may share it. */
#pragma once

#include <glib-object.h>

#include "jb-chars.h"
#include "jb-types.h"

G_BEGIN_DECLS

typedef struct
{
  const char   *name;       /* as it is printed */
  const char   *preferred;  /* the entity's name; NULL where it is @name */
  const char   *entity;     /* id; NULL for a name without an entity */
  JbEntityType  type;
} JbLexiconName;

typedef struct
{
  guint start, end;  /* code points of the text */
  guint name;        /* for jb_lexicon_get_name() */
} JbLexiconHit;

typedef struct _JbLexicon JbLexicon;

#define JB_TYPE_LEXICON (jb_lexicon_get_type ())
GType jb_lexicon_get_type (void);

/* Returns: (transfer full): a lexicon of copies of @names; several entities may share one name, each is found.
 * Takes time linear in the names, below a second for half a million. */
JbLexicon *jb_lexicon_new   (const JbLexiconName *names, gsize n_names) G_GNUC_WARN_UNUSED_RESULT;
JbLexicon *jb_lexicon_ref   (JbLexicon *self);
void       jb_lexicon_unref (JbLexicon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbLexicon, jb_lexicon_unref)

/* Returns: (transfer full) (element-type JbLexiconHit): every occurrence of every name, also overlapping, by start,
 * then by length, then in the order of the names */
GArray *jb_lexicon_find (const JbLexicon *self, const JbChars *text) G_GNUC_WARN_UNUSED_RESULT;

gsize                jb_lexicon_get_n_names (const JbLexicon *self);
const JbLexiconName *jb_lexicon_get_name    (const JbLexicon *self, guint index);

/* Returns: (nullable): the id of the entity that alone carries the name at @index among those of its type, NULL
 * where several do */
const char *jb_lexicon_get_unique_entity (const JbLexicon *self, guint index);

/* Returns: bytes of the automaton, without the strings */
gsize jb_lexicon_get_size (const JbLexicon *self);

G_END_DECLS
