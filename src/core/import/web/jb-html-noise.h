/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines around an article that are no part of it, told by their words. They are judged at the edges only: inside an article
 * anything may be said. */
#pragma once

#include "jb-html-lines.h"
#include "jb-html-meta.h"

G_BEGIN_DECLS

/**
 * jb_html_noise_drop:
 * @lines: [@start, @end) are the article
 * @meta: what credits say is taken into it before they are dropped
 *
 * Marks the lines that are none of the article as dropped: asides, links that lead elsewhere, credits, buttons, invitations
 * to scan, what stands behind 往期回顾 and its like.
 */
void jb_html_noise_drop (GArray *lines, guint start, guint end, JbHtmlMeta *meta);

/* Whether the line is one of those that belong to no article anywhere on a page. */
gboolean jb_html_noise_is_one (const char *text);

/* Whether the line says that nothing of the article comes behind it: 相关阅读, 网友评论, END. */
gboolean jb_html_noise_is_finish (const JbHtmlLine *line);

G_END_DECLS
