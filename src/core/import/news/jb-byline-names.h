/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who wrote it, out of a line like “本报记者 林小雨 周岚 通讯员 何清”, for formats that do not mark the names. */
#pragma once

#include "jb-decoded-builder.h"

G_BEGIN_DECLS

/* Adds those whom the line calls reporters or writers, or calls nothing, as authors of the article. Correspondents and
 * photographers are left to whoever reads the line as a byline. Returns: whether the line holds words that were understood */
gboolean jb_byline_names_add (JbDecodedBuilder *builder, const char *line);

G_END_DECLS
