/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html-sites.h"

#include <string.h>

/* A page has one text, and a few marks around it. */
#define MAX_TRIES 8

/* Founder's publishing system marks the text by elements of its own or by comments; the id is what its templates share. */
static gboolean
is_newspaper_body (const xmlNode *node)
{
  if (node->type == XML_COMMENT_NODE && node->content != NULL)
    {
      const char *text = (const char *) node->content;

      return g_str_has_prefix (text + strspn (text, " \t\r\n"), "enpcontent");
    }
  return node->type == XML_ELEMENT_NODE && (jb_xml_is (node, "founder-content") ||
                                            g_strcmp0 (jb_html_get_attribute (node, "id"), "ozoom") == 0);
}

static gboolean
has_text (const xmlNode *top)
{
  for (const xmlNode *node = top; node != NULL; node = jb_xml_walk (top, node, FALSE))
    if (node->type == XML_TEXT_NODE && node->content != NULL)
      for (const char *p = (const char *) node->content; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)))
          return TRUE;
  return FALSE;
}

const xmlNode *
jb_html_sites_find_body (const xmlDoc *document, const JbHtmlMeta *meta)
{
  const xmlNode *root = xmlDocGetRootElement (document);
  guint n_tries = 0;

  if (meta->is_wechat)
    {
      const xmlNode *body = jb_html_find_id (root, "js_content");

      if (body != NULL && has_text (body))
        return body;
    }
  for (const xmlNode *node = root; node != NULL; node = jb_xml_walk (root, node, FALSE))
    if (is_newspaper_body (node) && n_tries++ < MAX_TRIES)
      {
        const xmlNode *body = node->type == XML_COMMENT_NODE ? node->parent : node;

        if (body != NULL && body->type == XML_ELEMENT_NODE && has_text (body))
          return body;
      }
  return NULL;
}

char *
jb_html_sites_find_name (const char *title)
{
  static GRegex *regex;
  g_auto(GStrv) parts = g_regex_split_simple ("\\s*(?:_|\\||｜|--|－|—|–|-|·|丨|>|<|：|\\s)\\s*", title, 0, 0);
  guint n = g_strv_length (parts);

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("^《?(\\p{Han}{1,10}?(?:日报|晚报|早报|晨报|时报|商报|周报|都市报|报|周刊|新闻网|网|新闻|发布|在线|之声|客户端))》?"
                                            "(?:社|多媒体)?(?:数字报(?:刊|纸)?|电子报(?:刊|纸)?|电子版|数字版)?(?:平台)?$", G_REGEX_OPTIMIZE, 0, NULL));
  /* The site stands last, and in newspapers' pages first. */
  for (guint i = n; i-- > 0;)
    {
      g_autoptr(GMatchInfo) match = NULL;

      if (n > 1 && g_regex_match (regex, parts[i], 0, &match))
        return g_match_info_fetch (match, 1);
    }
  return NULL;
}
