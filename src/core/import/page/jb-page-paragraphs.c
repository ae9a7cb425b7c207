/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-paragraphs.h"

#include "jb-chars.h"

#include <math.h>
#include <stdlib.h>

/* An indent is two characters; a quotation mark at the edge may take half of one away, and kinsoku may leave one over. */
#define MIN_INDENT  1.2
#define MAX_INDENT  4.5
#define MIN_SHORT   1.6   /* em that are missing at the end of a line that ends a paragraph */
#define MIN_DISPLAY 1.15  /* times the running text */
#define MAX_BETWEEN 4     /* captions and the like between the parts of a paragraph */
#define MAX_LINES_FOR_CAPTIONS 4000

/* Lines of one measure, one below the other. */
typedef struct
{
  guint    first;
  guint    end;
  double   x0;
  double   x1;
  double   size;
  double   pitch;        /* from line to line */
  guint    n_body;       /* lines of that size */
  guint    n_full;       /* of them, those that go to the right edge */
  gboolean has_indents;
} Column;

/* A page at work. */
typedef struct
{
  const GArray *lines;   /* lent, of JbPageLine */
  const GArray *pieces;  /* lent, of JbPiece */
  const GArray *glyphs;  /* lent, of JbGlyph */
  double        body;
  guint         number;
} Page;

void
jb_page_paragraph_clear (JbPageParagraph *self)
{
  jb_page_text_clear (&self->text);
}

static const JbPageLine *
line_at (const GArray *lines, guint i)
{
  return &g_array_index (lines, JbPageLine, i);
}

static gboolean
is_near (double a, double b, double ratio)
{
  return a <= b * ratio && b <= a * ratio;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* --- columns -------------------------------------------------------------------------------------------------------------- */

/* The size of most of its lines. */
static double
find_size (const GArray *lines, guint first, guint end)
{
  double size = 0;
  guint balance = 0;

  for (guint i = first; i < end; i++)
    {
      const JbPageLine *line = line_at (lines, i);

      if (balance == 0)
        size = line->size;
      balance = is_near (size, line->size, 1.06) ? balance + 1 : balance - 1;
    }
  return size;
}

static double
find_pitch (const GArray *lines, const Column *column)
{
  g_autofree double *steps = g_new (double, column->end - column->first + 1);
  guint n = 0;

  for (guint i = column->first + 1; i < column->end; i++)
    {
      const JbPageLine *line = line_at (lines, i), *above = line - 1;
      double step = (line->y0 + line->y1 - above->y0 - above->y1) / 2;

      if (is_near (line->size, column->size, 1.12) && is_near (above->size, column->size, 1.12) && step > 0.7 * column->size)
        steps[n++] = step;
    }
  if (n == 0)
    return 1.6 * column->size;
  qsort (steps, n, sizeof *steps, compare_doubles);
  return MIN (steps[(n - 1) / 2], 2.6 * column->size);
}

static void
measure (const GArray *lines, Column *column)
{
  guint n_flush = 0, n_indented = 0;

  column->size = find_size (lines, column->first, column->end);
  column->x0 = G_MAXDOUBLE;
  column->x1 = -G_MAXDOUBLE;
  column->n_body = column->n_full = 0;
  for (guint i = column->first; i < column->end; i++)
    {
      const JbPageLine *line = line_at (lines, i);

      if (!is_near (line->size, column->size, 1.12) || (line->is_vertical && column->end - column->first > 1))
        continue;
      column->x0 = MIN (column->x0, line->x0);
      column->x1 = MAX (column->x1, line->x1);
      column->n_body++;
    }
  for (guint i = column->first; i < column->end; i++)
    {
      double indent = (line_at (lines, i)->x0 - column->x0) / column->size;

      column->n_full += column->x1 - line_at (lines, i)->x1 < MIN_SHORT * column->size;
      n_flush += indent < 0.6;
      n_indented += indent >= 1.4 && indent <= 2.7;
    }
  column->has_indents = n_indented > 0 && n_flush > 0;
  column->pitch = find_pitch (lines, column);
}

static gboolean
contains (const Column *outer, const Column *inner)
{
  return inner->x0 >= outer->x0 - 0.6 * outer->size && inner->x1 <= outer->x1 + 0.6 * outer->size;
}

/* Regions that were parted by nothing but a caption's edge, or by a last line that was short. */
static gboolean
is_same_column (const GArray *lines, const Column *upper, const Column *lower)
{
  const JbPageLine *above = line_at (lines, upper->end - 1), *below = line_at (lines, lower->first);
  double em = MAX (upper->size, lower->size);

  if (below->y0 < above->y1 - 0.5 * em || above->is_margin != below->is_margin || !is_near (upper->size, lower->size, 1.12))
    return FALSE;
  if (fabs (upper->x0 - lower->x0) < em && fabs (upper->x1 - lower->x1) < em)
    return TRUE;
  return (lower->n_body <= 2 && contains (upper, lower)) || (upper->n_body <= 2 && contains (lower, upper));
}

static GArray *
find_columns (const GArray *lines)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));

  for (guint first = 0, end; first < lines->len; first = end)
    {
      Column column = { first, first }, *last = columns->len > 0 ? &g_array_index (columns, Column, columns->len - 1) : NULL;

      for (end = first; end < lines->len && line_at (lines, end)->region == line_at (lines, first)->region; end++)
        ;
      column.end = end;
      measure (lines, &column);
      if (last != NULL && is_same_column (lines, last, &column))
        {
          last->end = end;
          /* Long runs of small regions would be measured again and again. */
          last->x0 = MIN (last->x0, column.x0);
          last->x1 = MAX (last->x1, column.x1);
          last->n_body += column.n_body;
        }
      else
        g_array_append_val (columns, column);
    }
  for (guint i = 0; i < columns->len; i++)
    measure (lines, &g_array_index (columns, Column, i));
  return columns;
}

