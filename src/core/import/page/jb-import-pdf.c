/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF, by poppler: its characters and their places; which of them make a line, a column and a paragraph the page layout finds out.
 * Pages that are pictures are recognised where the editor wants that. */
#include "jb-import-formats.h"
#include "jb-ocr.h"
#include "jb-page-layout.h"
#include "jb-pdf-render.h"
#include "jb-pdf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the header must be, as the readers of the world have it. */
#define MAX_HEADER 1024

/* More pages than a file of the largest size that is read can hold in earnest. */
#define MAX_PAGES 20000

#define OCR_DPI 300.0

static gboolean
recognise (const JbInput *input)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (input->bytes, &n_bytes);

  for (gsize i = 0; i + 5 <= MIN (n_bytes, MAX_HEADER); i++)
    if (memcmp (data + i, "%PDF-", 5) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
recognise_page (PopplerPage *page, JbPageLayout *layout, GError **error)
{
  cairo_surface_t *surface = jb_pdf_draw (page, OCR_DPI / 72, error);
  g_autoptr(JbOcrImage) image = NULL;
  double width, height;

  if (surface == NULL)
    return FALSE;
  poppler_page_get_size (page, &width, &height);
  image = jb_ocr_image_new (surface, 72 * cairo_image_surface_get_width (surface) / width, error);
  cairo_surface_destroy (surface);
  return image != NULL && jb_ocr_image_read (image, layout, error);
}

/* Returns: FALSE with an error where recognition failed; @has_text is set where the page has some */
static gboolean
read_page (const JbInput *input, PopplerPage *page, JbPageLayout *layout, gboolean *has_text, GError **error)
{
  g_autoptr(GArray) glyphs = jb_pdf_text_load (page);
  gboolean is_picture = glyphs->len == 0 || jb_pdf_text_is_garbage (glyphs) || jb_pdf_text_is_scan (page, glyphs);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  jb_page_layout_begin_page (layout, width, height);
  if (!is_picture)
    {
      for (guint i = 0; i < glyphs->len; i++)
        jb_page_layout_add_glyph (layout, &g_array_index (glyphs, JbGlyph, i));
      *has_text = TRUE;
    }
  else if (input->recognise)
    {
      if (!jb_ocr_prepare (error) || !recognise_page (page, layout, error))
        return FALSE;
      *has_text = TRUE;
    }
  jb_page_layout_end_page (layout);
  return TRUE;
}

/* Returns: FALSE with an error where a page could not be recognised */
static gboolean
read_pages (const JbInput *input, PopplerDocument *document, JbPageLayout *layout, gboolean *has_text, GError **error)
{
  guint n_pages = MIN ((guint) poppler_document_get_n_pages (document), MAX_PAGES);
  gboolean is_read = TRUE;

  for (guint i = 0; is_read && i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, (int) i);

      is_read = page == NULL || read_page (input, page, layout, has_text, error);
      g_clear_object (&page);
      jb_input_report (input, i + 1, n_pages);
    }
  return is_read;
}

static gboolean
read_document (const JbInput *input, JbPageLayout *layout, gboolean *has_text, GError **error)
{
  PopplerDocument *document = jb_pdf_open (input->bytes, input->password, error);
  g_autofree char *title = NULL;
  gboolean is_read;

  if (document == NULL)
    return FALSE;
  title = poppler_document_get_title (document);
  jb_page_layout_set_title (layout, title);
  is_read = read_pages (input, document, layout, has_text, error);
  g_object_unref (document);
  return is_read;
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbPageLayout) layout = jb_page_layout_new ();
  gboolean has_text = FALSE;

  if (!read_document (input, layout, &has_text, error))
    return NULL;
  if (!has_text)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NO_TEXT,
                   _("the pages of the PDF are pictures, or its fonts do not tell which characters they hold; the text can be "
                     "recognised"));
      return NULL;
    }
  jb_page_layout_write (layout, builder);
  return jb_decoded_builder_finish (builder, error);
}

const JbImporter jb_import_pdf = { "application/pdf", recognise, decode };
