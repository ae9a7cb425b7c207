/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbImportQueue: what is being imported and what came of it, as a list of JbImportItem. Batches run one after another in the
 * store's thread for long work; what happens there comes to the list bundled, a few times a second.
 *
 *   main thread                          importing thread
 *   add_files () ──▶ batch … batch ────▶ jb_import_job_run ()
 *   rows, changed ◀── every 80 ms ◀───── begin, page, end
 *   ended         ◀──────────────────────
 *
 * It is a GListModel. Signals:
 *   changed: void (JbImportQueue *): how far it is, or whether it is busy
 *   ended: void (JbImportQueue *, const JbImportEnd *): a batch has ended */
#pragma once

#include "jb-import-item.h"
#include "jb-store.h"

G_BEGIN_DECLS

#define JB_TYPE_IMPORT_QUEUE (jb_import_queue_get_type ())
G_DECLARE_FINAL_TYPE (JbImportQueue, jb_import_queue, JB, IMPORT_QUEUE, GObject)

typedef enum
{
  JB_IMPORT_ASKED,    /* the editor wants it: a row for each file, from the beginning */
  JB_IMPORT_AGAIN,    /* files that have rows already are tried once more */
  JB_IMPORT_WATCHED,  /* came by itself: rows only for what is new or failed */
} JbImportOccasion;

/* How a batch ended. */
typedef struct
{
  JbImportOccasion  occasion;
  guint             n_done, n_known, n_failed;
  const char       *source;    /* id, where it was one file only that is in the library now; else NULL */
  gint64            duration;  /* microseconds */
  gboolean          stopped;
  const GError     *failure;   /* where the library itself failed; else NULL */
} JbImportEnd;

/* Something that came from no file. */
typedef struct
{
  char   *name;      /* owned */
  GBytes *bytes;     /* owned */
  GBytes *fallback;  /* owned: the same as plain text, for where @bytes cannot be read; NULL where there is none */
} JbClip;

JbClip *jb_clip_new  (const char *name, GBytes *bytes, GBytes *fallback) G_GNUC_WARN_UNUSED_RESULT;
void    jb_clip_free (JbClip *clip);

JbImportQueue *jb_import_queue_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @store: (nullable): where to import; with another one all that waits or runs is stopped, and the list is emptied */
void jb_import_queue_set_store (JbImportQueue *self, JbStore *store);

/* @files: (element-type GFile); @options: (nullable): copied. Where nothing runs, what is asked for begins a new list. */
void jb_import_queue_add_files (JbImportQueue *self, GPtrArray *files, const JbImportOptions *options, JbImportOccasion occasion);

/* @clips: (element-type JbClip) */
void jb_import_queue_add_clips (JbImportQueue *self, GPtrArray *clips);

/* Nothing more begins while it is held, since something else writes for long. */
void jb_import_queue_set_held (JbImportQueue *self, gboolean held);

/* Stops what runs and forgets what waits; what is imported stays. */
void jb_import_queue_stop (JbImportQueue *self);

gboolean jb_import_queue_is_busy (JbImportQueue *self);

/* Returns: TRUE where something runs or waits that the editor asked for */
gboolean jb_import_queue_is_asked (JbImportQueue *self);

/* Returns: from 0 to 1, of the batch that runs */
double jb_import_queue_get_fraction (JbImportQueue *self);

/* Returns: (transfer full): what it is doing, for people */
char *jb_import_queue_dup_text (JbImportQueue *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: how many rows are in the state */
guint jb_import_queue_count (JbImportQueue *self, JbImportState state);

G_END_DECLS
