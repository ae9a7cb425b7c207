/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The characters of an OFD page, with their places. */
#pragma once

#include "jb-page-layout.h"
#include "jb-xml.h"

G_BEGIN_DECLS

/* Names of fonts by their ID. */
typedef struct _JbOfdFonts JbOfdFonts;

JbOfdFonts *jb_ofd_fonts_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void        jb_ofd_fonts_free (JbOfdFonts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbOfdFonts, jb_ofd_fonts_free)

/* Adds the fonts of a resource file, PublicRes.xml or DocumentRes.xml. */
void jb_ofd_fonts_add (JbOfdFonts *self, const xmlNode *root);

/* Reads up to @n_numbers numbers between spaces. Returns: how many there were */
guint jb_ofd_read_numbers (const char *text, double *numbers, guint n_numbers);

/**
 * jb_ofd_read_deltas:
 * @text: (nullable): distances from character to character, as DeltaX has them: "3.2 3.2 5", and "g 2 3.2 5" for the same
 * @deltas: (out) (element-type double): they are added
 * @n_max: no more than these; what the text asks for in few letters may be endless
 */
void jb_ofd_read_deltas (const char *text, GArray *deltas, guint n_max);

/**
 * jb_ofd_read_text:
 * @content: (nullable): the page's Content, with layers, blocks and objects
 * @scale: points for its unit, the millimetre
 * @layout: with the page begun
 *
 * Adds all text objects. Those that do not show (Visible is false) are left out.
 */
void jb_ofd_read_text (const xmlNode *content, const JbOfdFonts *fonts, double scale, JbPageLayout *layout);

G_END_DECLS
