/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recognition of Chinese print in pictures, by tesseract, which is looked for when the program runs and may be missing. */
#pragma once

#include "jb-page-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Pixels of the largest picture that is read. */
#define JB_OCR_MAX_PIXELS (60 * 1000 * 1000)

/* A page as a grey picture. */
typedef struct _JbOcrImage JbOcrImage;

/**
 * jb_ocr_prepare:
 *
 * Loads tesseract and its data for Chinese, once. Afterwards recognition opens no file: to be called before the process is sealed
 * off. Sets OMP_THREAD_LIMIT where it is not set, so that tesseract runs in one thread.
 *
 * Returns: FALSE with JB_ERROR_FORMAT and what has to be installed
 */
gboolean jb_ocr_prepare (GError **error);

/**
 * jb_ocr_image_load:
 * @bytes: a PNG, JPEG, TIFF, BMP, GIF or WebP file
 * @page: from 0; more than one has only a TIFF
 *
 * Returns: (transfer full) (nullable): NULL with JB_ERROR_FORMAT or JB_ERROR_TOO_LARGE, and without an error where there is no such
 *   page
 */
JbOcrImage *jb_ocr_image_load (GBytes *bytes, guint page, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): from CAIRO_FORMAT_RGB24, drawn with @dpi pixels to the inch; errors as above */
JbOcrImage *jb_ocr_image_new (cairo_surface_t *surface, double dpi, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void jb_ocr_image_free (JbOcrImage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbOcrImage, jb_ocr_image_free)

/* In points; 300 pixels are an inch where the picture does not say it. */
void jb_ocr_image_get_size (const JbOcrImage *self, double *width, double *height);

/**
 * jb_ocr_image_draw:
 * @scale: pixels for a point; less is taken where the picture would be too large
 *
 * Returns: (transfer full): CAIRO_FORMAT_RGB24, grey, set upright as it is for recognition, so that places in it are those of the
 *   text
 */
cairo_surface_t *jb_ocr_image_draw (JbOcrImage *self, double scale) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_ocr_image_read:
 * @layout: with a page of the picture's size begun; the characters are added to it, with their confidence
 *
 * Returns: FALSE with JB_ERROR_FORMAT
 */
gboolean jb_ocr_image_read (JbOcrImage *self, JbPageLayout *layout, GError **error);

G_END_DECLS
