/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recognisers. Each looks through one scan and adds candidates; they run in the order they stand here, and the
 * later ones use what the earlier ones found. */
#pragma once

#include "jb-scan.h"

G_BEGIN_DECLS

/* Names known in the whole country: provinces, cities, countries, rivers, bodies of the state, policies. */
void jb_names_known_find        (JbScan *scan, const JbRules *rules);
/* Names that their suffix gives away: 柳浦街道, 青石路, 东塘科创园. */
void jb_names_suffix_find       (JbScan *scan, const JbRules *rules);
/* People by post, role, byline, list, form of address, speech. */
void jb_names_people_find       (JbScan *scan, const JbRules *rules);
/* Bodies by level and organ: 区委, 区投促局, 柳浦街道党工委. */
void jb_names_organisation_find (JbScan *scan, const JbRules *rules);
/* Campaigns and platforms by their head noun, and shorthands of numerals, outside quotation marks. */
void jb_names_campaign_find     (JbScan *scan, const JbRules *rules);
/* Quotations by their head noun, last words or form. */
void jb_names_quoted_find       (JbScan *scan, const JbRules *rules);
/* Members of lists that end in a head noun: 甲、乙等…企业. */
void jb_names_list_find         (JbScan *scan, const JbRules *rules);

/* Bodies with the names of their owners before them: 甲国外交部; runs after all that find bodies. */
void jb_names_chain_find        (JbScan *scan, const JbRules *rules);
/* People by the form of their names alone; runs last. */
void jb_names_bare_find         (JbScan *scan, const JbRules *rules);

/* Longer names that begin with the name of an area; runs when the bulletin's short names are known. */
void jb_names_tail_find         (JbScan *scan, const JbRules *rules);

/* Whether [@start, @end) is a shorthand of numerals: 三访三帮三服务, 1+4+N, 264, 七五三. */
gboolean jb_names_is_numeral (const JbScan *scan, guint start, guint end);

/* Returns: how much speaks for [@start, @end) being the name of a Chinese person; 0 or less: nothing, from 2.5 on much */
double jb_names_weigh_person (JbScan *scan, const JbRules *rules, guint start, guint end);

/* Returns: where the foreign name of four or more characters ends that begins at @start, 0 where none does */
guint jb_names_get_foreign (JbScan *scan, guint start);

/* Whether [@start, @end) can be the name of a Chinese person; @strict also refuses surnames that are common words. */
gboolean jb_names_is_person (const JbScan *scan, const JbRules *rules, guint start, guint end, gboolean strict);

G_END_DECLS
