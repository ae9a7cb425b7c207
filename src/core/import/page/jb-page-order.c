/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pieces' order is an array of indices; a region is a stretch of it. Cutting a region sorts its stretch and puts the parts on
 * the stack; what is cut no more is written as lines.
 *
 *   ┌────────────────────────┐  bands     │ stretches of the region with white above and below
 *   │ ██████ headline ██████ │  clusters  │ ink of a band, or of several, seen from above; between two of them is a gutter
 *   │ ▒▒▒▒▒▒  ▒▒▒▒▒▒  ▒▒▒▒▒▒ │
 *   │ ▒▒▒▒▒▒  ▒▒▒▒▒▒  ▒▒▒▒▒▒ │
 *   └────────────────────────┘
 */
#include "jb-page-order.h"

#include "jb-page-blocks.h"

#include <math.h>
#include <stdlib.h>

#define MIN_GUTTER  0.8   /* em */
#define MIN_NARROW  0.25  /* em: of a gutter that is narrow in places, between columns that are surely some */
#define MIN_DISPLAY 1.3   /* times the running text */
#define MIN_HEAD    1.25  /* likewise: of headlines that stand in a row */
#define MAX_CUTS    64    /* one within the other */
#define MARGIN      0.09  /* of the page's height */
#define MAX_CAPTION 200   /* characters */

typedef struct
{
  guint    lo;       /* the stretch of the order */
  guint    hi;
  guint    depth;
  gboolean is_leaf;  /* cut no more */
  gboolean is_margin;
} Region;

/* Ink between two white gaps. */
typedef struct
{
  double from;
  double to;
} Interval;

typedef struct
{
  guint   lo;        /* the stretch of the order, sorted by height */
  guint   hi;
  double  y0, y1;
  double  min_size;
  GArray *clusters;  /* owned, of Interval, from left to right */
} Band;

typedef struct
{
  const JbPiece *pieces;  /* lent */
  guint         *order;   /* owned */
  guint         *keys;    /* owned: which part a piece goes to, by its index */
  double         body;
  double         gutter;  /* in the region at hand */
  GArray        *stack;   /* owned, of Region */
  GArray        *lines;   /* owned, of JbPageLine */
  guint          n_regions;
} Cutter;

static void
clear_band (gpointer data)
{
  Band *band = data;

  g_array_unref (band->clusters);
}

static const JbPiece *
piece_at (const Cutter *self, guint i)
{
  return &self->pieces[self->order[i]];
}

static int
sign (double difference)
{
  return difference < 0 ? -1 : difference > 0;
}

static int
compare_tops (gconstpointer a, gconstpointer b, gpointer data)
{
  const Cutter *self = data;
  const JbPiece *left = &self->pieces[*(const guint *) a], *right = &self->pieces[*(const guint *) b];
  int order = sign (left->y0 - right->y0) ?: sign (left->x0 - right->x0);

  return order ?: sign ((double) *(const guint *) a - (double) *(const guint *) b);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Cutter *self = data;
  guint left = self->keys[*(const guint *) a], right = self->keys[*(const guint *) b];

  return left != right ? (left < right ? -1 : 1) : compare_tops (a, b, data);
}

static void
sort (Cutter *self, guint lo, guint hi, GCompareDataFunc compare)
{
  g_qsort_with_data (self->order + lo, (int) (hi - lo), sizeof (guint), compare, self);
}

static int
compare_intervals (gconstpointer a, gconstpointer b)
{
  return sign (((const Interval *) a)->from - ((const Interval *) b)->from);
}

/* Sorts the intervals and merges those with no gutter between them. */
static void
merge (GArray *intervals, double gutter)
{
  guint n = 0;

  g_array_sort (intervals, compare_intervals);
  for (guint i = 0; i < intervals->len; i++)
    {
      Interval *last = n > 0 ? &g_array_index (intervals, Interval, n - 1) : NULL;
      Interval interval = g_array_index (intervals, Interval, i);

      if (last != NULL && interval.from - last->to < gutter)
        last->to = MAX (last->to, interval.to);
      else
        g_array_index (intervals, Interval, n++) = interval;
    }
  g_array_set_size (intervals, n);
}

