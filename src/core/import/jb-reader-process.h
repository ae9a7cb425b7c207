/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The confined helper jianbao-reader, seen from the program. It is started when it is first needed, reads many files, and is
 * replaced after any failure: a crash or a bomb in a parser costs one file. To be used by one thread at a time. */
#pragma once

#include "jb-decoded.h"
#include "jb-importer.h"

G_BEGIN_DECLS

typedef struct _JbReaderProcess JbReaderProcess;

/* Returns: (transfer full): no process runs yet */
JbReaderProcess *jb_reader_process_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the process. */
void             jb_reader_process_free (JbReaderProcess *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbReaderProcess, jb_reader_process_free)

typedef struct
{
  const char     *password;      /* NULL where the editor gave none */
  gboolean        recognise;     /* text may be recognised in pictures */
  JbReadProgress  progress;      /* NULL, or called in the calling thread, page by page */
  gpointer        progress_data;
} JbReadOptions;

/**
 * jb_reader_process_read:
 * @options: (nullable)
 * @members: (out) (transfer full) (element-type utf8): where @bytes are an archive of files and no document: names of its members;
 *   else NULL
 *
 * Plain text is decoded in the program itself, anything else in the helper. There it gets ten seconds without progress, or two
 * minutes a page where text is recognised.
 *
 * Returns: (transfer full) (nullable): NULL for an archive, with @members set; else NULL with JB_ERROR and a reason for people:
 *   JB_ERROR_PASSWORD, JB_ERROR_NO_TEXT, JB_ERROR_HELPER (it stopped or took too long), or what the importer says; or
 *   G_IO_ERROR_CANCELLED
 */
JbDecoded *jb_reader_process_read (JbReaderProcess *self, GBytes *bytes, const JbReadOptions *options, GPtrArray **members,
                                   GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): the bytes of the archive's member @name; errors as above */
GBytes *jb_reader_process_load_member (JbReaderProcess *self, GBytes *archive, const char *name, GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  guint   width;   /* pixels */
  guint   height;
  guint   stride;  /* bytes of a row */
  GBytes *pixels;  /* owned: 32 bits each, xRGB in the machine's order (CAIRO_FORMAT_RGB24) */
} JbPicture;

void jb_picture_free (JbPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbPicture, jb_picture_free)

/**
 * jb_reader_process_render:
 * @scale: pixels per point
 *
 * Returns: (transfer full) (nullable): what page @page (from 0) of the PDF or picture looks like; errors as above
 */
JbPicture *jb_reader_process_render (JbReaderProcess *self, GBytes *bytes, const char *password, guint page, double scale,
                                     GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
