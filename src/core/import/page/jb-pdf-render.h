/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of a PDF as a picture: to be looked at beside the article, and to be recognised where it has no text. */
#pragma once

#include <cairo.h>
#include <poppler.h>

G_BEGIN_DECLS

/* The largest picture that is drawn, in pixels. */
#define JB_PDF_MAX_PIXELS (40 * 1000 * 1000)

/**
 * jb_pdf_prepare:
 *
 * Makes poppler load what it would look for in files of its own while it reads a PDF: its list of encodings, and those of them that
 * are common in simplified Chinese. To be called before the process is sealed off, since where the kernel knows no Landlock it can
 * then open nothing at all; there text in rarer encodings, whose fonts do not tell Unicode themselves, gets lost.
 */
void jb_pdf_prepare (void);

/**
 * jb_pdf_open:
 * @password: (nullable)
 *
 * Returns: (transfer full) (nullable): NULL with JB_ERROR_PASSWORD or JB_ERROR_FORMAT
 */
PopplerDocument *jb_pdf_open (GBytes *bytes, const char *password, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_pdf_draw:
 * @scale: pixels for a point; less is taken where the picture would be too large
 *
 * Returns: (transfer full) (nullable): CAIRO_FORMAT_RGB24, on white paper; NULL with JB_ERROR_FORMAT
 */
cairo_surface_t *jb_pdf_draw (PopplerPage *page, double scale, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_pdf_render_page:
 * @page: from 0
 *
 * Both of them, for one page. A PDF is an untrusted file: to be called where it may be read.
 *
 * Returns: (transfer full) (nullable): with the errors of both
 */
cairo_surface_t *jb_pdf_render_page (GBytes *bytes, const char *password, guint page, double scale, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
