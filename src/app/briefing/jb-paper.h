/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page on the screen: white in every style, with a shadow. */
#pragma once

#include "jb-pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Screen pixels a pt at a zoom of 1: the page in its real size on a screen of 96 dpi. */
#define JB_PAPER_PX_PER_PT (96.0 / 72.0)

#define JB_TYPE_PAPER (jb_paper_get_type ())
G_DECLARE_FINAL_TYPE (JbPaper, jb_paper, JB, PAPER, GtkWidget)

/* Signal item-clicked: void (JbPaper *, const char *item): an item's text was clicked. */

GtkWidget *jb_paper_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @page: from 0 */
void jb_paper_set_page (JbPaper *self, JbPages *pages, guint page);

/* @zoom: 1 for the real size, 0 to take the width there is */
void jb_paper_set_zoom (JbPaper *self, double zoom);

/* Marks an item's lines. @item: id, NULL for none */
void jb_paper_set_item (JbPaper *self, const char *item);

/* Returns: whether the item stands on the page; @y_px is its top in the widget */
gboolean jb_paper_find_item (JbPaper *self, const char *item, double *y_px);

G_END_DECLS
