/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule lists (resources/rules) as one set of words. A word may stand in several lists; one pass over a text
 * finds all of them. */
#pragma once

#include "jb-trie.h"
#include "jb-types.h"

G_BEGIN_DECLS

/* One bit for each list. */
typedef enum
{
  JB_WORD_COMMON,
  JB_WORD_BOUNDARY,
  JB_WORD_BOUNDARY_WEAK,
  JB_WORD_BOUNDARY_FIRST,
  JB_WORD_NOT_IN_NAME,
  JB_WORD_QUANTIFIER,
  JB_WORD_SUFFIX,
  JB_WORD_PHASE,
  JB_WORD_GENERIC_BODY,
  JB_WORD_LANDMARK,
  JB_WORD_PROVINCE,
  JB_WORD_CITY,
  JB_WORD_COUNTRY,
  JB_WORD_SURNAME,
  JB_WORD_SURNAME_WEAK,
  JB_WORD_NOT_IN_PERSON,
  JB_WORD_POST,
  JB_WORD_POST_OTHER,
  JB_WORD_BYLINE,
  JB_WORD_HONORIFIC,
  JB_WORD_COMRADE,
  JB_WORD_SPEECH,
  JB_WORD_SPEECH_STRONG,
  JB_WORD_LEADER_LABEL,
  JB_WORD_KNOWN_LEADER,
  JB_WORD_ORGANISATION,
  JB_WORD_ORGANISATION_PART,
  JB_WORD_ORGANISATION_HEAD,
  JB_WORD_STREET_ORGAN,
  JB_WORD_LEVEL,
  JB_WORD_LIST_HEAD,
  JB_WORD_QUOTED_HEAD,
  JB_WORD_QUOTED_TAIL,
  JB_WORD_QUOTED_NOT,
  JB_WORD_CAMPAIGN_HEAD,
  JB_WORD_CAMPAIGN_VERB,
  JB_WORD_CAMPAIGN,
  JB_WORD_SYSTEM_HEAD,
  JB_WORD_SYSTEM_WORD,
  JB_WORD_SYSTEM_GENERIC,
  JB_WORD_SLOGAN_NOUN,
  JB_WORD_BUILD_VERB,
  JB_WORD_AREA_EVIDENCE,
  JB_WORD_AREA_TAIL,
  JB_WORD_MINORITY_NAME,
  JB_N_WORD_LISTS,
} JbWordList;

typedef guint64 JbWordSet;
#define JB_WORD_BIT(list) (G_GUINT64_CONSTANT (1) << (list))

typedef enum
{
  JB_SUFFIX_STRONG,  /* a body of any words makes a name */
  JB_SUFFIX_PROPER,  /* it must hold something that is no common word */
  JB_SUFFIX_NAMED,   /* it must hold a known name, a number or Latin letters */
} JbSuffixKind;

typedef struct
{
  JbEntityType  type;
  guint         min, max;  /* characters of the body before it */
  JbSuffixKind  kind;
  const char   *rule;      /* id, as in jb_rule_describe() */
} JbSuffix;

typedef struct
{
  JbWordSet    lists;
  guint        length;       /* characters */
  JbEntityType list_type;    /* of JB_WORD_LIST_HEAD */
  JbEntityType quoted_type;  /* of JB_WORD_QUOTED_HEAD */
  JbEntityType area_type;    /* of JB_WORD_AREA_TAIL */
  JbEntityType tail_type;    /* of JB_WORD_QUOTED_TAIL */
  JbSuffix     suffix;       /* of JB_WORD_SUFFIX */
} JbRuleWord;

typedef struct
{
  JbTrie *trie;   /* owned; its keys are indices of words */
  JbRuleWord *words;  /* owned */
  guint   n_words;
} JbRules;

/* To be raised whenever the recognisers are changed so that they find other names. */
#define JB_RULES_EDITION 1

/* Returns: a number that differs where the lists or the recognisers do; computed when first asked for */
gint64 jb_rules_get_version (void);

/* Returns: (transfer none): the lists, read when first asked for; any thread may ask */
const JbRules *jb_rules_get (void);

G_END_DECLS
