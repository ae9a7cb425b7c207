/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A content with a pane at its side. The pane is docked beside the content, where its width can be dragged, or, where there is
 * less room, folded: it then comes over the content and goes away by Escape or a click beside it.
 *
 *   docked    content │ pane          folded    content ▒▒│ pane
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_SIDE_PANE (jb_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (JbSidePane, jb_side_pane, JB, SIDE_PANE, GtkWidget)

/* Properties: content, pane (GtkWidget); after (boolean): the pane is at the end; handle-label (string): what a screen reader says
 * of the line between them; folded, reveal (boolean). The pane is as wide as its width-request. */

gboolean jb_side_pane_get_folded (JbSidePane *self);
void     jb_side_pane_set_folded (JbSidePane *self, gboolean folded);
gboolean jb_side_pane_get_reveal (JbSidePane *self);
void     jb_side_pane_set_reveal (JbSidePane *self, gboolean reveal);

G_END_DECLS
