/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Picks an entity by typing a part of its name or of an alias.
 *
 * Signals: chosen: void (JbEntityPicker *, JbEntity *): one of the registry
 *          new-entity: void (JbEntityPicker *, const char *name): one that is not there yet */
#pragma once

#include "jb-entity.h"
#include "jb-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_ENTITY_PICKER (jb_entity_picker_get_type ())
G_DECLARE_FINAL_TYPE (JbEntityPicker, jb_entity_picker, JB, ENTITY_PICKER, GtkPopover)

/**
 * jb_entity_picker_ask:
 * @name: what is typed in the entry at first
 * @type: a JbEntityType, what stands first among equals and what a new one gets; -1 where none can be made
 */
void jb_entity_picker_ask (JbEntityPicker *self, JbStore *store, const char *name, int type);

G_END_DECLS
