/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Block: a paragraph, heading, caption … of an article, with the map back to the source. */
#pragma once

#include "jb-span.h"
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
};

/* Returns: (transfer full): @map is referenced; @text must be one line */
JbBlock *jb_block_new (JbBlockKind kind, guint level, const char *text, JbSpanMap *map) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_block_get_joins:
 *
 * Where pieces that stood apart in the source were put together: at column breaks.
 *
 * Returns: (transfer full) (element-type guint): offsets in the block's text
 */
GArray *jb_block_get_joins (const JbBlock *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
