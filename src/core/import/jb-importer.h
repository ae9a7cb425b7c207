/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbImporter: how one kind of file becomes decoded text. One file an importer, one line in the list of jb-importer.c. All but the
 * one for plain text run in the confined helper, jianbao-reader; none opens a file, starts a program or asks the network. */
#pragma once

#include "jb-archive.h"
#include "jb-decoded.h"
#include "jb-error.h"
#include "jb-plain.h"

G_BEGIN_DECLS

/* Called now and then by importers that may take long; pages, mostly. */
typedef void (*JbReadProgress) (guint n_done, guint n_all, gpointer data);

/* One file to be read, and what the importers need to know to tell whether it is theirs. */
typedef struct
{
  GBytes         *bytes;
  const char     *password;      /* NULL where the editor gave none */
  gboolean        recognise;     /* text may be recognised in pictures (OCR) */
  JbReadProgress  progress;      /* NULL where nobody asks */
  gpointer        progress_data;

  JbArchive      *archive;       /* owned; NULL where the bytes are no zip archive */
  char           *root;          /* owned: local name of the root element; NULL where it does not begin like XML */
  char           *root_ns;       /* owned: its namespace; NULL where it has none */
} JbInput;

/* Returns: (transfer full): looks at the bytes, without reading them */
JbInput *jb_input_new  (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void     jb_input_free (JbInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbInput, jb_input_free)

/* Whether the bytes begin with the ASCII string @magic. */
gboolean jb_input_begins_with (const JbInput *self, const char *magic);

/* Tells whoever waits how far it is. */
void jb_input_report (const JbInput *self, guint n_done, guint n_all);

typedef struct
{
  const char *media_type;  /* static: of what it reads */


  /* Whether the bytes, not the name, look like this format. */
  gboolean   (*recognise) (const JbInput *input);

  /* Returns: (transfer full) (nullable): NULL with JB_ERROR_FORMAT, JB_ERROR_PASSWORD, JB_ERROR_TOO_LARGE, JB_ERROR_EMPTY or
   * another of JB_ERROR, and a reason for people; asked only where recognise() said yes */
  JbDecoded *(*decode)    (const JbInput *input, GError **error);
} JbImporter;

/* Returns: (nullable): the importers, from 0, in the order in which they are asked; NULL behind the last */
const JbImporter *jb_importer_get (guint index);

/* Returns: TRUE where the bytes are an archive of files to be imported one by one, and not one document in many parts */
gboolean jb_importer_is_archive (const JbInput *input);

/**
 * jb_importer_read:
 *
 * Reads with the first importer that recognises the bytes.
 *
 * Returns: (transfer full) (nullable): with its media type set; NULL with JB_ERROR_EMPTY, JB_ERROR_TOO_LARGE, JB_ERROR_BINARY or
 *   what the importer says, and a reason for people
 */
JbDecoded *jb_importer_read (const JbInput *input, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
