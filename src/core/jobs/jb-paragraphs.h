/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undoing by hand what the program put together, and putting together what it did not. Each function is one operation; tags,
 * statements and sentences of briefings stay where they are in the text. */
#pragma once

#include "jb-article.h"
#include "jb-library.h"

G_BEGIN_DECLS

/**
 * jb_paragraphs_split:
 * @article: as jb_desk_load_article() gives it
 * @offset: in its text: where the second part is to begin
 *
 * Divides the block. A tag across the cut goes. Fails as jb_recut_split() does.
 */
gboolean jb_paragraphs_split (JbLibrary *library, const JbArticle *article, guint offset, GError **error);

/* Puts the block at @offset together with the next one, and fails, as jb_recut_join() does. */
gboolean jb_paragraphs_join (JbLibrary *library, const JbArticle *article, guint offset, GError **error);

G_END_DECLS
