/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-importer.h"

#include "jb-import-formats.h"
#include "jb-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first that recognises the bytes reads them; plain text takes what no other wants. */
static const JbImporter *const importers[] = {
  &jb_import_ofd,
  &jb_import_pdf,
  &jb_import_picture,
  &jb_import_text,
};

JbInput *
jb_input_new (GBytes *bytes)
{
  JbInput *self = g_new0 (JbInput, 1);

  self->bytes = g_bytes_ref (bytes);
  if (jb_archive_is_one (bytes))
    self->archive = jb_archive_open (bytes, NULL);
  else
    jb_xml_sniff_root (bytes, &self->root, &self->root_ns);
  return self;
}

void
jb_input_free (JbInput *self)
{
  g_clear_pointer (&self->archive, jb_archive_free);
  g_free (self->root);
  g_free (self->root_ns);
  g_bytes_unref (self->bytes);
  g_free (self);
}

gboolean
jb_input_begins_with (const JbInput *self, const char *magic)
{
  gsize n_bytes, n_magic = strlen (magic);
  const char *data = g_bytes_get_data (self->bytes, &n_bytes);

  return n_bytes >= n_magic && memcmp (data, magic, n_magic) == 0;
}

void
jb_input_report (const JbInput *self, guint n_done, guint n_all)
{
  if (self->progress != NULL)
    self->progress (n_done, n_all, self->progress_data);
}

gboolean
jb_importer_is_plain (GBytes *bytes)
{
  gsize n_bytes, at = 0;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  JbInput input = { .bytes = bytes };

  if (n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    at = 3;
  while (at < n_bytes && g_ascii_isspace (data[at]))
    at++;
  return jb_import_text.recognise (&input) && (at == n_bytes || strchr ("<{[", data[at]) == NULL);
}

static gboolean
check_size (GBytes *bytes, GError **error)
{
  if (g_bytes_get_size (bytes) == 0)
    g_set_error (error, JB_ERROR, JB_ERROR_EMPTY, _("the file is empty"));
  else if (g_bytes_get_size (bytes) > JB_IMPORT_MAX_BYTES)
    g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("the file is larger than %d MiB"), JB_IMPORT_MAX_BYTES / 1024 / 1024);
  else
    return TRUE;
  return FALSE;
}

/* Kinds of files that people try and that no importer reads. */
static void
refuse (const JbInput *input, GError **error)
{
  if (jb_archive_is_one (input->bytes) && input->archive == NULL)
    {
      g_autoptr(JbArchive) archive = jb_archive_open (input->bytes, error);

      g_return_if_fail (archive == NULL);
    }
  else if (jb_input_begins_with (input, "\xd0\xcf\x11\xe0"))
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("this is a file of an old office program; save it as DOCX first"));
  else
    g_set_error (error, JB_ERROR, JB_ERROR_BINARY, _("the file is neither text nor a document that can be read"));
}

static JbDecoded *
decode (const JbImporter *importer, const JbInput *input, GError **error)
{
  JbDecoded *decoded = importer->decode (input, error);

  if (decoded != NULL && decoded->media_type == NULL)
    decoded->media_type = g_strdup (importer->media_type);
  return decoded;
}

JbDecoded *
jb_importer_read_plain (GBytes *bytes, GError **error)
{
  JbInput input = { .bytes = bytes };

  if (!check_size (bytes, error))
    return NULL;
  if (jb_import_text.recognise (&input))
    return decode (&jb_import_text, &input, error);
  g_set_error (error, JB_ERROR, JB_ERROR_BINARY, _("the file is not text"));
  return NULL;
}

JbDecoded *
jb_importer_read (const JbInput *input, GError **error)
{
  if (!check_size (input->bytes, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    if (importers[i]->recognise (input))
      return decode (importers[i], input, error);
  refuse (input, error);
  return NULL;
}
