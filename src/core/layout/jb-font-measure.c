/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fontconfig answers every request with some font, so a family is only believed after comparing it with
 * the one that was loaded. Sizes are absolute, in pt: a font map's default resolution is 96 dpi even
 * where a PDF is drawn. Metrics are not hinted and positions not rounded: a page is the same on
 * screen and in print. */
#include "jb-font-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <string.h>

#define DASH_OVERLAP_EM 0.01

typedef struct
{
  JbMeasure     parent;

  JbPageStyle  *style;    /* owned */
  PangoFontMap *map;      /* owned */
  PangoContext *context;  /* owned */
  PangoFontDescription *faces[JB_N_FONT_ROLES];  /* owned, without a size */
  char         *loaded[JB_N_FONT_ROLES];         /* owned, the family */
  gboolean      substituted[JB_N_FONT_ROLES];
  gboolean      used[JB_N_FONT_ROLES];
  GHashTable   *borrowed;  /* owned, set of gunichar: drawn by another font than asked for */
  GHashTable   *missing;   /* owned, set of gunichar: in no font */
} JbFontMeasure;

/* ---- fonts ---- */

static gboolean
font_has_family (PangoFont *font, const char *family)
{
  FcPattern *pattern;
  FcChar8 *name;

  if (!PANGO_IS_FC_FONT (font))
    return FALSE;
  pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  for (int i = 0; FcPatternGetString (pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
    {
      g_autofree char *a = g_utf8_casefold ((const char *) name, -1);
      g_autofree char *b = g_utf8_casefold (family, -1);

      if (strcmp (a, b) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Returns: the first of the fonts that is installed, with its family really loaded */
static PangoFontDescription *
find_installed (JbFontMeasure *self, GStrv descriptions)
{
  for (guint i = 0; descriptions[i] != NULL; i++)
    {
      g_autoptr(PangoFontDescription) description = pango_font_description_from_string (descriptions[i]);
      g_autoptr(PangoFont) font = NULL;
      const char *family = pango_font_description_get_family (description);

      if (family == NULL)
        continue;
      pango_font_description_set_absolute_size (description, 16 * PANGO_SCALE);
      font = pango_context_load_font (self->context, description);
      if (font != NULL && font_has_family (font, family))
        return g_steal_pointer (&description);
    }
  return NULL;
}

static void
find_face (JbFontMeasure *self, JbFontRole role)
{
  const JbFontChain *chain = &self->style->fonts[role];

  self->faces[role] = find_installed (self, chain->accepted);
  if (self->faces[role] == NULL)
    {
      self->substituted[role] = TRUE;
      self->faces[role] = find_installed (self, chain->substitutes);
    }
  if (self->faces[role] == NULL)
    self->faces[role] = pango_font_description_from_string ("serif");
  self->loaded[role] = g_strdup (pango_font_description_get_family (self->faces[role]));
}

/* ---- shaping ---- */

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start_byte, guint end_byte)
{
  attribute->start_index = start_byte;
  attribute->end_index = end_byte;
  pango_attr_list_insert (attributes, attribute);
}

/* Digits half an em wide, dashes a whole one, where the font has such forms. */
static void
add_width_features (JbFontMeasure *self, const JbLineText *text, PangoAttrList *attributes)
{
  for (guint i = 0; i < text->chars->length; i++)
    {
      gunichar c = text->chars->chars[i];

      if (c >= '0' && c <= '9' && self->style->half_width_digits)
        add_attribute (attributes, pango_attr_font_features_new ("hwid=1"), text->bytes[i], text->bytes[i + 1]);
      else if (text->classes[i] == JB_LINE_DASH)
        add_attribute (attributes, pango_attr_font_features_new ("fwid=1"), text->bytes[i], text->bytes[i + 1]);
    }
}

static PangoAttrList *
list_attributes (JbFontMeasure *self, const JbLineText *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint s = 0; s < text->spans->len; s++)
    {
      const JbTextSpan *span = &g_array_index (text->spans, JbTextSpan, s);
      PangoFontDescription *description = self->faces[span->format.role];

      self->used[span->format.role] = TRUE;
      pango_font_description_set_absolute_size (description, span->format.size_pt * PANGO_SCALE);
      add_attribute (attributes, pango_attr_font_desc_new (description),
                     text->bytes[span->start], text->bytes[span->end]);
    }
  add_width_features (self, text, attributes);
  return attributes;
}

/* ---- cells ---- */

/* Puts a glyph that is narrower or wider than its place into a cell of @width, at the side its ink belongs. */
static void
fit_into (JbCell *cell, double width)
{
  double extra = width - cell->advance;
  double left = cell->blank_left + cell->blank_right + extra;

  cell->origin = left / 2 - cell->blank_left;
  cell->blank_left = cell->blank_right = MAX (0, left / 2);
  cell->advance = width;
}

/* A quotation mark drawn as in Latin text is given the place of a Chinese one. */
static void
widen_quote (JbCell *cell, gboolean opens)
{
  double extra = cell->em - cell->advance;

  if (opens)
    {
      cell->origin = extra;
      cell->blank_left += extra;
    }
  else
    {
      cell->blank_right += extra;
    }
  cell->advance = cell->em;
}

static void
adjust_cell (JbCell *cell, gunichar c, JbLineClass line_class)
{
  gboolean narrow = cell->advance < 0.75 * cell->em;

  if (line_class == JB_LINE_INTERPUNCT && c >= 0x80)
    fit_into (cell, cell->em / 2);
  else if (narrow && line_class == JB_LINE_OPEN && (c == 0x201c || c == 0x2018))
    widen_quote (cell, TRUE);
  else if (narrow && line_class == JB_LINE_CLOSE && (c == 0x201d || c == 0x2019))
    widen_quote (cell, FALSE);
}

static double
from_pango (int units)
{
  return (double) units / PANGO_SCALE;
}

/* Fills the cell of the code point @at from the glyphs [@first, @end) of one cluster. */
static void
fill_cell (const JbLineText *text, PangoGlyphItem *run, int first, int end, guint at)
{
  const JbTextFormat *format = jb_line_text_get_format (text, at);
  double scale = format->em_pt / format->size_pt;
  JbCell *cell = &text->cells[at];
  PangoRectangle ink, logical;
  int width = 0;

  for (int g = first; g < end; g++)
    width += run->glyphs->glyphs[g].geometry.width;
  cell->em = format->em_pt;
  cell->advance = from_pango (width) * scale;
  pango_glyph_string_extents_range (run->glyphs, first, end, run->item->analysis.font, &ink, &logical);
  cell->blank_left = MAX (0, from_pango (ink.x));
  cell->blank_right = MAX (0, cell->advance - from_pango (ink.x + ink.width));
  adjust_cell (cell, text->chars->chars[at], text->classes[at]);
}

/* Moves two dashes together, so that they are one stroke as wide as two characters. */
static void
join_dashes (JbLineText *text)
{
  for (guint i = 0; i + 1 < text->chars->length; i++)
    {
      JbCell *a = &text->cells[i];
      JbCell *b = &text->cells[i + 1];

      if (text->classes[i] != JB_LINE_DASH || text->classes[i + 1] != JB_LINE_DASH || a->joined || b->joined)
        continue;
      a->origin += MAX (0, a->blank_right - a->em * DASH_OVERLAP_EM);
      b->origin -= MAX (0, b->blank_left - b->em * DASH_OVERLAP_EM);
      i++;
    }
}

static void
remember_oddities (JbFontMeasure *self, const JbLineText *text, PangoGlyphItem *run, int glyph, guint at)
{
  gunichar c = text->chars->chars[at];
  JbFontRole role = jb_line_text_get_format (text, at)->role;

  if (run->glyphs->glyphs[glyph].glyph & PANGO_GLYPH_UNKNOWN_FLAG &&
      run->glyphs->glyphs[glyph].glyph != PANGO_GLYPH_EMPTY)
    g_hash_table_add (self->missing, GUINT_TO_POINTER (c));
  else if (jb_char_is_han (c) && !font_has_family (run->item->analysis.font, self->loaded[role]))
    g_hash_table_add (self->borrowed, GUINT_TO_POINTER (c));
}

/* Every code point that begins a cluster gets the cluster's width; the others are joined to it. */
static void
fill_cells (JbFontMeasure *self, JbLineText *text, PangoGlyphItem *run, guint run_start)
{
  gboolean backward = run->item->analysis.level % 2 != 0;
  guint n_chars = (guint) run->item->num_chars;
  guint at = run_start;

  for (guint i = run_start; i < run_start + n_chars; i++)
    {
      text->cells[i].joined = TRUE;
      text->cells[i].em = jb_line_text_get_format (text, i)->em_pt;
    }
  if (backward)
    {
      /* Right-to-left text is rare here; it is kept whole, so that its order stays right. */
      text->cells[run_start].joined = FALSE;
      fill_cell (text, run, 0, run->glyphs->num_glyphs, run_start);
      return;
    }
  for (int g = 0, next; g < run->glyphs->num_glyphs; g = next)
    {
      int byte = run->glyphs->log_clusters[g];

      while (text->bytes[at] < (guint) (run->item->offset + byte))
        at++;
      for (next = g + 1; next < run->glyphs->num_glyphs && run->glyphs->log_clusters[next] == byte; next++)
        ;
      text->cells[at].joined = FALSE;
      fill_cell (text, run, g, next, at);
      remember_oddities (self, text, run, g, at);
    }
}

static void
jb_font_measure_measure (JbMeasure *measure, JbLineText *text)
{
  JbFontMeasure *self = (JbFontMeasure *) measure;
  g_autoptr(PangoAttrList) attributes = NULL;
  GList *items;
  guint start = 0;

  jb_line_text_freeze (text);
  if (text->chars->length == 0)
    return;
  attributes = list_attributes (self, text);
  items = pango_itemize_with_base_dir (self->context, PANGO_DIRECTION_LTR, text->utf8->str, 0,
                                       (int) text->utf8->len, attributes, NULL);
  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = g_slice_new0 (PangoGlyphItem);

      run->item = l->data;
      run->glyphs = pango_glyph_string_new ();
      pango_shape_with_flags (text->utf8->str + run->item->offset, run->item->length, text->utf8->str,
                              (int) text->utf8->len, &run->item->analysis, run->glyphs, PANGO_SHAPE_NONE);
      fill_cells (self, text, run, start);
      start += (guint) run->item->num_chars;
      g_ptr_array_add (text->runs, run);
    }
  g_list_free (items);
  join_dashes (text);
}

/* ---- public ---- */

JbMeasure *
jb_font_measure_new (const JbPageStyle *style)
{
  JbFontMeasure *self = g_new0 (JbFontMeasure, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->parent.measure = jb_font_measure_measure;
  self->style = jb_page_style_ref (style);
  self->map = pango_cairo_font_map_new ();
  self->context = pango_font_map_create_context (self->map);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  for (guint role = 0; role < JB_N_FONT_ROLES; role++)
    find_face (self, role);
  self->borrowed = g_hash_table_new (NULL, NULL);
  self->missing = g_hash_table_new (NULL, NULL);
  return &self->parent;
}

void
jb_font_measure_free (JbMeasure *measure)
{
  JbFontMeasure *self = (JbFontMeasure *) measure;

  for (guint role = 0; role < JB_N_FONT_ROLES; role++)
    {
      pango_font_description_free (self->faces[role]);
      g_free (self->loaded[role]);
    }
  g_hash_table_unref (self->borrowed);
  g_hash_table_unref (self->missing);
  g_object_unref (self->context);
  g_object_unref (self->map);
  jb_page_style_unref (self->style);
  g_free (self);
}

static int
compare_chars (gconstpointer a, gconstpointer b)
{
  gunichar x = GPOINTER_TO_UINT (*(const gpointer *) a);
  gunichar y = GPOINTER_TO_UINT (*(const gpointer *) b);

  return x < y ? -1 : x > y;
}

/* Returns: (transfer full): the characters in order, one after the other */
static char *
spell (GHashTable *chars)
{
  guint n;
  g_autofree gpointer *list = g_hash_table_get_keys_as_array (chars, &n);
  GString *spelled = g_string_new (NULL);

  qsort (list, n, sizeof *list, compare_chars);
  for (guint i = 0; i < n; i++)
    g_string_append_unichar (spelled, GPOINTER_TO_UINT (list[i]));
  return g_string_free (spelled, FALSE);
}

void
jb_font_measure_add_warnings (JbMeasure *measure, GPtrArray *warnings)
{
  static const char *const role_names[JB_N_FONT_ROLES] = { "小标宋", "仿宋", "楷体", "黑体", "宋体" };
  JbFontMeasure *self = (JbFontMeasure *) measure;

  for (guint role = 0; role < JB_N_FONT_ROLES; role++)
    if (self->substituted[role] && self->used[role])
      /* Translators: the first is a kind of typeface like 仿宋, the second the name of a font */
      g_ptr_array_add (warnings, g_strdup_printf (_("No %s font is installed; “%s” stands in for it."),
                                                  role_names[role], self->loaded[role]));
  if (g_hash_table_size (self->borrowed) > 0)
    {
      g_autofree char *spelled = spell (self->borrowed);

      g_ptr_array_add (warnings, g_strdup_printf (_("The text’s font lacks these characters; another draws them: %s"),
                                                  spelled));
    }
  if (g_hash_table_size (self->missing) > 0)
    {
      g_autofree char *spelled = spell (self->missing);

      g_ptr_array_add (warnings, g_strdup_printf (_("No installed font has these characters: %s"), spelled));
    }
}
