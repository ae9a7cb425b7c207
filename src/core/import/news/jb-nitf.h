/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One article in NITF (IPTC, up to 3.6, and what is written for it): a file of its own, or the content of a NewsML item. */
#pragma once

#include "jb-decoded-builder.h"
#include "jb-xml.h"

G_BEGIN_DECLS

/* Whether the head of an article says itself what whoever wraps it need not then. @nitf: as jb_nitf_add() takes it */
gboolean jb_nitf_has_headline (const xmlNode *nitf);
gboolean jb_nitf_has_byline   (const xmlNode *nitf);

/**
 * jb_nitf_add:
 * @nitf: the element nitf, or one with body.head and body.content in it
 *
 * Adds headline, byline, dateline, abstract and content with what is marked in them, and says the article's date and the issue it
 * was printed in.
 */
void jb_nitf_add (JbDecodedBuilder *builder, const xmlNode *nitf);

G_END_DECLS
