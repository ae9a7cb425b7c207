/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-reader-protocol.h"

gboolean
jb_reader_send (GUnixConnection *connection, guint kind, const void *bytes, gsize n_bytes, GCancellable *cancellable,
                GError **error)
{
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  JbMessageHead head = { kind, (guint32) n_bytes };

  return g_output_stream_write_all (output, &head, sizeof head, NULL, cancellable, error) &&
         g_output_stream_write_all (output, bytes, n_bytes, NULL, cancellable, error);
}

static gboolean
read_whole (GUnixConnection *connection, void *bytes, gsize n_bytes, GCancellable *cancellable, GError **error)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  gsize n_read;

  if (!g_input_stream_read_all (input, bytes, n_bytes, &n_read, cancellable, error))
    return FALSE;
  if (n_read == n_bytes)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, "the connection has ended");
  return FALSE;
}

GBytes *
jb_reader_receive (GUnixConnection *connection, guint *kind, gsize limit, GCancellable *cancellable, GError **error)
{
  JbMessageHead head;
  g_autofree guint8 *bytes = NULL;

  if (!read_whole (connection, &head, sizeof head, cancellable, error))
    return NULL;
  if (head.length > limit)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the message is too long");
      return NULL;
    }
  bytes = g_try_malloc (MAX (head.length, 1));
  if (bytes == NULL || !read_whole (connection, bytes, head.length, cancellable, error))
    {
      if (bytes == NULL)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "no memory for the message");
      return NULL;
    }
  *kind = head.kind;
  return g_bytes_new_take (g_steal_pointer (&bytes), head.length);
}
