/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the tree of an office document in which text boxes stand in the middle of sentences. Each box becomes a text of its own
 * behind the paragraph that anchors it:
 *
 *   flows  ┌ body ───────────┐   the topmost one is read on until it ends; then the one below takes
 *          │ paragraph       │   its paragraphs and goes on
 *          │  └ box ──▶ flow │
 */
#pragma once

#include "jb-office-text.h"
#include "jb-xml.h"

G_BEGIN_DECLS

typedef struct
{
  const xmlNode *top;    /* lent: the body, or a box */
  const xmlNode *at;     /* lent: what comes next, NULL at the end */
  JbOfficeText  *text;   /* owned */
  GQueue         boxes;  /* of const xmlNode*, lent: those that wait to be read */
  gpointer       state;  /* owned: whatever the importer keeps of each flow */
} JbBoxFlow;

typedef struct
{
  /* Returns: (transfer full): the new flow's state */
  gpointer (*begin) (JbBoxFlow *flow);

  /* The flow has ended: adds what is left and frees the state. */
  void     (*end)   (JbBoxFlow *flow);

  /* Returns: whether what is below @node is done with */
  gboolean (*visit) (JbBoxFlow *flow, const xmlNode *node, gpointer data);

  /* Everything below @node has been read, or was passed over. */
  void     (*leave) (JbBoxFlow *flow, const xmlNode *node, gpointer data);
} JbBoxFlowReader;

/* Has @box read once the node that is visited is done with; boxes keep their order. */
void jb_box_flow_add_box (JbBoxFlow *self, const xmlNode *box);

/* Reads what is below @top, without recursion, into @text. */
void jb_box_flow_read (const JbBoxFlowReader *reader, const xmlNode *top, JbOfficeText *text, gpointer data);

G_END_DECLS
