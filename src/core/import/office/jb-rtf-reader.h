/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RTF (version 1.9.1) as a row of tokens: braces, control words, bytes of text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JB_RTF_MAX_WORD 32

typedef enum
{
  JB_RTF_END,
  JB_RTF_OPEN,   /* { */
  JB_RTF_CLOSE,  /* } */
  JB_RTF_WORD,   /* \word123, or \~ and the like */
  JB_RTF_BYTE,   /* of text: as it stands, escaped, or \'hh */
} JbRtfTokenType;

typedef struct
{
  JbRtfTokenType type;
  char           word[JB_RTF_MAX_WORD + 1];
  gboolean       has_number;
  int            number;      /* 0 where there is none; beyond what an int holds it is the nearest */
  guint8         byte;
  gboolean       is_hex;      /* the byte was written as \'hh */
} JbRtfToken;

typedef struct
{
  const char *data;     /* lent */
  gsize       n_bytes;
  gsize       at;
} JbRtfReader;

/* Reads the next token; line ends in the file are none. What \binN announces is passed over, to the end at most. */
void jb_rtf_reader_next (JbRtfReader *self, JbRtfToken *token);

/* Whether \'hh comes next. */
gboolean jb_rtf_reader_is_at_hex (const JbRtfReader *self);

G_END_DECLS