/* The measure of the lines around line i that are set like it: the column's, or that of a headline. */
static Column
find_measure (const GArray *lines, const Column *column, guint i)
{
  const JbPageLine *line = line_at (lines, i);
  Column own = *column;

  if (is_near (line->size, column->size, 1.12) || line->is_vertical)
    return own;
  own.x0 = line->x0;
  own.x1 = line->x1;
  own.size = line->size;
  own.pitch = 1.6 * line->size;
  own.has_indents = FALSE;
  own.n_full = 2;
  for (guint j = i; j-- > column->first && i - j < 20 && is_near (line_at (lines, j)->size, line->size, 1.06);)
    {
      own.x0 = MIN (own.x0, line_at (lines, j)->x0);
      own.x1 = MAX (own.x1, line_at (lines, j)->x1);
    }
  for (guint j = i + 1; j < column->end && j - i < 20 && is_near (line_at (lines, j)->size, line->size, 1.06); j++)
    {
      own.x0 = MIN (own.x0, line_at (lines, j)->x0);
      own.x1 = MAX (own.x1, line_at (lines, j)->x1);
    }
  return own;
}

/* --- where paragraphs begin ----------------------------------------------------------------------------------------------- */

static gboolean
ends_sentence (const GString *text)
{
  const char *at = text->str + text->len;

  while (at > text->str)
    {
      at = g_utf8_prev_char (at);
      if (!jb_char_is_closer (g_utf8_get_char (at)))
        return jb_char_ends_sentence (g_utf8_get_char (at));
    }
  return FALSE;
}

/* How wide the word is that the line begins with; a Chinese character is a word. */
static double
measure_first_word (const Page *page, const JbPageLine *line)
{
  const JbPiece *piece = &g_array_index (page->pieces, JbPiece, line->first);
  const JbGlyph *first = &g_array_index (page->glyphs, JbGlyph, piece->first), *last = first;

  for (guint i = 1; i < piece->n_glyphs && !jb_glyph_is_wide (last->c); i++)
    {
      if (jb_glyph_is_wide (first[i].c) || first[i].x - last->x - last->width > 0.13 * last->size)
        break;
      last = &first[i];
    }
  return last->x + last->width - first->x;
}

