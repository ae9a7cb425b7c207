/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Article: one story of a source. Its text is its blocks' texts joined by one line feed; all offsets
 * count code points in that text.
 *
 *   block 0  title      枫浦：…新产业⏎         start 0
 *   block 1  paragraph  初夏的江面，…⏎         start 13
 *   block 2  …
 */
#pragma once

#include "jb-block.h"
#include "jb-commitment.h"
#include "jb-figure.h"
#include "jb-mention.h"
#include "jb-statement.h"

G_BEGIN_DECLS

#define JB_TYPE_ARTICLE (jb_article_get_type ())
G_DECLARE_FINAL_TYPE (JbArticle, jb_article, JB, ARTICLE, GObject)

struct _JbArticle
{
  GObject        parent_instance;

  char          *id;              /* owned, a UUID */
  char          *source;          /* owned id of its source; NULL outside a library */
  guint          position;        /* among the source's articles, from 0 */
  char          *kicker;          /* owned, "" where there is none */
  char          *title;           /* owned, likewise */
  char          *deck;            /* owned, likewise */
  GStrv          reporters;       /* owned, never NULL */
  GStrv          correspondents;  /* owned, never NULL */
  char          *date;            /* owned ISO date the bulletin appeared, NULL where unknown */
  JbDateOrigin   date_origin;
  JbReviewState  state;
  GPtrArray     *blocks;          /* owned, of JbBlock, in reading order */
  GPtrArray     *statements;      /* owned, of JbStatement, in text order: boxes, and with the figures the computed ones */
  GPtrArray     *mentions;        /* owned, of JbMention, sorted; empty until the article is tagged */
  GPtrArray     *figures;         /* owned, of JbFigure, in text order; likewise */
  GPtrArray     *commitments;     /* owned, of JbCommitment, in text order; likewise */
};

/* Returns: (transfer full): an empty article with a new id */
JbArticle *jb_article_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Takes @block and sets its start behind the last one. */
void jb_article_append_block (JbArticle *self, JbBlock *block);

/* Returns: code points of the text */
guint jb_article_get_length (const JbArticle *self);

/* Returns: (transfer full): the whole text */
char *jb_article_dup_text (const JbArticle *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the text [@start, @end); @end must not lie behind the text's end */
char *jb_article_dup_slice (const JbArticle *self, guint start, guint end) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: the index of the block that holds the code point @offset; the line feed behind a block is its own. The
 * offset must lie within the text. */
guint jb_article_find_block (const JbArticle *self, guint offset);

/* Returns: the index of the first mention that begins at @offset or behind it; their number where there is none */
guint jb_article_find_mention (const JbArticle *self, guint offset);

/* Returns: (transfer full) (element-type JbSpan): where [@start, @end) stands in the source's decoded text */
GArray *jb_article_to_source (const JbArticle *self, guint start, guint end) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none) (nullable): what a list shows: the title, or the beginning of the first block with text */
const char *jb_article_get_display_title (const JbArticle *self);

G_END_DECLS
