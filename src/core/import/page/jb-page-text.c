/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-text.h"

#include "jb-chars.h"

#include <math.h>

/* Gaps looked at to find out how far a line is spaced out. */
#define MIN_SPACE 0.17  /* em: of a space between two Chinese characters */
#define MAX_GAPS 128

#define IDEOGRAPHIC_SPACE 0x3000

void
jb_page_text_init (JbPageText *self)
{
  *self = (JbPageText) { .text = g_string_new (NULL), .boxes = g_array_new (FALSE, FALSE, sizeof (JbBox)) };
}

void
jb_page_text_clear (JbPageText *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
  g_clear_pointer (&self->boxes, g_array_unref);
  g_clear_pointer (&self->doubts, g_array_unref);
}

static void
append (JbPageText *self, gunichar c)
{
  GString *text = self->text;

  /* For each character of the file: g_string_append_unichar() asks more than that. */
  if (text->len + 6 < text->allocated_len)
    {
      text->len += (gsize) g_unichar_to_utf8 (c, text->str + text->len);
      text->str[text->len] = '\0';
    }
  else
    g_string_append_unichar (text, c);
  self->n_chars++;
  self->last = c;
  self->n_wide += jb_glyph_is_wide (c);
}

static void
doubt (JbPageText *self, guint8 confidence)
{
  JbDoubt *last = self->doubts != NULL ? &g_array_index (self->doubts, JbDoubt, self->doubts->len - 1) : NULL;
  JbDoubt fresh = { self->n_chars, self->n_chars + 1, confidence };

  if (confidence >= JB_PAGE_MIN_CONFIDENCE)
    return;
  if (last != NULL && last->end == fresh.start)
    {
      last->end = fresh.end;
      last->confidence = MIN (last->confidence, fresh.confidence);
      return;
    }
  if (self->doubts == NULL)
    self->doubts = g_array_new (FALSE, FALSE, sizeof (JbDoubt));
  g_array_append_val (self->doubts, fresh);
}

static double
get_gap (const JbGlyph *left, const JbGlyph *right, gboolean is_vertical)
{
  return is_vertical ? right->y - left->y - left->height : right->x - left->x - left->width;
}

/* Puts a number among the sorted ones. */
static void
insert (double *sorted, guint n, double number)
{
  for (; n > 0 && sorted[n - 1] > number; n--)
    sorted[n] = sorted[n - 1];
  sorted[n] = number;
}

static const JbGlyph *
get_first (const JbPageLine *line, const GArray *pieces, const GArray *glyphs, guint *n)
{
  const JbPiece *first = &g_array_index (pieces, JbPiece, line->first);

  *n = first->n_glyphs;
  return &g_array_index (glyphs, JbGlyph, first->first);
}

/* Whether all characters of the line stand equally far apart, but for few that have more between them. */
static gboolean
is_evenly_spaced (const JbPageLine *line, const GArray *pieces, const GArray *glyphs, double spacing)
{
  const JbGlyph *before = NULL;
  guint n = 0, n_even = 0, n_wide = 0;

  for (guint i = line->first; i < line->first + line->n_pieces; i++)
    {
      const JbPiece *piece = &g_array_index (pieces, JbPiece, i);

      for (guint j = piece->first; j < piece->first + piece->n_glyphs; j++)
        {
          const JbGlyph *glyph = &g_array_index (glyphs, JbGlyph, j);

          if (before != NULL && jb_char_is_han (before->c) && jb_char_is_han (glyph->c))
            {
              double gap = (get_gap (before, glyph, line->is_vertical) - spacing) / glyph->size;

              n++;
              n_even += fabs (gap) < 0.04;
              n_wide += gap >= MIN_SPACE;
            }
          before = glyph;
        }
    }
  return n >= 3 && n_even + n_wide == n && 2 * n_wide < n;
}

/* How far all characters of the line stand apart: a headline of few characters may be spaced out to the width of the column.
 * Returns: the middle one of the gaps between Chinese characters, 0 where they are few or small */
static double
find_spacing (const JbPageLine *line, const GArray *pieces, const GArray *glyphs)
{
  double gaps[MAX_GAPS];
  guint n_gaps = 0;
  const JbGlyph *before = NULL;

  for (guint i = line->first; i < line->first + line->n_pieces; i++)
    {
      const JbPiece *piece = &g_array_index (pieces, JbPiece, i);

      for (guint j = piece->first; j < piece->first + piece->n_glyphs && n_gaps < MAX_GAPS; j++)
        {
          const JbGlyph *glyph = &g_array_index (glyphs, JbGlyph, j);

          if (before != NULL && jb_glyph_is_wide (before->c) && jb_glyph_is_wide (glyph->c))
            insert (gaps, n_gaps++, get_gap (before, glyph, line->is_vertical));
          before = glyph;
        }
    }
  if (n_gaps < 2)
    return 0;
  /* Even where one of three gaps is a space. */
  return MAX (gaps[(n_gaps - 1) / 2], 0);
}

static gboolean
is_in_number (gunichar c)
{
  return jb_char_is_digit (c) || c == '.' || c == ',' || c == '%' || c == ':';
}

