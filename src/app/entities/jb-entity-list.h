/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of entities as a tree of two levels, filtered as one types.
 *
 *   JbEntityGroup (Street, 12) ──▶ JbEntityEntry, …
 *   JbEntityGroup (Leader, 3)  ──▶ JbEntityEntry, …
 *
 * Groups stay the same objects for ever, and entries that did not change stay too, so that a reload
 * moves neither selection nor scrolling. */
#pragma once

#include "jb-entity-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_ENTITY_GROUP (jb_entity_group_get_type ())
G_DECLARE_FINAL_TYPE (JbEntityGroup, jb_entity_group, JB, ENTITY_GROUP, GObject)

JbEntityType jb_entity_group_get_entity_type (JbEntityGroup *self);

/* Returns: (transfer none): the entries that match; JbEntityEntry */
GListModel *jb_entity_group_get_entries (JbEntityGroup *self);

#define JB_TYPE_ENTITY_LIST (jb_entity_list_get_type ())
G_DECLARE_FINAL_TYPE (JbEntityList, jb_entity_list, JB, ENTITY_LIST, GObject)

JbEntityList *jb_entity_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none): of GtkTreeListRow; groups without a match are left out */
GListModel *jb_entity_list_get_rows (JbEntityList *self);

/* @entries: (element-type JbEntityEntry): as by jb_entity_entry_load_all() */
void jb_entity_list_set_entries (JbEntityList *self, GPtrArray *entries);

/* @search: what was typed */
void jb_entity_list_set_search (JbEntityList *self, const char *search);

/* Returns: how many entities there are, whether they match or not */
guint jb_entity_list_count (JbEntityList *self);

/* Returns: the place of the entity among the rows, opening its group; GTK_INVALID_LIST_POSITION where it is not shown */
guint jb_entity_list_find (JbEntityList *self, const char *entity);

G_END_DECLS
