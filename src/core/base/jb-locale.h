/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jb_locale_init:
 * @folder: where the translations are installed; JB_LOCALE_DIR in the environment names another place, for a program that runs
 *   from the build tree
 *
 * Takes the user's locale and translations; the first thing a program does.
 */
void jb_locale_init (const char *folder);

G_END_DECLS
