/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * poppler_page_get_text_layout() gives a rectangle for each character of poppler_page_get_text(), spaces and line feeds, which it
 * makes up itself, included. Its order is better than the file's for what stands on a line, and not used for more than that. */
#include "jb-pdf-text.h"

#include "jb-chars.h"

#include <string.h>

/* Fewer characters say nothing about the font. */
#define MIN_SAMPLE 12

/* Fewer characters on a picture are a stamp or a page number. */
#define MIN_PAGE 40

static gboolean
is_bold_name (const char *name)
{
  static const char *const parts[] = { "bold", "heavy", "black", "simhei", "heiti", "-hei", "黑", "fzht", "hyht", "dahei", "cuhei",
                                       NULL };
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (folded, parts[i]) != NULL)
      return TRUE;
  return g_str_has_suffix (folded, "hei") || g_str_has_suffix (folded, ",b");
}

/* ABCDEF+FangSong is a part of FangSong. */
static const char *
skip_subset_tag (const char *name)
{
  for (guint i = 0; i < 6; i++)
    if (!g_ascii_isupper (name[i]))
      return name;
  return name[6] == '+' ? name + 7 : name;
}

/* What the characters of one font and size have in common. */
static JbGlyph
read_attributes (const PopplerTextAttributes *attributes)
{
  const char *name = attributes->font_name;

  return (JbGlyph) { .size = attributes->font_size, .confidence = 100, .is_bold = name != NULL && is_bold_name (name),
                     .font = name != NULL ? g_str_hash (skip_subset_tag (name)) : 0 };
}

GArray *
jb_pdf_text_load (PopplerPage *page)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (JbGlyph));
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  GList *attributes, *at;
  guint n_places = 0, n_glyphs = 0, i = 0;
  JbGlyph glyph = { .confidence = 100 };

  if (text == NULL || *text == '\0' || !poppler_page_get_text_layout (page, &places, &n_places))
    return glyphs;
  g_array_set_size (glyphs, n_places);
  attributes = at = poppler_page_get_text_attributes (page);
  for (const char *p = text; *p != '\0' && i < n_places; p = g_utf8_next_char (p), i++)
    {
      const PopplerRectangle *place = &places[i];

      for (; at != NULL && (guint) ((PopplerTextAttributes *) at->data)->start_index <= i; at = at->next)
        glyph = read_attributes (at->data);
      glyph.c = g_utf8_get_char (p);
      if (!jb_glyph_is_visible (glyph.c))
        continue;
      glyph.x = place->x1;
      glyph.y = place->y1;
      glyph.width = place->x2 - place->x1;
      glyph.height = place->y2 - place->y1;
      /* Some fonts' half-width digits are called by the names of the full-width ones. */
      if (glyph.c >= 0xff01 && glyph.c <= 0xff5e && glyph.width < 0.6 * glyph.size && jb_char_is_digit (glyph.c))
        glyph.c = jb_char_fold_width (glyph.c);
      g_array_index (glyphs, JbGlyph, n_glyphs++) = glyph;
    }
  poppler_page_free_text_attributes (attributes);
  g_array_set_size (glyphs, n_glyphs);
  return glyphs;
}

static gboolean
is_usual (gunichar c)
{
  return jb_char_is_han (c) || (c > 0x20 && c < 0x7f) || (c >= 0x3000 && c <= 0x30ff) || (c >= 0xff01 && c <= 0xffe6) ||
         (c >= 0x2010 && c <= 0x203b) || (c >= 0x2100 && c <= 0x2193) || (c >= 0x2460 && c <= 0x24ff) ||
         (c >= 0x2500 && c <= 0x2642) || (c >= 0x3200 && c <= 0x33ff) || (c >= 0xac00 && c <= 0xd7a3) || c == 0xb7 || c == 0xb0 ||
         c == 0xd7 || c == 0xb1 || c == 0xa5 || c == 0xa7;
}

gboolean
jb_pdf_text_is_garbage (const GArray *glyphs)
{
  guint n_usual = 0, n_words = 0;

  if (glyphs->len < MIN_SAMPLE)
    return FALSE;
  for (guint i = 0; i < glyphs->len; i++)
    {
      gunichar c = g_array_index (glyphs, JbGlyph, i).c;

      n_usual += is_usual (c);
      n_words += c > 0x7f ? is_usual (c) : g_ascii_isalnum ((char) c);
    }
  return 10 * n_usual < 7 * glyphs->len || (2 * n_words < glyphs->len && glyphs->len >= 4 * MIN_SAMPLE);
}

gboolean
jb_pdf_text_is_scan (PopplerPage *page, const GArray *glyphs)
{
  GList *images;
  double width, height, largest = 0;

  if (glyphs->len >= MIN_PAGE)
    return FALSE;
  poppler_page_get_size (page, &width, &height);
  images = poppler_page_get_image_mapping (page);
  for (GList *at = images; at != NULL; at = at->next)
    {
      const PopplerRectangle *area = &((PopplerImageMapping *) at->data)->area;

      largest = MAX (largest, (area->x2 - area->x1) * (area->y2 - area->y1));
    }
  poppler_page_free_image_mapping (images);
  return largest > 0.6 * width * height;
}
