/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No name is compared with every other one. From each the forms are made that it might also have, always by leaving something
 * out, and these are looked up among all names:
 *
 *   云汀智能物联网产业基地  ──▶  云汀物联网产业基地, 云汀智网产业基地, …
 */
#include "jb-alias-proposals.h"

#include "jb-chars.h"
#include "jb-resource.h"
#include "jb-trie.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_NAME     2
#define MAX_NAME     40
#define MIN_KEPT     4   /* characters that two names have in common where one leaves some out */
#define MIN_EDGE     2   /* of them on each side */
#define MIN_LEFT_OUT 2
#define MAX_LEFT_OUT 6
#define ANY_HEAD     1   /* the first of the characters that stand in spellings for the nouns of a class */
#define MIDDLE_DOT   0xb7

typedef struct
{
  gunichar *chars;  /* owned */
  guint     length;
  guint     line;   /* words of the same line are of one class */
} Word;

typedef struct
{
  GArray *suffixes;   /* of Word */
  GArray *heads;
  GArray *contrasts;
} Words;

typedef struct
{
  const JbAliasName *names;      /* not owned */
  const Words       *words;
  JbTrie            *by_name;    /* owned; keys are indices of names */
  JbTrie            *by_spelling;
  GHashTable        *known;      /* owned, of char *: pairs that are proposed */
  GArray            *proposals;  /* owned by the caller in the end */
} Finder;

static GArray *
load_words (const char *path)
{
  g_auto(GStrv) lines = jb_resource_load_lines (path);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], " ", -1);

      for (guint p = 0; parts[p] != NULL; p++)
        {
          Word word = { .line = i };
          glong length;

          word.chars = g_utf8_to_ucs4_fast (parts[p], -1, &length);
          word.length = (guint) length;
          g_array_append_val (words, word);
        }
    }
  return words;
}

static const Words *
get_words (void)
{
  static Words *words;

  if (g_once_init_enter (&words))
    {
      Words *loaded = g_new (Words, 1);

      *loaded = (Words) {
        load_words ("rules/alias-suffixes.txt"), load_words ("rules/alias-heads.txt"), load_words ("rules/alias-contrasts.txt"),
      };
      g_once_init_leave (&words, loaded);
    }
  return words;
}

static gboolean
ends_with (const gunichar *text, guint length, const Word *word)
{
  return word->length < length && memcmp (text + length - word->length, word->chars, word->length * sizeof *text) == 0;
}

