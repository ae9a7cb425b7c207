/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * jianbao-reader: takes files apart for the programs that started it, and may do nothing else. Its standard input is a socket on
 * which jb-reader-protocol.h is spoken. With --recognise it can find text in pictures as well. */
#include "jb-confine.h"
#include "jb-error.h"
#include "jb-importer.h"
#include "jb-locale.h"
#include "jb-ocr.h"
#include "jb-pdf-render.h"
#include "jb-reader-protocol.h"
#include "jb-render.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <libxml/parser.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#define MAX_MEMORY         (768 * 1024 * 1024)
#define MAX_MEMORY_PICTURES (2048UL * 1024 * 1024)
#define FILE_SECONDS       60
#define RECOGNITION_SECONDS 3600

typedef struct
{
  GUnixConnection *connection;  /* owned */
  JbInput         *input;       /* owned: the bytes that the requests are about, NULL at first */
  gboolean         recognises;
} Reader;

static gboolean
answer (Reader *self, JbAnswerKind kind, const void *bytes, gsize n_bytes)
{
  if (n_bytes <= JB_ANSWER_MAX_BYTES)
    return jb_reader_send (self->connection, kind, bytes, n_bytes, NULL, NULL);
  return FALSE;
}

/* Takes @variant if it floats. */
static gboolean
answer_variant (Reader *self, JbAnswerKind kind, GVariant *variant)
{
  g_autoptr(GVariant) sunk = g_variant_ref_sink (variant);

  return answer (self, kind, g_variant_get_data (sunk), g_variant_get_size (sunk));
}

static gboolean
answer_failure (Reader *self, GError *failure)
{
  guint code = failure->domain == JB_ERROR ? (guint) failure->code : JB_ERROR_FORMAT;
  g_autofree char *message = g_utf8_make_valid (failure->message, -1);

  return answer_variant (self, JB_ANSWER_FAILURE, g_variant_new ("(us)", code, message));
}

static void
progress_cb (guint n_done, guint n_all, gpointer data)
{
  answer_variant (data, JB_ANSWER_PROGRESS, g_variant_new ("(uu)", n_done, n_all));
}

static void
unmap (gpointer data)
{
  g_mapped_file_unref (data);
}

static gboolean
take_bytes (Reader *self, GError **error)
{
  int descriptor = g_unix_connection_receive_fd (self->connection, NULL, error);
  g_autoptr(GMappedFile) mapped = descriptor >= 0 ? g_mapped_file_new_from_fd (descriptor, FALSE, error) : NULL;
  g_autoptr(GBytes) bytes = NULL;
  const void *data;

  if (descriptor >= 0)
    close (descriptor);
  if (mapped == NULL)
    return FALSE;
  data = g_mapped_file_get_contents (mapped);
  bytes = g_bytes_new_with_free_func (data, g_mapped_file_get_length (mapped), unmap, g_mapped_file_ref (mapped));
  g_clear_pointer (&self->input, jb_input_free);
  self->input = jb_input_new (bytes);
  return TRUE;
}

static gboolean
read_input (Reader *self)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(JbDecoded) decoded = NULL;

  if (jb_importer_is_archive (self->input))
    return answer_variant (self, JB_ANSWER_MEMBERS,
                           g_variant_new_strv ((const char *const *) jb_archive_get_names (self->input->archive)->pdata,
                                               (gssize) jb_archive_get_names (self->input->archive)->len));
  decoded = jb_importer_read (self->input, &failure);
  return decoded != NULL ? answer_variant (self, JB_ANSWER_DECODED, jb_decoded_to_variant (decoded))
                         : answer_failure (self, failure);
}

static gboolean
load_member (Reader *self, const char *name)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (self->input->archive == NULL)
    g_set_error (&failure, JB_ERROR, JB_ERROR_FORMAT, "no archive");
  else
    bytes = jb_archive_load (self->input->archive, name, &failure);
  return bytes != NULL ? answer (self, JB_ANSWER_BYTES, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : answer_failure (self, failure);
}

