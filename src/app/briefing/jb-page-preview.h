/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages that will print, one below the other. They are made in a thread; until new ones are ready
 * the old ones stay. */
#pragma once

#include "jb-briefing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_PAGE_PREVIEW (jb_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (JbPagePreview, jb_page_preview, JB, PAGE_PREVIEW, GtkWidget)

/* Signal item-clicked: void (JbPagePreview *, const char *item): an item's text was clicked.
 * Actions preview.zoom-in, preview.zoom-out, preview.zoom-fit. */

/* @briefing: (nullable): must not change any more */
void jb_page_preview_set_briefing (JbPagePreview *self, JbBriefing *briefing);

/* Marks an item and scrolls to it. @item: id, NULL for none */
void jb_page_preview_set_item (JbPagePreview *self, const char *item);

G_END_DECLS
