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

/* The socket's own limit begins anew with every byte; @end does not. */
static gboolean
read_whole (GUnixConnection *connection, guint8 *bytes, gsize n_bytes, gint64 end, GCancellable *cancellable, GError **error)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));

  while (n_bytes > 0)
    {
      gssize n = g_input_stream_read (input, bytes, n_bytes, cancellable, error);

      if (n < 0)
        return FALSE;
      if (n == 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, "the connection has ended");
          return FALSE;
        }
      bytes += n;
      n_bytes -= (gsize) n;
      if (n_bytes > 0 && end > 0 && g_get_monotonic_time () > end)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "the message took too long");
          return FALSE;
        }
    }
  return TRUE;
}

GBytes *
jb_reader_receive (GUnixConnection *connection, guint *kind, gsize limit, gint64 end, GCancellable *cancellable, GError **error)
{
  JbMessageHead head;
  g_autofree guint8 *bytes = NULL;

  if (!read_whole (connection, (guint8 *) &head, sizeof head, end, cancellable, error))
    return NULL;
  if (end > 0 && g_get_monotonic_time () > end)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "the messages took too long");
      return NULL;
    }
  if (head.length > limit)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the message is too long");
      return NULL;
    }
  bytes = g_try_malloc (MAX (head.length, 1));
  if (bytes == NULL || !read_whole (connection, bytes, head.length, end, cancellable, error))
    {
      if (bytes == NULL)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "no memory for the message");
      return NULL;
    }
  *kind = head.kind;
  return g_bytes_new_take (g_steal_pointer (&bytes), head.length);
}
