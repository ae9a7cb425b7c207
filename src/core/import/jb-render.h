/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page of a file looks like, to be shown beside its articles. */
#pragma once

#include "jb-importer.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * jb_render_page:
 * @page: from 0, as in JbDecoded
 * @scale: pixels for a point; less is taken where the picture would be too large
 *
 * Returns: (transfer full) (nullable): CAIRO_FORMAT_RGB24; NULL with JB_ERROR_PASSWORD or JB_ERROR_FORMAT, also where the file is
 *   of a kind that has no pages
 */
cairo_surface_t *jb_render_page (const JbInput *input, guint page, double scale, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
