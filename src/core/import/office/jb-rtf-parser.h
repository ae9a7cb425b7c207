/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the reading of an RTF file stands. Groups are a stack of states; a state says where text goes:
 *
 *   body    of the flow that is topmost: the document's, or that of a text box
 *   number  \listtext, \pntext: what stands before the paragraph
 *   fonts, styles  the tables at the beginning
 *   nothing what is left out; some words lead back to where text went before: \result, \ud, \shptxt
 */
#pragma once

#include "jb-rtf-flow.h"
#include "jb-rtf-reader.h"
#include "jb-rtf-tables.h"

G_BEGIN_DECLS

typedef enum
{
  JB_RTF_TO_NOTHING,
  JB_RTF_TO_BODY,
  JB_RTF_TO_NUMBER,
  JB_RTF_TO_FONTS,
  JB_RTF_TO_STYLES,
} JbRtfTarget;

typedef struct
{
  JbRtfTarget target;
  JbRtfTarget inner;         /* where a word that leads back leads to; JB_RTF_TO_NOTHING where none does */
  gboolean    is_starred;    /* \* came: a word that is not known makes the group nothing */
  gboolean    is_box;        /* the group is a text box */
  int         font;
  int         asian_font;    /* \dbch\af; -1 where it is not said */
  gboolean    is_asian;      /* \dbch came last of \loch \hich \dbch */
  int         n_fallback;    /* \uc */
  int         half_size;
  gboolean    is_bold;
  gboolean    is_hidden;
  gboolean    is_deleted;
  int         style;         /* of the paragraph; -1 for none */
  int         outline;       /* of the paragraph; -1 for none */
  gboolean    is_centred;
  gboolean    in_table;
} JbRtfState;

typedef struct
{
  JbRtfReader  reader;
  JbRtfTables *tables;        /* owned */
  GArray      *states;        /* owned, of JbRtfState */
  guint        n_overflow;    /* open groups that lie too deep */
  GPtrArray   *flows;         /* owned, of JbRtfFlow */
  JbRtfState   state;
  GString     *bytes;         /* owned: text that was not decoded */
  guint        bytes_page;    /* its code page */
  gboolean     has_raw;       /* bytes above 127 in it stand as they are */
  guint        code_page;     /* the file's */
  gboolean     has_code_page; /* it was told */
  int          default_font;
  int          n_skip;        /* characters of a fallback to come */
  gunichar     surrogate;     /* the first half that came; 0 for none */
  int          font;          /* whose entry is read */
  int          style;         /* likewise; -1 where it is none of a paragraph */
  int          style_outline;
  int          style_parent;
  GString     *style_name;    /* owned */
} JbRtfParser;

/* Returns: (transfer none): the topmost flow, into which text goes */
static inline JbRtfFlow *
jb_rtf_parser_get_flow (JbRtfParser *self)
{
  return g_ptr_array_index (self->flows, self->flows->len - 1);
}

G_END_DECLS
