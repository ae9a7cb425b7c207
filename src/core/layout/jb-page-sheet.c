/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-page-sheet.h"

#include <pango/pangocairo.h>

/* From the square's top to the baseline. Fonts disagree about their ascent, so the grid has its own. */
#define BASELINE_EM 0.88

typedef struct
{
  JbGlyphs glyphs;  /* owned */
  double   x, y;    /* of the first origin, on the page */
  JbColour colour;
} JbPlacedGlyphs;

typedef struct
{
  double   x, y, width, height;  /* on the page */
  JbColour colour;
} JbPlacedRule;

static void
line_clear (gpointer data)
{
  JbPageLine *line = data;

  g_free ((char *) line->text);
  g_free ((char *) line->item);
}

static void
glyphs_clear (gpointer data)
{
  jb_glyphs_clear (&((JbPlacedGlyphs *) data)->glyphs);
}

JbPageSheet *
jb_page_sheet_new (double left, double top)
{
  JbPageSheet *self = g_new0 (JbPageSheet, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (JbPageLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (JbPlacedGlyphs));
  g_array_set_clear_func (self->glyphs, glyphs_clear);
  self->rules = g_array_new (FALSE, FALSE, sizeof (JbPlacedRule));
  self->left = left;
  self->top = top;
  return self;
}

void
jb_page_sheet_free (JbPageSheet *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->glyphs);
  g_array_unref (self->rules);
  g_free (self);
}

static void
add_glyphs (JbPageSheet *self, const JbLineText *text, const JbComposition *composition, const JbLine *line,
            double x, double baseline, JbColour colour)
{
  g_autoptr(GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (JbGlyphs));

  jb_line_text_add_glyphs (text, line->start, line->end, composition->x, glyphs);
  for (guint i = 0; i < glyphs->len; i++)
    {
      JbGlyphs drawn = g_array_index (glyphs, JbGlyphs, i);
      JbPlacedGlyphs placed = { drawn, x + drawn.x, baseline - drawn.rise, colour };

      g_array_append_val (self->glyphs, placed);
    }
}

void
jb_page_sheet_add_line (JbPageSheet *self, const JbPageBlock *block, guint index, double y)
{
  const JbLine *line = &g_array_index (block->composition->lines, JbLine, index);
  double x = self->left + block->left_pt;
  double baseline = self->top + y + BASELINE_EM * block->size_pt;
  JbPageLine placed = { block->part, block->number, index, block->composition->lines->len, NULL,
                        g_strdup (block->item), x + line->x_pt, self->top + y, line->width_pt, block->size_pt };
  g_autofree char *text = jb_chars_to_utf8 (block->text->chars, line->start, line->end);

  if (index == 0 && block->lead != NULL)
    {
      const JbLine *lead = &g_array_index (block->lead_composition->lines, JbLine, 0);
      double lead_x = self->left + block->lead_left_pt;

      add_glyphs (self, block->lead, block->lead_composition, lead, lead_x, baseline, block->colour);
      placed.text = g_strconcat (block->lead->utf8->str, text, NULL);
      placed.width_pt += placed.x_pt - lead_x;
      placed.x_pt = lead_x;
    }
  else
    {
      placed.text = g_steal_pointer (&text);
    }
  add_glyphs (self, block->text, block->composition, line, x, baseline, block->colour);
  g_array_append_val (self->lines, placed);
}

void
jb_page_sheet_add_rule (JbPageSheet *self, double x, double y, double width, double thickness, JbColour colour)
{
  JbPlacedRule rule = { self->left + x, self->top + y, width, thickness, colour };

  g_array_append_val (self->rules, rule);
}

void
jb_page_sheet_draw (const JbPageSheet *self, cairo_t *cr)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const JbPlacedRule *rule = &g_array_index (self->rules, JbPlacedRule, i);

      cairo_set_source_rgb (cr, rule->colour.red, rule->colour.green, rule->colour.blue);
      cairo_rectangle (cr, rule->x, rule->y, rule->width, rule->height);
      cairo_fill (cr);
    }
  for (guint i = 0; i < self->glyphs->len; i++)
    {
      const JbPlacedGlyphs *placed = &g_array_index (self->glyphs, JbPlacedGlyphs, i);

      cairo_set_source_rgb (cr, placed->colour.red, placed->colour.green, placed->colour.blue);
      cairo_move_to (cr, placed->x, placed->y);
      pango_cairo_show_glyph_item (cr, placed->glyphs.text, placed->glyphs.item);
    }
  cairo_new_path (cr);
}
