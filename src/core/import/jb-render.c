/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-render.h"

#include "jb-import-formats.h"
#include "jb-pdf-render.h"

#include <glib/gi18n-lib.h>

cairo_surface_t *
jb_render_page (const JbInput *input, guint page, double scale, GError **error)
{
  if (jb_import_pdf.recognise (input))
    return jb_pdf_render_page (input->bytes, input->password, page, scale, error);
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("this kind of file has no pages that could be shown"));
  return NULL;
}
