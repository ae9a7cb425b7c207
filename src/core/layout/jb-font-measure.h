/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The measure that has fonts: Pango finds and shapes them, once per paragraph. */
#pragma once

#include "jb-measure.h"
#include "jb-page-style.h"

G_BEGIN_DECLS

/**
 * jb_font_measure_new:
 *
 * Has a font map of its own, so that texts measured in one thread can be drawn in another.
 *
 * Returns: (transfer full): for one thread at a time
 */
JbMeasure *jb_font_measure_new (const JbPageStyle *style) G_GNUC_WARN_UNUSED_RESULT;

/* Only for measures made by jb_font_measure_new(). The texts measured stay drawable. */
void jb_font_measure_free (JbMeasure *measure);

/**
 * jb_font_measure_add_warnings:
 * @warnings: (element-type utf8): sentences for people are added: faces that are missing, characters
 *   that another font or none had to draw in the texts measured so far
 */
void jb_font_measure_add_warnings (JbMeasure *measure, GPtrArray *warnings);

G_END_DECLS
