/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-hints.h"

#include "jb-headlines.h"
#include "jb-shape.h"

#define MAX_DISPLAY 80  /* a longer line is no headline, however large it is */

static void
apply (JbPiece *piece, const JbHint *hint)
{
  if (hint->is_known)
    {
      jb_piece_settle (piece, hint->kind);
      piece->is_headline = FALSE;
      piece->is_leveled = hint->kind == JB_BLOCK_KIND_HEADING && hint->level > 0;
      if (piece->is_leveled)
        piece->level = hint->level;
    }
  else if (hint->is_display && piece->length <= MAX_DISPLAY && !jb_shape_is_terminated (piece->text, piece->length))
    piece->is_headline = piece->is_display = TRUE;
}

void
jb_hints_apply (const JbDecoded *decoded, GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);
      const JbHint *hint = jb_decoded_find_hint (decoded, piece->source_start);

      if (hint != NULL)
        apply (piece, hint);
    }
}

static gboolean
is_settled_as (const JbPiece *piece, JbBlockKind kind)
{
  return piece->state == JB_PIECE_SETTLED && piece->kind == kind;
}

static gboolean
has_title (const GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (is_settled_as (jb_pieces_get (pieces, i), JB_BLOCK_KIND_TITLE))
      return TRUE;
  return FALSE;
}

/* One article has one title; what else was taken for one is a heading. */
static void
keep_first_title (GArray *pieces)
{
  gboolean had_title = FALSE, had_body = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);

      piece->article = 0;
      if (piece->state != JB_PIECE_SETTLED)
        continue;
      had_body = had_body || jb_block_kind_is_body (piece->kind);
      if ((piece->kind == JB_BLOCK_KIND_TITLE && had_title) ||
          ((piece->kind == JB_BLOCK_KIND_KICKER || piece->kind == JB_BLOCK_KIND_DECK) && had_title && had_body))
        piece->kind = JB_BLOCK_KIND_HEADING;
      had_title = had_title || piece->kind == JB_BLOCK_KIND_TITLE;
    }
}

void
jb_hints_assign_one (GArray *pieces)
{
  if (!has_title (pieces))
    jb_headlines_assign (pieces, FALSE);
  keep_first_title (pieces);
}
