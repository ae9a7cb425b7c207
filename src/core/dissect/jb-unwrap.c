/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-unwrap.h"

#include "jb-rejoin.h"
#include "jb-shape.h"

#define MIN_WIDTH     10    /* narrower columns are lists of short lines */
#define MAX_WIDTH     200
#define MIN_PAIRS     2
#define MAX_TOKEN     24
#define FULL_SHARE    0.6   /* of the lines with a neighbour */
#define OPEN_SHARE    0.4   /* of the full lines: those that stop inside a sentence */
#define PAUSE_SHARE   0.5   /* of the full lines: those with commas or stops, unlike headlines */
#define SAME_SHARE    0.25  /* of the full lines: those of exactly the commonest width */

typedef struct
{
  guint    width;         /* of a full line; 0 where the page is not wrapped */
  gboolean with_indent;   /* the width takes in the first line's indent */
  gboolean in_columns;    /* the width counts half-width columns, not characters */
  gboolean is_indented;   /* paragraphs begin with an indent */
  gboolean has_blanks;    /* paragraphs are set apart by blank lines */
} Wrapping;

static const JbLine *
get_line (const GArray *lines, guint i)
{
  return &g_array_index (lines, JbLine, i);
}

static guint
measure (const JbChars *chars, guint start, guint end, gboolean in_columns)
{
  guint width = end - start;

  if (in_columns)
    for (guint i = start; i < end; i++)
      width += g_unichar_iswide (chars->chars[i]) || chars->chars[i] >= 0x2014;
  return width;
}

static guint
measure_line (const JbChars *chars, const JbLine *line, const Wrapping *wrapping)
{
  guint indent = wrapping->in_columns ? line->indent : line->indent / 2;

  return measure (chars, line->start, line->end, wrapping->in_columns) + (wrapping->with_indent ? indent : 0);
}

/* A mark that may not begin a line, and so goes with the character before it. */
static gboolean
hangs (gunichar c)
{
  return jb_char_is_closer (c) || jb_char_ends_sentence (c) || (jb_char_is_punctuation (c) && !jb_char_is_opener (c));
}

static gboolean
is_word_part (gunichar c)
{
  return c < 0x80 && (g_ascii_isalnum (c) || c == '.' || c == '%' || c == '-' || c == '_');
}

/* The width of what had to go to the next line in one piece. */
static guint
measure_token (const JbChars *chars, const JbLine *line, gboolean in_columns)
{
  guint end = line->start;

  while (end < line->end && jb_char_is_opener (chars->chars[end]))
    end++;
  if (end < line->end && is_word_part (chars->chars[end]))
    while (end < line->end && end < line->start + MAX_TOKEN && is_word_part (chars->chars[end]))
      end++;
  else if (end < line->end)
    end++;
  while (end < line->end && end < line->start + MAX_TOKEN && hangs (chars->chars[end]))
    end++;
  return measure (chars, line->start, end, in_columns);
}

static gboolean
begins_paragraph (const Wrapping *wrapping, const GArray *lines, guint i)
{
  return get_line (lines, i)->gap > 0 || (wrapping->is_indented && get_line (lines, i)->indent >= 2);
}

static gboolean
is_terminated (const JbChars *chars, const JbLine *line)
{
  return jb_shape_is_terminated (chars->chars + line->start, line->end - line->start);
}

static gboolean
has_pause (const JbChars *chars, const JbLine *line)
{
  for (guint i = line->start; i < line->end; i++)
    if (chars->chars[i] == U'，' || chars->chars[i] == U'。' || chars->chars[i] == U'、' || chars->chars[i] == U'；' ||
        chars->chars[i] == ',' || chars->chars[i] == ';')
      return TRUE;
  return FALSE;
}

static gboolean
is_full (const JbChars *chars, const GArray *lines, guint i, const Wrapping *wrapping)
{
  return measure_line (chars, get_line (lines, i), wrapping) +
         measure_token (chars, get_line (lines, i + 1), wrapping->in_columns) > wrapping->width;
}

/* The commonest width of lines that stop inside a sentence, and how many lines have it. */
static guint
find_width (const JbChars *chars, const GArray *lines, Wrapping *wrapping)
{
  guint counts[2 * MAX_WIDTH + 1] = { 0 };
  guint best = 0;

  for (guint i = 0; i + 1 < lines->len; i++)
    if (!begins_paragraph (wrapping, lines, i + 1) && !is_terminated (chars, get_line (lines, i)))
      {
        guint width = measure_line (chars, get_line (lines, i), wrapping);

        if (width <= 2 * MAX_WIDTH)
          counts[width]++;
      }
  for (guint width = 1; width <= 2 * MAX_WIDTH; width++)
    if (counts[width] > 0 && counts[width] >= counts[best])
      best = width;
  wrapping->width = best;
  return counts[best];
}

