/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives up all rights a reader of files does not need. Nothing of it can be taken back. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jb_confine:
 * @max_memory: bytes of address space
 *
 * Bounds memory; no files but those of the system's fonts and character maps (Landlock, or where the kernel has none, no files at
 * all); no network, no other programs, no looking into processes or signals to them (seccomp); no core dumps. To be called while
 * there is one thread.
 *
 * Returns: FALSE with a reason; the process must then not go on
 */
gboolean jb_confine (gsize max_memory, GError **error);

/**
 * jb_confine_end_with:
 * @connection: a socket
 *
 * The process ends at once when the other end is closed, as it is when the program that holds it ends, even while a file keeps it
 * busy. (PR_SET_PDEATHSIG would end it with the thread that started it.)
 */
gboolean jb_confine_end_with (int connection, GError **error);

/* From now on the process may use so many seconds of processor time more. */
void jb_confine_allow_seconds (guint n_seconds);

G_END_DECLS
