/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinds of pages that say themselves where their article is: WeChat (公众号) and digital newspapers (数字报). */
#pragma once

#include "jb-html-meta.h"

G_BEGIN_DECLS

/* Returns: (nullable): the element the article stands in, NULL where the page is of no such kind */
const xmlNode *jb_html_sites_find_body (const xmlDoc *document, const JbHtmlMeta *meta);

/**
 * jb_html_sites_find_name:
 * @title: of the window
 *
 * Returns: (transfer full) (nullable): the newspaper or site that a window's title names beside the article's: 云汀报 of 云汀报数字报-…,
 *   云汀新闻网 of …_云汀新闻网
 */
char *jb_html_sites_find_name (const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