static void
look_at_paragraphs (const GArray *lines, Wrapping *wrapping)
{
  guint n_gaps = 0, n_indented = 0, n_flush = 0;

  for (guint i = 1; i < lines->len; i++)
    {
      n_gaps += get_line (lines, i)->gap > 0;
      n_indented += get_line (lines, i)->indent >= 2;
      n_flush += get_line (lines, i)->indent == 0 && get_line (lines, i)->gap == 0;
    }
  wrapping->has_blanks = n_gaps > 0;
  /* Indents tell paragraphs apart only where other lines have none. */
  wrapping->is_indented = n_indented > 0 && n_flush > 0;
}

static Wrapping
find_wrapping (const JbChars *chars, const GArray *lines)
{
  Wrapping wrapping = { 0 };
  guint n_best = 0, n_pairs = 0, n_full = 0, n_open = 0, n_pauses = 0;

  /* The way of measuring that makes most lines equally long is the one that was used. */
  for (guint way = 0; way < 4; way++)
    {
      Wrapping trial = { .with_indent = (way & 1) != 0, .in_columns = (way & 2) != 0 };
      guint n;

      look_at_paragraphs (lines, &trial);
      n = find_width (chars, lines, &trial);
      if (n > n_best)
        {
          n_best = n;
          wrapping = trial;
        }
    }
  if (wrapping.width < (wrapping.in_columns ? 2 * MIN_WIDTH : MIN_WIDTH))
    wrapping.width = 0;

  for (guint i = 0; wrapping.width > 0 && i + 1 < lines->len; i++)
    if (!begins_paragraph (&wrapping, lines, i + 1))
      {
        n_pairs++;
        if (is_full (chars, lines, i, &wrapping) &&
            measure_line (chars, get_line (lines, i), &wrapping) <= wrapping.width + 4)
          {
            n_full++;
            n_pauses += has_pause (chars, get_line (lines, i));
            n_open += !is_terminated (chars, get_line (lines, i));
          }
      }
  if (n_pairs < MIN_PAIRS || n_full < FULL_SHARE * n_pairs || n_open < OPEN_SHARE * n_full ||
      n_pauses < PAUSE_SHARE * n_full || n_best < SAME_SHARE * n_full)
    wrapping.width = 0;
  return wrapping;
}

static gboolean
goes_on (const JbChars *chars, const GArray *lines, guint i, const Wrapping *wrapping)
{
  guint mark_length;
  const JbLine *next = get_line (lines, i + 1);

  if (wrapping->width == 0 || begins_paragraph (wrapping, lines, i + 1) || !is_full (chars, lines, i, wrapping))
    return FALSE;
  if (!is_terminated (chars, get_line (lines, i)))
    return TRUE;
  /* A full line that ends a sentence may end its paragraph as well; only other signs of paragraphs tell. */
  return (wrapping->is_indented || wrapping->has_blanks) &&
         jb_shape_get_mark (chars->chars + next->start, next->end - next->start, &mark_length) == JB_MARK_NONE;
}

GArray *
jb_unwrap (const JbChars *chars, const GArray *lines)
{
  GArray *pieces = jb_pieces_new ();
  Wrapping wrapping = find_wrapping (chars, lines);
  JbRejoinScore full_line = jb_rejoin_score_reasons (JB_REJOIN_FULL_LINE);
  g_autofree char *reasons = jb_rejoin_reasons_to_string (full_line.reasons);
  gboolean is_open = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      JbPiece piece = jb_piece_from_line (chars, get_line (lines, i));

      if (is_open)
        jb_piece_append (jb_pieces_get (pieces, pieces->len - 1), &piece, full_line.score, reasons);
      else
        g_array_append_val (pieces, piece);
      is_open = i + 1 < lines->len && goes_on (chars, lines, i, &wrapping);
      jb_pieces_get (pieces, pieces->len - 1)->is_ended = wrapping.width > 0 && i + 1 < lines->len &&
                                                       !is_full (chars, lines, i, &wrapping);
    }
  return pieces;
}
