/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the text of an RTF file goes: into paragraphs, cells and text boxes, the tables at the beginning, or nowhere (RTF 1.9.1,
 * Conventions of an RTF Reader). */
#pragma once

#include "jb-rtf-parser.h"

G_BEGIN_DECLS

/* Text of the group goes to @target, unless it is one that does not go to the body. */
void jb_rtf_destination_set (JbRtfParser *self, JbRtfTarget target);

/* The group is left out. @may_return: some word in it may lead back to where text went */
void jb_rtf_destination_leave_out (JbRtfParser *self, gboolean may_return);

/* Such a word came. */
void jb_rtf_destination_lead_back (JbRtfParser *self);

/* The group is a picture. */
void jb_rtf_destination_see_picture (JbRtfParser *self);

/* The group is a text box, with a flow of its own, which ends with it. */
void jb_rtf_destination_begin_box (JbRtfParser *self);
void jb_rtf_destination_end_box   (JbRtfParser *self);

/* The paragraph ends. @is_in_cell: it stands in a cell of a table */
void jb_rtf_destination_end_paragraph (JbRtfParser *self, gboolean is_in_cell);

/* A page or column ends; a paragraph does only where a sentence does. */
void jb_rtf_destination_end_page (JbRtfParser *self);

/* The topmost flow ends, with what is open in it. */
void jb_rtf_destination_end_flow (JbRtfParser *self);

G_END_DECLS