static GArray *
find_clusters (const Cutter *self, guint lo, guint hi, double gutter)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (Interval));

  for (guint i = lo; i < hi; i++)
    {
      const JbPiece *piece = piece_at (self, i);
      /* Between two lines of a headline that run down there is no gutter; the second one stands to the left. */
      Interval interval = { piece->x0 - (piece->is_vertical ? 0.5 * piece->size : 0), piece->x1 };

      g_array_append_val (clusters, interval);
    }
  merge (clusters, gutter);
  return clusters;
}

/* How long the piece is, in em. */
static double
get_width (const JbPiece *piece)
{
  return (piece->is_vertical ? piece->y1 - piece->y0 : piece->x1 - piece->x0) / piece->size;
}

/* Whether the pieces stand on one line. */
static gboolean
is_row (const Cutter *self, guint lo, guint hi)
{
  double low = -G_MAXDOUBLE, high = G_MAXDOUBLE;

  for (guint i = lo; i < hi; i++)
    {
      const JbPiece *piece = piece_at (self, i);
      double middle = (piece->y0 + piece->y1) / 2, reach = 0.4 * piece->size;

      low = MAX (low, middle - reach);
      high = MIN (high, middle + reach);
    }
  return low <= high;
}

/* A byline, a date with the number of the issue: short pieces on one line, not far apart, are no columns. */
static gboolean
is_spaced_line (const Cutter *self, const Band *band)
{
  if (band->hi - band->lo < 2 || band->clusters->len < 2 || !is_row (self, band->lo, band->hi))
    return FALSE;
  for (guint i = band->lo; i < band->hi; i++)
    if (get_width (piece_at (self, i)) > 8)
      return FALSE;
  for (guint i = 1; i < band->clusters->len; i++)
    {
      const Interval *right = &g_array_index (band->clusters, Interval, i), *left = right - 1;

      if (right->from - left->to > 2.2 * band->min_size)
        return FALSE;
    }
  return TRUE;
}

/* Sorts the region by height. */
static GArray *
find_bands (Cutter *self, guint lo, guint hi)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (Band));

  g_array_set_clear_func (bands, clear_band);
  sort (self, lo, hi, compare_tops);
  for (guint i = lo; i < hi; i++)
    {
      const JbPiece *piece = piece_at (self, i);
      Band *last = bands->len > 0 ? &g_array_index (bands, Band, bands->len - 1) : NULL;

      if (last == NULL || piece->y0 >= last->y1)
        {
          Band band = { i, i + 1, piece->y0, piece->y1, piece->size, NULL };

          g_array_append_val (bands, band);
          continue;
        }
      last->hi = i + 1;
      last->y1 = MAX (last->y1, piece->y1);
      last->min_size = MIN (last->min_size, piece->size);
    }
  for (guint i = 0; i < bands->len; i++)
    {
      Band *band = &g_array_index (bands, Band, i);

      band->clusters = find_clusters (self, band->lo, band->hi, self->gutter);
      if (is_spaced_line (self, band))
        merge (band->clusters, G_MAXDOUBLE);
    }
  return bands;
}

static double
get_band_x0 (const Band *band)
{
  return g_array_index (band->clusters, Interval, 0).from;
}

static double
get_band_x1 (const Band *band)
{
  return g_array_index (band->clusters, Interval, band->clusters->len - 1).to;
}

/* The size of most characters of the region. */
static double
find_size (const Cutter *self, guint lo, guint hi)
{
  double n_chars = 0, sum = 0;

  for (guint i = lo; i < hi; i++)
    {
      double n = piece_at (self, i)->n_glyphs;

      /* Few large characters must not widen the gutters of much small text. */
      sum += n * MIN (piece_at (self, i)->size, 1.2 * self->body);
      n_chars += n;
    }
  return sum / n_chars;
}

