/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html.h"

#include "jb-error.h"
#include "jb-html-prepare.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#define OPTIONS (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT | \
                 HTML_PARSE_NODEFDTD)

xmlDoc *
jb_html_parse (const char *text, gsize n_bytes, GError **error)
{
  htmlParserCtxt *parser = htmlNewParserCtxt ();
  g_autoptr(GString) plain = jb_html_prepare (text, n_bytes);
  g_autoptr(xmlDoc) document = NULL;

  document = htmlCtxtReadMemory (parser, plain->str, (int) MIN (plain->len, G_MAXINT), NULL, "UTF-8", OPTIONS);
  htmlFreeParserCtxt (parser);
  if (document == NULL || xmlDocGetRootElement (document) == NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("there is nothing to read in the HTML"));
      return NULL;
    }
  return g_steal_pointer (&document);
}

JbHtmlTag
jb_html_get_tag (const xmlNode *element)
{
  JbHtmlTag tag = jb_html_tag_find ((const char *) element->name, strlen ((const char *) element->name));

  return tag != 0 ? tag : JB_HTML_TAG_INLINE;
}

const char *
jb_html_get_attribute (const xmlNode *element, const char *name)
{
  for (const xmlAttr *attribute = element->type == XML_ELEMENT_NODE ? element->properties : NULL; attribute != NULL;
       attribute = attribute->next)
    if (attribute->name[0] == (guint8) *name && strcmp ((const char *) attribute->name, name) == 0)
      {
        const xmlNode *value = attribute->children;

        return value != NULL && value->next == NULL && value->type == XML_TEXT_NODE ? (const char *) value->content : NULL;
      }
  return NULL;
}

static gboolean
has_word (const char *words, const char *word)
{
  gsize n = strlen (word);

  while (words != NULL && *words != '\0')
    {
      gsize n_word;

      while (g_ascii_isspace (*words))
        words++;
      for (n_word = 0; words[n_word] != '\0' && !g_ascii_isspace (words[n_word]); n_word++)
        ;
      if (n_word == n && g_ascii_strncasecmp (words, word, n) == 0)
        return TRUE;
      words += n_word;
    }
  return FALSE;
}

gboolean
jb_html_is_named (const xmlNode *element, const char *name)
{
  return has_word (jb_html_get_attribute (element, "id"), name) || has_word (jb_html_get_attribute (element, "class"), name);
}

xmlNode *
jb_html_find_id (const xmlNode *top, const char *id)
{
  for (xmlNode *node = (xmlNode *) top; node != NULL; node = jb_xml_walk (top, node, FALSE))
    if (node->type == XML_ELEMENT_NODE && g_strcmp0 (jb_html_get_attribute (node, "id"), id) == 0)
      return node;
  return NULL;
}

gboolean
jb_html_is_within (const xmlNode *node, const xmlNode *top)
{
  while (node != NULL && node != top)
    node = node->parent;
  return node != NULL;
}
