/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which lines of a page are its article: the element that well-known publishing systems keep it in, or else the one that most of
 * the running text stands in. The rules come from looking at pages; no standard says them. */
#pragma once

#include "jb-html-lines.h"

G_BEGIN_DECLS

/* Lines [@start, @end). */
typedef struct
{
  guint    start;
  guint    end;
  gboolean is_whole;  /* the page has nothing beside the article: a file that was never on a site */
} JbHtmlBody;

/**
 * jb_html_body_find:
 * @lines: of the whole page; those in asides that turn out to hold the text are freed of the mark
 * @title: the line that is surely the headline, -1 for none; text stands behind it
 * @known: (nullable): the element the article is known to stand in
 *
 * Where no line is running text, they are all the article, unless most of them are links.
 *
 * Returns: FALSE where the page holds no article
 */
gboolean jb_html_body_find (GArray *lines, int title, const xmlNode *known, JbHtmlBody *body);

G_END_DECLS
