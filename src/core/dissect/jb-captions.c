/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-captions.h"

#include "jb-bigrams.h"
#include "jb-byline.h"
#include "jb-cues.h"
#include "jb-headings.h"
#include "jb-shape.h"

#define MIN_GAP        3
#define MAX_GAP        16    /* longer runs of blank lines are counted as this */
#define MAX_EXPLAINED  120   /* of a caption that begins with 图为 */
#define MAX_CREDITED   60    /* of one that ends with 摄 */
#define MAX_SENTENCE   45    /* of one that is a whole sentence between two gaps */
#define SAMPLE         600   /* of the text below, when a line is compared with it */
#define KICKER_OVERLAP 0.2   /* with the text below; captions have less */
#define MIN_CLOSE      2     /* headings, to tell how they are set */

static gboolean
is_open_headline (const JbPiece *piece)
{
  return piece->state == JB_PIECE_OPEN && piece->is_headline && piece->run_in == 0;
}

static gboolean
is_open_body (const JbPiece *piece)
{
  return piece->state == JB_PIECE_OPEN && !piece->is_headline;
}

/* Pages that always have blank lines between paragraphs need more of them to show a picture. */
static guint
find_threshold (const GArray *pieces)
{
  guint counts[MAX_GAP + 1] = { 0 };
  guint usual = 0;

  for (guint i = 1; i < pieces->len; i++)
    if (is_open_body (jb_pieces_get (pieces, i)))
      counts[MIN (jb_pieces_get (pieces, i)->gap, MAX_GAP)]++;
  for (guint gap = 1; gap <= MAX_GAP; gap++)
    if (counts[gap] > counts[usual])
      usual = gap;
  return MAX (MIN_GAP, usual + 2);
}

static gboolean
says_so (const JbPiece *piece)
{
  guint end = piece->length;

  if (piece->length <= MAX_EXPLAINED && jb_cues_match_start (JB_CUES_CAPTION_OPENERS, piece->text, piece->length) > 0)
    return TRUE;
  if (piece->length > MAX_CREDITED)
    return FALSE;
  if (end > 0 && (piece->text[end - 1] == U'）' || piece->text[end - 1] == ')'))
    end--;
  return jb_cues_match_end (JB_CUES_CAPTION_ENDINGS, piece->text, end) > 0 && !(end > 1 && piece->text[end - 2] == U'拍');
}

static double
get_overlap_below (const GArray *pieces, guint i, const JbPiece *line)
{
  g_autoptr(JbBigrams) below = jb_bigrams_new ();
  guint sampled = 0;

  for (; i < pieces->len && sampled < SAMPLE && !is_open_headline (jb_pieces_get (pieces, i)); i++)
    {
      const JbPiece *piece = jb_pieces_get (pieces, i);
      guint n = MIN (piece->length, SAMPLE - sampled);

      jb_bigrams_add (below, piece->text, n);
      sampled += n;
    }
  return jb_bigrams_get_overlap (below, line->text, line->length);
}

/* Whether the short lines from @i on lead to a report's beginning, so that they are its headline. */
static gboolean
heads_report (const GArray *pieces, guint i, guint threshold)
{
  const JbPiece *first = jb_pieces_get (pieces, i);
  guint n = 1;

  for (i++; i < pieces->len && n < 4; i++, n++)
    {
      const JbPiece *piece = jb_pieces_get (pieces, i);

      if (jb_pieces_announce (pieces, i))
        return n == 1 || get_overlap_below (pieces, i, first) >= KICKER_OVERLAP;
      if (!is_open_headline (piece) || piece->gap >= threshold)
        return FALSE;
    }
  return FALSE;
}

/* Whether the text above breaks off in the middle of a sentence: no heading stands there. */
static gboolean
interrupts_sentence (const GArray *pieces, guint i)
{
  while (i-- > 0)
    {
      const JbPiece *piece = jb_pieces_get (pieces, i);

      if (is_open_body (piece))
        return !jb_shape_is_terminated (piece->text, piece->length) && piece->text[piece->length - 1] != U'：';
      if (piece->state != JB_PIECE_SETTLED || piece->kind != JB_BLOCK_KIND_CAPTION)
        return FALSE;
    }
  return FALSE;
}

typedef struct
{
  guint    threshold;    /* blank lines from which on a line stands for a picture */
  gboolean is_feature;   /* one text that fills its page, without a masthead above it */
  gboolean heads_close;  /* its headings follow the text above them without such a gap */
} Manner;

static gboolean
is_in_family (const GArray *pieces, guint i)
{
  for (guint n = i > JB_HEADINGS_REACH ? i - JB_HEADINGS_REACH : 0; n < MIN (pieces->len, i + JB_HEADINGS_REACH); n++)
    if (n != i && is_open_headline (jb_pieces_get (pieces, n)) &&
        jb_headings_share_form (jb_pieces_get (pieces, n), jb_pieces_get (pieces, i)))
      return TRUE;
  return FALSE;
}

/* A short line between gaps, or behind one where headings have none, is no heading of the paragraph below. */
static gboolean
is_apart (const GArray *pieces, guint i, const Manner *manner)
{
  const JbPiece *piece = jb_pieces_get (pieces, i), *next = jb_pieces_get (pieces, i + 1);
  guint mark_length;

  return manner->is_feature && (manner->heads_close || next->gap >= manner->threshold) && !piece->is_pair &&
         !(i > 0 && jb_pieces_get (pieces, i - 1)->is_pair) &&
         jb_shape_get_mark (piece->text, piece->length, &mark_length) == JB_MARK_NONE && !is_in_family (pieces, i);
}

