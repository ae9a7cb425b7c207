/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbImporter: how one kind of file becomes decoded text. One file an importer, one line in the list of jb-importer.c. */
#pragma once

#include "jb-error.h"

G_BEGIN_DECLS

/* The largest file that is read, and the largest text that may come out of it, in bytes. */
#define JB_IMPORT_MAX_BYTES (32 * 1024 * 1024)
#define JB_IMPORT_MAX_TEXT  (64 * 1024 * 1024)

typedef struct
{
  char *text;      /* owned, UTF-8 with LF line ends; offsets of the source count in it */
  char *encoding;  /* owned, the charset it was decoded from; NULL where that does not apply */
} JbDecoded;

void jb_decoded_free (JbDecoded *decoded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbDecoded, jb_decoded_free)

typedef struct
{
  const char *media_type;

  /* Whether the bytes, not the name, look like this format. */
  gboolean   (*recognise) (GBytes *bytes);

  /* Returns: (transfer full) (nullable) */
  JbDecoded *(*decode)    (GBytes *bytes, GError **error);
} JbImporter;

/**
 * jb_importer_find:
 *
 * Returns: (nullable): the first importer that recognises the bytes; NULL with JB_ERROR_EMPTY, JB_ERROR_TOO_LARGE or
 *   JB_ERROR_BINARY and a reason for people
 */
const JbImporter *jb_importer_find (GBytes *bytes, GError **error);

G_END_DECLS
