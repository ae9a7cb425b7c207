/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of blocks that no straight cut divides: what is above comes before what is below it, what is left before what is right
 * of it unless something lies across both between them. */
#pragma once

#include "jb-page-pieces.h"

G_BEGIN_DECLS

/**
 * jb_page_blocks_order:
 * @pieces: of the page
 * @order: @n indices into @pieces
 * @keys: (out): by the piece's index: which block it belongs to; blocks are read in the order of these numbers
 *
 * Returns: FALSE where there is but one block, or too many
 */
gboolean jb_page_blocks_order (const JbPiece *pieces, const guint *order, guint n, guint *keys);

G_END_DECLS
