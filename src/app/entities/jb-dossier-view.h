/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dossier of one entity: its names, its note and every confirmed mention with its sentence. What is
 * changed here is stored at once; the note a moment after typing stops. */
#pragma once

#include "jb-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_DOSSIER_VIEW (jb_dossier_view_get_type ())
G_DECLARE_FINAL_TYPE (JbDossierView, jb_dossier_view, JB, DOSSIER_VIEW, GtkWidget)

/* @store: (nullable) */
void jb_dossier_view_set_store (JbDossierView *self, JbStore *store);

/* @entity: id, or NULL for none; loads in the background and keeps showing the one before until then */
void jb_dossier_view_set_entity (JbDossierView *self, const char *entity);

/* Loads it again, after somebody changed the library. */
void jb_dossier_view_reload (JbDossierView *self);

G_END_DECLS
