/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that may mean an entity, each with what to do about it. Not to be seen while there are none. */
#pragma once

#include "jb-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_PROPOSALS_VIEW (jb_proposals_view_get_type ())
G_DECLARE_FINAL_TYPE (JbProposalsView, jb_proposals_view, JB, PROPOSALS_VIEW, GtkWidget)

/* @store, @entity: (nullable): shows none until the entity's are found, and none for NULL */
void jb_proposals_view_set_entity (JbProposalsView *self, JbStore *store, const char *entity);

/* Looks for them again, after somebody changed the library. */
void jb_proposals_view_reload (JbProposalsView *self);

G_END_DECLS
