/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Importing a batch of files: read, decode, dissect, store. Each file is one transaction, so that at every moment the library
 * holds whole sources only; the batch is one operation. */
#pragma once

#include "jb-article.h"
#include "jb-error.h"
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
  char            *name;        /* owned, as given; of a file in an archive with the archive's name before it */
  JbImportOutcome  outcome;
  char            *reason;      /* owned, for people; NULL unless failed */
  JbError          code;        /* where failed: what kind of failure, so that a password or recognition can be offered */
  char            *source;      /* owned id, of the known source too; NULL where it failed */
  guint            n_articles;
  guint            n_suggestions;
} JbImportResult;

typedef struct
{
  const char *date;       /* ISO; overrides what the page says; NULL to go by the page */
  const char *bulletin;   /* name of the bulletin, likewise */
  const char *issue;      /* its number, likewise */
  const char *password;   /* for encrypted files; NULL where there is none */
  gboolean    recognise;  /* text may be recognised in PDFs without any; in pictures it always is */
  gboolean    recursive;  /* folders within folders too */
  gboolean    force;      /* import known bytes again */
} JbImportOptions;

/* Called in the importing thread; each may be NULL. */
typedef struct
{
  /* Before a file. @index: of its result; @n_files: known of so far, since archives hold more */
  void     (*begin) (guint index, guint n_files, const char *name, gpointer data);
  /* While it is read, page by page. */
  void     (*page)  (guint n_done, guint n_all, gpointer data);
  /* When it is done, known or failed; not called for archives, whose files count themselves. */
  void     (*end)   (const JbImportResult *result, gpointer data);
  gpointer   data;
} JbImportWatch;

/**
 * jb_import_job_run:
 * @files: (element-type GFile): files and folders; hidden files, links and devices in folders are passed over
 * @options: (nullable)
 *
 * Where cancelled, what is done stays and the rest is left out of the results.
 *
 * Returns: (transfer full) (element-type JbImportResult) (nullable): one a file; NULL where the library itself failed
 */
GPtrArray *jb_import_job_run (JbLibrary *library, GPtrArray *files, const JbImportOptions *options, const JbImportWatch *watch,
                              GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Imports text or HTML that came from no file, e.g. from the clipboard. Returns: (transfer full) (nullable) */
JbImportResult *jb_import_job_run_bytes (JbLibrary *library, const char *name, GBytes *bytes, const JbImportOptions *options,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

void jb_import_result_free (JbImportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbImportResult, jb_import_result_free)

G_END_DECLS