/* 某社区居民在…: who is seen on a picture, and where; a heading speaks of people in general. */
static gboolean
shows_people (const JbPiece *piece)
{
  guint at, people;

  if (!jb_cues_find (JB_CUES_CAPTION_PEOPLE, piece->text, piece->length, &at))
    return FALSE;
  people = jb_cues_match_start (JB_CUES_CAPTION_PEOPLE, piece->text + at, piece->length - at);
  if (at + people < piece->length && (piece->text[at + people] == U'在' || piece->text[at + people] == U'正'))
    return TRUE;
  return at >= 2 && at + people < piece->length && g_utf8_strchr ("区村镇乡校院司街", -1, piece->text[at - 1]) != NULL;
}

/* 某科技的车间: a thing and whose it is. */
static gboolean
shows_thing (const JbPiece *piece)
{
  guint at;

  return jb_cues_find (JB_CUES_CAPTION_OWNERS, piece->text, piece->length, &at) && at >= 2 &&
         at + jb_cues_match_start (JB_CUES_CAPTION_OWNERS, piece->text + at, piece->length - at) + 2 <= piece->length;
}

static gboolean
stands_for_picture (const GArray *pieces, guint i, const Manner *manner)
{
  guint threshold = manner->threshold;
  const JbPiece *piece = jb_pieces_get (pieces, i);
  const JbPiece *next = i + 1 < pieces->len ? jb_pieces_get (pieces, i + 1) : NULL;

  if (piece->gap < threshold || jb_cues_equal (JB_CUES_INSETS, piece->text, piece->length))
    return FALSE;
  if (!piece->is_headline)
    return piece->length <= MAX_SENTENCE && (next == NULL || next->gap >= threshold) && piece->run_in == 0 &&
           jb_shape_is_terminated (piece->text, piece->length) && !interrupts_sentence (pieces, i);
  if (next != NULL && is_open_body (next) && next->run_in == 0 &&
      (interrupts_sentence (pieces, i) || is_apart (pieces, i, manner)))
    return TRUE;
  if (next != NULL && next->run_in == 0 && !is_in_family (pieces, i) &&
      (shows_thing (piece) || (is_open_body (next) && !piece->is_pair && shows_people (piece))))
    return TRUE;
  if (piece->is_pair || (next != NULL && (is_open_body (next) || next->run_in > 0)))
    return FALSE;
  return !heads_report (pieces, i, threshold);
}

/* Whether short lines above paragraphs, a picture here and there apart, stand close to the text before them. */
static gboolean
have_close_heads (const GArray *pieces, guint threshold)
{
  guint n_close = 0, n_apart = 0;
  gboolean has_text = FALSE;

  for (guint i = 0; i + 1 < pieces->len; i++)
    {
      const JbPiece *piece = jb_pieces_get (pieces, i);

      if (has_text && is_open_headline (piece) && is_open_body (jb_pieces_get (pieces, i + 1)))
        {
          guint gap = jb_pieces_get (pieces, i - 1)->is_pair ? jb_pieces_get (pieces, i - 1)->gap : piece->gap;

          n_close += gap < threshold;
          n_apart += gap >= threshold;
        }
      has_text |= is_open_body (piece);
    }
  return n_close >= MIN_CLOSE && n_close >= 2 * n_apart;
}

/* A text that fills its page, without a masthead above it. */
static gboolean
is_feature (const GArray *pieces)
{
  gboolean has_text = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      const JbPiece *piece = jb_pieces_get (pieces, i);

      if (piece->state == JB_PIECE_SETTLED && piece->kind == JB_BLOCK_KIND_MASTHEAD)
        return FALSE;
      has_text |= is_open_body (piece) || piece->run_in > 0;
    }
  return has_text;
}

static guint
count_announced (const GArray *pieces)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const JbPiece *piece = jb_pieces_get (pieces, i);

      n += piece->run_in > 0 || (piece->state == JB_PIECE_SETTLED && piece->kind == JB_BLOCK_KIND_BYLINE);
    }
  return n;
}

void
jb_captions_mark (GArray *pieces)
{
  guint threshold = find_threshold (pieces);
  gboolean is_first = TRUE, is_above_text = is_feature (pieces);
  Manner manner = {
    .threshold = threshold,
    .is_feature = is_above_text && count_announced (pieces) <= 1,
    .heads_close = have_close_heads (pieces, threshold),
  };

  for (guint i = 0; i < pieces->len; i++)
    {
      JbPiece *piece = jb_pieces_get (pieces, i);

      /* What stands below a byline is no headline any more. */
      if (piece->state == JB_PIECE_SETTLED && piece->kind == JB_BLOCK_KIND_BYLINE && !is_first)
        is_above_text = FALSE;
      if (piece->state != JB_PIECE_OPEN)
        continue;
      /* The first line below the masthead is the headline, whatever its distance; so are all lines above a feature's text. */
      if (says_so (piece) || (!is_first && !is_above_text && stands_for_picture (pieces, i, &manner)))
        {
          jb_piece_settle (piece, JB_BLOCK_KIND_CAPTION);
          continue;
        }
      is_first = FALSE;
      if (is_open_body (piece) || piece->run_in > 0)
        is_above_text = FALSE;
    }
}
