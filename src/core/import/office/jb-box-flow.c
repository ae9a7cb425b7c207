/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-box-flow.h"

static void
push (GPtrArray *flows, const JbBoxFlowReader *reader, const xmlNode *top)
{
  JbBoxFlow *flow = g_new0 (JbBoxFlow, 1);

  flow->top = top;
  flow->at = top->children;
  flow->text = jb_office_text_new ();
  g_queue_init (&flow->boxes);
  flow->state = reader->begin (flow);
  g_ptr_array_add (flows, flow);
}

static void
pop (GPtrArray *flows, const JbBoxFlowReader *reader, JbOfficeText *text)
{
  JbBoxFlow *flow = g_ptr_array_steal_index (flows, flows->len - 1);
  JbBoxFlow *below = flows->len > 0 ? g_ptr_array_index (flows, flows->len - 1) : NULL;

  reader->end (flow);
  jb_office_text_take (below != NULL ? below->text : text, flow->text);
  g_queue_clear (&flow->boxes);
  jb_office_text_free (flow->text);
  g_free (flow);
}

/* Reads one node, and goes on to the next. */
static void
advance (JbBoxFlow *flow, const JbBoxFlowReader *reader, gpointer data)
{
  const xmlNode *node = flow->at;

  if (!reader->visit (flow, node, data) && node->children != NULL)
    {
      flow->at = node->children;
      return;
    }
  reader->leave (flow, node, data);
  while (node != flow->top && node->next == NULL)
    {
      node = node->parent;
      if (node != flow->top)
        reader->leave (flow, node, data);
    }
  flow->at = node == flow->top ? NULL : node->next;
}

void
jb_box_flow_add_box (JbBoxFlow *self, const xmlNode *box)
{
  g_queue_push_tail (&self->boxes, (gpointer) box);
}

void
jb_box_flow_read (const JbBoxFlowReader *reader, const xmlNode *top, JbOfficeText *text, gpointer data)
{
  g_autoptr(GPtrArray) flows = g_ptr_array_new ();

  push (flows, reader, top);
  while (flows->len > 0)
    {
      JbBoxFlow *flow = g_ptr_array_index (flows, flows->len - 1);

      if (!g_queue_is_empty (&flow->boxes))
        push (flows, reader, g_queue_pop_head (&flow->boxes));
      else if (flow->at != NULL && !jb_office_text_is_full (flow->text))
        advance (flow, reader, data);
      else
        pop (flows, reader, text);
    }
}
