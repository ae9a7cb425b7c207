/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE  /* memfd_create() and its seals */

#include "jb-reader-process.h"

#include "jb-error.h"
#include "jb-picture-type.h"
#include "jb-plain.h"
#include "jb-reader-patience.h"
#include "jb-reader-protocol.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAX_FILES   200    /* that one helper reads: what a library leaks does not add up */
#define MAX_MEMBERS 10000  /* as many as jb_archive_open() takes */
#define MAX_REASON  1000   /* bytes */

struct _JbReaderProcess
{
  GSubprocess     *process;     /* owned, NULL while none runs */
  GUnixConnection *connection;  /* owned, likewise */
  GBytes          *sent;        /* owned: the bytes the helper has, NULL when it has none */
  gboolean         recognises;  /* the process was started so that it can */
  guint            n_files;     /* the process was sent */
  JbReaderPatience patience;    /* 0 for the usual one */
};

JbReaderProcess *
jb_reader_process_new (void)
{
  return g_new0 (JbReaderProcess, 1);
}

void
jb_reader_process_set_patience (JbReaderProcess *self, JbReaderPatience patience)
{
  self->patience = patience;
}

static JbReaderPatience
get_patience (const JbReaderProcess *self)
{
  if (self->patience.step > 0)
    return self->patience;
  return self->recognises ? JB_READER_RECOGNITION_PATIENCE : JB_READER_PATIENCE;
}

static void
stop (JbReaderProcess *self)
{
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->connection);
  g_clear_object (&self->process);
  g_clear_pointer (&self->sent, g_bytes_unref);
}

void
jb_reader_process_free (JbReaderProcess *self)
{
  stop (self);
  g_free (self);
}

void
jb_picture_free (JbPicture *self)
{
  g_bytes_unref (self->pixels);
  g_free (self);
}

/* Returns: (transfer full): beside this program in a build folder, else where it is installed */
static char *
find_program (void)
{
  const char *chosen = g_getenv ("JIANBAO_READER");
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, "..", "reader", "jianbao-reader", NULL) : NULL;

  if (chosen != NULL && *chosen != '\0')
    return g_strdup (chosen);
  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_strdup (JB_READER_PROGRAM);
}

static gboolean
start (JbReaderProcess *self, gboolean recognise, GError **error)
{
  g_autofree char *program = find_program ();
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                                                       G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr(GSocket) socket = NULL;
  g_autoptr(GError) failure = NULL;
  int ends[2];

  if (self->process != NULL && (self->recognises || !recognise) && self->n_files < MAX_FILES)
    return TRUE;
  stop (self);
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_HELPER, _("the reader cannot be started: %s"), g_strerror (errno));
      return FALSE;
    }
  socket = g_socket_new_from_fd (ends[0], NULL);
  g_subprocess_launcher_take_stdin_fd (launcher, ends[1]);
  g_subprocess_launcher_setenv (launcher, "OMP_THREAD_LIMIT", "1", TRUE);
  if (g_getenv ("JIANBAO_READER_DEBUG") != NULL)
    g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_NONE);
  self->process = g_subprocess_launcher_spawn (launcher, &failure, program, recognise ? "--recognise" : NULL, NULL);
  if (self->process == NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_HELPER, _("the reader cannot be started: %s"), failure->message);
      return FALSE;
    }
  self->recognises = recognise;
  self->n_files = 0;
  g_socket_set_timeout (socket, get_patience (self).step);
  self->connection = G_UNIX_CONNECTION (g_socket_connection_factory_create_connection (socket));
  return TRUE;
}

