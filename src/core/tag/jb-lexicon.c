/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-lexicon.h"

#include "jb-trie.h"

struct _JbLexicon
{
  JbTrie        *trie;
  GStringChunk  *strings;  /* owned, what the names point into */
  JbLexiconName *names;    /* owned */
  gsize          n_names;
};

G_DEFINE_BOXED_TYPE (JbLexicon, jb_lexicon, jb_lexicon_ref, jb_lexicon_unref)

static void
jb_lexicon_clear (gpointer data)
{
  JbLexicon *self = data;

  jb_trie_free (self->trie);
  g_string_chunk_free (self->strings);
  g_free (self->names);
}

JbLexicon *
jb_lexicon_new (const JbLexiconName *names, gsize n_names)
{
  JbLexicon *self = g_atomic_rc_box_new0 (JbLexicon);
  g_autofree const char **keys = g_new (const char *, n_names + 1);

  self->strings = g_string_chunk_new (1 << 16);
  self->names = g_new (JbLexiconName, n_names + 1);
  self->n_names = n_names;
  for (gsize i = 0; i < n_names; i++)
    {
      const JbLexiconName *from = &names[i];
      JbLexiconName *to = &self->names[i];

      to->type = from->type;
      to->name = g_string_chunk_insert_const (self->strings, from->name);
      to->preferred = from->preferred != NULL ? g_string_chunk_insert_const (self->strings, from->preferred) : to->name;
      to->entity = from->entity != NULL ? g_string_chunk_insert_const (self->strings, from->entity) : NULL;
      keys[i] = to->name;
    }
  self->trie = jb_trie_new (keys, n_names);
  return self;
}

JbLexicon *
jb_lexicon_ref (JbLexicon *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jb_lexicon_unref (JbLexicon *self)
{
  g_atomic_rc_box_release_full (self, jb_lexicon_clear);
}

GArray *
jb_lexicon_find (const JbLexicon *self, const JbChars *text)
{
  /* the two kinds of hits have the same members in the same order */
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (JbLexiconHit));

  G_STATIC_ASSERT (sizeof (JbLexiconHit) == sizeof (JbTrieHit));
  G_STATIC_ASSERT (G_STRUCT_OFFSET (JbLexiconHit, name) == G_STRUCT_OFFSET (JbTrieHit, key));
  jb_trie_find (self->trie, text->chars, text->length, hits);
  return hits;
}

gsize
jb_lexicon_get_n_names (const JbLexicon *self)
{
  return self->n_names;
}

const JbLexiconName *
jb_lexicon_get_name (const JbLexicon *self, guint index)
{
  g_return_val_if_fail (index < self->n_names, NULL);

  return &self->names[index];
}

const char *
jb_lexicon_get_unique_entity (const JbLexicon *self, guint index)
{
  const JbLexiconName *name;
  g_autoptr(JbChars) chars = NULL;

  g_return_val_if_fail (index < self->n_names, NULL);

  name = &self->names[index];
  chars = jb_chars_new (name->name, -1);
  for (int i = jb_trie_lookup (self->trie, chars->chars, chars->length); i >= 0;
       i = jb_trie_get_next_equal (self->trie, (guint) i))
    if (self->names[i].type == name->type && g_strcmp0 (self->names[i].entity, name->entity) != 0)
      return NULL;
  return name->entity;
}

gsize
jb_lexicon_get_size (const JbLexicon *self)
{
  return jb_trie_get_size (self->trie);
}
