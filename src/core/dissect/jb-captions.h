/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Captions. Where a picture stood, text taken out of a page has a run of blank lines: a short line behind
 * three or more of them, with another short line below, is a caption. With a paragraph below it is a heading
 * that was set apart. Other captions give themselves away by their words: 图为…, 张三 摄. */
#pragma once

#include "jb-piece.h"

G_BEGIN_DECLS

/* Settles captions among the open pieces; pairs of headings must have been found before. */
void jb_captions_mark (GArray *pieces);

G_END_DECLS
