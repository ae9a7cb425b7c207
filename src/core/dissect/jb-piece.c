/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-piece.h"

#include "jb-shape.h"

static void
clear_unit (gpointer data)
{
  JbPiece *self = data;

  g_clear_pointer (&self->joined, g_array_unref);
  g_clear_pointer (&self->map, jb_span_map_unref);
  g_clear_pointer (&self->joins, g_array_unref);
}

GArray *
jb_pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (JbPiece));

  g_array_set_clear_func (pieces, clear_unit);
  return pieces;
}

JbPiece
jb_piece_from_line (const JbChars *chars, const JbLine *line)
{
  return (JbPiece) {
    .text = chars->chars + line->start,
    .length = line->end - line->start,
    .source_start = line->start,
    .gap = line->gap,
    .indent = line->indent,
  };
}

GArray *
jb_pieces_from_lines (const JbChars *chars, const GArray *lines)
{
  GArray *pieces = jb_pieces_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      JbPiece piece = jb_piece_from_line (chars, &g_array_index (lines, JbLine, i));

      g_array_append_val (pieces, piece);
    }
  return pieces;
}

static void
make_joined (JbPiece *self)
{
  if (self->joined != NULL)
    return;
  self->joined = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_array_append_vals (self->joined, self->text, self->length);
  self->map = jb_span_map_new ();
  jb_span_map_append (self->map, 0, self->source_start, self->length);
}

void
jb_piece_append (JbPiece *self, const JbPiece *tail, int score, const char *reasons)
{
  const gunichar space = ' ';
  guint offset;

  make_joined (self);
  if (self->length > 0 && tail->length > 0 &&
      g_ascii_isalpha (MIN (self->text[self->length - 1], 0x7f)) && g_ascii_isalpha (MIN (tail->text[0], 0x7f)))
    g_array_append_val (self->joined, space);

  offset = self->joined->len;
  g_array_append_vals (self->joined, tail->text, tail->length);
  if (tail->map != NULL)
    jb_span_map_append_map (self->map, tail->map, offset);
  else
    jb_span_map_append (self->map, offset, tail->source_start, tail->length);

  if (self->joins == NULL)
    self->joins = jb_joins_new ();
  jb_joins_add (self->joins, offset, score, reasons);
  jb_joins_add_part (self->joins, tail->joins, 0, tail->length, offset);

  self->text = (const gunichar *) (gpointer) self->joined->data;
  self->length = self->joined->len;
}

void
jb_piece_add_weak_join (JbPiece *self, int score, const char *reasons)
{
  if (self->joins == NULL)
    self->joins = jb_joins_new ();
  jb_joins_add (self->joins, self->length, score, reasons);
}

gboolean
jb_piece_is_bracketed (const JbPiece *self)
{
  return self->text[0] == U'（' || self->text[0] == '(';
}

gboolean
jb_pieces_announce (const GArray *pieces, guint index)
{
  const JbPiece *piece = jb_pieces_get (pieces, index);
  const JbPiece *next = index + 1 < pieces->len ? jb_pieces_get (pieces, index + 1) : NULL;

  if (piece->run_in > 0)
    return TRUE;
  if (piece->state != JB_PIECE_SETTLED || piece->kind != JB_BLOCK_KIND_BYLINE)
    return FALSE;
  return !jb_piece_is_bracketed (piece) ||
         (next != NULL && next->run_in == 0 && ((next->state == JB_PIECE_OPEN && !next->is_headline) ||
                                                (next->state == JB_PIECE_SETTLED && jb_block_kind_is_body (next->kind))));
}

void
jb_piece_settle (JbPiece *self, JbBlockKind kind)
{
  self->state = JB_PIECE_SETTLED;
  self->kind = kind;
}

JbSpanMap *
jb_piece_dup_map (const JbPiece *self)
{
  JbSpanMap *map;

  if (self->map != NULL)
    return jb_span_map_ref (self->map);
  map = jb_span_map_new ();
  jb_span_map_append (map, 0, self->source_start, self->length);
  return map;
}

GArray *
jb_piece_dup_joins (const JbPiece *self)
{
  GArray *joins = jb_joins_new ();

  jb_joins_add_part (joins, self->joins, 0, self->length + (jb_block_kind_is_body (self->kind) ? 1 : 0), 0);
  return joins;
}

char *
jb_piece_dup_text (const JbPiece *self)
{
  return g_ucs4_to_utf8 (self->text, self->length, NULL, NULL, NULL);
}
