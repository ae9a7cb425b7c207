/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the desk remembers between starts. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): NULL where the schema is not installed, as in a build folder */
GSettings *jb_settings_get (void);

/* Returns: (transfer full): the library to open at the start: the last one, else the default one in the user's data folder */
GFile *jb_settings_dup_library (void) G_GNUC_WARN_UNUSED_RESULT;

/* Remembers @library for the next start. */
void jb_settings_set_library (GFile *library);

/* Returns: (transfer full) (nullable): who changes are logged for; NULL for the name the system knows */
char *jb_settings_dup_author (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
