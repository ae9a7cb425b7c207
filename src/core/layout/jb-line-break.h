/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a line may end. */
#pragma once

#include "jb-line-class.h"

G_BEGIN_DECLS

/* From worst to best: a composer takes a worse one only where the better ones leave an ugly line. */
typedef enum
{
  JB_BREAK_NEVER,      /* inside a cluster, a dash or an ellipsis */
  JB_BREAK_EMERGENCY,  /* against the rules; only where nothing else fits the line at all */
  JB_BREAK_WORD,       /* inside a Latin word */
  JB_BREAK_ADDRESS,    /* inside a word of an address, or inside a very long word */
  JB_BREAK_URL,        /* behind a mark inside a Latin word or an address: a/b, a.b, a_b */
  JB_BREAK_UNIT,       /* between a number and its unit */
  JB_BREAK_ALLOWED,
} JbBreak;

/* The levels of the W3C note; each has the rules of those before it. */
typedef enum
{
  JB_BREAK_RULES_NONE,    /* only numbers, words, dashes and ellipses are kept whole */
  JB_BREAK_RULES_BASIC,   /* forbidden starts and ends */
  JB_BREAK_RULES_GB,      /* no solidus at a line's end (GB/T 15834-2011, 5.1.9) */
  JB_BREAK_RULES_STRICT,  /* no dash and no ellipsis at a line's start */
} JbBreakRules;

/**
 * jb_line_breaks_new:
 * @chars: @length code points
 * @classes: one JbLineClass each
 *
 * A number is kept whole with the marks inside it (8,848.86 3/4 2020-04-21 63%), after GB/T 15835-2011.
 *
 * Returns: (transfer full): JbBreak before each code point; that before the first is NEVER
 */
guint8 *jb_line_breaks_new (const gunichar *chars, const guint8 *classes, guint length,
                            JbBreakRules rules) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