static void
push (Cutter *self, const Region *parent, guint lo, guint hi, gboolean is_leaf)
{
  Region region = { lo, hi, parent->depth + 1, is_leaf || parent->depth + 1 >= MAX_CUTS, parent->is_margin };

  if (hi > lo)
    g_array_append_val (self->stack, region);
}

/* Puts the parts that the keys tell on the stack, so that the one with the smallest key comes first. */
static void
push_keyed (Cutter *self, const Region *region, gboolean is_leaf)
{
  guint hi = region->hi;

  sort (self, region->lo, region->hi, compare_keys);
  for (guint i = region->hi; i-- > region->lo;)
    if (i == region->lo || self->keys[self->order[i]] != self->keys[self->order[i - 1]])
      {
        push (self, region, i, hi, is_leaf);
        hi = i;
      }
}

/* --- lines ---------------------------------------------------------------------------------------------------------------- */

static void
add_line (Cutter *self, guint lo, guint hi, const Region *region)
{
  JbPageLine line = { .first = lo, .n_pieces = hi - lo, .x0 = G_MAXDOUBLE, .y0 = G_MAXDOUBLE, .top = G_MAXDOUBLE,
                      .region = self->n_regions, .is_margin = region->is_margin };
  guint n_longest = 0;

  for (guint i = lo; i < hi; i++)
    {
      const JbPiece *piece = piece_at (self, i);

      line.is_row = line.is_row || (i > lo && piece->x0 - line.x1 > 1.5 * MIN (piece->size, line.size));
      line.x0 = MIN (line.x0, piece->x0);
      line.x1 = MAX (line.x1, piece->x1);
      line.y0 = MIN (line.y0, piece->y0);
      line.y1 = MAX (line.y1, piece->y1);
      line.top = MIN (line.top, piece->top);
      line.bottom = MAX (line.bottom, piece->bottom);
      if (piece->n_glyphs <= n_longest)
        continue;
      n_longest = piece->n_glyphs;
      line.size = piece->size;
      line.font = piece->font;
      line.is_bold = piece->is_bold;
      line.is_vertical = piece->is_vertical;
    }
  g_array_append_val (self->lines, line);
}

static gboolean
is_on_line (const JbPiece *first, const JbPiece *piece)
{
  double size = MAX (first->size, piece->size);

  return !piece->is_vertical && !first->is_vertical &&
         fabs ((first->y0 + first->y1) / 2 - (piece->y0 + piece->y1) / 2) <= 0.4 * size;
}

static int
compare_lefts (gconstpointer a, gconstpointer b, gpointer data)
{
  const Cutter *self = data;
  int order = sign (self->pieces[*(const guint *) a].x0 - self->pieces[*(const guint *) b].x0);

  return order ?: sign ((double) *(const guint *) a - (double) *(const guint *) b);
}

static int
compare_rights (gconstpointer a, gconstpointer b, gpointer data)
{
  const Cutter *self = data;
  int order = sign (self->pieces[*(const guint *) b].x1 - self->pieces[*(const guint *) a].x1);

  return order ?: compare_tops (a, b, data);
}

static gboolean
is_all_vertical (const Cutter *self, const Region *region)
{
  for (guint i = region->lo; i < region->hi; i++)
    if (!piece_at (self, i)->is_vertical)
      return FALSE;
  return TRUE;
}

static void
write_leaf (Cutter *self, const Region *region)
{
  sort (self, region->lo, region->hi, is_all_vertical (self, region) ? compare_rights : compare_tops);
  for (guint lo = region->lo, hi; lo < region->hi; lo = hi)
    {
      for (hi = lo + 1; hi < region->hi && is_on_line (piece_at (self, lo), piece_at (self, hi)); hi++)
        ;
      sort (self, lo, hi, compare_lefts);
      add_line (self, lo, hi, region);
    }
  self->n_regions++;
}

/* --- cuts ----------------------------------------------------------------------------------------------------------------- */