/* Whether a line goes as far as it could, with what comes next. */
static gboolean
is_full (const Page *page, guint i, const Column *own)
{
  const GArray *lines = page->lines;
  const JbPageLine *line = line_at (lines, i);
  double missing = own->x1 - line->x1;

  if (missing < MIN_SHORT * own->size)
    return TRUE;
  if (i + 1 < own->end && missing < 0.5 * (own->x1 - own->x0) && measure_first_word (page, line + 1) + 0.2 * own->size > missing)
    return TRUE;
  /* Text runs around a picture: its neighbour ends at the same place. */
  for (int step = -1; step <= 1; step += 2)
    {
      guint j = i + (guint) step;

      if (j >= own->first && j < own->end && fabs (line_at (lines, j)->x1 - line->x1) < 0.25 * line->size &&
          is_near (line_at (lines, j)->size, line->size, 1.03) && line->x1 - line->x0 > 0.3 * (own->x1 - own->x0) &&
          line_at (lines, j)->x0 < line->x1)
        return TRUE;
    }
  return FALSE;
}

/* Lines of a headline that goes over several. */
static gboolean
is_headline_broken (const JbPageLine *above, const JbPageLine *line, const Column *own, double body)
{
  double gap = line->y0 - above->y1;
  gboolean is_centred = fabs (above->x0 + above->x1 - line->x0 - line->x1) < line->size;

  if (line->size < MIN_DISPLAY * body || !is_near (line->size, above->size, 1.06) || gap > 1.1 * line->size || gap < -line->size ||
      above->is_bold != line->is_bold || above->is_row || line->is_row)
    return FALSE;
  return is_centred || (fabs (above->x0 - line->x0) < 0.6 * line->size && own->x1 - above->x1 < 2.1 * line->size);
}

/* Two lines of as many characters are two halves of a title, and stay apart. */
static gboolean
is_couplet (const JbPageLine *above, const JbPageLine *line)
{
  double a = (above->x1 - above->x0) / above->size, b = (line->x1 - line->x0) / line->size;

  return a >= 4.5 && fabs (a - b) < 0.6;
}

/* A line of a table of contents: dots that lead to a page number. */
static gboolean
ends_with_leader (const GString *text)
{
  const char *at = text->str + text->len;
  guint n_dots = 0;

  while (at > text->str)
    {
      gunichar c = g_utf8_get_char (at = g_utf8_prev_char (at));

      if (c == '.' || c == 0x2026 || c == 0xb7 || c == 0xff0e)
        n_dots++;
      else if (n_dots > 0 || !(jb_char_is_digit (c) || jb_char_is_blank (c)))
        break;
    }
  return n_dots >= 3 && jb_char_is_digit (g_utf8_get_char (g_utf8_prev_char (text->str + text->len)));
}

/* What stands at the head of the items of a list, and nowhere else. */
static gboolean
begins_with_bullet (const Page *page, const JbPageLine *line)
{
  const JbPiece *piece = &g_array_index (page->pieces, JbPiece, line->first);

  return g_utf8_strchr ("•●○■□◆◇▲△▶►★☆※✓", -1, g_array_index (page->glyphs, JbGlyph, piece->first).c) != NULL;
}

/* Two lines that run down, the second one to the left of the first. */
static gboolean
is_next_vertical (const JbPageLine *right, const JbPageLine *line)
{
  return right->is_vertical && line->is_vertical && is_near (right->size, line->size, 1.06) &&
         fabs (right->y0 - line->y0) < 1.2 * line->size && right->x0 - line->x1 < 1.5 * line->size && line->x1 < right->x1;
}

