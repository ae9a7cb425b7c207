/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws pages whose every line has its place already, for tests/support/press.py, which does the reckoning.
 *
 *   jb-test-setter advances FONT        characters from standard input; prints each, a tab, its width in thousandths of an em
 *   jb-test-setter draw FILE.pdf        commands from standard input, a line each, words parted by tabs:
 *     page WIDTH HEIGHT
 *     text FONT SIZE X BASELINE SPACING STRING    SPACING is added behind each character
 *     fill X Y WIDTH HEIGHT GREY
 *     rule X Y WIDTH HEIGHT                       a frame; a line where one of both is 0 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

static PangoLayout *
make_layout (cairo_t *cr, const char *font, double size, double spacing, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font);
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Else spaced out characters stand on whole points. */
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (spacing * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("zh-cn")));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (description);
  return layout;
}

static char *
read_input (void)
{
  GString *input = g_string_new (NULL);
  char buffer[65536];
  size_t n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (input, buffer, (gssize) n);
  return g_string_free (input, FALSE);
}

static void
print_advances (const char *font)
{
  g_autofree char *input = read_input ();
  cairo_surface_t *surface = cairo_pdf_surface_create (NULL, 10, 10);
  cairo_t *cr = cairo_create (surface);

  for (const char *at = input; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *c = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
      g_autoptr(PangoLayout) layout = make_layout (cr, font, 100, 0, c);
      PangoRectangle extents;

      pango_layout_get_extents (layout, NULL, &extents);
      printf ("%s\t%d\n", c, extents.width * 10 / PANGO_SCALE);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
run (cairo_surface_t *surface, cairo_t *cr, char **words, gboolean *has_page)
{
  double number[6] = { 0 };
  guint n = g_strv_length (words);
  guint skip = strcmp (words[0], "text") == 0 ? 2 : 1;

  for (guint i = skip; i < n && i - skip < G_N_ELEMENTS (number); i++)
    number[i - skip] = g_ascii_strtod (words[i], NULL);
  if (strcmp (words[0], "page") == 0)
    {
      if (*has_page)
        cairo_show_page (cr);
      *has_page = TRUE;
      cairo_pdf_surface_set_size (surface, number[0], number[1]);
    }
  else if (strcmp (words[0], "text") == 0 && n == 7)
    {
      g_autoptr(PangoLayout) layout = make_layout (cr, words[1], number[0], number[3], words[6]);

      cairo_move_to (cr, number[1], number[2]);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
    }
  else if (strcmp (words[0], "fill") == 0)
    {
      cairo_set_source_rgb (cr, number[4], number[4], number[4]);
      cairo_rectangle (cr, number[0], number[1], number[2], number[3]);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
    }
  else if (strcmp (words[0], "rule") == 0)
    {
      cairo_set_line_width (cr, 0.5);
      cairo_rectangle (cr, number[0], number[1], number[2], number[3]);
      cairo_stroke (cr);
    }
}

static int
draw (const char *path)
{
  g_autofree char *input = read_input ();
  g_auto(GStrv) lines = g_strsplit (input, "\n", -1);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595, 842);
  cairo_t *cr = cairo_create (surface);
  gboolean has_page = FALSE;
  cairo_status_t status;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (lines[i], "\t", 7);

      if (words[0] != NULL)
        run (surface, cr, words, &has_page);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "advances") == 0)
    print_advances (argv[2]);
  else if (argc == 3 && strcmp (argv[1], "draw") == 0)
    return draw (argv[2]);
  else
    return 2;
  return 0;
}
