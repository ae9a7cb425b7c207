/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html-fragment.h"

#include "jb-html-emit.h"

#include <string.h>

gboolean
jb_html_add_tree (JbDecodedBuilder *builder, const xmlNode *node)
{
  g_autoptr(GArray) lines = jb_html_lines_read (node);
  guint before = jb_decoded_builder_get_length (builder);

  for (guint i = 0; i < lines->len; i++)
    {
      JbHtmlLine *line = &g_array_index (lines, JbHtmlLine, i);

      line->is_dropped = line->is_hidden;
    }
  jb_html_emit (builder, lines, 0, lines->len);
  return jb_decoded_builder_get_length (builder) > before;
}

gboolean
jb_html_add_fragment (JbDecodedBuilder *builder, const char *html)
{
  g_autofree char *text = g_utf8_make_valid (html, -1);
  g_autoptr(xmlDoc) document = jb_html_parse (text, strlen (text), NULL);

  return document != NULL && jb_html_add_tree (builder, xmlDocGetRootElement (document));
}