static gboolean
begins_paragraph (const Page *page, guint i, const Column *own, const JbPageText *before)
{
  const JbPageLine *line = line_at (page->lines, i), *above = line - 1;
  double em = own->size, indent = (line->x0 - own->x0) / em, step = (line->y0 + line->y1 - above->y0 - above->y1) / 2;
  double body = page->body;
  gboolean is_above_full = is_full (page, i - 1, own), is_ended = ends_sentence (before->text);

  if (is_next_vertical (above, line))
    return FALSE;
  if (line->is_row || above->is_row || line->is_vertical || above->is_vertical || line->is_margin)
    return TRUE;
  if (is_headline_broken (above, line, own, body))
    return is_ended;
  if (begins_with_bullet (page, line) || ends_with_leader (before->text))
    return TRUE;
  if (!is_near (line->size, above->size, 1.12))
    return TRUE;
  if (line->size >= MIN_DISPLAY * body && !is_above_full)
    return TRUE;
  if (line->is_bold != above->is_bold && (is_ended || !is_above_full || (own->has_indents && indent >= MIN_INDENT)))
    return TRUE;
  if (step > 1.55 * own->pitch && (is_ended || !is_above_full || indent >= MIN_INDENT))
    return TRUE;
  if (indent >= MIN_INDENT && line->x0 - above->x0 >= MIN_INDENT * em)
    return TRUE;
  if (indent >= MIN_INDENT && indent <= MAX_INDENT && fabs (line->x0 - above->x0) < 0.4 * em)
    return is_ended || !is_above_full;
  /* The longest of lines that are paragraphs by themselves is no full line. */
  if (is_above_full)
    return is_ended && own->n_full < 2 && !own->has_indents;
  /* A line may be left a little short where a mark must not begin the next one. */
  return !(own->has_indents && indent < 0.6 && !is_ended && own->x1 - above->x1 < 3 * em);
}

/* --- paragraphs ----------------------------------------------------------------------------------------------------------- */

static void
begin (GArray *paragraphs, const JbPageLine *line, const Column *own, const Page *page)
{
  JbPageParagraph paragraph = {
    .page = page->number, .last_page = page->number, .size = line->size, .body = page->body, .x0 = line->x0, .x1 = line->x1,
    .top = line->top, .bottom = line->bottom, .measure = own->x1 - own->x0, .indent = (line->x0 - own->x0) / own->size,
    .font = line->font, .is_bold = line->is_bold, .is_row = line->is_row, .is_margin = line->is_margin,
    .is_vertical = line->is_vertical, .has_indents = own->has_indents,
  };

  jb_page_text_init (&paragraph.text);
  g_array_append_val (paragraphs, paragraph);
}

static void
stretch (JbPageParagraph *self, const JbPageLine *line)
{
  self->x0 = MIN (self->x0, line->x0);
  self->x1 = MAX (self->x1, line->x1);
  self->top = MIN (self->top, line->top);
  self->bottom = MAX (self->bottom, line->bottom);
  self->is_bold = self->is_bold && line->is_bold;
  self->n_lines++;
}

static void
add_column (GArray *paragraphs, const Page *page, const Column *column)
{
  for (guint i = column->first; i < column->end; i++)
    {
      const JbPageLine *line = line_at (page->lines, i);
      Column own = find_measure (page->lines, column, i);
      JbPageParagraph *last = i > column->first ? &g_array_index (paragraphs, JbPageParagraph, paragraphs->len - 1) : NULL;
      gboolean is_new = last == NULL || begins_paragraph (page, i, &own, &last->text);

      if (is_new)
        {
          begin (paragraphs, line, &own, page);
          last = &g_array_index (paragraphs, JbPageParagraph, paragraphs->len - 1);
          if (i > column->first)
            last->gap = (line->y0 - (line - 1)->y1) / MAX (column->pitch, 1);
        }
      jb_page_text_add_line (&last->text, line, page->pieces, page->glyphs, page->body,
                             !is_new && line->size >= MIN_DISPLAY * page->body && is_couplet (line - 1, line), page->number);
      stretch (last, line);
      last->is_full = is_full (page, i, &own);
    }
}

