/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First runs, made of characters that come one after the other and stand one beside the other; then runs that stand on the same
 * line, whatever order they came in, are tied together.
 *
 *   glyphs     云 汀 区      2 0 2 3 年        in the order of the file
 *   runs       ├──────┤    ├───────┤        first, n, place
 *   pieces     ├──────┤    ├───────┤        runs less than half an em apart
 */
#include "jb-page-pieces.h"

#include "jb-chars.h"

#include <math.h>
#include <stdlib.h>

/* A line of runs is looked through no further than this, so that a page with everything in one place takes no longer. */
#define MAX_NEIGHBOURS 400

#define MIN_VERTICAL 3  /* characters, one below the other, that are a vertical line */

typedef struct
{
  double   x0, x1, y0, y1;
  double   middle;  /* of the line */
  double   size;
  guint    first, n;
  guint    piece;   /* the run that stands for the piece it belongs to */
  double   max_gap; /* to its right */
  gboolean is_vertical;
} Run;

static double
get_middle (const JbGlyph *glyph)
{
  return glyph->y + glyph->height / 2;
}

/* Marks that leave the right half of their square white: where they hang over the line's end, the gutter is narrower. */
static gboolean
is_half_white (gunichar c)
{
  return jb_glyph_is_wide (c) && jb_char_is_punctuation (c) && !jb_char_is_opener (c);
}

static double
get_max_gap (const JbGlyph *left)
{
  return is_half_white (left->c) ? JB_PIECE_MAX_GAP_AT_MARK : JB_PIECE_MAX_GAP;
}

static gboolean
is_same_size (double a, double b, double ratio)
{
  return a < b * ratio && b < a * ratio;
}

static gboolean
follows_beside (const JbGlyph *left, const JbGlyph *right)
{
  double em = MAX (left->size, right->size), gap = right->x - (left->x + left->width);

  return is_same_size (left->size, right->size, 1.25) && fabs (get_middle (left) - get_middle (right)) <= 0.3 * em &&
         gap >= -0.6 * em && gap <= get_max_gap (left) * em && right->x + right->width / 2 > left->x;
}

static gboolean
follows_below (const JbGlyph *upper, const JbGlyph *lower)
{
  double em = upper->size, gap = lower->y - (upper->y + upper->height);

  return is_same_size (em, lower->size, 1.1) && gap >= -0.4 * em && gap <= 0.5 * em &&
         fabs (upper->x + upper->width / 2 - lower->x - lower->width / 2) <= 0.25 * em &&
         get_middle (lower) - get_middle (upper) >= 0.7 * em;
}

static guint
find_run_end (const GArray *glyphs, guint first, gboolean (*follows) (const JbGlyph *, const JbGlyph *))
{
  guint i = first + 1;

  while (i < glyphs->len &&
         follows (&g_array_index (glyphs, JbGlyph, i - 1), &g_array_index (glyphs, JbGlyph, i)))
    i++;
  return i;
}

static Run
make_run (const GArray *glyphs, guint first, guint end)
{
  const JbGlyph *glyph = &g_array_index (glyphs, JbGlyph, first);
  Run run = { glyph->x, glyph->x + glyph->width, glyph->y, glyph->y + glyph->height, 0, 0, first, end - first };

  for (guint i = first; i < end; i++)
    {
      glyph = &g_array_index (glyphs, JbGlyph, i);
      run.x0 = MIN (run.x0, glyph->x);
      run.x1 = MAX (run.x1, glyph->x + glyph->width);
      run.y0 = MIN (run.y0, glyph->y);
      run.y1 = MAX (run.y1, glyph->y + glyph->height);
      run.size += glyph->size / run.n;
      run.middle += get_middle (glyph) / run.n;
    }
  run.max_gap = get_max_gap (glyph);
  return run;
}

static GArray *
make_runs (const GArray *glyphs)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint first = 0, end; first < glyphs->len; first = end)
    {
      guint below;
      Run run;

      end = find_run_end (glyphs, first, follows_beside);
      below = end == first + 1 ? find_run_end (glyphs, first, follows_below) : end;
      /* The last of a vertical line may be the first of a horizontal one. */
      if (below - first >= MIN_VERTICAL && below < glyphs->len &&
          follows_beside (&g_array_index (glyphs, JbGlyph, below - 1), &g_array_index (glyphs, JbGlyph, below)))
        below--;
      if (below - first >= MIN_VERTICAL)
        end = below;
      run = make_run (glyphs, first, end);
      run.is_vertical = end == below && end - first >= MIN_VERTICAL && run.y1 - run.y0 > 1.5 * (run.x1 - run.x0);
      run.piece = runs->len;
      g_array_append_val (runs, run);
    }
  return runs;
}

static guint
find_piece (Run *runs, guint i)
{
  while (runs[i].piece != i)
    {
      runs[i].piece = runs[runs[i].piece].piece;
      i = runs[i].piece;
    }
  return i;
}

