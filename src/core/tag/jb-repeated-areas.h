/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Areas that a bulletin names only by their bare name. */
#pragma once

#include "jb-scan.h"

G_BEGIN_DECLS

/**
 * jb_repeated_areas_find:
 * @scans: (element-type JbScan): all blocks of the bulletin
 *
 * A word of two characters that comes at least three times, whose characters hardly come without each other, with
 * different neighbours on both sides, in no word of the lists, and at least twice where bare names of areas stand
 * (新某某, 某某样本).
 *
 * Returns: (transfer full) (element-type utf8): the words, in the order of the text
 */
GPtrArray *jb_repeated_areas_find (GPtrArray *scans) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
