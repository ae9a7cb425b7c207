/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Symbol and Wingdings have pictures where other fonts have letters. Only those that mean something in a text, or stand before the
 * items of a list, are known here. */
#pragma once

#include <glib.h>

/* Whether @font (nullable) is one of them. */
gboolean jb_symbol_font_is_one (const char *font);

/* Returns: the Unicode character for @code (of the font, or in the private use area U+F000 to U+F0FF) in @font (nullable);
 *   • for one that is not known */
gunichar jb_symbol_font_map (const char *font, gunichar code);
