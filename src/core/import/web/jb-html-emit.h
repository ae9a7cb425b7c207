/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of HTML as lines of decoded text, with what their tags and looks say about them. */
#pragma once

#include "jb-decoded-builder.h"
#include "jb-html-lines.h"

G_BEGIN_DECLS

/**
 * jb_html_emit:
 * @lines: of which those of [@start, @end) that are not dropped are added
 *
 * Headings get levels by their rank among those that occur. Short lines that are bold, larger or centred, where most are not, stand
 * out; those under a picture are captions where looks or words say so.
 */
void jb_html_emit (JbDecodedBuilder *builder, const GArray *lines, guint start, guint end);

/* Whether the line is a caption by its tags, its name or its words, wherever it stands. */
gboolean jb_html_is_caption (const JbHtmlLine *line);

G_END_DECLS
