/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole library as JSON tells it (formats: library JSON, version 1), as objects. It is read twice: in the helper, so that a wrong
 * file is refused with a reason, and again by the program, which does not believe the helper.
 *
 *   JSON ──helper──▶ GVariant ──jb_library_tree_read()──▶ sources, articles, entities, briefings */
#pragma once

#include "jb-decoded.h"
#include "jb-source.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *sources;    /* owned, of JbSource */
  GPtrArray *articles;   /* owned, of JbArticle, with positions among those of their source; their mentions are the decided ones */
  GPtrArray *entities;   /* owned, of JbEntity */
  GPtrArray *briefings;  /* owned, of JbBriefing */

  GHashTable *by_source; /* owned, from sources' ids (lent) to GPtrArray of their JbArticle (lent) */
} JbLibraryTree;

/**
 * jb_library_tree_read:
 * @tree: as json_gvariant_deserialize() makes it
 *
 * Every id is one and single, every article's source is there, every offset lies in its text, every text is what stands there,
 * every kind is known. What the program computes itself (suggested mentions, figures, commitments, statements in the text) is left
 * out.
 *
 * Returns: (transfer full) (nullable): NULL with JB_ERROR_FORMAT and the place of the first fault, or with JB_ERROR_NEWER
 */
JbLibraryTree *jb_library_tree_read (GVariant *tree, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void           jb_library_tree_free (JbLibraryTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbLibraryTree, jb_library_tree_free)

/* Returns: (transfer full): all texts of all articles */
char *jb_library_tree_dup_text (const JbLibraryTree *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_library_tree_rebuild:
 * @source: one of the tree's
 *
 * What is left of a source's decoded text: the characters of its articles at their places, line feeds elsewhere.
 *
 * Returns: (transfer full)
 */
JbDecoded *jb_library_tree_rebuild (const JbLibraryTree *self, const JbSource *source) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
