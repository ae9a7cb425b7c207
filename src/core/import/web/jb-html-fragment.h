/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML that is an article and nothing else, as feeds, books and other formats carry it: cleaned paragraphs, and no search for what
 * the article is. */
#pragma once

#include "jb-decoded-builder.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * jb_html_add_fragment:
 * @html: UTF-8, a piece of HTML or a whole page; plain text too
 *
 * Returns: whether any text was added
 */
gboolean jb_html_add_fragment (JbDecodedBuilder *builder, const char *html);

/* The same of elements that were parsed already, as HTML or XHTML; @node itself included. */
gboolean jb_html_add_tree (JbDecodedBuilder *builder, const xmlNode *node);

G_END_DECLS
