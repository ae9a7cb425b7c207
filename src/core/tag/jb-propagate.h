/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one article of a bulletin establishes holds for all of them (document-level propagation): a person by the name,
 * a street by its bare name, a district by the name in the masthead, a quotation by being repeated. */
#pragma once

#include "jb-masthead.h"
#include "jb-scan.h"

G_BEGIN_DECLS

/**
 * jb_propagate:
 * @scans: (element-type JbScan): all blocks of the bulletin
 * @masthead: (nullable):
 * @persons: (element-type utf8): names of reporters that the page's layout told
 *
 * Adds candidates to the scans, and resolves short forms (区委) to their full names.
 */
void jb_propagate (GPtrArray *scans, const JbRules *rules, const JbMasthead *masthead, GPtrArray *persons);

/* Returns: (transfer full) (nullable): the district that a publisher speaks for: 甲市乙区 of 中共甲市乙区委宣传部 */
char *jb_propagate_find_district (const char *publisher) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
