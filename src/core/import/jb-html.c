/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html.h"

#include "jb-error.h"
#include "jb-html-scan.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#define OPTIONS (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT | \
                 HTML_PARSE_NODEFDTD)

/* Names of the elements that are open, by their place in the text; as many as a tree may be deep. */
typedef struct
{
  struct
  {
    const char *name;
    gsize       n_name;
    gboolean    is_inline;
  } open[JB_HTML_MAX_DEPTH];
  guint n_open;
} Depth;

/* A tag that is too deep leaves nothing but, where it can be told, a break between what stands around it. */
static void
blank_out (char *text, const JbHtmlToken *token)
{
  char *start = text + (token->start - text);
  gsize n = (gsize) (token->end - token->start);

  memset (start, ' ', n);
  if (n >= 4 && !(token->tag & JB_HTML_TAG_INLINE))
    memcpy (start, "<br>", 4);
}

/* Returns: whether the end tag has an element to end; those in it end with it. One that stands in a line does not end others. */
static gboolean
close_element (Depth *depth, const JbHtmlToken *token)
{
  for (guint i = depth->n_open; i-- > 0;)
    {
      if (depth->open[i].n_name == token->n_name && g_ascii_strncasecmp (depth->open[i].name, token->name, token->n_name) == 0)
        {
          depth->n_open = i;
          return TRUE;
        }
      if (!depth->open[i].is_inline && (token->tag & JB_HTML_TAG_INLINE))
        return FALSE;
    }
  return FALSE;
}

/* A parser's work for each tag grows with the depth, and so does that of whoever walks the tree. */
static void
limit_depth (char *text, gsize n_bytes)
{
  Depth depth = { .n_open = 0 };
  guint n_over = 0;
  JbHtmlScan scan;
  JbHtmlToken token;

  jb_html_scan_init (&scan, text, n_bytes);
  while (jb_html_scan_next (&scan, &token))
    {
      if (token.kind > JB_HTML_TOKEN_END || (token.tag & JB_HTML_TAG_VOID) ||
          (token.end - token.start >= 2 && token.end[-2] == '/'))
        continue;
      if (token.kind == JB_HTML_TOKEN_START && depth.n_open < JB_HTML_MAX_DEPTH)
        {
          depth.open[depth.n_open].name = token.name;
          depth.open[depth.n_open].n_name = token.n_name;
          depth.open[depth.n_open++].is_inline = (token.tag & JB_HTML_TAG_INLINE) != 0;
        }
      else if (token.kind == JB_HTML_TOKEN_START)
        {
          n_over++;
          if (!(token.tag & JB_HTML_TAG_RAW))
            blank_out (text, &token);
        }
      else if (n_over > 0 && !(token.tag & (JB_HTML_TAG_RAW | JB_HTML_TAG_OPEN)))
        {
          n_over--;
          blank_out (text, &token);
        }
      else if (!close_element (&depth, &token) && (token.tag & JB_HTML_TAG_INLINE) && !(token.tag & JB_HTML_TAG_RAW))
        blank_out (text, &token);
    }
}

xmlDoc *
jb_html_parse (char *text, gsize n_bytes, GError **error)
{
  htmlParserCtxt *parser = htmlNewParserCtxt ();
  g_autoptr(xmlDoc) document = NULL;

  limit_depth (text, n_bytes);
  document = htmlCtxtReadMemory (parser, text, (int) MIN (n_bytes, G_MAXINT), NULL, "UTF-8", OPTIONS);
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
  return jb_html_tag_find ((const char *) element->name, strlen ((const char *) element->name));
}

const char *
jb_html_get_attribute (const xmlNode *element, const char *name)
{
  for (const xmlAttr *attribute = element->type == XML_ELEMENT_NODE ? element->properties : NULL; attribute != NULL;
       attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
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
