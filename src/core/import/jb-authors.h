/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of those who wrote, out of a line or field that may hold anything: 本报记者 林小雨　通讯员 何清, 文/林小雨 图/周岚, admin,
 * 云汀报社, By Lin Xiaoyu. The words for roles are the project's own lists (resources/rules). */
#pragma once

#include "jb-decoded-builder.h"

G_BEGIN_DECLS

/**
 * jb_authors_read:
 * @text: UTF-8; what stands behind its first characters is text, not names, and is left out
 *
 * Returns: (transfer full) (element-type utf8): names of reporters, writers, correspondents and those of whom no role is told, none
 *   twice, without roles; photographers, editors, offices, users' names and papers are left out
 */
GPtrArray *jb_authors_read (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_authors_add_byline:
 * @line: as the article has it as a byline too
 *
 * Adds the same to the article's authors, but for correspondents, who are left to whoever reads the line as a byline.
 *
 * Returns: whether the line holds words that were understood
 */
gboolean jb_authors_add_byline (JbDecodedBuilder *builder, const char *line);

G_END_DECLS
