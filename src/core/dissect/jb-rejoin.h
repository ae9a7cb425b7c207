/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting paragraphs together again that the end of a column cut in two. Text taken out of a page ends a
 * block at each column's end, so a sentence stops at any character and goes on in a new paragraph:
 *
 *   …尽快完成新苑小区改造的前期工 ⏎ ⏎ 作，让居民早日回迁。…
 *
 * The evidence is added up in points; what spoke for a join and what against it can be asked again later,
 * so that an editor can be told why two pieces were put together. The weights were set on few bulletins. */
#pragma once

#include "jb-bigrams.h"

G_BEGIN_DECLS

/* From this score on two pieces are joined … */
#define JB_REJOIN_JOIN 3
/* … and from this one the editor may be asked. */
#define JB_REJOIN_SUGGEST 1

typedef enum
{
  JB_REJOIN_TERMINATED       = 1 << 0,   /* the left piece ends a sentence, or is a remark in brackets: never joined */
  JB_REJOIN_NEW_UNIT         = 1 << 1,   /* −8 the right one begins with a bullet, 本报讯, >>> … */
  JB_REJOIN_NO_PUNCTUATION   = 1 << 2,   /* −3 no comma or stop in the left one */
  JB_REJOIN_COMMA_END        = 1 << 3,   /* +4 it ends with a comma */
  JB_REJOIN_COLON_END        = 1 << 4,   /* −7 it ends with a colon: a paragraph of its own */
  JB_REJOIN_OPEN_QUOTE       = 1 << 5,   /* +3 a quotation or bracket stays open in it */
  JB_REJOIN_INNER_STOP       = 1 << 6,   /* +2 it holds a whole sentence or clause */
  JB_REJOIN_LONG             = 1 << 7,   /* +2 it has 30 characters or more */
  JB_REJOIN_LIST_START       = 1 << 8,   /* +2 it begins with a bullet or ordinal */
  JB_REJOIN_MANY_COMMAS      = 1 << 9,   /* +3 two commas, or three 、 */
  JB_REJOIN_JOINT            = 1 << 10,  /* +2 its last character leads on: 的 在 和 … */
  JB_REJOIN_BIGRAM_SEEN      = 1 << 11,  /* +2 the two characters at the cut stand together elsewhere */
  JB_REJOIN_BIGRAM_FREQUENT  = 1 << 12,  /* +3 five times or more, or in the general language */
  JB_REJOIN_SHORT_TAIL       = 1 << 13,  /* +1 the right one is short and ends a sentence */
  JB_REJOIN_WEAK_TAIL        = 1 << 14,  /* −3 it neither ends a sentence nor has 30 characters */
  JB_REJOIN_HEADING          = 1 << 15,  /* −3 the left one looks like other headings of the page, or heads it */
  JB_REJOIN_INDENTED         = 1 << 16,  /* −3 the right one has an indent, as paragraphs here do */
  JB_REJOIN_NOT_INDENTED     = 1 << 17,  /* +3 it has none, unlike other paragraphs */
  JB_REJOIN_LATIN            = 1 << 18,  /* +3 a Latin letter stands before the cut, a small one behind it */
  JB_REJOIN_NUMBER           = 1 << 19,  /* +3 a number stands before the cut, and what it counts behind it */
  JB_REJOIN_MARK_START       = 1 << 20,  /* +6 the right piece begins with a mark that cannot begin anything */
  JB_REJOIN_SHORT_LINE       = 1 << 21,  /* −5 the left one's last line is not full, on a page of full lines */
  JB_REJOIN_SEMICOLON_END    = 1 << 22,  /* −5 the left one ends with a semicolon: an item of several */
  JB_REJOIN_TINY_TAIL        = 1 << 23,  /* +2 the right one is a word or two and a full stop, no paragraph */
  JB_REJOIN_FULL_LINE        = 1 << 24,  /* +3 lines of wrapped text, the left one full; no other reason is asked for then */
  JB_REJOIN_BY_HAND          = 1 << 25,  /* the editor joined them */
} JbRejoinReasons;

typedef struct
{
  int             score;
  JbRejoinReasons reasons;
} JbRejoinScore;

/* What the page says beyond the two texts. */
typedef struct
{
  const JbBigrams *bigrams;     /* NULL where nothing was counted */
  gboolean         is_heading;  /* the left piece looks like a heading */
  gboolean         is_ended;    /* the left piece's last line is not full, in wrapped text */
  int              indent;      /* of the right one: 1 as a new paragraph, −1 as a continuation, 0 not known */
} JbRejoinHints;

JbRejoinScore jb_rejoin_score (const gunichar      *left,
                               guint                left_length,
                               const gunichar      *right,
                               guint                right_length,
                               const JbRejoinHints *hints);

/* The same for two blocks' texts, with nothing known of the page but @bigrams (nullable). */
JbRejoinScore jb_rejoin_score_texts (const char *left, const char *right, const JbBigrams *bigrams);

/* The score that these reasons make together. */
JbRejoinScore jb_rejoin_score_reasons (JbRejoinReasons reasons);

/* Returns: (transfer full): their short ids with commas between, as a JbJoin keeps them: "comma-end,long" */
char *jb_rejoin_reasons_to_string (JbRejoinReasons reasons) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): such ids in words for the editor, translated, the weightiest first; "" where there are none */
char *jb_rejoin_describe (const char *reasons) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