static gboolean
is_display (const Cutter *self, const Band *band)
{
  return band->clusters->len == 1 && band->min_size >= MIN_DISPLAY * self->body;
}

static gboolean
is_centred (const Cutter *self, const Band *band, double x0, double x1)
{
  return band->clusters->len == 1 && fabs (get_band_x0 (band) + get_band_x1 (band) - x0 - x1) <= 2 * self->body &&
         is_row (self, band->lo, band->hi);
}

/* A line above a headline that belongs to it: nearer to it than to what is above, and set like it. */
static gboolean
is_kicker (const Cutter *self, const Band *above, const Band *band, const Band *headline)
{
  double gap = headline->y0 - band->y1;

  return band->clusters->len == 1 && is_row (self, band->lo, band->hi) && band->min_size > 1.02 * self->body &&
         gap < band->y0 - above->y1;
}

/* Cuts above each headline that stands alone across the region: it would be read in the middle of a column. */
static gboolean
cut_at_headlines (Cutter *self, const Region *region, const GArray *bands)
{
  guint key = 0;

  for (guint i = 0; i < bands->len; i++)
    {
      const Band *band = &g_array_index (bands, Band, i);
      guint first = i;

      if (i > 0 && is_display (self, band) && !is_display (self, band - 1))
        {
          while (first > 1 && is_kicker (self, &g_array_index (bands, Band, first - 2),
                                         &g_array_index (bands, Band, first - 1), &g_array_index (bands, Band, first)))
            first--;
          /* Nothing but headlines above: they go together. */
          if (first > 0)
            key++;
          for (guint j = g_array_index (bands, Band, first).lo; key > 0 && j < band->lo; j++)
            self->keys[self->order[j]] = key;
        }
      for (guint j = band->lo; j < band->hi; j++)
        self->keys[self->order[j]] = key;
    }
  if (key == 0)
    return FALSE;
  push_keyed (self, region, FALSE);
  return TRUE;
}

/* Which column a piece is in. */
static guint
find_cluster (const GArray *clusters, const JbPiece *piece)
{
  guint lo = 0, hi = clusters->len;

  while (hi - lo > 1)
    {
      guint middle = (lo + hi) / 2;

      if (g_array_index (clusters, Interval, middle).from <= piece->x0)
        lo = middle;
      else
        hi = middle;
    }
  return lo;
}

/* Whether headlines stand below the top of the band @n, with nothing but white beside them: then what is above ends there. */
static gboolean
is_headline_row (const Cutter *self, const Region *region, const GArray *bands, guint n, const GArray *clusters)
{
  const Band *band = &g_array_index (bands, Band, n), *above = band - 1;
  double bottom = -G_MAXDOUBLE;
  guint n_begun = 0;
  g_autofree guint8 *is_begun = NULL;

  if (band->y0 - above->y1 < 0.6 * self->body || above->min_size >= MIN_HEAD * self->body)
    return FALSE;
  is_begun = g_new0 (guint8, clusters->len);
  for (guint i = band->lo; i < region->hi && n_begun < clusters->len; i++)
    {
      const JbPiece *piece = piece_at (self, i);
      guint column = find_cluster (clusters, piece);

      if (piece->size >= MIN_HEAD * self->body)
        bottom = MAX (bottom, piece->y1);
      else if (!is_begun[column] && piece->y0 < bottom + 0.1 * piece->size)
        return FALSE;
      else if (bottom < band->y0)
        return FALSE;
      n_begun += !is_begun[column];
      is_begun[column] = TRUE;
    }
  return TRUE;
}

/* Articles side by side below others: cuts above their headlines, so that the columns above are not read on into them. */
static gboolean
cut_at_headline_rows (Cutter *self, const Region *region, const GArray *bands, const GArray *clusters)
{
  guint key = 0;

  for (guint i = 0; i < bands->len; i++)
    {
      const Band *band = &g_array_index (bands, Band, i);

      key += i > 0 && is_headline_row (self, region, bands, i, clusters);
      for (guint j = band->lo; j < band->hi; j++)
        self->keys[self->order[j]] = key;
    }
  if (key == 0)
    return FALSE;
  push_keyed (self, region, FALSE);
  return TRUE;
}