/* Whether what one name has more than the other makes it another thing. */
static gboolean
tells_apart (const Finder *self, const gunichar *text, guint length)
{
  for (guint i = 0; i < length; i++)
    {
      if (jb_char_is_digit (text[i]) || jb_char_is_numeral (text[i]) || text[i] < 0x80)
        return TRUE;
      for (guint w = 0; w < self->words->contrasts->len; w++)
        {
          const Word *word = &g_array_index (self->words->contrasts, Word, w);

          if (word->length <= length - i && memcmp (text + i, word->chars, word->length * sizeof *text) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether there is a bulletin's district that both are seen in, or nothing known of one of them. */
static gboolean
may_meet (const JbAliasName *a, const JbAliasName *b)
{
  if (a->districts == NULL || b->districts == NULL)
    return TRUE;
  for (guint i = 0; a->districts[i] != NULL; i++)
    if (g_strv_contains (b->districts, a->districts[i]))
      return TRUE;
  return FALSE;
}

/* Whether one of the districts is that of the text: 云汀区 or 云汀市云汀区 of 云汀区. */
static gboolean
is_in_district (const JbAliasName *name, const gunichar *text, guint length)
{
  g_autofree char *district = g_ucs4_to_utf8 (text, length, NULL, NULL, NULL);

  for (guint i = 0; name->districts != NULL && name->districts[i] != NULL; i++)
    if (g_str_has_suffix (district, name->districts[i]) || g_str_has_suffix (name->districts[i], district))
      return TRUE;
  return name->districts == NULL;
}

static void
propose (Finder *self, guint a, guint b, const char *reason)
{
  const JbAliasName *first = &self->names[a], *second = &self->names[b];
  JbAliasProposal proposal = { a, b, reason };
  g_autofree char *key = NULL;

  if (first->entity == NULL)
    {
      proposal = (JbAliasProposal) { b, a, reason };
      first = &self->names[b];
      second = &self->names[a];
    }
  if (first->entity == NULL || g_strcmp0 (first->entity, second->entity) == 0 || strcmp (first->name, second->name) == 0 ||
      !may_meet (first, second))
    return;
  /* Of two entities only one pair, whichever of their names are alike. */
  if (second->entity != NULL)
    key = strcmp (first->entity, second->entity) < 0 ? g_strdup_printf ("%s %s", first->entity, second->entity)
                                                     : g_strdup_printf ("%s %s", second->entity, first->entity);
  else
    key = g_strdup_printf ("%s %s", first->entity, second->name);
  if (g_hash_table_add (self->known, g_steal_pointer (&key)))
    g_array_append_val (self->proposals, proposal);
}

/* Returns: the only name of @i's type that is @text; -1 where there is none, or where it is the name of two things */
static int
look_up (const Finder *self, const JbTrie *trie, guint i, const gunichar *text, guint length)
{
  int found = -1;

  for (int key = jb_trie_lookup (trie, text, length); key >= 0; key = jb_trie_get_next_equal (trie, (guint) key))
    {
      if ((guint) key == i || self->names[key].type != self->names[i].type)
        continue;
      if (found >= 0 && g_strcmp0 (self->names[found].entity, self->names[key].entity) != 0)
        return -1;
      found = key;
    }
  return found;
}

/* Whether a name like this one, but with another word of the same line, is there: 某某二期 beside 某某一期. */
static gboolean
has_rival (const Finder *self, guint i, const gunichar *stem, guint length, const Word *suffix)
{
  gunichar text[2 * MAX_NAME];

  memcpy (text, stem, length * sizeof *stem);
  for (guint w = 0; w < self->words->suffixes->len; w++)
    {
      const Word *word = &g_array_index (self->words->suffixes, Word, w);

      if (word->line != suffix->line || word == suffix || length + word->length > G_N_ELEMENTS (text))
        continue;
      memcpy (text + length, word->chars, word->length * sizeof *text);
      for (int key = jb_trie_lookup (self->by_name, text, length + word->length); key >= 0;
           key = jb_trie_get_next_equal (self->by_name, (guint) key))
        if (self->names[key].type == self->names[i].type)
          return TRUE;
    }
  return FALSE;
}

static void
try_suffixes (Finder *self, guint i, const JbChars *name)
{
  for (guint w = 0; w < self->words->suffixes->len; w++)
    {
      const Word *suffix = &g_array_index (self->words->suffixes, Word, w);
      guint length = name->length - MIN (name->length, suffix->length);
      int other;

      if (length < MIN_NAME || !ends_with (name->chars, name->length, suffix))
        continue;
      other = look_up (self, self->by_name, i, name->chars, length);
      if (other >= 0 && !has_rival (self, i, name->chars, length, suffix))
        propose (self, i, (guint) other, "suffix");
    }
}

/* Whether the name of a district ends before @at: 云汀区, not 社区. */
static gboolean
ends_district (const JbChars *name, guint at)
{
  static const gunichar levels[] = U"省市区县镇乡", not_before[] = U"社小园校片地城厂山景辖开新街";
  gunichar last = name->chars[at - 1];

  if (at >= 4 && last == U'道' && name->chars[at - 2] == U'街')
    return TRUE;
  for (guint i = 0; levels[i] != 0; i++)
    if (last == levels[i])
      {
        for (guint n = 0; not_before[n] != 0; n++)
          if (name->chars[at - 2] == not_before[n])
            return FALSE;
        return at >= 3;
      }
  return FALSE;
}

static void
try_districts (Finder *self, guint i, const JbChars *name)
{
  for (guint at = 3; at + MIN_NAME + 1 <= name->length; at++)
    {
      int other;

      if (!ends_district (name, at))
        continue;
      other = look_up (self, self->by_name, i, name->chars + at, name->length - at);
      if (other < 0)
        continue;
      if (name->chars[at - 1] != U'道' && !is_in_district (&self->names[other], name->chars, at))
        continue;
      propose (self, i, (guint) other, "district");
    }
}

static gboolean
may_leave_out (JbEntityType type)
{
  return type == JB_ENTITY_TYPE_PROJECT || type == JB_ENTITY_TYPE_ORGANISATION || type == JB_ENTITY_TYPE_CAMPAIGN ||
         type == JB_ENTITY_TYPE_SYSTEM;
}

static void
try_left_out (Finder *self, guint i, const JbChars *name)
{
  gunichar text[MAX_NAME];

  for (guint start = MIN_EDGE; start + MIN_LEFT_OUT + MIN_EDGE <= name->length; start++)
    for (guint n = MIN_LEFT_OUT; n <= MAX_LEFT_OUT && start + n + MIN_EDGE <= name->length; n++)
      {
        guint kept = name->length - n;
        int other;

        if (kept < MIN_KEPT || n > kept)
          continue;
        memcpy (text, name->chars, start * sizeof *text);
        memcpy (text + start, name->chars + start + n, (kept - start) * sizeof *text);
        other = look_up (self, self->by_name, i, text, kept);
        if (other >= 0 && !tells_apart (self, name->chars + start, n))
          propose (self, i, (guint) other, "left-out");
      }
}

/* The noun of a class that the name ends in; NULL where there is none. */
static const Word *
find_head (const Finder *self, const JbChars *name)
{
  const Word *found = NULL;

  for (guint w = 0; w < self->words->heads->len; w++)
    {
      const Word *head = &g_array_index (self->words->heads, Word, w);

      if (ends_with (name->chars, name->length, head) && (found == NULL || head->length > found->length))
        found = head;
    }
  return found;
}

/* A quotation, or a code, tells what is meant whichever noun follows. */
static gboolean
is_marked (const JbChars *name, guint end)
{
  for (guint i = 0; i < end; i++)
    if (jb_char_is_opener (name->chars[i]) || jb_char_is_digit (name->chars[i]))
      return TRUE;
  return FALSE;
}

/* Without marks and blanks, and with the class of the noun in place of the noun where that does not matter. */
static char *
dup_spelling (const Finder *self, const JbChars *name)
{
  const Word *head = find_head (self, name);
  guint end = head != NULL ? name->length - head->length : name->length;
  GString *spelling = g_string_new (NULL);

  if (head != NULL && !is_marked (name, end))
    end = name->length;
  for (guint i = 0; i < end; i++)
    {
      gunichar c = jb_char_fold_width (name->chars[i]);

      if (!jb_char_is_punctuation (c) && !jb_char_is_blank (c) && c != MIDDLE_DOT)
        g_string_append_unichar (spelling, g_unichar_tolower (c));
    }
  if (end < name->length)
    g_string_append_c (spelling, (char) (ANY_HEAD + head->line));
  return g_string_free (spelling, FALSE);
}

static void
try_spelling (Finder *self, guint i, const char *spelling)
{
  g_autoptr(JbChars) chars = jb_chars_new (spelling, -1);
  int other = chars->length > 0 ? look_up (self, self->by_spelling, i, chars->chars, chars->length) : -1;

  if (other >= 0)
    propose (self, i, (guint) other, "spelling");
}

GArray *
jb_alias_proposals_find (const JbAliasName *names, guint n_names)
{
  Finder self = { .names = names, .words = get_words () };
  g_autoptr(GPtrArray) chars = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_chars_free);
  g_autoptr(GPtrArray) spellings = g_ptr_array_new_with_free_func (g_free);
  g_autofree const char **keys = g_new (const char *, n_names + 1);

  for (guint i = 0; i < n_names; i++)
    {
      g_ptr_array_add (chars, jb_chars_new (names[i].name, -1));
      g_ptr_array_add (spellings, dup_spelling (&self, g_ptr_array_index (chars, i)));
      keys[i] = names[i].name;
    }
  self.by_name = jb_trie_new (keys, n_names);
  self.by_spelling = jb_trie_new ((const char *const *) spellings->pdata, n_names);
  self.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.proposals = g_array_new (FALSE, FALSE, sizeof (JbAliasProposal));

  for (guint i = 0; i < n_names; i++)
    {
      const JbChars *name = g_ptr_array_index (chars, i);

      if (name->length < MIN_NAME || name->length > MAX_NAME)
        continue;
      try_spelling (&self, i, g_ptr_array_index (spellings, i));
      try_suffixes (&self, i, name);
      try_districts (&self, i, name);
      if (may_leave_out (names[i].type))
        try_left_out (&self, i, name);
    }
  jb_trie_free (self.by_name);
  jb_trie_free (self.by_spelling);
  g_hash_table_unref (self.known);
  return self.proposals;
}

const char *
jb_alias_reason_describe (const char *reason)
{
  static const struct
  {
    const char *reason;
    const char *words;
  } descriptions[] = {
    { "spelling", N_("They differ in marks, or in the noun behind a quotation or code.") },
    { "suffix", N_("One has an ending that the other leaves out.") },
    { "district", N_("One begins with the district or sub-district that the other leaves out.") },
    { "left-out", N_("One leaves out a few characters of the other.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    if (strcmp (descriptions[i].reason, reason) == 0)
      return g_dgettext (GETTEXT_PACKAGE, descriptions[i].words);
  g_return_val_if_reached ("");
}
