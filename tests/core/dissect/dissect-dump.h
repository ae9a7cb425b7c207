/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the dissecter's tests share: a page as readable lines, and the facts that hold for every page.
 *
 *   [masthead] name=新桥报 date=2022-03-16       fields the page gives, in the order of JbMasthead
 *   [article] reporters=林小雨 date=2022-03-16 masthead
 *   title | 抓住农时抢进度
 *   heading 1 | 织密一张网
 *   paragraph | 让居民都能找到所需的服▏务，…      ▏ where pieces were joined
 *   [statement] 郑海 / 清水街道党工委书记 */
#pragma once

#include "jb-page.h"

/* Returns: (transfer full) */
char *dissect_dump (const JbPage *page);

/* Asserts that every block's characters stand in @text where its map says, that only joining spaces stand nowhere,
 * and that every character of @text that is no blank is in exactly one block. */
void dissect_check_maps (const JbPage *page, const char *text);
