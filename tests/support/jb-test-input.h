/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files for importers, and what importers make of them as text that people can read. */
#pragma once

#include "jb-importer.h"

/**
 * jb_test_load_input:
 * @path: a file, or a folder whose files become a zip archive (mimetype first and stored, the others by name)
 *
 * Returns: (transfer full): the bytes to be imported
 */
GBytes *jb_test_load_input (const char *path);

/* Returns: (transfer full): a zip archive of these members; @names, NULL-terminated, and as many texts */
GBytes *jb_test_zip (const char *const *names, const char *const *texts);

/* Returns: (transfer full): a zip archive of one member */
GBytes *jb_test_zip_bytes (const char *name, GBytes *content);

/* Returns: (transfer full) (nullable): what the importers make of @n_bytes, or of a string where that is -1 */
JbDecoded *jb_test_read (const char *data, gssize n_bytes, GError **error);

/* Returns: (transfer full) (nullable): the same of a zip archive of these members */
JbDecoded *jb_test_read_zip (const char *const *names, const char *const *texts, GError **error);

/* Returns: (transfer full): @before, @n times @what, and @after */
char *jb_test_repeat (const char *before, const char *what, guint n, const char *after);

/**
 * jb_test_dump_decoded:
 *
 *   type: text/html
 *   bulletin: 云汀报, issue 621, 2023-07-18
 *   === 2023-07-18; 林小雨
 *   [title] 云岭村夜校开课了
 *   [heading 1] …
 *   [display] …
 *   a line of which nothing is known
 *   <person 何清 = 何清> tags, at the end, as type, text and name
 *
 * Returns: (transfer full): lines that are there only where there is something to say
 */
char *jb_test_dump_decoded (const JbDecoded *decoded);
