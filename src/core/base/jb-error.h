/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the world can do to us. One domain; the code says what the caller can do about it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JB_ERROR (jb_error_quark ())

typedef enum
{
  JB_ERROR_UNREADABLE,   /* the file or its folder cannot be read */
  JB_ERROR_EMPTY,        /* nothing but white space in it */
  JB_ERROR_BINARY,       /* not text of any kind */
  JB_ERROR_TOO_LARGE,    /* over the limit; the message names it */
  JB_ERROR_ENCODING,     /* text, but in no encoding we know */
  JB_ERROR_FORMAT,       /* a known format with wrong content */
  JB_ERROR_PASSWORD,     /* encrypted; the password is missing or wrong */
  JB_ERROR_NO_TEXT,      /* pictures of text only; recognition was not asked for */
  JB_ERROR_HELPER,       /* the reader stopped, or took too long */
  JB_ERROR_KNOWN,        /* the same bytes are already in the library */
  JB_ERROR_NOT_FOUND,    /* no such article, entity, briefing … */
  JB_ERROR_AMBIGUOUS,    /* more than one; the message lists them */
  JB_ERROR_INVALID,      /* a value that makes no sense, e.g. a span outside the text */
  JB_ERROR_NOT_LIBRARY,  /* the file is something else than a library */
  JB_ERROR_NEWER,        /* a library written by a newer version */
  JB_ERROR_DAMAGED,      /* the library's file is broken */
  JB_ERROR_BUSY,         /* another program holds the library for too long */
  JB_ERROR_FULL,         /* no space left, or the output cannot be written */
  JB_ERROR_STORE,        /* any other failure of the store */
} JbError;

GQuark jb_error_quark (void);

G_END_DECLS
