/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What commands read beside the library. */
#include "jb-cli.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

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

/* Whether a NUL stands in the line, bare or as \u0000: a text would end there without a word. */
static gboolean
holds_nul (const char *line, gsize n_bytes)
{
  if (memchr (line, '\0', n_bytes) != NULL)
    return TRUE;
  for (const char *p = line; (p = strchr (p, '\\')) != NULL && p[1] != '\0'; p += 2)
    if (strncmp (p + 1, "u0000", strlen ("u0000")) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_text (const char *line, gsize n_bytes, guint number, JbCliTextFunc func, gpointer data, GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonObject *object;

  if (holds_nul (line, n_bytes))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("a NUL character, which is no text"));
      return FALSE;
    }
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

gsize
jb_cli_get_mark_length (GBytes *bytes)
{
  gsize n_bytes, n_mark = strlen (BYTE_ORDER_MARK);
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return n_bytes >= n_mark && memcmp (data, BYTE_ORDER_MARK, n_mark) == 0 ? n_mark : 0;
}

gboolean
jb_cli_read_texts (const char *name, GBytes *bytes, JbCliTextFunc func, gpointer data)
{
  gsize n_bytes = g_bytes_get_size (bytes);
  g_autofree char *text = g_malloc (n_bytes + 1);
  char *end = text + n_bytes;
  gboolean whole = TRUE;
  guint number = 0;

  if (n_bytes > 0)
    memcpy (text, g_bytes_get_data (bytes, NULL), n_bytes);
  for (char *line = text + jb_cli_get_mark_length (bytes), *next; line < end; line = next + 1)
    {
      g_autoptr(GError) error = NULL;

      next = memchr (line, '\n', end - line);
      next = next != NULL ? next : end;
      *next = '\0';
      number++;
      if (line + strspn (line, " \t\r\v\f") != next && !read_text (line, next - line, number, func, data, &error))
        {
          jb_cli_complain ("%s:%u: %s", name, number, error->message);
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
      jb_cli_complain ("%s: %s", path, error->message);
      return NULL;
    }
  for (guint i = 0; i < list->faults->len; i++)
    {
      const JbListFault *fault = g_ptr_array_index (list->faults, i);

      jb_cli_complain ("%s:%u: %s", path, fault->line, fault->reason);
    }
  *whole = list->faults->len == 0;
  return g_steal_pointer (&list);
}