/* Whether a headline reaches beyond the column that it would head. */
static gboolean
is_wider (const Cutter *self, const Region *region, const Band *band, const GArray *clusters)
{
  guint column = find_cluster (clusters, piece_at (self, band->lo));
  double x0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE;

  for (guint i = band->hi; i < region->hi; i++)
    {
      const JbPiece *piece = piece_at (self, i);

      if (piece->size >= MIN_DISPLAY * self->body || find_cluster (clusters, piece) != column)
        continue;
      x0 = MIN (x0, piece->x0);
      x1 = MAX (x1, piece->x1);
    }
  return x0 < x1 && (get_band_x0 (band) < x0 - self->body || get_band_x1 (band) > x1 + self->body);
}

/* A single line, as a byline, right above columns that begin together, and not the first line of one of them. */
static gboolean
is_above_all (const Cutter *self, const GArray *bands, guint n, const GArray *clusters)
{
  const Band *band = &g_array_index (bands, Band, n);
  guint column = find_cluster (clusters, piece_at (self, band->lo));
  const Interval *measure = &g_array_index (clusters, Interval, column);

  if (n + 1 >= bands->len || column == 0 || band->clusters->len > 1 || !is_row (self, band->lo, band->hi) ||
      (band + 1)->clusters->len < clusters->len)
    return FALSE;
  return fabs (band->min_size - self->body) > 0.03 * self->body ||
         get_band_x1 (band) - get_band_x0 (band) < 0.8 * (measure->to - measure->from);
}

/* What stands centred above the columns goes before them, and does not begin the middle one. */
static gboolean
cut_off_top (Cutter *self, const Region *region, const GArray *bands, const GArray *clusters)
{
  double x0 = g_array_index (clusters, Interval, 0).from, x1 = g_array_index (clusters, Interval, clusters->len - 1).to;
  guint n = 0;

  while (n < bands->len && (is_centred (self, &g_array_index (bands, Band, n), x0, x1) ||
                            (is_display (self, &g_array_index (bands, Band, n)) &&
                             is_wider (self, region, &g_array_index (bands, Band, n), clusters)) ||
                            is_above_all (self, bands, n, clusters)))
    n++;
  if (n == 0 || n == bands->len)
    return FALSE;
  push (self, region, g_array_index (bands, Band, n).lo, region->hi, FALSE);
  push (self, region, region->lo, g_array_index (bands, Band, n).lo, FALSE);
  return TRUE;
}

/* What stands in a column. */
typedef struct
{
  double mean;      /* width of its pieces on the average, in em */
  guint  n_pieces;
  guint  n_beside;  /* of them, those with something beside them on the same height */
} Content;

static Content *
measure_columns (const Cutter *self, const GArray *clusters, const GArray *bands)
{
  Content *contents = g_new0 (Content, clusters->len);

  for (guint i = 0; i < bands->len; i++)
    for (guint j = g_array_index (bands, Band, i).lo; j < g_array_index (bands, Band, i).hi; j++)
      {
        Content *content = &contents[find_cluster (clusters, piece_at (self, j))];

        content->n_pieces++;
        content->n_beside += g_array_index (bands, Band, i).clusters->len > 1;
        content->mean += get_width (piece_at (self, j));
      }
  for (guint i = 0; i < clusters->len; i++)
    contents[i].mean /= MAX (contents[i].n_pieces, 1);
  return contents;
}

/* Numbers, bullets, short cells, which belong to what stands beside them. */
static gboolean
is_side (const Content *content)
{
  return content->mean <= 4 && 5 * content->n_beside >= 4 * content->n_pieces;
}

