/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Source: one imported file or page, a bulletin. Its bytes are kept in the library. */
#pragma once

#include "jb-masthead.h"

G_BEGIN_DECLS

#define JB_TYPE_SOURCE (jb_source_get_type ())
G_DECLARE_FINAL_TYPE (JbSource, jb_source, JB, SOURCE, GObject)

/* Filled by whoever makes it, not changed afterwards. */
struct _JbSource
{
  GObject     parent_instance;

  char       *id;           /* owned, a UUID */
  char       *name;         /* owned, the file's name as imported */
  char       *media_type;   /* owned, e.g. text/plain */
  char       *sha256;       /* owned, of the bytes, hexadecimal */
  char       *encoding;     /* owned, NULL where it does not apply */
  guint       text_length;  /* code points of the decoded text */
  char       *imported_at;  /* owned, ISO 8601 in UTC */
  JbMasthead *masthead;     /* owned, NULL where the page has none */
  char       *reading;      /* owned: key of what the reader made of it; NULL for plain text */
};

/* Returns: (transfer full): a source with a new id and nothing else */
JbSource *jb_source_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: TRUE where it is plain text, which is decoded from its bytes whenever it is needed */
gboolean jb_source_is_plain (const JbSource *self);

/* Returns: (transfer full): the bulletin for a citation, 《云汀报》2023年7月18日第621期; the file's name where the page
 * does not say what it is */
char *jb_source_dup_label (const JbSource *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