/* Returns: a descriptor of memory with the bytes in it that nobody can change any more, or -1 */
static int
seal_bytes (GBytes *bytes)
{
  int descriptor = memfd_create ("jianbao-input", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  gsize n_bytes, n_done = 0;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  while (descriptor >= 0 && n_done < n_bytes)
    {
      gssize n = write (descriptor, data + n_done, n_bytes - n_done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          close (descriptor);
          return -1;
        }
      n_done += (gsize) n;
    }
  if (descriptor >= 0)
    fcntl (descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
  return descriptor;
}

static gboolean
send_bytes (JbReaderProcess *self, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  int descriptor = seal_bytes (bytes);
  gboolean sent;

  if (descriptor < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
      return FALSE;
    }
  sent = g_unix_connection_send_fd (self->connection, descriptor, cancellable, error);
  close (descriptor);
  self->n_files++;
  g_clear_pointer (&self->sent, g_bytes_unref);
  self->sent = g_bytes_ref (bytes);
  return sent;
}

typedef struct
{
  JbRequestKind        kind;
  const JbReadOptions *options;  /* never NULL */
  const char          *member;
  guint                page;
  double               scale;
} Request;

static gboolean
send_request (JbReaderProcess *self, GBytes *bytes, const Request *request, GCancellable *cancellable, GError **error)
{
  gboolean is_new = self->sent != bytes;
  g_autoptr(GVariant) variant = g_variant_ref_sink (
      g_variant_new (JB_REQUEST_FORM, request->kind, is_new, request->options->password, request->options->recognise,
                     request->member ?: "", request->page, request->scale));

  return jb_reader_send (self->connection, request->kind, g_variant_get_data (variant), g_variant_get_size (variant), cancellable,
                         error) &&
         (!is_new || send_bytes (self, bytes, cancellable, error));
}

/* Passes on what is progress; a helper gone mad must not keep whoever waits busy. */
static void
report (const JbReadOptions *options, GBytes *message, gint64 *last)
{
  g_autoptr(GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(uu)"), message, FALSE));
  guint32 n_done, n_all;

  g_variant_get (variant, "(uu)", &n_done, &n_all);
  if (n_done > n_all || n_done <= *last)
    return;
  *last = n_done;
  if (options->progress != NULL)
    options->progress (n_done, n_all, options->progress_data);
}

static void
refuse (GError **error)
{
  g_set_error_literal (error, JB_ERROR, JB_ERROR_HELPER,
                       _("the file cannot be read: it is damaged, or too large to be taken apart"));
}

/* The helper said something that was not asked for; it is not to be trusted any more. */
static void
distrust (JbReaderProcess *self, GError **error)
{
  stop (self);
  refuse (error);
}

static void
take_failure (JbReaderProcess *self, GBytes *message, GError **error)
{
  g_autoptr(GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(us)"), message, FALSE));
  guint32 code;
  const char *reason;
  g_autofree char *cut = NULL;

  g_variant_get (variant, "(u&s)", &code, &reason);
  if (*reason == '\0')
    {
      distrust (self, error);
      return;
    }
  cut = g_strndup (reason, strlen (reason) > MAX_REASON ? (gsize) (g_utf8_find_prev_char (reason, reason + MAX_REASON) - reason)
                                                        : MAX_REASON);
  g_set_error_literal (error, JB_ERROR, (int) MIN (code, JB_ERROR_STORE), cut);
}

/* What went wrong between the two, in words an editor can do something with. */
static void
explain (GError *failure, GError **error)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (failure));
  else if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error_literal (error, JB_ERROR, JB_ERROR_HELPER, _("reading the file took too long"));
  else
    refuse (error);
}

/* Pictures are drawn by the library that recognition needs. */
static gboolean
needs_recognition (const Request *request, GBytes *bytes)
{
  return request->options->recognise || (request->kind == JB_REQUEST_RENDER && jb_picture_get_media_type (bytes) != NULL);
}

/* Returns: (transfer full) (nullable): the answer that is no progress */
static GBytes *
await_answer (JbReaderProcess *self, const Request *request, guint *kind, GCancellable *cancellable, GError **error)
{
  gint64 end = g_get_monotonic_time () + get_patience (self).whole * G_TIME_SPAN_SECOND;
  gint64 n_done = -1;

  for (;;)
    {
      g_autoptr(GBytes) answer = jb_reader_receive (self->connection, kind, JB_ANSWER_MAX_BYTES, end, cancellable, error);

      if (answer == NULL || *kind != JB_ANSWER_PROGRESS)
        return g_steal_pointer (&answer);
      report (request->options, answer, &n_done);
    }
}

/* A helper that ended since the last file, for whatever reason, is replaced: that is not this file's fault. */
static gboolean
send_to_any (JbReaderProcess *self, GBytes *bytes, const Request *request, GCancellable *cancellable, GError **error)
{
  gboolean is_used = self->n_files > 0;
  g_autoptr(GError) failure = NULL;

  if (send_request (self, bytes, request, cancellable, &failure))
    return TRUE;
  if (is_used && (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE) ||
                  g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED)))
    {
      stop (self);
      return start (self, needs_recognition (request, bytes), error) && send_request (self, bytes, request, cancellable, error);
    }
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Returns: (transfer full) (nullable): the answer that is no progress; after a failure between the two the process is gone */
static GBytes *
ask (JbReaderProcess *self, GBytes *bytes, const Request *request, guint *kind, GCancellable *cancellable, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) answer = NULL;

  if (!start (self, needs_recognition (request, bytes), error))
    return NULL;
  if (send_to_any (self, bytes, request, cancellable, &failure))
    answer = await_answer (self, request, kind, cancellable, &failure);
  if (answer == NULL)
    {
      stop (self);
      explain (failure, error);
      return NULL;
    }
  if (*kind == JB_ANSWER_FAILURE)
    {
      take_failure (self, answer, error);
      return NULL;
    }
  return g_steal_pointer (&answer);
}