/* Takes the gutters away that are none: beside a column of numbers or bullets, and between those of a table. */
static void
drop_false_gutters (const Cutter *self, GArray *clusters, const GArray *bands)
{
  g_autofree Content *contents = measure_columns (self, clusters, bands);
  guint n = 0, n_shared = 0, n_wide = 0;
  gboolean is_table;

  for (guint i = 0; i < clusters->len; i++)
    n_wide += contents[i].mean > 7;
  for (guint i = 0; i < bands->len; i++)
    n_shared += g_array_index (bands, Band, i).clusters->len > 1;
  is_table = 2 * n_wide <= clusters->len && 5 * n_shared >= 2 * bands->len;
  for (guint i = 0; i < clusters->len; i++)
    {
      Interval *last = n > 0 ? &g_array_index (clusters, Interval, n - 1) : NULL;
      Interval interval = g_array_index (clusters, Interval, i);

      if (last != NULL && (is_table || is_side (&contents[i]) || is_side (&contents[i - 1])))
        last->to = interval.to;
      else
        g_array_index (clusters, Interval, n++) = interval;
    }
  g_array_set_size (clusters, n);
}

static void
cut_at_gutters (Cutter *self, const Region *region, const GArray *clusters)
{
  for (guint i = region->lo; i < region->hi; i++)
    self->keys[self->order[i]] = find_cluster (clusters, piece_at (self, i));
  push_keyed (self, region, FALSE);
}

/* Bands, one below the other, that share a gutter, or that have none. */
typedef struct
{
  guint   first;
  guint   end;
  GArray *clusters;  /* owned */
} Group;

static void
clear_group (gpointer data)
{
  Group *group = data;

  g_array_unref (group->clusters);
}

static GArray *
add_clusters (const GArray *a, const GArray *b, double gutter)
{
  GArray *sum = g_array_sized_new (FALSE, FALSE, sizeof (Interval), a->len + b->len);

  g_array_append_vals (sum, a->data, a->len);
  g_array_append_vals (sum, b->data, b->len);
  merge (sum, gutter);
  return sum;
}

static double
get_narrow (const Cutter *self)
{
  return self->gutter * MIN_NARROW / MIN_GUTTER;
}

/* Columns of running text with gutters that are narrow in places. Returns: (transfer full) (nullable): NULL where there are none */
static GArray *
find_narrow_columns (const Cutter *self, const Region *region, const GArray *bands)
{
  g_autoptr(GArray) clusters = find_clusters (self, region->lo, region->hi, get_narrow (self));
  g_autofree Content *contents = measure_columns (self, clusters, bands);

  for (guint i = 0; i < clusters->len; i++)
    if (contents[i].mean < 5 || contents[i].n_pieces < 3)
      return NULL;
  return clusters->len > 1 ? g_steal_pointer (&clusters) : NULL;
}

static GArray *
find_groups (const Cutter *self, const GArray *bands)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_set_clear_func (groups, clear_group);
  for (guint i = 0; i < bands->len; i++)
    {
      const Band *band = &g_array_index (bands, Band, i);
      Group *last = groups->len > 0 ? &g_array_index (groups, Group, groups->len - 1) : NULL;
      g_autoptr(GArray) sum = last != NULL ? add_clusters (last->clusters, band->clusters, self->gutter) : NULL;

      /* A mark that hangs over the end of a line does not close the gutter. */
      if (last != NULL && sum->len == 1 && last->clusters->len > 1)
        {
          g_autoptr(GArray) pieces = find_clusters (self, band->lo, band->hi, get_narrow (self));

          g_array_unref (sum);
          sum = add_clusters (last->clusters, pieces, get_narrow (self));
        }
      if (last != NULL && (sum->len > 1 || (last->clusters->len == 1 && band->clusters->len == 1)))
        {
          last->end = i + 1;
          g_array_unref (last->clusters);
          last->clusters = g_steal_pointer (&sum);
        }
      else
        {
          Group group = { i, i + 1, g_array_ref (band->clusters) };

          g_array_append_val (groups, group);
        }
    }
  return groups;
}

