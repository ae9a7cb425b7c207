/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text wrapped at a fixed width: a paragraph is then many lines of nearly equal length.
 *
 *   　　夜幕降临，云岭村文化礼堂里灯火通   full
 *   明，三十多位村民正在上课。今年以来，   full
 *   村里办起农民夜校。                     last
 */
#pragma once

#include "jb-piece.h"

G_BEGIN_DECLS

/**
 * jb_unwrap:
 * @lines: (element-type JbLine)
 *
 * A line is full when the first word of the next one would not have fitted behind it. Where most lines that
 * have a neighbour are full and many of them stop in the middle of a sentence, the page counts as wrapped and
 * full lines are put together with the line below, unless blank lines or an indent show a new paragraph.
 *
 * Returns: (transfer full) (element-type JbPiece): the lines of any other page one by one
 */
GArray *jb_unwrap (const JbChars *chars, const GArray *lines) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
