/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that may be an entity's, for an editor to accept or dismiss. Nothing is done about them by itself. */
#pragma once

#include "jb-entity.h"
#include "jb-library.h"

G_BEGIN_DECLS

typedef struct
{
  char         *entity;        /* owned id */
  char         *entity_name;   /* owned */
  JbEntityType  type;
  char         *name;          /* owned: what may be another name of it */
  char         *other;         /* owned id of the entity that bears the name now; NULL where it is only seen in articles */
  guint         n_articles;    /* in which the name is seen, where it is no entity's */
  const char   *reason;        /* static, as in jb-alias-proposals.h */
} JbProposal;

void jb_proposal_free (JbProposal *proposal);

/**
 * jb_proposals_load:
 * @entity: an id, for its own proposals only; NULL for all
 * @type: a JbEntityType, or -1 for any; of the entity, where there is one
 *
 * Two entities that may be one are one proposal; for @entity it is the other one's name.
 *
 * Returns: (transfer full) (element-type JbProposal) (nullable): without those that were dismissed
 */
GPtrArray *jb_proposals_load (JbLibrary *library, const char *entity, int type, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One operation: @name is not proposed for the entity again. Accepting is jb_registry_add_alias(). */
gboolean jb_proposals_dismiss (JbLibrary *library, const JbEntity *entity, const char *name, GError **error);

G_END_DECLS
