/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which pieces belong to which article, and which short lines are its kicker (引题), title and deck (副题).
 *
 * A report announces itself: 本报讯（…） or a byline begins one, and the short lines above are its headline. A
 * headline may also be printed after its body; it is known by the words it shares with it. */
#pragma once

#include "jb-piece.h"

G_BEGIN_DECLS

/**
 * jb_headlines_assign:
 * @pieces: after rejoining; bodies settled, short lines open
 * @is_front: the page has a masthead
 *
 * Sets every piece's article and settles kickers, titles and decks.
 *
 * Returns: the number of articles, at least 1
 */
guint jb_headlines_assign (GArray *pieces, gboolean is_front);

G_END_DECLS
