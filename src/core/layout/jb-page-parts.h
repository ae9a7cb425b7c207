/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a briefing that are placed whole: masthead, distribution, page number; and the paginator
 * that flows the rest between them. */
#pragma once

#include "jb-page-sheet.h"

G_BEGIN_DECLS

/* 报头 on the first sheet. Returns: where the body begins, from the type area's top, on the grid */
double jb_page_masthead_place (JbPageBuilder *builder, JbPageSheet *sheet);

/* 报尾, composed. */
typedef struct
{
  GPtrArray *rows;    /* owned, of JbPageBlock; empty where the briefing has none of its fields */
  double     height;  /* pt, rules included */
} JbPageFooter;

void jb_page_footer_init  (JbPageFooter *self, JbPageBuilder *builder);
void jb_page_footer_clear (JbPageFooter *self);

/* Puts it on the type area's bottom. */
void jb_page_footer_place (const JbPageFooter *self, const JbPageStyle *style, JbPageSheet *sheet);

/* The number of the page, from 0, below the type area. */
void jb_page_number_place (JbPageBuilder *builder, JbPageSheet *sheet, guint page);

/* Returns: (transfer full) (element-type JbPageSheet): the whole briefing, at least one sheet */
GPtrArray *jb_paginate (JbPageBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
