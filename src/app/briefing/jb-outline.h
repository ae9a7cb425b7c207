/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline of a briefing: sections with their items, to be selected, edited in place and dragged. It
 * changes nothing itself; it says what is asked for. */
#pragma once

#include "jb-briefing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_OUTLINE (jb_outline_get_type ())
G_DECLARE_FINAL_TYPE (JbOutline, jb_outline, JB, OUTLINE, GtkWidget)

/* Signals; @what is a JbBriefingItem or a JbBriefingSection:
 * selected: void (JbOutline *)
 * edited: void (JbOutline *, GObject *what, const char *text)
 * moved: void (JbOutline *, GObject *what, JbBriefingSection *section, guint position): to that place of
 *   the section, or of the briefing where @section is NULL; counted without what is moved */

/* @briefing: (nullable): waits for the end of an edit. The selection stays with its item or section. */
void jb_outline_set_briefing (JbOutline *self, JbBriefing *briefing);

/* Returns: (transfer none) (nullable): JbBriefingItem or JbBriefingSection */
GObject *jb_outline_get_selected (JbOutline *self);

/* Returns: (nullable): id of what is to be selected when the selected one is removed; lent */
const char *jb_outline_get_neighbour (JbOutline *self);

/* @id: of an item or a section; selects it as soon as it is there. NULL for none */
void jb_outline_select (JbOutline *self, const char *id, gboolean focus);

void     jb_outline_edit       (JbOutline *self);  /* the selected one */
gboolean jb_outline_is_editing (JbOutline *self);

/* Asks by the signal moved for one place up (-1) or down (1); an item passes from section to section. */
void jb_outline_move (JbOutline *self, int by);

G_END_DECLS
