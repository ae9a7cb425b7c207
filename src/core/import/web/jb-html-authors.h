/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of writers in a field that may hold anything: 本报记者 林小雨　通讯员 何清, admin, 云汀报社, By Lin Xiaoyu. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type utf8): persons' names, none twice, without roles; photographers, offices, users' names and
 *   papers are left out */
GPtrArray *jb_html_authors_read (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
