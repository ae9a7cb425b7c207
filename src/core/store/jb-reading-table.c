/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-reading-table.h"

#include "jb-library-private.h"

#include <glib/gi18n-lib.h>

static const char insert_sql[] =
  "INSERT INTO reading (sha256, decoded) VALUES (?1, ?2) ON CONFLICT DO NOTHING";

static const char load_sql[] =
  "SELECT decoded FROM reading WHERE sha256 = ?1";

char *
jb_reading_table_insert (JbLibrary *library, const JbDecoded *decoded, GError **error)
{
  g_autoptr(GVariant) variant = g_variant_ref_sink (jb_decoded_to_variant (decoded));
  g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes (variant);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return jb_db_run (jb_library_get_db (library), error, insert_sql, "sb", sha256, bytes) ? g_steal_pointer (&sha256) : NULL;
}

JbDecoded *
jb_reading_table_load (JbLibrary *library, const char *reading, GError **error)
{
  g_autoptr(JbRows) rows = jb_db_query (jb_library_get_db (library), load_sql, "s", reading);

  if (jb_rows_next (rows, error))
    {
      g_autoptr(GBytes) bytes = jb_rows_dup_bytes (rows, 0);

      return jb_decoded_from_bytes (bytes, error);
    }
  if (!jb_rows_failed (rows))
    g_set_error (error, JB_ERROR, JB_ERROR_NOT_FOUND, _("the text of the source is missing in the library"));
  return NULL;
}
