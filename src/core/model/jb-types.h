/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The closed sets of the model. Their nicks are the words of the library file and the command line:
 * jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, JB_ENTITY_TYPE_STREET) is "street". */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* In the order of the keys 1 to 9. */
typedef enum
{
  JB_ENTITY_TYPE_STREET,        /* 街道: a sub-district or town */
  JB_ENTITY_TYPE_COMMUNITY,     /* 社区: community, village, housing estate */
  JB_ENTITY_TYPE_PLACE,         /* 地点 */
  JB_ENTITY_TYPE_PROJECT,       /* 项目 */
  JB_ENTITY_TYPE_LEADER,        /* 领导: a person named with a post */
  JB_ENTITY_TYPE_PERSON,        /* 人物: any other person */
  JB_ENTITY_TYPE_ORGANISATION,  /* 机构 */
  JB_ENTITY_TYPE_CAMPAIGN,      /* 行动: campaigns, policies, slogans with a number */
  JB_ENTITY_TYPE_SYSTEM,        /* 平台: digital platforms and named services */
} JbEntityType;

#define JB_N_ENTITY_TYPES (JB_ENTITY_TYPE_SYSTEM + 1)

typedef enum
{
  JB_BLOCK_KIND_KICKER,
  JB_BLOCK_KIND_TITLE,
  JB_BLOCK_KIND_DECK,
  JB_BLOCK_KIND_BYLINE,
  JB_BLOCK_KIND_DATELINE,
  JB_BLOCK_KIND_HEADING,    /* with a level, 1 to 3 */
  JB_BLOCK_KIND_PARAGRAPH,
  JB_BLOCK_KIND_LIST,
  JB_BLOCK_KIND_CAPTION,
  JB_BLOCK_KIND_STATEMENT,  /* what a leader says in a box of its own */
  JB_BLOCK_KIND_TEASER,     /* 导读: titles on other pages */
  JB_BLOCK_KIND_MASTHEAD,
  JB_BLOCK_KIND_OTHER,      /* credits, page labels, promotion */
} JbBlockKind;

typedef enum
{
  JB_MENTION_STATE_SUGGESTED,
  JB_MENTION_STATE_CONFIRMED,
  JB_MENTION_STATE_REJECTED,
} JbMentionState;

typedef enum
{
  JB_MENTION_ORIGIN_GAZETTEER,   /* a name of the registry */
  JB_MENTION_ORIGIN_RULE,        /* form or context */
  JB_MENTION_ORIGIN_DISCOVERED,  /* repetition */
  JB_MENTION_ORIGIN_LEARNED,
  JB_MENTION_ORIGIN_EDITOR,      /* drawn by hand */
} JbMentionOrigin;

typedef enum
{
  JB_REVIEW_STATE_NEW,
  JB_REVIEW_STATE_IN_REVIEW,
  JB_REVIEW_STATE_DONE,
} JbReviewState;

typedef enum
{
  JB_DATE_ORIGIN_NONE,
  JB_DATE_ORIGIN_MASTHEAD,
  JB_DATE_ORIGIN_TEXT,
  JB_DATE_ORIGIN_FILE,
  JB_DATE_ORIGIN_EDITOR,
} JbDateOrigin;

typedef enum
{
  JB_ALIAS_KIND_VARIANT,
  JB_ALIAS_KIND_SHORT,
  JB_ALIAS_KIND_FORMER,
} JbAliasKind;

typedef enum
{
  JB_FIGURE_QUALIFIER_EXACT,
  JB_FIGURE_QUALIFIER_ABOUT,
  JB_FIGURE_QUALIFIER_AT_LEAST,
  JB_FIGURE_QUALIFIER_MORE_THAN,
  JB_FIGURE_QUALIFIER_AT_MOST,
} JbFigureQualifier;

typedef enum
{
  JB_FIGURE_KIND_RESULT,
  JB_FIGURE_KIND_TARGET,
} JbFigureKind;

typedef enum
{
  JB_COMMITMENT_STATE_OPEN,  /* what was promised stays open until somebody looks */
} JbCommitmentState;

typedef enum
{
  JB_STATEMENT_KIND_BOX,       /* in a box of its own */
  JB_STATEMENT_KIND_DIRECT,    /* in quotation marks */
  JB_STATEMENT_KIND_INDIRECT,  /* reported: 他强调，要… */
} JbStatementKind;

/* How finely a date is told. */
typedef enum
{
  JB_DATE_GRANULARITY_DAY,
  JB_DATE_GRANULARITY_WEEK,
  JB_DATE_GRANULARITY_PART_OF_MONTH,  /* 7月下旬 */
  JB_DATE_GRANULARITY_MONTH,
  JB_DATE_GRANULARITY_QUARTER,
  JB_DATE_GRANULARITY_HALF_YEAR,
  JB_DATE_GRANULARITY_PART_OF_YEAR,   /* 年底 */
  JB_DATE_GRANULARITY_YEAR,
  JB_DATE_GRANULARITY_DECADE,
  JB_DATE_GRANULARITY_CENTURY,
  JB_DATE_GRANULARITY_RANGE,          /* 今年以来, 近三年, 1—4月 */
  JB_DATE_GRANULARITY_FUZZY,          /* 日前, 近年来: somewhere within, or around */
} JbDateGranularity;

typedef enum
{
  JB_DAY_PART_NONE,
  JB_DAY_PART_NIGHT,
  JB_DAY_PART_MORNING,
  JB_DAY_PART_NOON,
  JB_DAY_PART_AFTERNOON,
  JB_DAY_PART_EVENING,
} JbDayPart;

/* Returns: the nick of @value, which must be one of @enum_type's */
const char *jb_enum_to_nick (GType enum_type, int value);

/* Returns: FALSE where @enum_type has no such nick; @value is then left alone */
gboolean jb_enum_from_nick (GType enum_type, const char *nick, int *value);

/* Returns: the type's name for people, translated: "Street" */
const char *jb_entity_type_get_label (JbEntityType type);

/* Returns: the state's name for people, translated: "In Review" */
const char *jb_review_state_get_label (JbReviewState state);

/* Returns: the kind's name for people, translated: "Heading" */
const char *jb_block_kind_get_label (JbBlockKind kind);

/* Returns: TRUE for the kinds that carry the running text: paragraph, list, statement */
gboolean jb_block_kind_is_body (JbBlockKind kind);

G_END_DECLS
