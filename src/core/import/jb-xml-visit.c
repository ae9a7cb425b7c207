/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-xml-visit.h"

static gboolean
has_below (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->children != NULL;
}

void
jb_xml_visit (const xmlNode *top, const JbXmlVisitor *visitor, gpointer data)
{
  const xmlNode *node = top;

  while (node != NULL)
    {
      if (visitor->enter (node, data) && has_below (node))
        {
          node = node->children;
          continue;
        }
      visitor->leave (node, data);
      while (node != top && node->next == NULL)
        {
          node = node->parent;
          visitor->leave (node, data);
        }
      node = node != top ? node->next : NULL;
    }
}
