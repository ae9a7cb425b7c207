/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-rtf-flow.h"

JbRtfFlow *
jb_rtf_flow_new (void)
{
  JbRtfFlow *self = g_new0 (JbRtfFlow, 1);

  self->paragraph = g_string_new (NULL);
  self->number = g_string_new (NULL);
  self->text = jb_office_text_new ();
  return self;
}

void
jb_rtf_flow_free (JbRtfFlow *self)
{
  g_string_free (self->paragraph, TRUE);
  g_string_free (self->number, TRUE);
  jb_office_text_free (self->text);
  g_clear_pointer (&self->boxes, jb_office_text_free);
  g_free (self);
}

void
jb_rtf_flow_end_cell (JbRtfFlow *self)
{
  if (self->in_cell)
    jb_office_text_end_cell (self->text);
  self->in_cell = FALSE;
}

void
jb_rtf_flow_end_table (JbRtfFlow *self)
{
  jb_rtf_flow_end_cell (self);
  if (self->in_table)
    jb_office_text_end_table (self->text);
  self->in_table = FALSE;
}

static void
begin_cell (JbRtfFlow *self)
{
  if (!self->in_table)
    jb_office_text_begin_table (self->text);
  self->in_table = TRUE;
  if (!self->in_cell)
    jb_office_text_begin_cell (self->text);
  self->in_cell = TRUE;
}

void
jb_rtf_flow_end_paragraph (JbRtfFlow *self, const JbOfficeLook *look, gboolean is_in_cell)
{
  if (is_in_cell)
    begin_cell (self);
  else
    jb_rtf_flow_end_table (self);
  jb_office_text_add_numbered (self->text, g_strchug (self->number->str), FALSE, g_strchug (self->paragraph->str),
                               self->has_picture, look);
  if (self->has_gap)
    jb_office_text_add_gap (self->text, 1);
  if (self->boxes != NULL)
    jb_office_text_take (self->text, self->boxes);
  g_clear_pointer (&self->boxes, jb_office_text_free);
  g_string_truncate (self->paragraph, 0);
  g_string_truncate (self->number, 0);
  self->tally = (JbLookTally) { 0 };
  self->has_picture = self->has_gap = FALSE;
}

void
jb_rtf_flow_add_box (JbRtfFlow *self, JbRtfFlow *box)
{
  if (self->boxes == NULL)
    self->boxes = jb_office_text_new ();
  jb_office_text_take (self->boxes, box->text);
}
