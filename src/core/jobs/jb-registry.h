/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing the registry, and an entity's dossier. Each function that changes something is one operation. */
#pragma once

#include "jb-article.h"
#include "jb-entity.h"
#include "jb-library.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): @name without white space around it; NULL with JB_ERROR_INVALID where nothing is left, or
 * several lines are */
char *jb_registry_clean_name (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): id of the new entity; fails with JB_ERROR_INVALID for a name that is empty or has several
 * lines, with JB_ERROR_KNOWN for one that an entity of that type has */
char *jb_registry_add (JbLibrary *library, JbEntityType type, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same as a part of the operation that is open. */
char *jb_registry_insert (JbLibrary *library, JbEntityType type, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean jb_registry_add_alias (JbLibrary *library, const JbEntity *entity, const char *name, JbAliasKind kind, GError **error);
gboolean jb_registry_rename    (JbLibrary *library, const JbEntity *entity, const char *name, GError **error);
gboolean jb_registry_set_note  (JbLibrary *library, const JbEntity *entity, const char *note, GError **error);
gboolean jb_registry_delete    (JbLibrary *library, const JbEntity *entity, GError **error);

/* One confirmed mention with its sentence. */
typedef struct
{
  char  *article;       /* owned id */
  char  *title;         /* owned, the article's */
  char  *citation;      /* owned */
  char  *date;          /* owned ISO date or NULL */
  char  *sentence;      /* owned, the sentence around the mention */
  guint  start, end;    /* of the mention, code points in the article's text */
  guint  sentence_start, sentence_end;
} JbDossierEntry;

typedef struct
{
  JbEntity  *entity;   /* owned */
  GPtrArray *entries;  /* owned, of JbDossierEntry, by date, then place */
} JbDossier;

/* Returns: (transfer full) (nullable) */
JbDossier *jb_registry_load_dossier (JbLibrary *library, const char *entity, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void jb_dossier_free (JbDossier *dossier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbDossier, jb_dossier_free)

G_END_DECLS
