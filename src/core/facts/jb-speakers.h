/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who speaks at a verb of speech: a person that is named, a meeting, or 他. Private to this folder. */
#pragma once

#include "jb-article.h"
#include "jb-chars.h"

G_BEGIN_DECLS

/* One who can speak, as named last. */
typedef struct
{
  char *name;  /* owned, NULL for nobody */
  char *post;  /* owned, "" where none is given */
} JbSpeaker;

void jb_speaker_clear (JbSpeaker *self);
void jb_speaker_set   (JbSpeaker *self, const char *name, const char *post);

/**
 * jb_speaker_find:
 * @start, @end: where to look, in the block
 * @last: whether the last person named there is wanted, else the first
 * @speaker: (out): who it is; what it held is freed
 * @phrase: (out): where the name begins, with the post before it
 * @behind: (out): where it ends, with the post behind it
 *
 * Returns: FALSE where nobody is named
 */
gboolean jb_speaker_find (const JbArticle *article, const JbBlock *block, const JbChars *text, guint start, guint end,
                          gboolean last, JbSpeaker *speaker, guint *phrase, guint *behind);

/* 会议 and the like, ending at @end. Returns: FALSE where there is none */
gboolean jb_speaker_find_nameless (const JbChars *text, guint start, guint end, JbSpeaker *speaker);

G_END_DECLS
