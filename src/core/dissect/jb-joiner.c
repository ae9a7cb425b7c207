/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-joiner.h"

#include "jb-rejoin.h"
#include "jb-shape.h"

#define MAX_CAPTIONS     3     /* short lines that may stand inside a broken paragraph without a gap to show them */
#define SURE             5     /* the score it takes to pass over them */
/* … and one of these reasons. */
#define GOES_ON \
  (JB_REJOIN_COMMA_END | JB_REJOIN_OPEN_QUOTE | JB_REJOIN_JOINT | JB_REJOIN_BIGRAM_SEEN | JB_REJOIN_BIGRAM_FREQUENT)
#define INDENTED_SHARE   0.8   /* of the paragraphs: then a missing indent says something */
#define MIN_PARAGRAPHS   5

typedef struct
{
  GArray          *pieces;       /* unowned */
  const JbBigrams *bigrams;      /* unowned */
  gboolean         is_indented;  /* paragraphs of this page have indents */
} Joiner;

static gboolean
may_grow (const JbPiece *piece)
{
  return piece->state == JB_PIECE_OPEN || (piece->state == JB_PIECE_SETTLED && piece->kind == JB_BLOCK_KIND_STATEMENT);
}

static gboolean
is_passed_over (const JbPiece *piece)
{
  return piece->state == JB_PIECE_ABSORBED ||
         (piece->state == JB_PIECE_SETTLED &&
          (piece->kind == JB_BLOCK_KIND_CAPTION || piece->kind == JB_BLOCK_KIND_OTHER) &&
          !piece->is_label && !piece->is_person);
}

static guint
find_next (const Joiner *self, guint i)
{
  for (i++; i < self->pieces->len && is_passed_over (jb_pieces_get (self->pieces, i));)
    i++;
  return i;
}

static JbRejoinScore
score (const Joiner *self, const JbPiece *left, const JbPiece *right, gboolean heads_page)
{
  JbRejoinHints hints = { .bigrams = self->bigrams };
  gboolean is_full;

  /* No sentence begins in type of one size and ends in another. */
  if (right->is_display != left->is_display)
    return (JbRejoinScore) { 0, 0 };
  hints.is_heading = (left->is_headline && left->is_sibling) || left->is_pair || heads_page;
  /* 优秀企业家（6名）：…, and the next such list below it */
  if (jb_shape_is_listing (right->text, right->length, NULL))
    return (JbRejoinScore) { 0, 0 };
  hints.is_ended = left->is_ended || (jb_shape_is_listing (left->text, left->length, &is_full) && is_full);
  if (self->is_indented)
    hints.indent = right->indent >= 2 ? 1 : -1;
  return jb_rejoin_score (left->text, left->length, right->text, right->length, &hints);
}

static void
join (JbPiece *left, JbPiece *right, JbRejoinScore result)
{
  g_autofree char *reasons = jb_rejoin_reasons_to_string (result.reasons);

  jb_piece_append (left, right, result.score, reasons);
  left->is_ended = right->is_ended;
  right->state = JB_PIECE_ABSORBED;
  left->is_headline = left->is_sibling = left->is_pair = left->is_fragment = FALSE;
}

/* A caption without a gap stands in the middle of a sentence: …前期工 / 小区一角 / 作。全面…
 * Returns: the piece where the sentence goes on, and how surely it does, 0 where there is none */
static guint
find_behind_captions (const Joiner *self, guint left, guint next, JbRejoinScore *result)
{
  const JbPiece *piece = jb_pieces_get (self->pieces, left);

  if (piece->is_headline || jb_shape_is_terminated (piece->text, piece->length))
    return 0;
  for (guint n = 0; n < MAX_CAPTIONS && next < self->pieces->len; n++, next = find_next (self, next))
    {
      const JbPiece *line = jb_pieces_get (self->pieces, next);

      if (line->state != JB_PIECE_OPEN || line->run_in > 0)
        return 0;
      if (!line->is_headline)
        {
          if (n == 0)
            return 0;
          *result = score (self, piece, line, FALSE);
          return result->score >= SURE && (result->reasons & GOES_ON) != 0 ? next : 0;
        }
      if (line->is_pair || line->is_sibling)
        return 0;
    }
  return 0;
}

static void
mark_weak (JbPiece *piece, JbRejoinScore result)
{
  g_autofree char *reasons = jb_rejoin_reasons_to_string (result.reasons);

  piece->is_fragment = TRUE;
  jb_piece_add_weak_join (piece, result.score, reasons);
}

/* Takes in what follows the piece @i, piece by piece, as long as it seems to go on. */
static void
grow (Joiner *self, guint i, gboolean heads_page)
{
  JbPiece *piece = jb_pieces_get (self->pieces, i);
  guint next = find_next (self, i);

  while (next < self->pieces->len && jb_pieces_get (self->pieces, next)->state == JB_PIECE_OPEN)
    {
      JbPiece *right = jb_pieces_get (self->pieces, next);
      JbRejoinScore result = score (self, piece, right, heads_page);

      if (result.score < JB_REJOIN_JOIN)
        {
          JbRejoinScore sure;
          guint behind = find_behind_captions (self, i, next, &sure);

          if (behind == 0)
            {
              if (result.score >= JB_REJOIN_SUGGEST)
                mark_weak (piece, result);
              return;
            }
          result = sure;
          for (; next < behind; next = find_next (self, next))
            jb_piece_settle (jb_pieces_get (self->pieces, next), JB_BLOCK_KIND_CAPTION);
          right = jb_pieces_get (self->pieces, behind);
        }
      join (piece, right, result);
      heads_page = FALSE;
      next = find_next (self, next);
    }
}

static void
look_at_indents (Joiner *self)
{
  guint n_bodies = 0, n_indented = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const JbPiece *piece = jb_pieces_get (self->pieces, i);

      if (piece->state != JB_PIECE_OPEN || piece->is_headline)
        continue;
      n_bodies++;
      n_indented += piece->indent >= 2;
    }
  self->is_indented = n_bodies >= MIN_PARAGRAPHS && n_indented >= INDENTED_SHARE * n_bodies;
}

void
jb_joiner_run (const JbBigrams *bigrams, GArray *pieces)
{
  Joiner self = { pieces, bigrams, FALSE };
  gboolean heads_page = TRUE;

  look_at_indents (&self);
  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);

      if (!may_grow (piece))
        continue;
      grow (&self, i, heads_page && piece->is_headline);
      heads_page = FALSE;
    }
}
