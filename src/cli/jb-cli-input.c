/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What commands read beside the library. */
#include "jb-cli.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
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

static gboolean
read_text (const char *line, guint number, JbCliTextFunc func, gpointer data, GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonObject *object;

  if (!json_parser_load_from_data (parser, line, -1, error))
    return FALSE;
  root = json_parser_get_root (parser);
  object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (object == NULL || !json_object_has_member (object, "text") ||
      json_node_get_value_type (json_object_get_member (object, "text")) != G_TYPE_STRING)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("no member “text”"));
      return FALSE;
    }
  return func (object, json_object_get_string_member (object, "text"), number, data, error);
}

gboolean
jb_cli_read_texts (const char *name, GBytes *bytes, JbCliTextFunc func, gpointer data)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gboolean whole = TRUE;
  guint number = 0;

  for (char *line = text, *next; line != NULL; line = next)
    {
      g_autoptr(GError) error = NULL;

      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      number++;
      if (*g_strstrip (line) != '\0' && !read_text (line, number, func, data, &error))
        {
          g_printerr ("%s:%u: %s\n", name, number, error->message);
          whole = FALSE;
        }
    }
  return whole;
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
