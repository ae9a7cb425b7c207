/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recut: an article in which a block was divided, or two were put together, and where its characters went.
 *
 *   …前期工作。⏎小区一角        split at 3        …前期⏎工作。⏎小区一角
 *   0        6                 ───────────▶       0   3    7
 *   moves                                         [0,3)→0  [3,6)→4  [7,11)→8
 */
#pragma once

#include "jb-article.h"

G_BEGIN_DECLS

typedef struct
{
  guint start, end;  /* in the text as it was */
  guint to;          /* where start is now */
} JbMove;

typedef struct
{
  JbArticle *article;  /* owned: without mentions and figures */
  GArray    *moves;    /* owned, of JbMove, by start; line feeds move with nobody */
} JbRecut;

/**
 * jb_recut_split:
 * @offset: in the article's text, inside a block
 *
 * The second part comes behind the first. Blanks around the cut go. Fails with JB_ERROR_INVALID where a part would be empty.
 *
 * Returns: (transfer full) (nullable)
 */
JbRecut *jb_recut_split (const JbArticle *article, guint offset, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_recut_join:
 * @offset: in the article's text, anywhere in the first block
 *
 * Puts the block at @offset together with the next one of running text, which may stand behind captions: those come behind it then.
 * Lines of a headline, or captions, are put together with their like. Fails with JB_ERROR_INVALID where there is none.
 *
 * Returns: (transfer full) (nullable)
 */
JbRecut *jb_recut_join (const JbArticle *article, guint offset, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is something to split, or join, at @offset. */
gboolean jb_recut_may_split (const JbArticle *article, guint offset);
gboolean jb_recut_may_join  (const JbArticle *article, guint offset);

void jb_recut_free (JbRecut *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbRecut, jb_recut_free)

/* Sets the stretch to where it is now. Returns: FALSE where it was cut apart, or holds nothing that has a place */
gboolean jb_recut_move (const JbRecut *self, guint *start, guint *end);

/* The same for a stretch that may reach over several blocks: its ends move each by itself. */
gboolean jb_recut_move_ends (const JbRecut *self, guint *start, guint *end);

G_END_DECLS
