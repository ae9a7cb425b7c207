/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page's headline: which line it is, or what the page says elsewhere that it is. */
#pragma once

#include "jb-html-lines.h"
#include "jb-html-meta.h"

G_BEGIN_DECLS

/**
 * jb_html_title_find:
 * @start: the first line of the article's text; the headline may stand before it or be one of the first
 * @at: (out): the line, or -1
 *
 * A line that page or window title begin with is surer than either: behind those stands the site's name.
 *
 * Returns: (transfer full) (nullable): a clean line; NULL where nothing tells
 */
char *jb_html_title_find (const GArray *lines, guint start, guint end, const JbHtmlMeta *meta, int *at) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: the first line on the page that is surely the headline, -1 where none is */
int jb_html_title_locate (const GArray *lines, const JbHtmlMeta *meta);

G_END_DECLS
