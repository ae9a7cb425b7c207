/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Briefings of one series: what the next issue takes over from the last one. */
#pragma once

#include "jb-briefing.h"

G_BEGIN_DECLS

/**
 * jb_briefing_series_follow:
 * @next: not published yet; its title, sections and id are left alone
 * @last: (nullable): NULL for the first issue
 * @date: ISO
 *
 * Issuer, page style, distribution and copies as in @last, the issue number one higher, the date @date.
 */
void jb_briefing_series_follow (JbBriefing *next, const JbBriefing *last, const char *date);

/* Returns: (transfer full): title, issue and date as a list shows them */
char *jb_briefing_series_dup_label (const JbBriefing *briefing) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): a name for a file, without its ending and without what a file system dislikes */
char *jb_briefing_series_dup_file_name (const JbBriefing *briefing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
