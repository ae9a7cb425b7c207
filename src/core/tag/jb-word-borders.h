/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word borders: where the dictionary of ICU sees the words of a Chinese text begin and end. A name that stands in no
 * dictionary falls apart into single characters there, which is what tells it from common words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jb_word_borders_find:
 * @chars: @n code points
 * @borders: (out caller-allocates): @n + 1 bytes, by position: 1 where a word begins or ends, else 0
 *
 * Any thread may ask.
 */
void jb_word_borders_find (const gunichar *chars, guint n, guint8 *borders);

G_END_DECLS
