/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strings that GLib 2.74 has no function for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Replaces an owned string by a copy of @value, which may point into the old one and may be NULL. */
void jb_set_string (char **field, const char *value);

G_END_DECLS
