/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of the outline: a section's heading or an item, each edited in place. */
#pragma once

#include "jb-briefing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where something dragged would go. */
typedef enum
{
  JB_DROP_EDGE_NONE,
  JB_DROP_EDGE_BEFORE,
  JB_DROP_EDGE_AFTER,
} JbDropEdge;

#define JB_TYPE_OUTLINE_ROW (jb_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (JbOutlineRow, jb_outline_row, JB, OUTLINE_ROW, GtkListBoxRow)

/* Signal edited: void (JbOutlineRow *, const char *text): another text was entered.
 * Signal edit-ended: void (JbOutlineRow *): editing ended, with or without a change; comes behind edited. */

/* @item: NULL for the section's heading */
GtkWidget *jb_outline_row_new (JbBriefingSection *section, JbBriefingItem *item) G_GNUC_WARN_UNUSED_RESULT;

/* Shows another state of the same heading or item. */
void jb_outline_row_update (JbOutlineRow *self, JbBriefingSection *section, JbBriefingItem *item);

JbBriefingSection *jb_outline_row_get_section (JbOutlineRow *self);
JbBriefingItem    *jb_outline_row_get_item    (JbOutlineRow *self);  /* Returns: (nullable) */

/* Returns: id of the item, or of the section for a heading */
const char *jb_outline_row_get_id (JbOutlineRow *self);

void     jb_outline_row_edit       (JbOutlineRow *self);
gboolean jb_outline_row_is_editing (JbOutlineRow *self);

void jb_outline_row_set_drop_edge (JbOutlineRow *self, JbDropEdge edge);

G_END_DECLS
