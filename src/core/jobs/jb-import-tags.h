/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags that a file brought along (NITF, TEI …) become confirmed ones: somebody has decided them. */
#pragma once

#include "jb-decoded.h"
#include "jb-library.h"

G_BEGIN_DECLS

/* @articles: (element-type JbArticle): of the file, stored already. A tag that lies in no block of theirs is passed over. Part of
 * the operation that is open. */
gboolean jb_take_over_tags (JbLibrary *library, const JbDecoded *decoded, GPtrArray *articles, GError **error);

G_END_DECLS
