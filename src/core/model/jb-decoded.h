/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decoded: what an importer read out of one file: the text, and what the format said about it beyond the words.
 *
 *   text      云岭村夜校开课了⏎　　夜幕降临，…⏎⏎图为夜校课堂…⏎
 *   hints     ├ title ───────┤  (nothing)        ├ caption ──┤
 *   articles  ├ 2023-07-18, 林小雨 ─────────────────────────────
 *
 * All offsets count code points of the text. */
#pragma once

#include "jb-masthead.h"
#include "jb-types.h"

G_BEGIN_DECLS

/* What the format said about a line of the text. */
typedef struct
{
  guint       start;
  guint       end;         /* without the line feed */
  gboolean    is_known;    /* it is of that kind; else only its looks are known */
  JbBlockKind kind;
  guint       level;       /* of a heading, 1 to 3 */
  gboolean    is_display;  /* set larger or bolder than the running text: a headline or heading of some kind */
} JbHint;

/* A part of the text that the format says is one article. It ends where the next one begins. */
typedef struct
{
  guint  start;
  char  *date;     /* owned ISO date, NULL where the format does not say it */
  GStrv  authors;  /* owned names of the writers, never NULL */
} JbDecodedArticle;

/* Where a stretch of the text, part of one line, is printed. */
typedef struct
{
  guint  start;
  guint  end;
  guint  page;    /* index into the pages */
  double x;       /* points (1/72 inch) from the page's left and top edges */
  double y;
  double width;
  double height;
} JbBox;

/* In points. */
typedef struct
{
  double width;
  double height;
} JbSheetSize;

/* A stretch that was recognised in a picture without certainty. */
typedef struct
{
  guint start;
  guint end;
  guint confidence;  /* percent */
} JbDoubt;

/* A tag the file brought along. */
typedef struct
{
  guint         start;
  guint         end;
  JbEntityType  type;
  char         *name;  /* owned, of the entity; NULL where it is the text itself */
} JbTag;

typedef struct
{
  char       *text;        /* owned, UTF-8 with LF line ends, without NUL */
  char       *media_type;  /* owned, e.g. application/pdf; NULL until the importer is known */
  char       *encoding;    /* owned, the charset it was decoded from; NULL where that does not apply */
  gboolean    is_flowed;   /* every line is a whole paragraph; else lines may be wrapped */
  JbMasthead *masthead;    /* owned, what the format says about bulletin and issue; NULL where it says nothing */
  GArray     *hints;       /* owned, of JbHint, in text order, not overlapping */
  GArray     *articles;    /* owned, of JbDecodedArticle, in text order; empty where the format does not cut the text */
  GArray     *tags;        /* owned, of JbTag, in text order; they may nest */
  GArray     *sheets;      /* owned, of JbSheetSize: the pages of a PDF or picture */
  GArray     *boxes;       /* owned, of JbBox, in text order */
  GArray     *doubts;      /* owned, of JbDoubt, in text order */
  GVariant   *library;     /* owned, a whole library as JSON says it, as json_gvariant_deserialize() makes it; NULL mostly */
} JbDecoded;

/* Returns: (transfer full): @text (transfer full), in lines that may be wrapped, and nothing else */
JbDecoded *jb_decoded_new (char *text) G_GNUC_WARN_UNUSED_RESULT;

void jb_decoded_free (JbDecoded *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbDecoded, jb_decoded_free)

/* Returns: (nullable): the hint about the line that the code point @offset is in */
const JbHint *jb_decoded_find_hint (const JbDecoded *self, guint offset);

/* Returns: (nullable): the box that holds the code point @offset, or else the first behind it in the text */
const JbBox *jb_decoded_find_box (const JbDecoded *self, guint offset);

/* Returns: (transfer full): everything as one value; what the helper answers with and the library keeps */
GVariant *jb_decoded_to_variant (const JbDecoded *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_decoded_from_bytes:
 *
 * Takes apart what jb_decoded_to_variant() made. The bytes may come from a program that was harmed: offsets outside the text,
 * unknown kinds, texts that are not UTF-8 are refused.
 *
 * Returns: (transfer full) (nullable): NULL with JB_ERROR_FORMAT
 */
JbDecoded *jb_decoded_from_bytes (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