/* Pixels go row by row behind a head that says how many there are. */
static gboolean
answer_picture (Reader *self, cairo_surface_t *surface)
{
  const JbPictureHead head = {
    (guint32) cairo_image_surface_get_width (surface),
    (guint32) cairo_image_surface_get_height (surface),
    (guint32) cairo_image_surface_get_stride (surface),
  };
  gsize n_pixels = (gsize) head.stride * head.height;
  g_autofree guint8 *message = g_try_malloc (sizeof head + n_pixels);

  if (message == NULL)
    return FALSE;
  cairo_surface_flush (surface);
  memcpy (message, &head, sizeof head);
  memcpy (message + sizeof head, cairo_image_surface_get_data (surface), n_pixels);
  return answer (self, JB_ANSWER_PICTURE, message, sizeof head + n_pixels);
}

static gboolean
render (Reader *self, guint page, double scale)
{
  g_autoptr(GError) failure = NULL;
  cairo_surface_t *surface = jb_render_page (self->input, page, scale, &failure);
  gboolean goes_on = surface != NULL ? answer_picture (self, surface) : answer_failure (self, failure);

  g_clear_pointer (&surface, cairo_surface_destroy);
  return goes_on;
}

/* Returns: FALSE where nobody listens any more */
static gboolean
serve (Reader *self, GBytes *message)
{
  g_autoptr(GVariant) request = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (JB_REQUEST_FORM), message, FALSE));
  g_autofree char *password = NULL;
  const char *member;
  gboolean is_new, recognise;
  guint32 kind, page;
  double scale;

  g_variant_get (request, "(ubmsb&sud)", &kind, &is_new, &password, &recognise, &member, &page, &scale);
  jb_confine_allow_seconds (recognise ? RECOGNITION_SECONDS : FILE_SECONDS);
  if ((is_new && !take_bytes (self, NULL)) || self->input == NULL)
    return FALSE;
  self->input->password = password;
  self->input->recognise = recognise && self->recognises;
  self->input->progress = progress_cb;
  self->input->progress_data = self;
  switch ((JbRequestKind) kind)
    {
    case JB_REQUEST_READ:
      return read_input (self);
    case JB_REQUEST_MEMBER:
      return load_member (self, member);
    case JB_REQUEST_RENDER:
      return render (self, page, scale);
    default:
      return FALSE;
    }
}

/* What is opened on first use has to be opened before nothing can be opened any more: converters of charsets, translations, and
 * what recognises text; where that is missing it says so when it is asked. */
static void
load_everything (gboolean recognise)
{
  static const char *const charsets[] = { "GB18030", "GBK", "BIG5-HKSCS", "BIG5", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE",
                                          "UTF-32BE", "SHIFT_JIS", "EUC-KR", "ISO-8859-1", "CP1252", "CP1251" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    (void) !g_iconv_open ("UTF-8", charsets[i]);
  xmlInitParser ();
  jb_pdf_prepare ();
  if (recognise)
    jb_ocr_prepare (NULL);
  (void) !*_("the file is empty");
}

static void
set_language (void)
{
  jb_locale_init (LOCALEDIR);
  /* Names in archives are read in the locale's charset. */
  if (g_strcmp0 (nl_langinfo (CODESET), "UTF-8") != 0)
    setlocale (LC_CTYPE, "C.UTF-8");
}

int
main (int argc, char **argv)
{
  Reader self = { .recognises = argc > 1 && g_str_equal (argv[1], "--recognise") };
  g_autoptr(GError) error = NULL;
  g_autoptr(GSocket) socket = NULL;
  GBytes *message;
  guint kind;

  set_language ();
  load_everything (self.recognises);
  socket = g_socket_new_from_fd (STDIN_FILENO, &error);
  if (socket == NULL || !jb_confine (self.recognises ? MAX_MEMORY_PICTURES : MAX_MEMORY, &error) ||
      !jb_confine_end_with (STDIN_FILENO, &error))
    {
      g_printerr ("jianbao-reader: %s\n", error->message);
      return 1;
    }
  self.connection = G_UNIX_CONNECTION (g_socket_connection_factory_create_connection (socket));
  while ((message = jb_reader_receive (self.connection, &kind, JB_REQUEST_MAX_BYTES, 0, NULL, NULL)) != NULL)
    {
      gboolean goes_on = serve (&self, message);

      g_bytes_unref (message);
      if (!goes_on)
        break;
    }
  g_clear_pointer (&self.input, jb_input_free);
  g_object_unref (self.connection);
  return 0;
}
