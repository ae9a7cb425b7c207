/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first briefing of the set as PDF: the pages of the preview, with embedded subsets of the fonts,
 * text that can be searched and copied, and an outline of the sections. */
#include "jb-export-formats.h"

#include "jb-briefing.h"
#include "jb-date.h"
#include "jb-error.h"
#include "jb-pages.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* Cairo is never told that writing failed: with an outline its version 1.16 aborts the program when a
 * surface in that state is finished. The failure is kept here, what follows it is dropped, and the pages
 * stop. */
typedef struct
{
  GOutputStream *stream;       /* lent */
  GCancellable  *cancellable;  /* lent, NULL where there is none */
  GError        *error;        /* owned, NULL so far */
} Sink;

static cairo_status_t
write_bytes_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  Sink *sink = data;

  if (sink->error == NULL)
    g_output_stream_write_all (sink->stream, bytes, length, NULL, sink->cancellable, &sink->error);
  return CAIRO_STATUS_SUCCESS;
}

/* Returns: (transfer full): the name and number as the masthead has them: 城事简报 第23期 */
static char *
make_title (const JbPages *pages)
{
  GString *title = g_string_new (NULL);
  guint n;
  const JbPageLine *lines = jb_pages_get_lines (pages, 0, &n);

  for (guint i = 0; i < n; i++)
    {
      if (lines[i].part == JB_PAGE_ISSUE && title->len > 0)
        g_string_append_c (title, ' ');
      if (lines[i].part == JB_PAGE_NAME || lines[i].part == JB_PAGE_ISSUE)
        g_string_append (title, lines[i].text);
    }
  return g_string_free (title, FALSE);
}

/* The creation date is the briefing's own: the same briefing gives the same file on any day. Left to
 * itself, cairo would ask the clock. */
static void
set_metadata (cairo_surface_t *surface, const JbPages *pages, const JbBriefing *briefing)
{
  g_autofree char *title = make_title (pages);
  g_autofree char *date = NULL;

  date = g_strconcat (jb_date_is_valid (briefing->date) ? briefing->date : "1970-01-01", "T00:00:00Z", NULL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (briefing->issuer != NULL && *briefing->issuer != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, briefing->issuer);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Jianbao");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* A heading's lines follow one another on one page; the first of them carries the entry. */
static void
add_outline (cairo_surface_t *surface, const JbPages *pages, guint page)
{
  guint n;
  const JbPageLine *lines = jb_pages_get_lines (pages, page, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GString) name = g_string_new (NULL);
      g_autofree char *link = NULL;
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

      if ((lines[i].part != JB_PAGE_HEADING && lines[i].part != JB_PAGE_SOURCES_HEADING) || lines[i].line != 0)
        continue;
      for (guint j = i; j < n && lines[j].block == lines[i].block; j++)
        g_string_append (name, lines[j].text);
      link = g_strdup_printf ("page=%u pos=[%s %s]", page + 1, g_ascii_formatd (x, sizeof x, "%.2f", lines[i].x_pt),
                              g_ascii_formatd (y, sizeof y, "%.2f", lines[i].y_pt));
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, name->str, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

static void
draw_pages (cairo_surface_t *surface, JbPages *pages, Sink *sink)
{
  guint n = jb_pages_get_count (pages);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n && sink->error == NULL; i++)
    {
      jb_pages_draw (pages, i, cr);
      cairo_show_page (cr);
      g_cancellable_set_error_if_cancelled (sink->cancellable, sink->error == NULL ? &sink->error : NULL);
    }
  cairo_destroy (cr);
  /* The outline may only name pages that are there. */
  for (guint i = 0; i < n && sink->error == NULL && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS; i++)
    add_outline (surface, pages, i);
}

static gboolean
write_pages (JbPages *pages, const JbBriefing *briefing, GOutputStream *stream, GCancellable *cancellable,
             GError **error)
{
  Sink sink = { stream, cancellable, NULL };
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;

  jb_pages_get_size (pages, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_bytes_cb, &sink, width, height);
  set_metadata (surface, pages, briefing);
  draw_pages (surface, pages, &sink);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (sink.error == NULL && status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  if (g_error_matches (sink.error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, sink.error);
      return FALSE;
    }
  g_set_error (error, JB_ERROR, JB_ERROR_FULL, _("the PDF cannot be written: %s"),
               sink.error != NULL ? sink.error->message : cairo_status_to_string (status));
  g_clear_error (&sink.error);
  return FALSE;
}

static gboolean
write_pdf (const JbExportSet *set, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr(JbPageStyle) style = NULL;
  g_autoptr(JbPages) pages = NULL;
  const JbBriefing *briefing;

  if (set->briefings == NULL || set->briefings->len == 0)
    {
      g_set_error_literal (error, JB_ERROR, JB_ERROR_INVALID, _("there is no briefing to write as PDF"));
      return FALSE;
    }
  briefing = g_ptr_array_index (set->briefings, 0);
  style = jb_page_style_load (briefing->template_name, error);
  if (style == NULL)
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  pages = jb_pages_new (briefing, style);
  return write_pages (pages, briefing, stream, cancellable, error);
}

const JbExporter jb_export_pdf = {
  .id = "pdf",
  .extension = "pdf",
  .label = N_("PDF document"),
  .media_type = "application/pdf",
  .write = write_pdf,
};
