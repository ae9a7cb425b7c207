/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Block: a paragraph, heading, caption … of an article, with the map back to the source. */
#pragma once

#include "jb-join.h"
#include "jb-types.h"

G_BEGIN_DECLS

#define JB_TYPE_BLOCK (jb_block_get_type ())
G_DECLARE_FINAL_TYPE (JbBlock, jb_block, JB, BLOCK, GObject)

struct _JbBlock
{
  GObject      parent_instance;

  char        *id;      /* owned, a UUID */
  JbBlockKind  kind;
  guint        level;   /* 1 to 3 for headings, else 0 */
  char        *text;    /* owned, one line */
  guint        length;  /* code points of text */
  guint        start;   /* in the article's text; set by jb_article_append_block() */
  JbSpanMap   *map;     /* owned; from text to the source */
  GArray      *joins;   /* owned, of JbJoin, by offset */
};

/* Returns: (transfer full): @map is referenced, and its joins are the block's; @text must be one line */
JbBlock *jb_block_new (JbBlockKind kind, guint level, const char *text, JbSpanMap *map) G_GNUC_WARN_UNUSED_RESULT;

/* @joins: (transfer full) (element-type JbJoin): take the place of those that the map alone tells */
void jb_block_take_joins (JbBlock *self, GArray *joins);

/* Returns: (nullable): the join beside the character at @offset of the block's text: before it, behind it, or at the end of
 * the text */
const JbJoin *jb_block_find_join (const JbBlock *self, guint offset);

G_END_DECLS
