/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headings inside articles: which short lines belong together, and on which level they stand.
 *
 * Headings come in families. Two lines that make one heading repeat their lengths (建网织网 / 把触角伸到家门口,
 * 多方联动 / 把力量聚到网格里), single ones share their first or last words (打好…, …惠民行动) or their frame of
 * quotation marks (以“小”见“大”, 变“堵”为“疏”). */
#pragma once

#include "jb-piece.h"

G_BEGIN_DECLS

/* Marks headings in two lines (is_pair) among the open pieces. */
void jb_headings_find_pairs (GArray *pieces);

/* Marks is_sibling among the open pieces. */
void jb_headings_find_siblings (GArray *pieces);

/* Returns: TRUE where the two lines have beginning, end, frame or numbering in common */
gboolean jb_headings_share_form (const JbPiece *a, const JbPiece *b);

/* Settles what short lines are left, in all articles, and gives the headings their levels. */
void jb_headings_settle (GArray *pieces);

G_END_DECLS
