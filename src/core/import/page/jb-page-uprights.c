/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-uprights.h"

#include <math.h>

#define MIN_LINE   4       /* characters: fewer may stand below one another by chance */
#define MAX_STEP   1.32    /* em from one to the next; lines of text are further apart */
#define MIN_STEP   0.7
#define NEARER     0.92    /* as far as the next one beside it */
#define MIN_LARGE  1.25    /* times the running text */
#define REACH      2.2     /* em within which a character has neighbours */
#define MAX_GLYPHS 60000   /* more are no page that would be worth the time */
#define MAX_CELLS  400000
#define MAX_IN_CELL 8      /* characters looked at in one place */
#define MAX_SPAN   6       /* cells to each side */

/* The page in squares of about one character. */
typedef struct
{
  const GArray *glyphs;   /* lent */
  gint         *first;    /* owned: of each cell, an index, -1 for none */
  gint         *next;     /* owned: in the same cell */
  gint         *below;    /* owned: the next one of the line that runs down, -1 for none */
  gint         *above;    /* owned */
  double        cell;
  int           n_columns, n_rows;
} Grid;

static const JbGlyph *
get (const Grid *self, gint i)
{
  return &g_array_index (self->glyphs, JbGlyph, i);
}

static double
get_x (const JbGlyph *glyph)
{
  return glyph->x + glyph->width / 2;
}

static double
get_y (const JbGlyph *glyph)
{
  return glyph->y + glyph->height / 2;
}

static int
find_cell (double at, double cell, int n)
{
  return CLAMP ((int) (at / cell), 0, n - 1);
}

static void
grid_clear (Grid *self)
{
  g_free (self->first);
  g_free (self->next);
  g_free (self->below);
  g_free (self->above);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static gboolean
is_same_size (const JbGlyph *a, const JbGlyph *b)
{
  return a->size < 1.1 * b->size && b->size < 1.1 * a->size;
}

/* The nearest to the left or right, and the nearest below, in em; @below: which one that is, -1 for none */
static void
look_around (const Grid *self, gint i, double *beside, double *down, gint *below)
{
  const JbGlyph *glyph = get (self, i);
  double em = glyph->size;
  int span = CLAMP ((int) (REACH * em / self->cell) + 1, 1, MAX_SPAN);
  int column = find_cell (get_x (glyph), self->cell, self->n_columns), row = find_cell (get_y (glyph), self->cell, self->n_rows);

  *beside = *down = G_MAXDOUBLE;
  *below = -1;
  for (int y = MAX (row - 1, 0); y <= MIN (row + span, self->n_rows - 1); y++)
    for (int x = MAX (column - span, 0); x <= MIN (column + span, self->n_columns - 1); x++)
      {
        gint j = self->first[y * self->n_columns + x];

        for (guint n = 0; j >= 0 && n < MAX_IN_CELL; n++, j = self->next[j])
          {
            const JbGlyph *other = get (self, j);
            double dx = fabs (get_x (other) - get_x (glyph)) / em, dy = (get_y (other) - get_y (glyph)) / em;

            if (j == i)
              continue;
            if (fabs (dy) <= 0.35 && dx > 0.2)
              *beside = MIN (*beside, dx);
            else if (dx <= 0.25 && dy >= MIN_STEP && dy <= MAX_STEP && dy < *down && is_same_size (glyph, other))
              {
                *down = dy;
                *below = j;
              }
          }
      }
}

static gboolean
grid_init (Grid *self, const GArray *glyphs, double body, const JbSheetSize *sheet)
{
  gsize n_cells;

  self->glyphs = glyphs;
  self->cell = MAX (body, 4);
  if (glyphs->len == 0 || glyphs->len > MAX_GLYPHS || !(sheet->width > 0 && sheet->height > 0) ||
      sheet->width / self->cell * (sheet->height / self->cell) > MAX_CELLS)
    return FALSE;
  self->n_columns = (int) (sheet->width / self->cell) + 1;
  self->n_rows = (int) (sheet->height / self->cell) + 1;
  n_cells = (gsize) self->n_columns * (gsize) self->n_rows;
  self->first = g_new (gint, n_cells);
  self->next = g_new (gint, glyphs->len);
  self->below = g_new (gint, glyphs->len);
  self->above = g_new (gint, glyphs->len);
  for (gsize i = 0; i < n_cells; i++)
    self->first[i] = -1;
  for (gint i = 0; i < (gint) glyphs->len; i++)
    {
      gint *first = &self->first[find_cell (get_y (get (self, i)), self->cell, self->n_rows) * self->n_columns +
                                 find_cell (get_x (get (self, i)), self->cell, self->n_columns)];

      self->next[i] = *first;
      *first = i;
      self->above[i] = self->below[i] = -1;
    }
  return TRUE;
}

/* Ties the characters that are nearer to the one below than to those beside them. Horizontal lines have their neighbours beside
 * them, however close the lines stand. */
static void
tie (Grid *self)
{
  gsize n = self->glyphs->len;
  g_autofree double *beside = g_new (double, n);
  g_autofree double *down = g_new (double, n);

  for (gint i = 0; i < (gint) n; i++)
    {
      if (!jb_glyph_is_wide (get (self, i)->c))
        beside[i] = 0;
      else
        look_around (self, i, &beside[i], &down[i], &self->below[i]);
    }
  for (gint i = 0; i < (gint) n; i++)
    {
      gint j = self->below[i];

      if (j >= 0 && self->above[j] < 0 && down[i] < NEARER * beside[i] && down[i] < NEARER * beside[j])
        self->above[j] = i;
      else
        self->below[i] = -1;
    }
}

/* Returns: how many characters the line has that begins with @i; they all go down, so it has an end */
static guint
measure_line (const Grid *self, gint i)
{
  guint n = 0;

  for (; i >= 0; i = self->below[i])
    n++;
  return n;
}

guint
jb_page_uprights_count (const GArray *glyphs, double body, const JbSheetSize *sheet)
{
  g_auto(Grid) grid = { NULL };
  guint n = 0;

  if (!grid_init (&grid, glyphs, body, sheet))
    return 0;
  tie (&grid);
  for (gint i = 0; i < (gint) glyphs->len; i++)
    if (grid.above[i] < 0 && grid.below[i] >= 0)
      {
        guint n_line = measure_line (&grid, i);

        n += n_line >= MIN_LINE ? n_line : 0;
      }
  return n;
}

void
jb_page_uprights_sort (GArray *glyphs, double body, const JbSheetSize *sheet)
{
  g_auto(Grid) grid = { NULL };
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (JbGlyph));
  g_autofree guint8 *is_taken = g_new0 (guint8, glyphs->len + 1);
  guint n = 0;

  if (!grid_init (&grid, glyphs, body, sheet))
    return;
  tie (&grid);
  for (gint i = 0; i < (gint) glyphs->len; i++)
    if (grid.above[i] < 0 && grid.below[i] >= 0 && get (&grid, i)->size >= MIN_LARGE * body && measure_line (&grid, i) >= MIN_LINE)
      for (gint j = i; j >= 0; j = grid.below[j])
        {
          g_array_append_val (lines, g_array_index (glyphs, JbGlyph, j));
          is_taken[j] = TRUE;
        }
  if (lines->len == 0)
    return;
  for (guint i = 0; i < glyphs->len; i++)
    if (!is_taken[i])
      g_array_index (glyphs, JbGlyph, n++) = g_array_index (glyphs, JbGlyph, i);
  g_array_set_size (glyphs, n);
  g_array_append_vals (glyphs, lines->data, lines->len);
}
