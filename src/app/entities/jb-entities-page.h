/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of entities: a list grouped by type, and the dossier of the one selected. */
#pragma once

#include "jb-window-page.h"

G_BEGIN_DECLS

#define JB_TYPE_ENTITIES_PAGE (jb_entities_page_get_type ())
G_DECLARE_FINAL_TYPE (JbEntitiesPage, jb_entities_page, JB, ENTITIES_PAGE, JbWindowPage)

/* @entity: id; shown as soon as it is loaded */
void jb_entities_page_open (JbEntitiesPage *self, const char *entity);

G_END_DECLS