/* Something small across the columns, between their upper and lower parts: the caption of a picture that they run around. */
static gboolean
is_float (const Cutter *self, const GArray *groups, guint i, const GArray *bands)
{
  const Group *group = &g_array_index (groups, Group, i);
  const Band *first = &g_array_index (bands, Band, group->first), *last = &g_array_index (bands, Band, group->end - 1);
  guint n_chars = 0;
  gboolean is_small = TRUE;
  g_autoptr(GArray) sum = NULL;

  if (i == 0 || i + 1 == groups->len || group->clusters->len > 1)
    return FALSE;
  sum = add_clusters ((group - 1)->clusters, (group + 1)->clusters, self->gutter);
  if (sum->len == 1)
    return FALSE;
  for (guint j = first->lo; j < last->hi; j++)
    {
      n_chars += piece_at (self, j)->n_glyphs;
      is_small = is_small && piece_at (self, j)->size <= 1.02 * self->body;
    }
  return n_chars <= MAX_CAPTION && is_small &&
         (find_size (self, first->lo, last->hi) < 0.97 * self->body || first->y0 - (first - 1)->y1 > 4 * self->body);
}

static gboolean
cut_into_groups (Cutter *self, const Region *region, const GArray *bands)
{
  g_autoptr(GArray) groups = find_groups (self, bands);
  guint key = 0;

  if (groups->len == 1)
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      guint lo = g_array_index (bands, Band, group->first).lo, hi = g_array_index (bands, Band, group->end - 1).hi;
      gboolean is_floating = is_float (self, groups, i, bands);

      /* The columns keep their key and go on below; what floats comes behind them. */
      for (guint j = lo; j < hi; j++)
        self->keys[self->order[j]] = is_floating ? key + 1 : key;
      if (!is_floating && !(i + 1 < groups->len && is_float (self, groups, i + 1, bands)))
        key += 2;
    }
  if (key <= 2 && self->keys[self->order[region->lo]] == self->keys[self->order[region->hi - 1]])
    {
      gboolean is_cut = FALSE;

      for (guint i = region->lo; i < region->hi; i++)
        is_cut = is_cut || self->keys[self->order[i]] != self->keys[self->order[region->lo]];
      if (!is_cut)
        return FALSE;
    }
  push_keyed (self, region, FALSE);
  return TRUE;
}

/* No white line runs through it in either direction. */
static gboolean
sort_blocks (Cutter *self, const Region *region, const GArray *bands)
{
  gboolean is_plain = TRUE;

  for (guint i = 0; i < bands->len && is_plain; i++)
    is_plain = is_row (self, g_array_index (bands, Band, i).lo, g_array_index (bands, Band, i).hi);
  if (is_plain || !jb_page_blocks_order (self->pieces, self->order + region->lo, region->hi - region->lo, self->keys))
    return FALSE;
  push_keyed (self, region, TRUE);
  return TRUE;
}

/* A headline that closes all gutters but those beside it, where those of the text below it are others. */
static gboolean
cut_off_headline (Cutter *self, const Region *region, const GArray *bands)
{
  g_autoptr(GArray) clusters = NULL;
  guint n = 0;

  while (n < bands->len && g_array_index (bands, Band, n).clusters->len == 1 &&
         g_array_index (bands, Band, n).min_size >= MIN_HEAD * self->body)
    n++;
  if (n == 0 || n == bands->len)
    return FALSE;
  clusters = find_clusters (self, g_array_index (bands, Band, n).lo, region->hi, self->gutter);
  return clusters->len > 1 && cut_off_top (self, region, bands, clusters);
}

