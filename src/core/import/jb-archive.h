/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A zip archive in memory, read by names of its members. Nothing is ever unpacked to disk. Bounds, all with a clear message: 10,000
 * members, 64 MiB out of one member, 200 times what went in (small members apart), 256 MiB out of the archive in all. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _JbArchive JbArchive;

/* Returns: TRUE where @bytes begin like a zip archive */
gboolean jb_archive_is_one (GBytes *bytes);

/**
 * jb_archive_open:
 *
 * Reads the list of members. Absolute names, names with .. or of more than 1,024 bytes, and links are left out; of members of the
 * same name the first counts.
 *
 * Returns: (transfer full) (nullable): NULL with JB_ERROR_FORMAT (damaged, cut off) or JB_ERROR_TOO_LARGE
 */
JbArchive *jb_archive_open (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void       jb_archive_free (JbArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbArchive, jb_archive_free)

/* Returns: (transfer none) (element-type utf8): names of the members that are files, in the archive's order */
GPtrArray *jb_archive_get_names (JbArchive *self);

/* Whether there is a member of just that name. */
gboolean jb_archive_has (JbArchive *self, const char *name);

/**
 * jb_archive_load:
 *
 * Returns: (transfer full) (nullable): the member's bytes; NULL with JB_ERROR_NOT_FOUND, JB_ERROR_FORMAT, JB_ERROR_PASSWORD
 *   (encrypted) or JB_ERROR_TOO_LARGE
 */
GBytes *jb_archive_load (JbArchive *self, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_archive_resolve:
 * @from: (nullable): name of the member in which the reference stands; NULL or "" where it counts from the root
 * @reference: a relative reference (RFC 3986, 4.2) as the file writes it: percent-encoded or not, perhaps with a query, a fragment
 *   and backslashes for slashes; one that begins with a slash counts from the root
 *
 * Returns: (transfer full): the name it leads to, whether or not there is such a member, without . and .., which never lead out of
 *   the archive; "" where the reference names nothing
 */
char *jb_archive_resolve (const char *from, const char *reference) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
