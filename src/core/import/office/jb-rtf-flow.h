/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an RTF file has of one text, the document or a text box in it: the paragraph that is being read, and those before it. */
#pragma once

#include "jb-look-tally.h"

G_BEGIN_DECLS

typedef struct
{
  GString      *paragraph;   /* owned */
  GString      *number;      /* owned */
  JbLookTally   tally;
  JbOfficeText *text;        /* owned */
  JbOfficeText *boxes;       /* owned: those the paragraph anchors; NULL for none */
  gboolean      in_table;
  gboolean      in_cell;
  gboolean      has_picture;
  gboolean      has_gap;     /* a page ends in this paragraph */
} JbRtfFlow;

JbRtfFlow *jb_rtf_flow_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       jb_rtf_flow_free (JbRtfFlow *self);

/* Ends the cell or table that is open, if any; RTF says only of a paragraph that it stands in one (1.9.1, Table Definitions). */
void jb_rtf_flow_end_cell  (JbRtfFlow *self);
void jb_rtf_flow_end_table (JbRtfFlow *self);

/* Adds the paragraph that was read, with its number and what it anchors, set like @look, and begins a new one. @is_in_cell: it
 * stands in a cell of a table, which is begun with it */
void jb_rtf_flow_end_paragraph (JbRtfFlow *self, const JbOfficeLook *look, gboolean is_in_cell);

/* Has all paragraphs of @box, whose last one has ended, stand behind the paragraph that is being read. */
void jb_rtf_flow_add_box (JbRtfFlow *self, JbRtfFlow *box);

G_END_DECLS
