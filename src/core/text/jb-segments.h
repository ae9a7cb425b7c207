/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cutting running text into words by a dictionary. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jb_segments_cut:
 * @chars: @n code points
 * @begins: (out caller-allocates): @n + 1 bytes: 1 where a word or other piece begins and at the end, else 0
 *
 * Finds the words of ICU's Chinese dictionary. Which they are depends on the version of ICU, so nothing may rest on them
 * that must be the same everywhere.
 * Any thread may ask.
 */
void jb_segments_cut (const gunichar *chars, guint n, guint8 *begins);

G_END_DECLS
