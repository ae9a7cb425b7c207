/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a TEI header lists: persons, places, organisations, which the text points to by ref="#id" (TEI P5, 13). */
#pragma once

#include "jb-types.h"
#include "jb-xml.h"

G_BEGIN_DECLS

typedef struct
{
  char         *name;  /* owned, NULL where the list does not give one */
  JbEntityType  type;
} JbTeiEntity;

/* Returns: (transfer full): from ids to JbTeiEntity, of everything below @root */
GHashTable *jb_tei_entities_new (const xmlNode *root) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none) (nullable): the entity an attribute like "#a #b" points to; the first that is known */
const JbTeiEntity *jb_tei_entities_find (GHashTable *entities, const char *ref);

G_END_DECLS
