/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages as newspapers and offices print them, drawn with Pango: for importers that must find the order of what is on them. */
#pragma once

#include <cairo.h>
#include <glib.h>

#define JB_TEST_SERIF "Noto Serif CJK SC"
#define JB_TEST_SANS  "Noto Sans CJK SC"

/* In points. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} JbTestFrame;

/* Whether there is a font for Chinese; without one, nothing drawn is text. */
gboolean jb_test_page_has_font (void);

/* Draws one line, centred where @width is not 0, else from @x; @y is its top. Returns: its height */
double jb_test_page_add_line (cairo_t *cr, const char *font, double size, double x, double y, double width, const char *text);

/**
 * jb_test_page_flow:
 * @font: a Pango font description without the size
 * @frames: @n_frames of them, filled one after the other
 * @text: paragraphs, each ending with a line feed
 *
 * Draws justified text with indents of two characters.
 *
 * Returns: the height at which the last line ends
 */
double jb_test_page_flow (cairo_t *cr, const char *font, double size, const JbTestFrame *frames, guint n_frames, const char *text);

/* A page of a newspaper, 595 by 842 points: a headline over three columns, a picture across two of them with a caption, and
 * sentences broken at each column's end. */
void jb_test_page_draw_news (cairo_t *cr);

/* What stands on it, in reading order, one paragraph a line. */
extern const char *const jb_test_news_headline;
extern const char *const jb_test_news_text;
extern const char *const jb_test_news_caption;

/* Returns: (transfer full): a PDF of one page, or of more, drawn by @draw, which is called once for each page */
GBytes *jb_test_page_print_pdf (void (*draw) (cairo_t *cr), guint n_pages, double width, double height);
