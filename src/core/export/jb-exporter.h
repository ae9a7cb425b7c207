/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formats that go out. One file per format, one line in the table of jb-exporter.c. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is to be written; a format takes of it what it can hold. Any list may be NULL. */
typedef struct
{
  GPtrArray *sources;    /* lent, of JbSource */
  GPtrArray *articles;   /* lent, of JbArticle */
  GPtrArray *entities;   /* lent, of JbEntity */
  GPtrArray *briefings;  /* lent, of JbBriefing */
} JbExportSet;

typedef struct
{
  const char *id;          /* "pdf" */
  const char *extension;   /* without the dot, lower case */
  const char *label;       /* for people, to be translated by whoever shows it */
  const char *media_type;

  /* Writes all of it and leaves the stream open. Fails with JB_ERROR_FULL where the stream takes no
   * more, JB_ERROR_NOT_FOUND or JB_ERROR_INVALID where the set has nothing the format can hold,
   * G_IO_ERROR_CANCELLED. */
  gboolean  (*write) (const JbExportSet *set, GOutputStream *stream, GCancellable *cancellable, GError **error);
} JbExporter;

/* Returns: (nullable): by id; NULL where unknown */
const JbExporter *jb_exporter_find (const char *id);

/* Returns: (nullable): by the name's extension, whatever its case; NULL where unknown */
const JbExporter *jb_exporter_find_for_name (const char *file_name);

/* Returns: (array length=n): all, in the order of the menu */
const JbExporter *const *jb_exporters_list (guint *n);

G_END_DECLS
