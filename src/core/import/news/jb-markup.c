/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-markup.h"

#include "jb-html-fragment.h"
#include "jb-html.h"

#include <string.h>

static gboolean
repeats (const xmlNode *node, const char *headline)
{
  g_autofree char *line = NULL;

  if (!jb_xml_is (node, "h1") && !jb_xml_is (node, "h2"))
    return FALSE;
  line = jb_xml_dup_line (node);
  return g_str_equal (line, headline);
}

static void
drop_headline (xmlNode *top, const char *headline)
{
  xmlNode *node = jb_xml_walk (top, top, FALSE);

  while (node != NULL)
    {
      gboolean is_repeated = repeats (node, headline);
      xmlNode *next = jb_xml_walk (top, node, is_repeated);

      if (is_repeated)
        {
          xmlUnlinkNode (node);
          xmlFreeNode (node);
        }
      node = next;
    }
}

void
jb_markup_add (JbDecodedBuilder *builder, xmlNode *top, const char *headline)
{
  if (headline != NULL && *headline != '\0')
    drop_headline (top, headline);
  jb_html_add_tree (builder, top);
}

void
jb_markup_add_html (JbDecodedBuilder *builder, const char *html, const char *headline)
{
  g_autofree char *text = g_utf8_make_valid (html, -1);
  g_autoptr(xmlDoc) document = jb_html_parse (text, strlen (text), NULL);

  if (document != NULL && xmlDocGetRootElement (document) != NULL)
    jb_markup_add (builder, xmlDocGetRootElement (document), headline);
}

void
jb_markup_add_text (JbDecodedBuilder *builder, const char *text)
{
  g_auto(GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    jb_decoded_builder_add (builder, lines[i]);
}
