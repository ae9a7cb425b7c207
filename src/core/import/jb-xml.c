/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-xml.h"

#include "jb-charset.h"
#include "jb-clean.h"
#include "jb-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <string.h>

/* Neither NOENT, DTDLOAD, DTDATTR, XINCLUDE nor HUGE, ever. */
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT)

static const char *
get_encoding (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return g_utf8_validate (data, (gssize) n_bytes, NULL) ? "UTF-8" : NULL;
}

/* Feeds often begin with a blank line, which XML forbids. Returns: where the first other byte stands */
static gsize
skip_blanks (const char *data, gsize n_bytes)
{
  gsize n_mark, at;

  jb_charset_get_mark ((const guint8 *) data, n_bytes, &n_mark);
  for (at = n_mark; at < n_bytes && g_ascii_isspace (data[at]); at++)
    ;
  return at > n_mark ? at : 0;
}

static gboolean
has_entities (const xmlDoc *document)
{
  for (const xmlNode *node = document->intSubset != NULL ? document->intSubset->children : NULL; node != NULL; node = node->next)
    if (node->type == XML_ENTITY_DECL)
      return TRUE;
  return FALSE;
}

/* An entity declaration is refused the moment it is met, before anything can be made of it. */
static void
entity_declared_cb (void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
                    xmlChar *content)
{
  xmlParserCtxt *parser = context;

  parser->_private = parser;
  xmlStopParser (parser);
}

/* What GB2312 is called and what it is differ: characters outside it are common. */
static const char *
map_declared (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *head = g_ascii_strdown (data, (gssize) MIN (n_bytes, 200));

  return strstr (head, "gb2312") != NULL || strstr (head, "gbk") != NULL || strstr (head, "cp936") != NULL ? "GB18030" : NULL;
}

static void
ignore_cb (void *context, const char *format, ...)
{
}

/* Where a charset cannot be converted, the library prints even if it is told not to. */
static void
silence (void)
{
  xmlSetGenericErrorFunc (NULL, ignore_cb);
}

xmlDoc *
jb_xml_parse (GBytes *bytes, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes) ?: "";  /* NULL where there are none */
  gsize start = skip_blanks (data, n_bytes);
  const char *encoding = get_encoding (bytes) ?: map_declared (bytes);
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  g_autoptr(xmlDoc) document = NULL;
  const xmlError *fault;
  gboolean has_declared;
  int line;

  silence ();
  parser->sax->entityDecl = entity_declared_cb;
  /* The option for silence leaves out what is said of repeated ids. */
  parser->vctxt.error = NULL;
  document = xmlCtxtReadMemory (parser, data + start, (int) (n_bytes - start), NULL, encoding, OPTIONS);
  has_declared = parser->_private != NULL || (document != NULL && has_entities (document));
  fault = xmlCtxtGetLastError (parser);
  line = fault != NULL ? fault->line : 0;
  xmlFreeParserCtxt (parser);
  if (has_declared)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the file declares entities, which are not read"));
      return NULL;
    }
  if (document == NULL || xmlDocGetRootElement (document) == NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the XML is broken in line %d"), line);
      return NULL;
    }
  return g_steal_pointer (&document);
}

gboolean
jb_xml_sniff_root (GBytes *bytes, char **root, char **ns)
{
  gsize n_bytes, n_mark, at;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  const char *encoding = get_encoding (bytes) ?: map_declared (bytes);
  xmlTextReader *reader;
  gboolean found = FALSE;

  *root = *ns = NULL;
  jb_charset_get_mark ((const guint8 *) data, n_bytes, &n_mark);
  for (at = n_mark; at < n_bytes && (g_ascii_isspace (data[at]) || data[at] == 0); at++)
    ;
  if (at >= n_bytes || data[at] != '<')
    return FALSE;
  at = skip_blanks (data, n_bytes);
  silence ();
  reader = xmlReaderForMemory (data + at, (int) MIN (n_bytes - at, G_MAXINT), NULL, encoding,
                               OPTIONS | (encoding != NULL ? XML_PARSE_IGNORE_ENC : 0));
  while (reader != NULL && !found && xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
      {
        *root = g_strdup ((const char *) xmlTextReaderConstLocalName (reader));
        *ns = g_strdup ((const char *) xmlTextReaderConstNamespaceUri (reader));
        found = TRUE;
      }
  if (reader != NULL)
    xmlFreeTextReader (reader);
  return found;
}

gboolean
jb_xml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static xmlNode *
find_sibling (xmlNode *node, const char *name)
{
  while (node != NULL && !jb_xml_is (node, name))
    node = node->next;
  return node;
}

xmlNode *
jb_xml_get_child (const xmlNode *node, const char *name)
{
  return node != NULL ? find_sibling (node->children, name) : NULL;
}

xmlNode *
jb_xml_get_next (const xmlNode *node, const char *name)
{
  return node != NULL ? find_sibling (node->next, name) : NULL;
}

xmlNode *
jb_xml_find (const xmlNode *node, const char *name)
{
  xmlNode *at = node != NULL ? jb_xml_walk (node, node, FALSE) : NULL;

  while (at != NULL && !jb_xml_is (at, name))
    at = jb_xml_walk (node, at, FALSE);
  return at;
}

xmlNode *
jb_xml_walk (const xmlNode *top, const xmlNode *node, gboolean skip)
{
  /* Below a reference stands the entity's own tree, which is not the document's. */
  if (!skip && node->type != XML_ENTITY_REF_NODE && node->type != XML_DTD_NODE && node->children != NULL)
    return node->children;
  while (node != NULL && node != top && node->next == NULL)
    node = node->parent;
  return node == NULL || node == top ? NULL : node->next;
}

char *
jb_xml_dup_attribute (const xmlNode *node, const char *name)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      return jb_xml_dup_text ((const xmlNode *) attribute);
  return NULL;
}

char *
jb_xml_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *at = node; at != NULL; at = jb_xml_walk (node, at, FALSE))
    if ((at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) && at->content != NULL)
      g_string_append (text, (const char *) at->content);
  return g_string_free (text, FALSE);
}

char *
jb_xml_dup_line (const xmlNode *node)
{
  g_autofree char *text = jb_xml_dup_text (node);

  return jb_clean_line (text);
}
