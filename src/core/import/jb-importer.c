/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE  /* memmem() */

#include "jb-importer.h"

#include "jb-charset.h"
#include "jb-import-formats.h"
#include "jb-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first that recognises the bytes reads them; plain text takes what no other wants. */
static const JbImporter *const importers[] = {
  &jb_import_library_json,
  &jb_import_ninjs,
  &jb_import_newsml,
  &jb_import_newsml1,
  &jb_import_nitf,
  &jb_import_tei,
  &jb_import_docx,
  &jb_import_ofd,
  &jb_import_pdf,
  &jb_import_odt,
  &jb_import_epub,
  &jb_import_feed,
  &jb_import_html,
  &jb_import_rtf,
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

/* An office document with a password is a stream of this name in an OLE file (MS-OFFCRYPTO 2.3.4.4). */
static gboolean
is_encrypted_office (GBytes *bytes)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return memmem (data, n_bytes, name, sizeof name - 1) != NULL;
}

/* Returns: whether hardly anything stands outside of the tags */
static gboolean
is_mostly_tags (const char *data, gsize n_bytes)
{
  gsize n_inside = 0, start = n_bytes;

  for (gsize i = 0; i < n_bytes; i++)
    if (data[i] == '<')
      start = i;
    else if (data[i] == '>' && start < i)
      {
        n_inside += i + 1 - start;
        start = n_bytes;
      }
  return n_inside * 10 > n_bytes * 9;
}

/* Whether it says that it is XML, or is nothing but tags. Read as text it would make articles of them. */
static gboolean
is_markup (const JbInput *input)
{
  gsize n_bytes, n_mark;
  const char *data = g_bytes_get_data (input->bytes, &n_bytes);

  jb_charset_get_mark ((const guint8 *) data, n_bytes, &n_mark);
  for (data += n_mark, n_bytes -= n_mark; n_bytes > 0 && g_ascii_isspace (*data); data++)
    n_bytes--;
  if (n_bytes < 4 || *data != '<')
    return FALSE;
  return (n_bytes > 5 && (memcmp (data, "<?xml", 5) == 0 || memcmp (data, "<!DOC", 5) == 0)) || is_mostly_tags (data, n_bytes);
}

/* Whether it is a document in parts, be it of a kind that is not read: tables, slides, a Word document without its text. */
static gboolean
is_package (JbArchive *archive)
{
  GPtrArray *names = jb_archive_get_names (archive);

  if (jb_archive_has (archive, "[Content_Types].xml") || jb_archive_has (archive, "mimetype"))
    return TRUE;
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (names, i), "word/"))
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
  else if (input->archive != NULL)
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the office file holds no text document"));
  else if (jb_input_begins_with (input, "\xd0\xcf\x11\xe0") && is_encrypted_office (input->bytes))
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the document is locked with a password; save it without one first"));
  else if (jb_input_begins_with (input, "\xd0\xcf\x11\xe0"))
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("this is a file of an old office program; save it as DOCX first"));
  else if (is_markup (input))
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("this is XML of a kind that cannot be read, or it is damaged"));
  else
    g_set_error (error, JB_ERROR, JB_ERROR_BINARY, _("the file is neither text nor a document that can be read"));
}

const JbImporter *
jb_importer_get (guint index)
{
  return index < G_N_ELEMENTS (importers) ? importers[index] : NULL;
}

static const JbImporter *
find_importer (const JbInput *input)
{
  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    if (importers[i]->recognise (input))
      return importers[i] == &jb_import_text && is_markup (input) ? NULL : importers[i];
  return NULL;
}

gboolean
jb_importer_is_archive (const JbInput *input)
{
  return input->archive != NULL && find_importer (input) == NULL && !is_package (input->archive);
}

JbDecoded *
jb_importer_read (const JbInput *input, GError **error)
{
  const JbImporter *importer;
  JbDecoded *decoded = NULL;

  if (!jb_plain_check_size (g_bytes_get_size (input->bytes), JB_IMPORT_MAX_DOCUMENT, error))
    return NULL;
  importer = find_importer (input);
  if (importer != NULL)
    decoded = importer->decode (input, error);
  else
    refuse (input, error);
  if (decoded != NULL && decoded->media_type == NULL)
    decoded->media_type = g_strdup (importer->media_type);
  return decoded;
}
