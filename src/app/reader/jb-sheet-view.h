/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbSheetView: the pages of an imported PDF or picture, with a place on them marked. Pages are drawn by the confined helper, in a
 * thread; a password that is asked for is kept as long as the original is shown, and nowhere else.
 *
 * Signals:
 *   place-activated: void (JbSheetView *, guint offset): the editor points at it; counts in the decoded text
 *   failed: void (JbSheetView *): the pages of this original cannot be drawn */
#pragma once

#include "jb-errands.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_SHEET_VIEW (jb_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (JbSheetView, jb_sheet_view, JB, SHEET_VIEW, GtkWidget)

/* @original: (nullable): with pages */
void jb_sheet_view_set_original (JbSheetView *self, JbOriginal *original);

/* @place, @around: (element-type JbSpan): in the decoded text: what is looked for, and what it stands in. Goes to the page. */
void jb_sheet_view_show_place (JbSheetView *self, const GArray *place, const GArray *around);

G_END_DECLS
