/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cutting running text into sentences. */
#pragma once

#include "jb-chars.h"
#include "jb-span.h"

G_BEGIN_DECLS

/**
 * jb_sentences_cut:
 * @chars: one paragraph
 *
 * A sentence ends behind 。！？ or …… and the closing marks that follow, unless the end stands inside
 * an open quotation or bracket that goes on (GB/T 15834-2011, 4.1 to 4.3 and 4.8). White space
 * between sentences belongs to none. What remains at the end without a mark is a sentence too.
 *
 * Returns: (transfer full) (element-type JbSpan): in order, in code points of @chars
 */
GArray *jb_sentences_cut (const JbChars *chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
