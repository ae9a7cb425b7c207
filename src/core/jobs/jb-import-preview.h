/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a file will be cut into articles, before it is imported. */
#pragma once

#include "jb-page.h"
#include "jb-reader-process.h"

G_BEGIN_DECLS

typedef struct
{
  char      *name;     /* owned, the file's */
  GBytes    *bytes;    /* owned; NULL where it could not be read */
  JbDecoded *decoded;  /* owned; NULL where it failed, or is an archive */
  JbPage    *page;     /* owned: masthead and articles; NULL likewise */
  GPtrArray *members;  /* owned, of char*: of an archive of files; else NULL */
  GError    *failure;  /* owned: why it cannot be imported; else NULL */
} JbImportPreview;

/* Returns: (transfer full) (nullable): NULL only where cancelled */
JbImportPreview *jb_import_preview_load (JbReaderProcess *reader, GFile *file, const JbReadOptions *options,
                                         GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void             jb_import_preview_free (JbImportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbImportPreview, jb_import_preview_free)

G_END_DECLS
