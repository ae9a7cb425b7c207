/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML as a tree, by libxml2's parser, and what is asked of its elements. Trees of XHTML that were parsed as XML are read in
 * the same way. Nothing here depends on where a parser puts elements that were left out: versions differ in that. */
#pragma once

#include "jb-html-tags.h"
#include "jb-xml.h"

G_BEGIN_DECLS

/**
 * jb_html_parse:
 * @text: valid UTF-8 without NUL, whatever it declares
 *
 * The text is made ready by jb_html_prepare() first.
 *
 * Returns: (transfer full) (nullable): NULL with JB_ERROR_FORMAT where nothing came of it
 */
xmlDoc *jb_html_parse (const char *text, gsize n_bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: what the element is; those that HTML does not have (founder-content, Word's st1:chsdate) stand in lines */
JbHtmlTag jb_html_get_tag (const xmlNode *element);

/* Returns: (transfer none) (nullable): the value of the attribute of local name @name; NULL too where it is in pieces */
const char *jb_html_get_attribute (const xmlNode *element, const char *name);

/* Whether id or one of the classes is @name, letters of any case. */
gboolean jb_html_is_named (const xmlNode *element, const char *name);

/* Returns: (nullable): the first element with that id */
xmlNode *jb_html_find_id (const xmlNode *top, const char *id);

/* Whether @node is @top or below it. */
gboolean jb_html_is_within (const xmlNode *node, const xmlNode *top);

G_END_DECLS
