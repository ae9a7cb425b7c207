/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 as it may be used here: no network, no external entities, no internal subset that declares entities, depth and size
 * bounded by the library's own limits (never XML_PARSE_HUGE), and trees walked without recursion. Names are matched by their local
 * part, since files come with and without namespaces. Nodes are lent from their tree. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/**
 * jb_xml_parse:
 *
 * Parses XML. An encoding declaration is trusted only where the bytes are not valid UTF-8.
 *
 * Returns: (transfer full) (nullable): NULL with JB_ERROR_FORMAT and the line; a document that declares entities, or is not well
 *   formed, is refused
 */
xmlDoc *jb_xml_parse (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_xml_sniff_root:
 * @root: (out) (transfer full): the local name of the root element
 * @ns: (out) (transfer full) (nullable): its namespace
 *
 * Reads no further than the root element's tag.
 *
 * Returns: FALSE where the bytes do not begin like XML
 */
gboolean jb_xml_sniff_root (GBytes *bytes, char **root, char **ns);

/* Whether @node is an element with the local name @name, in whatever namespace. */
gboolean jb_xml_is (const xmlNode *node, const char *name);

/* Returns: (nullable): the first child element of that local name */
xmlNode *jb_xml_get_child (const xmlNode *node, const char *name);

/* Returns: (nullable): the next element behind @node, among its siblings, of that local name */
xmlNode *jb_xml_get_next (const xmlNode *node, const char *name);

/* Returns: (nullable): the first element of that local name below @node, in document order */
xmlNode *jb_xml_find (const xmlNode *node, const char *name);

/**
 * jb_xml_walk:
 * @top: where the walk began; it never leaves it
 * @node: where it is
 * @skip: whether to leave out what is below @node
 *
 * Returns: (nullable): the node that comes next in document order
 */
xmlNode *jb_xml_walk (const xmlNode *top, const xmlNode *node, gboolean skip);

/* Returns: (transfer full) (nullable): the attribute of that local name, in whatever namespace */
char *jb_xml_dup_attribute (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): all text below @node in document order; "" where it has none or is NULL. References to entities are
 * left out. */
char *jb_xml_dup_text (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;

/* The same with white space run together to single spaces, and none at the ends or between Chinese characters. */
char *jb_xml_dup_line (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
