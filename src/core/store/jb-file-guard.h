/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps other programs from taking a library that is open here for one that nobody has open.
 *
 * SQLite’s locks on a file all go when this process closes any descriptor of it
 * (https://www.sqlite.org/howtocorrupt.html, 2.2), and a file chooser of the toolkit opens and closes whatever it lists, to see
 * what kind of file it is. Another program that then closes the library as its last user, as it thinks, deletes the log in which
 * this one goes on writing. Locks of an open file description stay; the guard holds those that SQLite holds as long as a
 * connection is open. */
#pragma once

#include "jb-db.h"

G_BEGIN_DECLS

typedef struct _JbFileGuard JbFileGuard;

/**
 * jb_file_guard_take:
 *
 * To be called once for each connection, when it is in WAL mode and has read.
 *
 * Returns: (nullable): for jb_file_guard_close(); the same for all connections of a file. NULL where there is no such file
 */
JbFileGuard *jb_file_guard_take (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Closes the connection; with the last one of the file in this process the guard goes first, so that SQLite can tidy up.
 * @self: (nullable) */
void jb_file_guard_close (JbFileGuard *self, JbDb *db);

G_END_DECLS
