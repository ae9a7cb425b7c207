/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Importing a batch of files: read, decode, dissect, store. Each file is one transaction, so that at every moment the library
 * holds whole sources only; the batch is one operation. */
#pragma once

#include "jb-article.h"
#include "jb-library.h"

G_BEGIN_DECLS

typedef enum
{
  JB_IMPORT_DONE,
  JB_IMPORT_KNOWN,   /* the same bytes are already in the library; skipped */
  JB_IMPORT_FAILED,
} JbImportOutcome;

typedef struct
{
  char            *name;        /* owned, as given */
  JbImportOutcome  outcome;
  char            *reason;      /* owned, for people; NULL unless failed */
  char            *source;      /* owned id, of the known source too; NULL where it failed */
  guint            n_articles;
  guint            n_suggestions;
} JbImportResult;

typedef struct
{
  const char *date;       /* ISO; overrides what the page says; NULL to go by the page */
  gboolean    recursive;  /* folders within folders too */
  gboolean    force;      /* import known bytes again */
} JbImportOptions;

/* Called in the importing thread, before each file and at the end. @name is NULL at the end. */
typedef void (*JbImportProgress) (guint n_done, guint n_files, const char *name, gpointer data);

/**
 * jb_import_job_run:
 * @files: (element-type GFile): files and folders; hidden files, links and devices in folders are passed over
 * @options: (nullable)
 *
 * Where cancelled, what is done stays and the rest is left out of the results.
 *
 * Returns: (transfer full) (element-type JbImportResult) (nullable): one a file; NULL where the library itself failed
 */
GPtrArray *jb_import_job_run (JbLibrary *library, GPtrArray *files, const JbImportOptions *options, JbImportProgress progress,
                              gpointer progress_data, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Imports text that came from no file, e.g. from the clipboard. Returns: (transfer full) (nullable) */
JbImportResult *jb_import_job_run_bytes (JbLibrary *library, const char *name, GBytes *bytes, const JbImportOptions *options,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

void jb_import_result_free (JbImportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbImportResult, jb_import_result_free)

G_END_DECLS
