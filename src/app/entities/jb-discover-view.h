/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the library repeats like a name: a list to go through by keys. A digit adds the row that has the focus with that type, Enter
 * with the type shown, Delete dismisses it. */
#pragma once

#include "jb-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_DISCOVER_VIEW (jb_discover_view_get_type ())
G_DECLARE_FINAL_TYPE (JbDiscoverView, jb_discover_view, JB, DISCOVER_VIEW, GtkWidget)

/* @store: (nullable) */
void jb_discover_view_set_store (JbDiscoverView *self, JbStore *store);

/* Looks through the library again, off the main thread; what is shown stays until then. */
void jb_discover_view_reload (JbDiscoverView *self);

G_END_DECLS