/* White above it that a picture may fill. Type of another face and no larger is a caption too. */
static gboolean
is_caption (const JbPageParagraph *self, const GArray *lines, double body)
{
  double top = 0;

  if (self->is_margin || self->is_row || self->text.n_chars > 160 || self->size > 0.95 * body ||
      lines->len > MAX_LINES_FOR_CAPTIONS)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const JbPageLine *line = line_at (lines, i);

      if (line->bottom < self->top + 0.5 * self->size && line->x0 < self->x1 && line->x1 > self->x0 && line->y0 < self->top)
        top = MAX (top, line->y1);
    }
  return top > 0 && self->top - top > 5 * body;
}

static gboolean
is_beside_text (const JbPageParagraph *self, const JbPageParagraph *text)
{
  return self->is_margin || self->is_caption || self->size < 0.97 * text->size ||
         (self->font != text->font && self->text.n_chars < 160 && self->size <= 1.02 * text->size && !self->is_bold &&
          self->text.n_wide > 0);
}

gboolean
jb_page_paragraph_goes_on (const JbPageParagraph *left, const JbPageParagraph *right)
{
  if (!left->is_full || left->is_row || right->is_row || left->is_margin || right->is_margin || left->is_vertical ||
      right->is_vertical || left->is_caption || right->is_caption || right->indent >= MIN_INDENT || left->text.n_chars < 6 ||
      !is_near (left->size, right->size, 1.04) || !is_near (left->measure, right->measure, 1.3) ||
      left->is_bold != right->is_bold)
    return FALSE;
  if (right->body > 0 && right->size >= MIN_DISPLAY * right->body)
    return FALSE;
  /* A full stop at the end of a full line: only where all paragraphs begin with an indent is the next line known to go on. */
  if (ends_sentence (left->text.text))
    return left->has_indents && right->has_indents && left->n_lines > 1;
  return TRUE;
}

void
jb_page_paragraph_join (JbPageParagraph *left, JbPageParagraph *right)
{
  left->is_full = right->is_full;
  left->last_page = right->last_page;
  left->n_lines += right->n_lines;
  left->has_indents = left->has_indents || right->has_indents;
  jb_page_text_join (&left->text, &right->text);
}

/* The first paragraph of a column, at the end of the list, is joined with the one it continues. */
static void
join_columns (GArray *paragraphs, guint first_of_page, guint at)
{
  JbPageParagraph *right = &g_array_index (paragraphs, JbPageParagraph, at);

  for (guint i = at, n = 0; i-- > first_of_page && n <= MAX_BETWEEN; n++)
    {
      JbPageParagraph *left = &g_array_index (paragraphs, JbPageParagraph, i);

      if (jb_page_paragraph_goes_on (left, right))
        {
          jb_page_paragraph_join (left, right);
          g_array_remove_index (paragraphs, at);
          return;
        }
      if (!is_beside_text (left, right))
        return;
    }
}

void
jb_page_paragraphs_add (GArray *paragraphs, const GArray *lines, const GArray *pieces, const GArray *glyphs, double body,
                        guint page)
{
  Page self = { lines, pieces, glyphs, body, page };
  g_autoptr(GArray) columns = find_columns (lines);
  guint first_of_page = paragraphs->len;

  for (guint i = 0; i < columns->len; i++)
    {
      guint at = paragraphs->len;

      add_column (paragraphs, &self, &g_array_index (columns, Column, i));
      for (guint j = at; j < paragraphs->len; j++)
        {
          JbPageParagraph *paragraph = &g_array_index (paragraphs, JbPageParagraph, j);

          paragraph->is_caption = is_caption (paragraph, lines, body);
        }
      if (at > first_of_page)
        join_columns (paragraphs, first_of_page, at);
    }
}
