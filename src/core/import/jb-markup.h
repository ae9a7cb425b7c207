/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few elements of (X)HTML in which news formats wrap the body of an article. No pages: everything in it is the article. */
#pragma once

#include "jb-decoded-builder.h"
#include "jb-xml.h"

G_BEGIN_DECLS

/* @headline: (nullable): a heading that repeats it is left out */
void jb_markup_add (JbDecodedBuilder *builder, const xmlNode *top, const char *headline);

/* The same of @html, UTF-8, which need not be well formed. */
void jb_markup_add_html (JbDecodedBuilder *builder, const char *html, const char *headline);

/* Text without markup, each line a paragraph. */
void jb_markup_add_text (JbDecodedBuilder *builder, const char *text);

G_END_DECLS
