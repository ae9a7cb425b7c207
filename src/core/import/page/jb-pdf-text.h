/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The characters of a page of a PDF, with their places. */
#pragma once

#include "jb-glyph.h"

#include <poppler.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type JbGlyph): in the order poppler puts them in; only those with ink */
GArray *jb_pdf_text_load (PopplerPage *page) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_pdf_text_is_garbage:
 * @glyphs: (element-type JbGlyph)
 *
 * Fonts without a map to Unicode give characters of the private use area, of other scripts, or punctuation in the place of letters.
 * It is text where at least 70 % are Han, kana, ASCII letters and digits, and the marks usual among them.
 */
gboolean jb_pdf_text_is_garbage (const GArray *glyphs);

/* Whether the page is a picture with at most a few characters on it, as a scanner's programs put there. */
gboolean jb_pdf_text_is_scan (PopplerPage *page, const GArray *glyphs);

G_END_DECLS
