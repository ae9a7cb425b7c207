/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-render.h"

#include "jb-import-formats.h"
#include "jb-ocr.h"
#include "jb-pdf-render.h"

#include <glib/gi18n-lib.h>

static cairo_surface_t *
draw_picture (const JbInput *input, guint page, double scale, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(JbOcrImage) image = jb_ocr_image_load (input->bytes, page, &failure);

  if (image != NULL)
    return jb_ocr_image_draw (image, scale);
  if (failure == NULL)
    g_set_error (&failure, JB_ERROR, JB_ERROR_NOT_FOUND, _("there is no page %u"), page + 1);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

cairo_surface_t *
jb_render_page (const JbInput *input, guint page, double scale, GError **error)
{
  if (jb_import_pdf.recognise (input))
    return jb_pdf_render_page (input->bytes, input->password, page, scale, error);
  if (jb_import_picture.recognise (input))
    return draw_picture (input, page, scale, error);
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("this kind of file has no pages that could be shown"));
  return NULL;
}
