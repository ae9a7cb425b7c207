/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The body of an article as news formats carry it: (X)HTML or text. No pages: everything in it is the article. */
#pragma once

#include "jb-decoded-builder.h"
#include "jb-xml.h"

G_BEGIN_DECLS

/* @headline: (nullable): headings that repeat it are taken out of the tree */
void jb_markup_add (JbDecodedBuilder *builder, xmlNode *top, const char *headline);

/* The same of @html, UTF-8, which need not be well formed. */
void jb_markup_add_html (JbDecodedBuilder *builder, const char *html, const char *headline);

/* Text without markup, each line a paragraph. */
void jb_markup_add_text (JbDecodedBuilder *builder, const char *text);

G_END_DECLS
