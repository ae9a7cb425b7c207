/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-rtf-destination.h"

#include "jb-rtf-text.h"

#define MAX_FLOWS 16  /* text boxes in one another */

static JbOfficeLook
get_look (JbRtfParser *self, const JbRtfFlow *flow)
{
  JbOfficeLook look = { 0 };

  jb_look_tally_apply (&flow->tally, &look);
  look.is_centred = self->state.is_centred;
  look.role = jb_rtf_tables_get_role (self->tables, self->state.style, &look.level);
  if (look.role == JB_OFFICE_ROLE_NONE && self->state.outline >= 0 && self->state.outline < 9)
    {
      look.role = JB_OFFICE_ROLE_HEADING;
      look.level = (guint) self->state.outline + 1;
    }
  return look;
}

void
jb_rtf_destination_end_paragraph (JbRtfParser *self, gboolean is_in_cell)
{
  JbRtfFlow *flow = jb_rtf_parser_get_flow (self);
  JbOfficeLook look;

  jb_rtf_text_flush (self, TRUE);
  look = get_look (self, flow);
  jb_rtf_flow_end_paragraph (flow, &look, is_in_cell);
}

void
jb_rtf_destination_end_page (JbRtfParser *self)
{
  JbRtfFlow *flow = jb_rtf_parser_get_flow (self);

  jb_rtf_text_flush (self, TRUE);
  if (self->state.target != JB_RTF_TO_BODY)
    return;
  if (jb_office_ends_sentence (flow->paragraph->str))
    jb_rtf_destination_end_paragraph (self, self->state.in_table);
  if (jb_office_is_blank (flow->paragraph->str))
    jb_office_text_add_gap (flow->text, 1);
  else
    flow->has_gap = TRUE;
}

void
jb_rtf_destination_end_flow (JbRtfParser *self)
{
  JbRtfFlow *flow = jb_rtf_parser_get_flow (self);

  jb_rtf_text_flush (self, TRUE);
  if (!jb_office_is_blank (flow->paragraph->str) || flow->boxes != NULL)
    jb_rtf_destination_end_paragraph (self, self->state.in_table && flow->in_cell);
  jb_rtf_flow_end_table (flow);
}

void
jb_rtf_destination_set (JbRtfParser *self, JbRtfTarget target)
{
  jb_rtf_text_flush (self, TRUE);
  if (self->state.target == JB_RTF_TO_BODY)
    self->state.target = target;
}

void
jb_rtf_destination_leave_out (JbRtfParser *self, gboolean may_return)
{
  jb_rtf_text_flush (self, TRUE);
  if (self->state.target != JB_RTF_TO_NOTHING)
    self->state.inner = self->state.target;
  if (!may_return)
    self->state.inner = JB_RTF_TO_NOTHING;
  self->state.target = JB_RTF_TO_NOTHING;
}

void
jb_rtf_destination_lead_back (JbRtfParser *self)
{
  jb_rtf_text_flush (self, TRUE);
  if (self->state.target == JB_RTF_TO_NOTHING)
    self->state.target = self->state.inner;
}

void
jb_rtf_destination_see_picture (JbRtfParser *self)
{
  if (self->state.target == JB_RTF_TO_BODY)
    jb_rtf_parser_get_flow (self)->has_picture = TRUE;
  jb_rtf_destination_leave_out (self, FALSE);
}

void
jb_rtf_destination_begin_box (JbRtfParser *self)
{
  jb_rtf_destination_lead_back (self);
  if (self->state.target != JB_RTF_TO_BODY || self->flows->len >= MAX_FLOWS || self->state.is_box)
    {
      jb_rtf_destination_leave_out (self, FALSE);
      return;
    }
  g_ptr_array_add (self->flows, jb_rtf_flow_new ());
  self->state.is_box = TRUE;
  self->state.in_table = FALSE;
}

void
jb_rtf_destination_end_box (JbRtfParser *self)
{
  jb_rtf_destination_end_flow (self);
  jb_rtf_flow_add_box (g_ptr_array_index (self->flows, self->flows->len - 2), jb_rtf_parser_get_flow (self));
  g_ptr_array_set_size (self->flows, (int) self->flows->len - 1);
}
