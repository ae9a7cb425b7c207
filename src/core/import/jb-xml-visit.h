/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A walk over a tree that says when it enters and leaves elements, without recursion: how deep a tree is, its writer decides. */
#pragma once

#include "jb-xml.h"

G_BEGIN_DECLS

typedef struct
{
  /* Called for every node. Returns: FALSE to leave out what is below; leave() is called all the same */
  gboolean (*enter) (const xmlNode *node, gpointer data);
  void     (*leave) (const xmlNode *node, gpointer data);
} JbXmlVisitor;

/* Visits @top and all below it in document order. */
void jb_xml_visit (const xmlNode *top, const JbXmlVisitor *visitor, gpointer data);

G_END_DECLS