/* Returns: the space that goes between the two, 0 for none */
static gunichar
find_space (const JbGlyph *left, const JbGlyph *right, double gap, gboolean is_large, gboolean is_even)
{
  double em = MIN (left->size, right->size);
  gboolean is_left_wide = jb_glyph_is_wide (left->c), is_right_wide = jb_glyph_is_wide (right->c);

  if (gap > 1.5 * em)
    return IDEOGRAPHIC_SPACE;
  if (!is_left_wide && !is_right_wide)
    return gap >= (is_in_number (left->c) && is_in_number (right->c) ? 0.25 : 0.13) * em ? ' ' : 0;
  /* Half of a full-width mark is white. */
  if (jb_char_is_punctuation (left->c) || jb_char_is_punctuation (right->c))
    return 0;
  if (gap >= 0.75 * em)
    return IDEOGRAPHIC_SPACE;
  if (left->is_rough)
    return 0;
  /* A narrow one counts where nothing else in the line is spaced out. */
  if (is_left_wide && is_right_wide && gap >= (is_even ? MIN_SPACE : 0.42) * em)
    return is_large ? IDEOGRAPHIC_SPACE : ' ';
  return is_large && gap >= 0.25 * em ? ' ' : 0;
}

/* A word that was broken at the line's end goes on with a small letter. */
static gboolean
undo_hyphen (JbPageText *self, gunichar next)
{
  const char *hyphen = self->text->str + self->text->len - 1;

  if (self->last != '-' || self->n_chars < 2 || !g_unichar_islower (next) || next > 0x24f ||
      !g_ascii_islower (*g_utf8_prev_char (hyphen)))
    return FALSE;
  g_string_truncate (self->text, self->text->len - 1);
  self->n_chars--;
  self->last = g_utf8_get_char (g_utf8_prev_char (self->text->str + self->text->len));
  return TRUE;
}

/* The line that ended with the hyphen is one shorter now. */
static void
shorten_last_box (JbPageText *self)
{
  JbBox *box = &g_array_index (self->boxes, JbBox, self->boxes->len - 1);

  box->end = MIN (box->end, self->n_chars);
}

static void
begin_line (JbPageText *self, gunichar next, gboolean with_space)
{
  gboolean is_latin = !jb_glyph_is_wide (self->last) && !jb_glyph_is_wide (next);

  if (self->n_chars == 0)
    return;
  if (undo_hyphen (self, next))
    shorten_last_box (self);
  else if (with_space)
    append (self, is_latin ? ' ' : IDEOGRAPHIC_SPACE);
  /* Numbers are broken where the lines are Chinese, and words are not. */
  else if (is_latin && (g_unichar_isalnum (next) || next == '(') &&
           !(self->n_wide > 0 && jb_char_is_digit (self->last) && jb_char_is_digit (next)))
    append (self, ' ');
}

void
jb_page_text_add_line (JbPageText *self, const JbPageLine *line, const GArray *pieces, const GArray *glyphs, double body,
                       gboolean with_space, guint page)
{
  JbBox box = { 0, 0, page, line->x0, line->top, line->x1 - line->x0, line->bottom - line->top };
  double spacing = find_spacing (line, pieces, glyphs);
  gboolean is_large = line->size > 1.1 * body, is_even = is_evenly_spaced (line, pieces, glyphs, spacing);
  const JbGlyph *before = NULL;
  guint n;

  begin_line (self, get_first (line, pieces, glyphs, &n)->c, with_space);
  box.start = self->n_chars;
  for (guint i = line->first; i < line->first + line->n_pieces; i++)
    {
      const JbPiece *piece = &g_array_index (pieces, JbPiece, i);

      for (guint j = piece->first; j < piece->first + piece->n_glyphs; j++)
        {
          const JbGlyph *glyph = &g_array_index (glyphs, JbGlyph, j);
          gunichar space = before == NULL ? 0 : find_space (before, glyph,
                                                            get_gap (before, glyph, line->is_vertical) - spacing, is_large,
                                                            is_even);

          if (space != 0)
            append (self, space);
          doubt (self, glyph->confidence);
          append (self, glyph->c);
          before = glyph;
        }
    }
  box.end = self->n_chars;
  g_array_append_val (self->boxes, box);
}

void
jb_page_text_join (JbPageText *self, JbPageText *other)
{
  guint start;

  begin_line (self, g_utf8_get_char (other->text->str), FALSE);
  start = self->n_chars;
  for (guint i = 0; i < other->boxes->len; i++)
    {
      JbBox box = g_array_index (other->boxes, JbBox, i);

      box.start += start;
      box.end += start;
      g_array_append_val (self->boxes, box);
    }
  for (guint i = 0; other->doubts != NULL && i < other->doubts->len; i++)
    {
      JbDoubt span = g_array_index (other->doubts, JbDoubt, i);

      span.start += start;
      span.end += start;
      if (self->doubts == NULL)
        self->doubts = g_array_new (FALSE, FALSE, sizeof (JbDoubt));
      g_array_append_val (self->doubts, span);
    }
  g_string_append_len (self->text, other->text->str, (gssize) other->text->len);
  self->n_chars += other->n_chars;
  self->n_wide += other->n_wide;
  self->last = other->last;
  jb_page_text_clear (other);
}
