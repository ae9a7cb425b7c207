/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-ocr.h"
#include "jb-error.h"
gboolean
jb_ocr_prepare (GError **error)
{
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, "no");
  return FALSE;
}
gboolean
jb_ocr_read_surface (cairo_surface_t *surface, double dpi, JbPageLayout *layout, GError **error)
{
  return jb_ocr_prepare (error);
}
