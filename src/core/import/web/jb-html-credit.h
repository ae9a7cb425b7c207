/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Credits: lines of a page that say when, by whom and where its article was published, among counters and buttons.
 *
 *   来源：云汀报　作者：林小雨　2023-07-18 09:12　浏览次数：128　【字号：大 中 小】 */
#pragma once

#include "jb-html-meta.h"

G_BEGIN_DECLS

/**
 * jb_html_credit_read:
 * @line: a clean line
 * @meta: (nullable): what it does not have yet is taken from the line
 *
 * Returns: TRUE where the line is a credit, and nothing else
 */
gboolean jb_html_credit_read (const char *line, JbHtmlMeta *meta);

G_END_DECLS