/* Returns: (transfer full) (nullable): NULL where there are more than an archive may have */
static GPtrArray *
take_members (GBytes *answer)
{
  g_autoptr(GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("as"), answer, FALSE));
  GPtrArray *members;
  GVariantIter iter;
  char *name;

  if (g_variant_n_children (variant) > MAX_MEMBERS)
    return NULL;
  members = g_ptr_array_new_with_free_func (g_free);

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "s", &name))
    g_ptr_array_add (members, name);
  return members;
}

static const JbReadOptions no_options;

JbDecoded *
jb_reader_process_read (JbReaderProcess *self, GBytes *bytes, const JbReadOptions *options, GPtrArray **members,
                        GCancellable *cancellable, GError **error)
{
  const Request request = { .kind = JB_REQUEST_READ, .options = options ?: &no_options };
  g_autoptr(GBytes) answer = NULL;
  JbDecoded *decoded = NULL;
  guint kind;

  *members = NULL;
  if (jb_plain_is_one (bytes))
    return jb_plain_read (bytes, error);
  if (!jb_plain_check_size (g_bytes_get_size (bytes), JB_IMPORT_MAX_DOCUMENT, error))
    return NULL;
  answer = ask (self, bytes, &request, &kind, cancellable, error);
  if (answer == NULL)
    return NULL;
  if (kind == JB_ANSWER_DECODED)
    decoded = jb_decoded_from_bytes (answer, NULL);
  if (kind == JB_ANSWER_MEMBERS)
    *members = take_members (answer);
  if (decoded == NULL && *members == NULL)
    distrust (self, error);
  return decoded;
}

GBytes *
jb_reader_process_load_member (JbReaderProcess *self, GBytes *archive, const char *name, GCancellable *cancellable, GError **error)
{
  const Request request = { .kind = JB_REQUEST_MEMBER, .options = &no_options, .member = name };
  guint kind;
  g_autoptr(GBytes) answer = ask (self, archive, &request, &kind, cancellable, error);

  if (answer == NULL || kind == JB_ANSWER_BYTES)
    return g_steal_pointer (&answer);
  distrust (self, error);
  return NULL;
}

JbPicture *
jb_reader_process_render (JbReaderProcess *self, GBytes *bytes, const char *password, guint page, double scale,
                          GCancellable *cancellable, GError **error)
{
  const JbReadOptions options = { .password = password };
  const Request request = { .kind = JB_REQUEST_RENDER, .options = &options, .page = page, .scale = scale };
  guint kind;
  g_autoptr(GBytes) answer = ask (self, bytes, &request, &kind, cancellable, error);
  JbPicture *picture;
  JbPictureHead head;
  gsize n_bytes;

  if (answer == NULL)
    return NULL;
  n_bytes = g_bytes_get_size (answer);
  if (kind == JB_ANSWER_PICTURE && n_bytes > sizeof head)
    memcpy (&head, g_bytes_get_data (answer, NULL), sizeof head);
  if (kind != JB_ANSWER_PICTURE || n_bytes <= sizeof head || head.width == 0 || head.width > 100000 || head.height == 0 ||
      head.stride < head.width * 4 || n_bytes - sizeof head != (gsize) head.stride * head.height)
    {
      distrust (self, error);
      return NULL;
    }
  picture = g_new (JbPicture, 1);
  picture->width = head.width;
  picture->height = head.height;
  picture->stride = head.stride;
  picture->pixels = g_bytes_new_from_bytes (answer, sizeof head, n_bytes - sizeof head);
  return picture;
}
