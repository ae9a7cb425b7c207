/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-rules.h"

#include <string.h>

#include "jb-model-enums.h"
#include "jb-resource.h"

static const char *const files[JB_N_WORD_LISTS] = {
  [JB_WORD_COMMON] = "words",
  [JB_WORD_BOUNDARY] = "boundaries",
  [JB_WORD_BOUNDARY_WEAK] = "boundaries-weak",
  [JB_WORD_BOUNDARY_FIRST] = "boundaries-first",
  [JB_WORD_NOT_IN_NAME] = "name-characters-not",
  [JB_WORD_QUANTIFIER] = "quantifiers",
  [JB_WORD_SUFFIX] = "suffixes",
  [JB_WORD_PHASE] = "phases",
  [JB_WORD_GENERIC_BODY] = "generic-bodies",
  [JB_WORD_LANDMARK] = "landmarks",
  [JB_WORD_PROVINCE] = "provinces",
  [JB_WORD_CITY] = "cities",
  [JB_WORD_COUNTRY] = "countries",
  [JB_WORD_SURNAME] = "surnames",
  [JB_WORD_SURNAME_WEAK] = "surnames-weak",
  [JB_WORD_NOT_IN_PERSON] = "person-characters-not",
  [JB_WORD_POST] = "posts",
  [JB_WORD_POST_OTHER] = "posts-other",
  [JB_WORD_BYLINE] = "bylines",
  [JB_WORD_HONORIFIC] = "honorifics",
  [JB_WORD_COMRADE] = "comrade",
  [JB_WORD_SPEECH] = "speech",
  [JB_WORD_SPEECH_STRONG] = "speech-strong",
  [JB_WORD_LEADER_LABEL] = "leader-labels",
  [JB_WORD_KNOWN_LEADER] = "known-leaders",
  [JB_WORD_ORGANISATION] = "organisations",
  [JB_WORD_ORGANISATION_PART] = "organisation-parts",
  [JB_WORD_ORGANISATION_HEAD] = "organisation-heads",
  [JB_WORD_STREET_ORGAN] = "street-organs",
  [JB_WORD_LEVEL] = "levels",
  [JB_WORD_LIST_HEAD] = "list-heads",
  [JB_WORD_QUOTED_HEAD] = "quoted-heads",
  [JB_WORD_QUOTED_TAIL] = "quoted-tails",
  [JB_WORD_QUOTED_NOT] = "quoted-not",
  [JB_WORD_CAMPAIGN_HEAD] = "campaign-heads",
  [JB_WORD_CAMPAIGN_VERB] = "campaign-verbs",
  [JB_WORD_CAMPAIGN] = "campaigns",
  [JB_WORD_SYSTEM_HEAD] = "system-heads",
  [JB_WORD_SYSTEM_WORD] = "system-words",
  [JB_WORD_SYSTEM_GENERIC] = "system-generic",
  [JB_WORD_SLOGAN_NOUN] = "slogan-nouns",
  [JB_WORD_BUILD_VERB] = "build-verbs",
  [JB_WORD_AREA_EVIDENCE] = "area-evidence",
  [JB_WORD_AREA_TAIL] = "area-tails",
  [JB_WORD_MINORITY_NAME] = "minority-names",
};

static JbEntityType
parse_type (const char *nick)
{
  int type = 0;

  if (nick == NULL || !jb_enum_from_nick (JB_TYPE_ENTITY_TYPE, nick, &type))
    g_error ("a rule list names the type “%s”", nick);
  return (JbEntityType) type;
}

/* Columns: suffix, type, shortest, longest, kind, rule. */
static void
parse_suffix (JbSuffix *suffix, char **columns)
{
  if (g_strv_length (columns) != 6)
    g_error ("the suffix “%s” has not six columns", columns[0]);
  suffix->type = parse_type (columns[1]);
  suffix->min = (guint) g_ascii_strtoull (columns[2], NULL, 10);
  suffix->max = (guint) g_ascii_strtoull (columns[3], NULL, 10);
  suffix->kind = strcmp (columns[4], "strong") == 0 ? JB_SUFFIX_STRONG
                 : strcmp (columns[4], "named") == 0 ? JB_SUFFIX_NAMED : JB_SUFFIX_PROPER;
  suffix->rule = g_intern_string (columns[5]);
}

static void
add_line (GHashTable *indices, GPtrArray *keys, GArray *words, JbWordList list, const char *line)
{
  g_auto(GStrv) columns = g_strsplit (line, "\t", -1);
  gpointer index;
  JbRuleWord *word;

  if (!g_hash_table_lookup_extended (indices, columns[0], NULL, &index))
    {
      JbRuleWord fresh = { .length = (guint) g_utf8_strlen (columns[0], -1) };

      index = GUINT_TO_POINTER (words->len);
      g_array_append_val (words, fresh);
      g_ptr_array_add (keys, g_strdup (columns[0]));
      g_hash_table_insert (indices, g_ptr_array_index (keys, keys->len - 1), index);
    }
  word = &g_array_index (words, JbRuleWord, GPOINTER_TO_UINT (index));
  word->lists |= JB_WORD_BIT (list);
  if (list == JB_WORD_SUFFIX)
    parse_suffix (&word->suffix, columns);
  else if (list == JB_WORD_LIST_HEAD)
    word->list_type = parse_type (columns[1]);
  else if (list == JB_WORD_QUOTED_HEAD)
    word->quoted_type = parse_type (columns[1]);
  else if (list == JB_WORD_QUOTED_TAIL)
    word->tail_type = parse_type (columns[1]);
  else if (list == JB_WORD_AREA_TAIL)
    word->area_type = parse_type (columns[1]);
}

/* Returns: (transfer full): the list's place among the resources. Surnames are the dissecter's too. */
static char *
dup_path (JbWordList list)
{
  return g_strdup_printf ("rules/%s%s.txt", list == JB_WORD_SURNAME ? "" : "tag-", files[list]);
}

static JbRules *
load_rules (void)
{
  JbRules *rules = g_new0 (JbRules, 1);
  g_autoptr(GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (JbRuleWord));

  for (guint list = 0; list < JB_N_WORD_LISTS; list++)
    {
      g_autofree char *path = dup_path (list);
      g_auto(GStrv) lines = jb_resource_load_lines (path);

      for (guint i = 0; lines[i] != NULL; i++)
        add_line (indices, keys, words, list, lines[i]);
    }
  rules->n_words = words->len;
  rules->words = (JbRuleWord *) g_array_free (words, FALSE);
  rules->trie = jb_trie_new ((const char *const *) keys->pdata, keys->len);
  return rules;
}

const JbRules *
jb_rules_get (void)
{
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_rules ());
  return (const JbRules *) loaded;
}

/* FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
static gint64
compute_version (void)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037) ^ JB_RULES_EDITION;

  for (guint list = 0; list < JB_N_WORD_LISTS; list++)
    {
      g_autofree char *path = dup_path (list);
      g_autoptr(GBytes) bytes = jb_resource_load (path);
      gsize n_bytes;
      const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

      for (gsize i = 0; i < n_bytes; i++)
        hash = (hash ^ data[i]) * G_GUINT64_CONSTANT (1099511628211);
    }
  return (gint64) (hash >> 1);
}

gint64
jb_rules_get_version (void)
{
  static gsize known = 0;
  static gint64 version;

  if (g_once_init_enter (&known))
    {
      version = compute_version ();
      g_once_init_leave (&known, 1);
    }
  return version;
}
