/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-pdf-render.h"

#include "jb-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

PopplerDocument *
jb_pdf_open (GBytes *bytes, const char *password, GError **error)
{
  g_autoptr(GError) failure = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, password, &failure);

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
