/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE  /* memmem */

#include "jb-plain.h"

#include "jb-import-formats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
jb_plain_is_one (GBytes *bytes)
{
  gsize n_bytes, at = 0;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  JbInput input = { .bytes = bytes };

  if (n_bytes == 0)
    return TRUE;
  if (n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    at = 3;
  while (at < n_bytes && g_ascii_isspace (data[at]))
    at++;
  if (at < n_bytes && strchr ("<{[", data[at]) != NULL)
    return FALSE;
  /* A PDF need not hold a byte that is no text, nor begin at the first (ISO 32000-1, note 13 of annex H). */
  return memmem (data, MIN (n_bytes, 1024), "%PDF-", 5) == NULL && jb_import_text.recognise (&input);
}

gboolean
jb_plain_check_size (gsize n_bytes, gsize limit, GError **error)
{
  if (n_bytes == 0)
    g_set_error (error, JB_ERROR, JB_ERROR_EMPTY, _("the file is empty"));
  else if (n_bytes > limit)
    g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("the file is larger than %d MiB"), (int) (limit / 1024 / 1024));
  else
    return TRUE;
  return FALSE;
}

JbDecoded *
jb_plain_read (GBytes *bytes, GError **error)
{
  JbInput input = { .bytes = bytes };
  JbDecoded *decoded;

  if (!jb_plain_check_size (g_bytes_get_size (bytes), JB_IMPORT_MAX_BYTES, error))
    return NULL;
  if (!jb_import_text.recognise (&input))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_BINARY, _("the file is not text"));
      return NULL;
    }
  decoded = jb_import_text.decode (&input, error);
  if (decoded != NULL)
    decoded->media_type = g_strdup (jb_import_text.media_type);
  return decoded;
}
