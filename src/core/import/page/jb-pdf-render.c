/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-pdf-render.h"

#include "jb-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* poppler_document_new_from_bytes() of poppler 22.12 falls over a wrong password; through a stream it takes a little longer. */
static PopplerDocument *
open_bytes (GBytes *bytes, const char *password, GError **error)
{
  g_autoptr(GInputStream) stream = NULL;

  if (password == NULL)
    return poppler_document_new_from_bytes (bytes, NULL, error);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  return poppler_document_new_from_stream (stream, (goffset) g_bytes_get_size (bytes), password, NULL, error);
}

#define FONT(Name, Encoding) \
  "/" Name "<</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/" Encoding "/DescendantFonts[<</Type/Font/Subtype/CIDFontType0" \
  "/BaseFont/STSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor" \
  "/FontName/STSong/Flags 4/FontBBox[0 -140 1000 860]/ItalicAngle 0/Ascent 860/Descent -140/CapHeight 860/StemV 80>>>>]>>"

/* Poppler keeps the last four encodings, as long as any document is open. */
void
jb_pdf_prepare (void)
{
  static const char file[] =
    "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<<"
    FONT ("A", "GBKp-EUC-H") FONT ("B", "UniGB-UTF16-H") FONT ("C", "UniGB-UCS2-H") FONT ("D", "GBK-EUC-H") ">>>>>>\nendobj\n"
    "4 0 obj\n<</Length 99>>\nstream\nBT 9 9 Td /A 9 Tf <B0A1> Tj /B 9 Tf <554A> Tj /C 9 Tf <554A> Tj /D 9 Tf <B0A1> Tj ET\n"
    "endstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n";
  static PopplerDocument *document;
  g_autoptr(GBytes) bytes = g_bytes_new_static (file, sizeof file - 1);
  g_autofree char *text = NULL;
  PopplerPage *page;

  if (document == NULL)
    document = open_bytes (bytes, NULL, NULL);
  page = document != NULL ? poppler_document_get_page (document, 0) : NULL;
  if (page == NULL)
    return;
  text = poppler_page_get_text (page);
  g_object_unref (page);
}

PopplerDocument *
jb_pdf_open (GBytes *bytes, const char *password, GError **error)
{
  g_autoptr(GError) failure = NULL;
  PopplerDocument *document = open_bytes (bytes, password, &failure);

  if (document != NULL && poppler_document_get_n_pages (document) > 0)
    return document;
  g_clear_object (&document);
  if (failure == NULL)
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the PDF has no pages"));
  else if (!g_error_matches (failure, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the PDF is damaged"));
  else if (password == NULL || *password == '\0')
    g_set_error (error, JB_ERROR, JB_ERROR_PASSWORD, _("the PDF needs a password"));
  else
    g_set_error (error, JB_ERROR, JB_ERROR_PASSWORD, _("the password of the PDF is wrong"));
  return NULL;
}

cairo_surface_t *
jb_pdf_draw (PopplerPage *page, double scale, GError **error)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  if (!(width >= 1 && height >= 1 && width * height < 1e10 && scale > 0))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the page has no size"));
      return NULL;
    }
  scale = MIN (scale, sqrt (JB_PDF_MAX_PIXELS / (width * height)));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  /* What one object of the page did wrong leaves the others as they are. */
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the page cannot be drawn: %s"),
               cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  return NULL;
}

cairo_surface_t *
jb_pdf_render_page (GBytes *bytes, const char *password, guint page, double scale, GError **error)
{
  PopplerDocument *document = jb_pdf_open (bytes, password, error);
  PopplerPage *one = NULL;
  cairo_surface_t *surface = NULL;

  if (document == NULL)
    return NULL;
  if (page < (guint) poppler_document_get_n_pages (document))
    one = poppler_document_get_page (document, (int) page);
  if (one != NULL)
    surface = jb_pdf_draw (one, scale, error);
  else
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the PDF has no page %u"), page + 1);
  g_clear_object (&one);
  g_object_unref (document);
  return surface;
}
