/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What commands read beside the library. */
#include "jb-cli.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

GBytes *
jb_cli_read_input (const char *name, GError **error)
{
  char *data;
  gsize n_bytes;

  if (g_str_equal (name, "-"))
    {
      g_autoptr(GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();

      if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
        return NULL;
      return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
    }
  return g_file_get_contents (name, &data, &n_bytes, error) ? g_bytes_new_take (data, n_bytes) : NULL;
}

JbNameList *
jb_cli_read_names (const char *path, gboolean *whole)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = jb_cli_read_input (path, &error);
  g_autoptr(JbNameList) list = bytes != NULL ? jb_name_list_read (bytes, &error) : NULL;

  if (list == NULL)
    {
      g_printerr ("%s: %s\n", path, error->message);
      return NULL;
    }
  for (guint i = 0; i < list->faults->len; i++)
    {
      const JbListFault *fault = g_ptr_array_index (list->faults, i);

      g_printerr ("%s:%u: %s\n", path, fault->line, fault->reason);
    }
  *whole = list->faults->len == 0;
  return g_steal_pointer (&list);
}
