/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-markup.h"

#include "jb-mixed.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define OPTIONS (HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT)

static const struct
{
  const char  *name;
  JbMixedRole  role;
} roles[] = {
  { "h1", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_HEADING, 1 } },
  { "h2", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_HEADING, 1 } },
  { "h3", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_HEADING, 2 } },
  { "h4", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_HEADING, 3 } },
  { "h5", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_HEADING, 3 } },
  { "h6", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_HEADING, 3 } },
  { "li", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_LIST } },
  { "dt", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_LIST } },
  { "dd", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_LIST } },
  { "figcaption", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_CAPTION } },
  { "caption", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_CAPTION } },
  { "tr", { JB_MIXED_ROW, TRUE, JB_BLOCK_KIND_LIST } },
  { "td", { JB_MIXED_CELL } },
  { "th", { JB_MIXED_CELL } },
  { "br", { JB_MIXED_BREAK } },
  { "pre", { JB_MIXED_VERBATIM, TRUE, JB_BLOCK_KIND_PARAGRAPH } },
  { "p", { JB_MIXED_BLOCK } },
  { "div", { JB_MIXED_BLOCK } },
  { "section", { JB_MIXED_BLOCK } },
  { "article", { JB_MIXED_BLOCK } },
  { "blockquote", { JB_MIXED_BLOCK } },
  { "figure", { JB_MIXED_BLOCK } },
  { "table", { JB_MIXED_BLOCK } },
  { "ul", { JB_MIXED_BLOCK } },
  { "ol", { JB_MIXED_BLOCK } },
  { "dl", { JB_MIXED_BLOCK } },
  { "hr", { JB_MIXED_BLOCK } },
  { "head", { JB_MIXED_SKIP } },
  { "script", { JB_MIXED_SKIP } },
  { "style", { JB_MIXED_SKIP } },
  { "iframe", { JB_MIXED_SKIP } },
  { "form", { JB_MIXED_SKIP } },
  { "rt", { JB_MIXED_SKIP } },
  { "rp", { JB_MIXED_SKIP } },
};

static JbMixedRole
judge (const xmlNode *node, gpointer data)
{
  const char *name = (const char *) node->name, *headline = data;

  if (headline != NULL && (g_str_equal (name, "h1") || g_str_equal (name, "h2")))
    {
      g_autofree char *line = jb_xml_dup_line (node);

      if (g_str_equal (line, headline))
        return JB_MIXED_SKIP_ROLE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (name, roles[i].name))
      return roles[i].role;
  return JB_MIXED_PLAIN_ROLE;
}

void
jb_markup_add (JbDecodedBuilder *builder, const xmlNode *top, const char *headline)
{
  jb_mixed_add (builder, top, judge, (gpointer) headline);
}

void
jb_markup_add_html (JbDecodedBuilder *builder, const char *html, const char *headline)
{
  g_autoptr(xmlDoc) document = htmlReadMemory (html, (int) strlen (html), NULL, "UTF-8", OPTIONS);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  if (root != NULL)
    jb_markup_add (builder, root, headline);
}

void
jb_markup_add_text (JbDecodedBuilder *builder, const char *text)
{
  g_auto(GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    jb_decoded_builder_add (builder, lines[i]);
}
