/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking over a library that comes as JSON: sources, articles with what was decided in them, names, briefings, all with their ids.
 *
 * What is there already, by its id, is left as it is. A name that the registry has, of the same type, is not doubled: what points
 * to it then points to the one that is there, which keeps its own aliases, posts and note. The originals do not come along: until
 * the files themselves are imported, a source has no bytes, and its text is put together from its articles. */
#pragma once

#include "jb-library.h"

G_BEGIN_DECLS

typedef struct
{
  guint  n_sources;    /* that came, each with its articles */
  guint  n_articles;
  guint  n_decisions;
  guint  n_entities;
  guint  n_briefings;
  guint  n_linked;     /* names that the registry had under another id */
  guint  n_known;      /* sources, articles, entities and briefings that were there already */
  char  *source;       /* owned id of the first source in the file, whether it came or was there; NULL where it holds none */
} JbLibraryImport;

void jb_library_import_clear (JbLibraryImport *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JbLibraryImport, jb_library_import_clear)

/**
 * jb_library_import_insert:
 * @tree: what the importer says: JbDecoded.library
 * @result: (out): to be cleared; nothing in it where it fails
 *
 * A part of the operation that is open; the index is not refreshed.
 *
 * Returns: FALSE with JB_ERROR_FORMAT where the tree is wrong, or does not go with what is there, or what the store says; then the
 *   operation has to be rolled back
 */
gboolean jb_library_import_insert (JbLibrary *library, GVariant *tree, JbLibraryImport *result, GError **error);

/* The same as one operation of its own, after which the index is up to date. @name: of the file, for people */
gboolean jb_library_import_run (JbLibrary *library, const char *name, GVariant *tree, JbLibraryImport *result, GError **error);

G_END_DECLS
