/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A piece: what will be one block. It begins as a line of the page and may grow by the lines it was cut off from. */
#pragma once

#include "jb-join.h"
#include "jb-lines.h"
#include "jb-types.h"
#include "jb-span.h"

G_BEGIN_DECLS

typedef enum
{
  JB_PIECE_OPEN,       /* nothing known yet: a body paragraph, a heading, part of a headline */
  JB_PIECE_SETTLED,    /* its kind is known */
  JB_PIECE_ABSORBED,   /* became part of an earlier piece; yields no block */
} JbPieceState;

typedef struct
{
  const gunichar *text;          /* in the page's characters, or in joined */
  guint           length;
  guint           source_start;  /* of the first character */
  GArray         *joined;        /* owned, of gunichar, NULL where the piece is one line */
  JbSpanMap      *map;           /* owned, likewise */
  GArray         *joins;         /* owned, of JbJoin, NULL until there is one */

  guint           gap;           /* blank lines before it */
  guint           indent;        /* half-width columns before it */

  JbPieceState     state;
  JbBlockKind     kind;          /* where settled */
  guint           level;         /* of headings */
  gboolean        is_leveled;    /* the format says the level */
  guint           run_in;        /* code points of 本报讯（…） at its beginning */
  gboolean        is_headline;   /* looks like one: jb_shape_is_headline() */
  gboolean        is_display;    /* set larger or bolder than the text, as far as the format tells */
  gboolean        is_sibling;    /* its form returns in other short lines of the page */
  guint           sibling;       /* where is_sibling: index of the next sibling above, or its own */
  gboolean        is_pair;       /* first line of a heading in two lines; the second follows */
  gboolean        is_fragment;   /* a weak join to what follows: cut text rather than a heading */
  gboolean        is_ended;      /* its last line is not full, in wrapped text: its paragraph ends there */
  gboolean        is_preface;    /* an editor's note (编者按), which may stand above the headline */
  gboolean        is_label;      /* heads a statement box */
  gboolean        is_person;     /* names the speaker of a statement box */
  guint           article;       /* index of the article it belongs to */
} JbPiece;

/* Returns: (transfer full) (element-type JbPiece): an empty array that frees what its pieces own */
GArray *jb_pieces_new (void) G_GNUC_WARN_UNUSED_RESULT;

#define jb_pieces_get(pieces, index) (&g_array_index ((pieces), JbPiece, (index)))

/* Makes a piece of @line, whose text stays in @chars. */
JbPiece jb_piece_from_line (const JbChars *chars, const JbLine *line);

/* Returns: (transfer full) (element-type JbPiece): one for each of @lines (element-type JbLine) */
GArray *jb_pieces_from_lines (const JbChars *chars, const GArray *lines) G_GNUC_WARN_UNUSED_RESULT;

/* Puts @tail behind @self: with a space between two Latin words, else with nothing between. @tail's text is copied; @score and
 * @reasons, as in JbJoin, are kept with the place. */
void jb_piece_append (JbPiece *self, const JbPiece *tail, int score, const char *reasons);

/* What follows @self may belong to it, but not surely enough. */
void jb_piece_add_weak_join (JbPiece *self, int score, const char *reasons);

/* Returns: TRUE where the piece at @index begins a report, so that short lines above are its headline: 本报讯（…）, or a
 *   byline; one in brackets stands below a text, unless a text follows */
gboolean jb_pieces_announce (const GArray *pieces, guint index);

/* Returns: TRUE where the first character is an opening bracket */
gboolean jb_piece_is_bracketed (const JbPiece *self);

void jb_piece_settle (JbPiece *self, JbBlockKind kind);

/* Returns: (transfer full) */
JbSpanMap *jb_piece_dup_map (const JbPiece *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type JbJoin): its joins, weak ones only for running text */
GArray *jb_piece_dup_joins (const JbPiece *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) */
char *jb_piece_dup_text (const JbPiece *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
