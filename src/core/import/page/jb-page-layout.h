/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of characters and their places become text: what PDF, OFD and recognised pictures have in common.
 *
 *   glyphs → pieces → lines in reading order → paragraphs     page by page; the glyphs of a page are forgotten then
 *   paragraphs of all pages → builder                         running heads, body size, broken paragraphs are known then */
#pragma once

#include "jb-decoded-builder.h"
#include "jb-glyph.h"

G_BEGIN_DECLS

typedef struct _JbPageLayout JbPageLayout;

JbPageLayout *jb_page_layout_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void          jb_page_layout_free (JbPageLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbPageLayout, jb_page_layout_free)

/* What the file calls its title; counts only where it is printed too. */
void jb_page_layout_set_title (JbPageLayout *self, const char *title);

/* Begins the next page; sizes in points. */
void jb_page_layout_begin_page (JbPageLayout *self, double width, double height);

/* Adds a character to the page. Those that cannot be seen are left out, and those outside the page. */
void jb_page_layout_add_glyph (JbPageLayout *self, const JbGlyph *glyph);

/* Ends the page. */
void jb_page_layout_end_page (JbPageLayout *self);

/* Whether no page had a character on it. */
gboolean jb_page_layout_is_empty (const JbPageLayout *self);

/**
 * jb_page_layout_write:
 *
 * Adds all pages to @builder, a line for each paragraph: sheets, boxes for every printed line, doubts, and hints: what is set
 * larger than the running text, small type below a picture, running heads. Page numbers are left out. What breaks off at the end of
 * a page and goes on at the beginning of the next one is joined.
 */
void jb_page_layout_write (JbPageLayout *self, JbDecodedBuilder *builder);

G_END_DECLS
