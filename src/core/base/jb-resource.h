/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Data compiled into the core: schema scripts, rules, page styles, samples. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * jb_resource_load:
 * @path: below the core's prefix, e.g. "rules/surnames.txt"
 *
 * The data is part of the program, so a missing path is a programmer's mistake and aborts.
 *
 * Returns: (transfer full): the bytes; followed by a NUL byte that is not counted
 */
GBytes *jb_resource_load (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_resource_load_lines:
 * @path: as for jb_resource_load()
 *
 * Reads a rules list: UTF-8, one entry a line, surrounding white space and empty lines dropped,
 * lines starting with '#' are comments.
 *
 * Returns: (transfer full): a NULL-terminated array
 */
GStrv jb_resource_load_lines (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_resource_list:
 * @folder: below the core's prefix, e.g. "samples"
 *
 * Returns: (transfer full): the names in it, sorted
 */
GStrv jb_resource_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
