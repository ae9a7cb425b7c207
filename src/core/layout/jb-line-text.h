/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One paragraph on its way to the lines: its characters, the fonts they are set in, and what each
 * of them measures.
 *
 *   append …  ──▶  measure (shapes, fills cells)  ──▶  compose (cells ──▶ lines)  ──▶  glyph items to draw */
#pragma once

#include "jb-chars.h"
#include "jb-line-class.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* The faces of an official document, by the part they play. */
typedef enum
{
  JB_FONT_XIAOBIAOSONG,  /* 小标宋, names and titles */
  JB_FONT_FANGSONG,      /* 仿宋, running text */
  JB_FONT_KAITI,         /* 楷体, notes */
  JB_FONT_HEITI,         /* 黑体, headings */
  JB_FONT_SONGTI,        /* 宋体, page numbers, note numbers */
  JB_N_FONT_ROLES,
} JbFontRole;

typedef struct
{
  JbFontRole role;
  double     size_pt;
  double     em_pt;     /* what one character of that size takes on the line: the grid's cell, else size_pt */
  double     rise_pt;   /* above the baseline */
  gboolean   marker;    /* a note's number: stays with the text before it */
} JbTextFormat;

typedef struct
{
  guint        start, end;  /* code points */
  JbTextFormat format;
} JbTextSpan;

/* What one code point takes on the line; all in pt. */
typedef struct
{
  double   advance;      /* 0 where joined */
  double   em;           /* the full width at this place */
  double   blank_left;   /* without ink, inside the advance */
  double   blank_right;
  double   origin;       /* of the glyph, from the cell's left edge */
  gboolean joined;       /* drawn with the code point before it */
} JbCell;

/* Built by one thread, then not changed. */
typedef struct
{
  gatomicrefcount ref_count;
  GString  *utf8;
  GArray   *spans;      /* of JbTextSpan, one after the other */
  JbChars  *chars;      /* owned, NULL until measured */
  guint    *bytes;      /* owned, where each code point and the end stand in utf8, NULL until measured */
  guint8   *classes;    /* owned, JbLineClass per code point, NULL until measured */
  JbCell   *cells;      /* owned, per code point, NULL until measured */
  GPtrArray *runs;      /* owned, of PangoGlyphItem, in text order; empty where measured without fonts */
} JbLineText;

JbLineText *jb_line_text_new   (void) G_GNUC_WARN_UNUSED_RESULT;
JbLineText *jb_line_text_ref   (JbLineText *self);
void        jb_line_text_unref (JbLineText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbLineText, jb_line_text_unref)

/* Adds text set in one format; broken UTF-8 is replaced, line ends become spaces. */
void jb_line_text_append (JbLineText *self, const char *text, const JbTextFormat *format);

/* For measures: fixes the text and fills chars and classes; cells are allocated and zero. */
void jb_line_text_freeze (JbLineText *self);

/* Returns: the format of the code point @i */
const JbTextFormat *jb_line_text_get_format (const JbLineText *self, guint i);

/* A stretch of glyphs to be drawn at one place. */
typedef struct
{
  PangoGlyphItem *item;  /* owned */
  char           *text;  /* owned, what item's offsets count in */
  double          x;     /* pt, of the first glyph's origin */
  double          rise;  /* pt above the baseline */
} JbGlyphs;

/**
 * jb_line_text_add_glyphs:
 * @x: origin of each code point of the text
 * @glyphs: (element-type JbGlyphs): what draws the code points [@start, @end) is added
 */
void jb_line_text_add_glyphs (const JbLineText *self, guint start, guint end, const double *x, GArray *glyphs);

/* Clear function for arrays of JbGlyphs. */
void jb_glyphs_clear (JbGlyphs *glyphs);

G_END_DECLS
