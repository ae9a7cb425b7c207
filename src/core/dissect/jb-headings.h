/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Headings inside articles: which short lines belong together, and on which level they stand.
 *
 * Headings come in families. Two lines that make one heading repeat their lengths (党建引领 / 凝聚强大合力,
 * 产业集聚 / 注入澎湃动能), single ones share their first or last words (着力…, …惠民行动) or their frame of
 * quotation marks (化“危”为“机”, 破“旧”立“新”). */
#pragma once

#include "jb-unit.h"

G_BEGIN_DECLS

/* Marks headings in two lines (is_pair) among the open units. */
void jb_headings_find_pairs (GArray *units);

/* Marks is_sibling among the open units. */
void jb_headings_find_siblings (GArray *units);

/* Settles what short lines are left, in all articles, and gives the headings their levels. */
void jb_headings_settle (GArray *units);

G_END_DECLS
