/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text wrapped at a fixed width: a paragraph is then many lines of nearly equal length.
 *
 *   　　眼下，新疆塔城沙湾市4.5万亩冬小麦进入灌浆期。今年，当地启用智   full
 *   能机器人在麦田里套种玉米。依托视觉识别等AI技术，智能机器人牵引     full
 *   着播种机，精准在小麦行间行走。                                     last
 */
#pragma once

#include "jb-unit.h"

G_BEGIN_DECLS

/**
 * jb_unwrap:
 * @lines: (element-type JbLine)
 *
 * A line is full when the first word of the next one would not have fitted behind it. Where most lines that
 * have a neighbour are full and many of them stop in the middle of a sentence, the page counts as wrapped and
 * full lines are put together with the line below, unless blank lines or an indent show a new paragraph.
 *
 * Returns: (transfer full) (element-type JbUnit): the lines of any other page one by one
 */
GArray *jb_unwrap (const JbChars *chars, const GArray *lines) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
