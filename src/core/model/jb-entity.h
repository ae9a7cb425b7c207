/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entity: a street, project, leader … of the newsroom's registry, with its names and posts. */
#pragma once

#include "jb-types.h"

G_BEGIN_DECLS

typedef struct
{
  char        *id;    /* owned, a UUID */
  char        *name;  /* owned */
  JbAliasKind  kind;
} JbAlias;

typedef struct
{
  char *id;     /* owned, a UUID */
  char *title;  /* owned, 党工委书记 */
  char *place;  /* owned, "" where the title says it */
  char *from;   /* owned ISO date: of the first article that names it; or NULL */
  char *to;     /* owned ISO date, of the last one; or NULL: held still, where from is given */
  char *source; /* owned id of the source it was first seen in, NULL for one put in by hand */
} JbPost;

#define JB_TYPE_ENTITY (jb_entity_get_type ())
G_DECLARE_FINAL_TYPE (JbEntity, jb_entity, JB, ENTITY, GObject)

struct _JbEntity
{
  GObject       parent_instance;

  char         *id;           /* owned, a UUID */
  JbEntityType  type;
  char         *name;         /* owned */
  char         *note;         /* owned, "" where there is none */
  char         *merged_into;  /* owned id, NULL for a live entity */
  GPtrArray    *aliases;      /* owned, of JbAlias, in the order of their names */
  GPtrArray    *posts;        /* owned, of JbPost, oldest first */
};

/* Returns: (transfer full): an entity with a new id */
JbEntity *jb_entity_new (JbEntityType type, const char *name) G_GNUC_WARN_UNUSED_RESULT;

void jb_entity_take_alias (JbEntity *self, char *id, char *name, JbAliasKind kind);
/* Returns: (transfer none): the new post, whose source is NULL */
JbPost *jb_entity_take_post (JbEntity *self, char *id, char *title, char *place, char *from, char *to);

/* Returns: TRUE where @name is its name or one of its aliases */
gboolean jb_entity_has_name (const JbEntity *self, const char *name);

G_END_DECLS
