/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decoded text is the file itself, decoded, with CRLF and lone CR turned into LF and nothing else changed: offsets into it
 * are offsets into the file. */
#include "jb-charset.h"
#include "jb-import-formats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Control characters that no text holds; a file with more than a few of them is something else. Where the rest is UTF-8 beyond
 * ASCII, which comes about by no chance, one of each may be there. */
static gboolean
has_controls (const guint8 *bytes, gsize n_bytes, const char *charset)
{
  gsize n = 0, n_beyond = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      n_beyond += bytes[i] >= 0x80;
      if (bytes[i] < 0x20 && (bytes[i] == 0 || strchr ("\t\n\r\f\v\x1a\x1b", bytes[i]) == NULL))
        n++;
    }
  return n > MAX (n_bytes / 200, g_str_equal (charset, "UTF-8") && n_beyond >= 8 ? 0x20 : 0);
}

static gboolean
recognise (const JbInput *input)
{
  gsize n_bytes, n_mark;
  const guint8 *data = g_bytes_get_data (input->bytes, &n_bytes);
  const char *charset = jb_charset_detect (data, n_bytes, &n_mark);

  if (charset == NULL || jb_archive_is_one (input->bytes))
    return FALSE;
  /* Every other byte of UTF-16 may look like a control character. */
  return g_str_has_prefix (charset, "UTF-16") || g_str_has_prefix (charset, "UTF-32") || !has_controls (data, n_bytes, charset);
}

static void
normalise_line_ends (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from == '\r' && from[1] == '\n')
        continue;
      *to++ = *from == '\r' ? '\n' : *from;
    }
  *to = '\0';
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  gsize n_bytes, n_mark, n_text;
  const char *data = g_bytes_get_data (input->bytes, &n_bytes);
  const char *charset = jb_charset_detect ((const guint8 *) data, n_bytes, &n_mark);
  gsize n_bad;
  JbDecoded *decoded;
  g_autofree char *text = NULL;

  g_return_val_if_fail (charset != NULL, NULL);

  if (memchr (data, 0, n_bytes) != NULL && !g_str_has_prefix (charset, "UTF-16") && !g_str_has_prefix (charset, "UTF-32"))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_BINARY, _("the file is not text"));
      return NULL;
    }
  /* What is damaged shows as U+FFFD; that is better than no text at all. */
  text = jb_charset_convert (data + n_mark, n_bytes - n_mark, charset, &n_text, &n_bad);
  if (n_bad > jb_charset_get_most_bad (n_bytes))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_ENCODING, _("the text looks like %s, but too many of its bytes mean nothing in that"),
                   charset);
      return NULL;
    }
  normalise_line_ends (text);

  decoded = jb_decoded_new (g_steal_pointer (&text));
  decoded->encoding = g_strdup (charset);
  return decoded;
}

const JbImporter jb_import_text = { "text/plain", recognise, decode };
