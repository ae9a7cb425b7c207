/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cutting running text into words by a dictionary. */
#pragma once

#include "jb-chars.h"

G_BEGIN_DECLS

/**
 * jb_segments_cut:
 *
 * The words of ICU's Chinese dictionary. Which they are depends on the version of ICU, so nothing may rest on them that must be
 * the same everywhere.
 *
 * Returns: (transfer full): length + 1 bytes, 1 where a word or other piece begins and at the end, else 0
 */
guint8 *jb_segments_cut (const JbChars *chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
