/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recognition of Chinese print in pictures, by tesseract, which is looked for when the program runs and may be missing. */
#pragma once

#include "jb-page-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * jb_ocr_prepare:
 *
 * Loads tesseract and its data for Chinese, once. Afterwards recognition opens no file: to be called before the process is sealed
 * off. Sets OMP_THREAD_LIMIT where it is not set; tesseract then runs in one thread.
 *
 * Returns: FALSE with JB_ERROR_FORMAT and what has to be installed
 */
gboolean jb_ocr_prepare (GError **error);

/**
 * jb_ocr_read_surface:
 * @surface: CAIRO_FORMAT_RGB24
 * @dpi: pixels to the inch
 * @layout: with a page begun; the characters are added to it
 *
 * Returns: FALSE with JB_ERROR_FORMAT
 */
gboolean jb_ocr_read_surface (cairo_surface_t *surface, double dpi, JbPageLayout *layout, GError **error);

G_END_DECLS