static void
cut (Cutter *self, const Region *region)
{
  g_autoptr(GArray) bands = NULL;
  g_autoptr(GArray) clusters = NULL;
  g_autoptr(GArray) narrow = NULL;

  if (region->is_leaf || is_row (self, region->lo, region->hi) || is_all_vertical (self, region))
    {
      write_leaf (self, region);
      return;
    }
  self->gutter = MIN_GUTTER * find_size (self, region->lo, region->hi);
  clusters = find_clusters (self, region->lo, region->hi, self->gutter);
  bands = find_bands (self, region->lo, region->hi);
  narrow = clusters->len == 1 ? find_narrow_columns (self, region, bands) : NULL;
  if (clusters->len > 1)
    {
      if (cut_off_top (self, region, bands, clusters) || cut_at_headlines (self, region, bands) ||
          cut_at_headline_rows (self, region, bands, clusters))
        return;
      drop_false_gutters (self, clusters, bands);
      if (clusters->len > 1)
        cut_at_gutters (self, region, clusters);
      else
        write_leaf (self, region);
    }
  else if (narrow != NULL)
    {
      if (!cut_at_headlines (self, region, bands) && !cut_at_headline_rows (self, region, bands, narrow))
        cut_at_gutters (self, region, narrow);
    }
  else if (!cut_off_headline (self, region, bands) && !cut_into_groups (self, region, bands) && !sort_blocks (self, region, bands))
    write_leaf (self, region);
}

/* --- the page ------------------------------------------------------------------------------------------------------------- */

static gboolean
is_margin (const Cutter *self, const Band *band, const Band *next)
{
  double gap = next->y0 > band->y0 ? next->y0 - band->y1 : band->y0 - next->y1;

  return is_row (self, band->lo, band->hi) && gap >= 0.6 * band->min_size && band->min_size <= 1.25 * self->body;
}

/* The running head and the page number go first and last, so that they do not stand between columns. */
static void
push_page (Cutter *self, guint n_pieces, double height)
{
  Region region = { 0, n_pieces };
  Region margin = { .is_margin = TRUE };
  guint lo = 0, hi;
  g_autoptr(GArray) bands = NULL;
  guint top = 0, bottom;

  if (n_pieces == 0)
    return;
  self->gutter = MIN_GUTTER * self->body;
  bands = find_bands (self, 0, n_pieces);
  bottom = bands->len;
  while (top < 2 && top + 1 < bands->len && g_array_index (bands, Band, top).y1 < MARGIN * height &&
         is_margin (self, &g_array_index (bands, Band, top), &g_array_index (bands, Band, top + 1)))
    top++;
  while (bands->len - bottom < 2 && bottom > top + 1 && g_array_index (bands, Band, bottom - 1).y0 > (1 - MARGIN) * height &&
         is_margin (self, &g_array_index (bands, Band, bottom - 1), &g_array_index (bands, Band, bottom - 2)))
    bottom--;
  lo = g_array_index (bands, Band, top).lo;
  hi = g_array_index (bands, Band, bottom - 1).hi;
  push (self, &margin, hi, n_pieces, TRUE);
  push (self, &region, lo, hi, FALSE);
  push (self, &margin, 0, lo, TRUE);
}

static void
reorder (GArray *pieces, const guint *order)
{
  g_autoptr(GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (JbPiece), pieces->len);

  for (guint i = 0; i < pieces->len; i++)
    g_array_append_val (sorted, g_array_index (pieces, JbPiece, order[i]));
  g_array_set_size (pieces, 0);
  g_array_append_vals (pieces, sorted->data, sorted->len);
}

GArray *
jb_page_order_new (GArray *pieces, double body, double height)
{
  Cutter self = { .pieces = (const JbPiece *) pieces->data, .body = body };
  g_autofree guint *order = g_new (guint, pieces->len + 1);
  g_autofree guint *keys = g_new0 (guint, pieces->len + 1);
  g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (Region));

  for (guint i = 0; i < pieces->len; i++)
    order[i] = i;
  self.order = order;
  self.keys = keys;
  self.stack = stack;
  self.lines = g_array_new (FALSE, FALSE, sizeof (JbPageLine));
  push_page (&self, pieces->len, height);
  while (stack->len > 0)
    {
      Region region = g_array_index (stack, Region, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      cut (&self, &region);
    }
  reorder (pieces, order);
  return self.lines;
}
