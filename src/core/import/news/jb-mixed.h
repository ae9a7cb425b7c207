/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Mixed content: a tree in which some elements are lines, some are tags on a stretch of a line, and some are nothing. A format says
 * for each element what it is; what becomes of it is the same for all formats.
 *
 *   <p>昨天，<person>何清</person>到</p><list><item>一</item></list>
 *   昨天，何清到⏎一⏎
 */
#pragma once

#include "jb-tagged-line.h"
#include "jb-xml-visit.h"

G_BEGIN_DECLS

typedef enum
{
  JB_MIXED_PLAIN,      /* only what is in it counts */
  JB_MIXED_SKIP,       /* neither does that */
  JB_MIXED_ARTICLE,    /* a block with which an article begins */
  JB_MIXED_BLOCK,      /* lines of its own; one in another keeps the other's kind where it has none itself */
  JB_MIXED_VERBATIM,   /* a block whose line feeds end lines */
  JB_MIXED_ROW,        /* of a table: one line, whatever is in it */
  JB_MIXED_CELL,       /* set off from what stands before it in the row */
  JB_MIXED_SPACE,      /* white space */
  JB_MIXED_BREAK,      /* ends the line, or is white space where a line is never more than one: in headlines and rows */
  JB_MIXED_TAG,        /* tags what is in it */
  JB_MIXED_ASIDE,      /* in a tag: no part of the name, as the post in front of it */
} JbMixedAct;

typedef struct
{
  JbMixedAct    act;
  gboolean      is_known;  /* block: its lines are of that kind */
  JbBlockKind   kind;
  guint         level;
  JbEntityType  type;      /* tag */
  char         *name;      /* owned: tag: of the entity; NULL where it is the text; article: its ISO date, NULL where it has none */
} JbMixedRole;

/* Says what an element is, whose children have not been seen yet. Returns: (transfer full): a role, with its name */
typedef JbMixedRole (*JbMixedJudge) (const xmlNode *element, gpointer data);

#define JB_MIXED_PLAIN_ROLE            ((JbMixedRole) { .act = JB_MIXED_PLAIN })
#define JB_MIXED_SKIP_ROLE             ((JbMixedRole) { .act = JB_MIXED_SKIP })
#define JB_MIXED_BLOCK_ROLE            ((JbMixedRole) { .act = JB_MIXED_BLOCK })
#define JB_MIXED_KIND_ROLE(kind, level) ((JbMixedRole) { JB_MIXED_BLOCK, TRUE, (kind), (level) })

/* Whether the element lies in several others of its name, as no name in a text does: then it is not worth to be looked at as a tag,
 * for which all text in it may have to be read. */
gboolean jb_mixed_is_nested (const xmlNode *element);

/**
 * jb_mixed_add:
 * @top: judged too
 *
 * Adds the lines of @top. In a byline nobody is tagged; those it names become authors of the article.
 */
void jb_mixed_add (JbDecodedBuilder *builder, const xmlNode *top, JbMixedJudge judge, gpointer data);

G_END_DECLS