static gboolean
is_beside (const Run *a, const Run *b)
{
  const Run *left = a->x0 <= b->x0 ? a : b, *right = left == a ? b : a;
  double em = MIN (a->size, b->size), gap = right->x0 - left->x1;

  return !a->is_vertical && !b->is_vertical && is_same_size (a->size, b->size, 1.6) &&
         fabs (a->middle - b->middle) <= 0.35 * MAX (a->size, b->size) && gap >= -0.6 * em && gap <= left->max_gap * em;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const Run *left = a, *right = b;

  if (left->middle != right->middle)
    return left->middle < right->middle ? -1 : 1;
  return left->first < right->first ? -1 : left->first > right->first;
}

static void
tie_runs (GArray *array)
{
  Run *runs;

  g_array_sort (array, compare_runs);
  runs = (Run *) array->data;
  for (guint i = 0; i < array->len; i++)
    runs[i].piece = i;
  for (guint i = 0; i < array->len; i++)
    for (guint j = i + 1, end = MIN (array->len, i + MAX_NEIGHBOURS); j < end; j++)
      {
        if (runs[j].middle - runs[i].middle > 0.56 * runs[i].size)
          break;
        if (is_beside (&runs[i], &runs[j]))
          runs[find_piece (runs, j)].piece = find_piece (runs, i);
      }
}

/* A character and which piece it goes to. */
typedef struct
{
  guint    piece;
  gboolean is_vertical;
  double   at;     /* along the line */
  guint    index;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->piece != right->piece)
    return left->piece < right->piece ? -1 : 1;
  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static GArray *
find_places (const GArray *glyphs, GArray *array)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), glyphs->len);
  Run *runs = (Run *) array->data;
  guint n = 0;

  g_array_set_size (places, glyphs->len);
  for (guint i = 0; i < array->len; i++)
    for (guint j = runs[i].first; j < runs[i].first + runs[i].n; j++)
      {
        const JbGlyph *glyph = &g_array_index (glyphs, JbGlyph, j);
        Place place = { find_piece (runs, i), runs[i].is_vertical, 0, j };

        place.at = place.is_vertical ? get_middle (glyph) : glyph->x + glyph->width / 2;
        g_array_index (places, Place, n++) = place;
      }
  /* Mostly they come in order. */
  for (guint i = 1; i < places->len; i++)
    if (compare_places (&g_array_index (places, Place, i - 1), &g_array_index (places, Place, i)) > 0)
      {
        g_array_sort (places, compare_places);
        break;
      }
  return places;
}

/* The size that most characters have, and their middle. */
static void
measure (JbPiece *piece, const GArray *glyphs)
{
  guint n_bold = 0, best = 0, n_font = 0;
  double middle = 0, first_size = 0;
  const JbGlyph *glyph = &g_array_index (glyphs, JbGlyph, piece->first);

  piece->x0 = piece->top = G_MAXDOUBLE;
  piece->x1 = piece->bottom = -G_MAXDOUBLE;
  first_size = glyph->size;
  for (guint i = 0; i < piece->n_glyphs; i++, glyph++)
    {
      piece->x0 = MIN (piece->x0, glyph->x);
      piece->x1 = MAX (piece->x1, glyph->x + glyph->width);
      piece->top = MIN (piece->top, glyph->y);
      piece->bottom = MAX (piece->bottom, glyph->y + glyph->height);
      middle += get_middle (glyph) / piece->n_glyphs;
      n_bold += glyph->is_bold;
      /* The majority, as Boyer and Moore count it. */
      if (best == 0)
        first_size = glyph->size;
      best = fabs (glyph->size - first_size) < 0.01 ? best + 1 : best - 1;
      if (n_font == 0)
        piece->font = glyph->font;
      n_font = glyph->font == piece->font ? n_font + 1 : n_font - 1;
    }
  if (is_half_white (glyph[-1].c) && piece->n_glyphs > 1)
    piece->x1 -= 0.45 * glyph[-1].width;
  piece->size = first_size;
  piece->is_bold = 2 * n_bold > piece->n_glyphs;
  piece->y0 = piece->is_vertical ? piece->top : middle - piece->size / 2;
  piece->y1 = piece->is_vertical ? piece->bottom : middle + piece->size / 2;
}

GArray *
jb_page_pieces_new (GArray *glyphs)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (JbPiece));
  g_autoptr(GArray) runs = make_runs (glyphs);
  g_autoptr(GArray) places = NULL;
  g_autoptr(GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (JbGlyph), glyphs->len);

  tie_runs (runs);
  places = find_places (glyphs, runs);
  g_array_set_size (sorted, glyphs->len);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (i == 0 || place->piece != g_array_index (places, Place, i - 1).piece)
        {
          JbPiece piece = { .first = i, .is_vertical = place->is_vertical };

          g_array_append_val (pieces, piece);
        }
      g_array_index (pieces, JbPiece, pieces->len - 1).n_glyphs++;
      g_array_index (sorted, JbGlyph, i) = g_array_index (glyphs, JbGlyph, place->index);
    }
  g_array_set_size (glyphs, 0);
  g_array_append_vals (glyphs, sorted->data, sorted->len);
  for (guint i = 0; i < pieces->len; i++)
    measure (&g_array_index (pieces, JbPiece, i), glyphs);
  return pieces;
}
