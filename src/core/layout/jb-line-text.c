/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-line-text.h"

#include <math.h>
#include <string.h>

JbLineText *
jb_line_text_new (void)
{
  JbLineText *self = g_new0 (JbLineText, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->utf8 = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (JbTextSpan));
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) pango_glyph_item_free);
  return self;
}

JbLineText *
jb_line_text_ref (JbLineText *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jb_line_text_unref (JbLineText *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_string_free (self->utf8, TRUE);
  g_array_unref (self->spans);
  g_clear_pointer (&self->chars, jb_chars_free);
  g_free (self->bytes);
  g_free (self->classes);
  g_free (self->cells);
  g_ptr_array_unref (self->runs);
  g_free (self);
}

void
jb_line_text_append (JbLineText *self, const char *text, const JbTextFormat *format)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  guint start = self->spans->len > 0 ? g_array_index (self->spans, JbTextSpan, self->spans->len - 1).end : 0;
  JbTextSpan span = { start, start, *format };

  g_return_if_fail (self->chars == NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029)
        c = ' ';
      g_string_append_unichar (self->utf8, c);
      span.end++;
    }
  if (span.end > span.start)
    g_array_append_val (self->spans, span);
}

void
jb_line_text_freeze (JbLineText *self)
{
  guint byte = 0;

  g_return_if_fail (self->chars == NULL);

  self->chars = jb_chars_new (self->utf8->str, (gssize) self->utf8->len);
  self->bytes = g_new (guint, self->chars->length + 1);
  for (guint i = 0; i <= self->chars->length; i++)
    {
      self->bytes[i] = byte;
      byte += i < self->chars->length ? (guint) g_unichar_to_utf8 (self->chars->chars[i], NULL) : 0;
    }
  self->classes = jb_line_classes_new (self->chars->chars, self->chars->length);
  self->cells = g_new0 (JbCell, MAX (self->chars->length, 1));
  for (guint s = 0; s < self->spans->len; s++)
    {
      const JbTextSpan *span = &g_array_index (self->spans, JbTextSpan, s);

      for (guint i = span->start; i < span->end && span->format.marker; i++)
        self->classes[i] = JB_LINE_MARKER;
    }
}

const JbTextFormat *
jb_line_text_get_format (const JbLineText *self, guint i)
{
  for (guint s = 0; s < self->spans->len; s++)
    {
      const JbTextSpan *span = &g_array_index (self->spans, JbTextSpan, s);

      if (i < span->end)
        return &span->format;
    }
  g_return_val_if_reached (NULL);
}

void
jb_glyphs_clear (JbGlyphs *glyphs)
{
  g_clear_pointer (&glyphs->item, pango_glyph_item_free);
  g_clear_pointer (&glyphs->text, g_free);
}

static int
to_pango (double pt)
{
  return (int) lround (pt * PANGO_SCALE);
}

/* Gives the cluster's last glyph the width that puts the next cluster where the composer wants it. */
static void
set_cluster_width (PangoGlyphString *glyphs, int first, int end, int width)
{
  for (int g = first; g < end - 1; g++)
    width -= glyphs->glyphs[g].geometry.width;
  glyphs->glyphs[end - 1].geometry.width = width;
}

/* The part of @run that draws the code points [@start, @end), all inside the run. */
static void
add_slice (const JbLineText *self, PangoGlyphItem *run, guint start, guint end, const double *x, GArray *out)
{
  guint from = self->bytes[start];
  guint to = self->bytes[end];
  int low = (int) from - run->item->offset;
  int high = (int) to - run->item->offset;
  PangoGlyphItem *slice = g_slice_new0 (PangoGlyphItem);
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  JbGlyphs drawn = { slice, g_strndup (self->utf8->str + from, to - from), x[start],
                     jb_line_text_get_format (self, start)->rise_pt };
  guint at = start;
  int first = 0, n;

  /* The clusters of left-to-right runs ascend; a right-to-left run is one cell and comes whole. */
  if (run->item->analysis.level % 2 == 0)
    while (first < run->glyphs->num_glyphs && run->glyphs->log_clusters[first] < low)
      first++;
  for (n = 0; first + n < run->glyphs->num_glyphs && run->glyphs->log_clusters[first + n] < high; n++)
    ;
  pango_glyph_string_set_size (glyphs, n);
  for (int g = 0; g < n; g++)
    {
      glyphs->glyphs[g] = run->glyphs->glyphs[first + g];
      glyphs->log_clusters[g] = run->glyphs->log_clusters[first + g] - low;
    }
  slice->glyphs = glyphs;
  slice->item = pango_item_copy (run->item);
  slice->item->offset = 0;
  slice->item->length = high - low;
  slice->item->num_chars = (int) (end - start);

  for (int g = 0, next; g < n; g = next)
    {
      guint after;

      for (next = g + 1; next < n && glyphs->log_clusters[next] == glyphs->log_clusters[g]; next++)
        ;
      for (after = at + 1; after < end && self->cells[after].joined; after++)
        ;
      if (next < n && after < end)
        set_cluster_width (glyphs, g, next, to_pango (x[after] - x[start]) - to_pango (x[at] - x[start]));
      at = after;
    }
  g_array_append_val (out, drawn);
}

void
jb_line_text_add_glyphs (const JbLineText *self, guint start, guint end, const double *x, GArray *glyphs)
{
  guint run_start = 0;

  for (guint r = 0; r < self->runs->len; r++)
    {
      PangoGlyphItem *run = g_ptr_array_index (self->runs, r);
      guint run_end = run_start + (guint) run->item->num_chars;
      guint from = MAX (start, run_start);
      guint to = MIN (end, run_end);

      if (from < to)
        add_slice (self, run, from, to, x, glyphs);
      run_start = run_end;
    }
}
