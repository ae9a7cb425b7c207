/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-clipboard.h"

#include "jb-plain.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GdkClipboard *clipboard;  /* owned */
  GBytes       *html;       /* owned, NULL where there is none */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->clipboard);
  g_clear_pointer (&reading->html, g_bytes_unref);
  g_free (reading);
}

static char *
dup_name (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  /* Translators: the name of a pasted text; a strftime format: day and time. */
  return g_date_time_format (now, _("Clipboard %Y-%m-%d %H:%M"));
}

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr(GBytes) plain = text != NULL && !is_blank (text) ? g_bytes_new (text, strlen (text)) : NULL;
  g_autofree char *name = dup_name ();

  if (reading->html != NULL)
    g_task_return_pointer (task, jb_clip_new (name, reading->html, plain), (GDestroyNotify) jb_clip_free);
  else
    g_task_return_pointer (task, plain != NULL ? jb_clip_new (name, plain, NULL) : NULL, (GDestroyNotify) jb_clip_free);
}

static void
html_spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Reading *reading = g_task_get_task_data (task);
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (source);
  gssize n_bytes = g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL);

  if (n_bytes > 0 && n_bytes <= JB_IMPORT_MAX_BYTES)
    {
      g_autoptr(GBytes) html = g_memory_output_stream_steal_as_bytes (stream);

      reading->html = jb_clipboard_complete_html (html);
    }
  gdk_clipboard_read_text_async (reading->clipboard, g_task_get_cancellable (task), text_read_cb, task);
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  g_autoptr(GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr(GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      gdk_clipboard_read_text_async (GDK_CLIPBOARD (source), g_task_get_cancellable (task), text_read_cb, task);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, g_task_get_cancellable (task), html_spliced_cb, task);
}

void
jb_clipboard_read_async (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  static const char *types[] = { "text/html", NULL };
  GTask *task = g_task_new (clipboard, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->clipboard = g_object_ref (clipboard);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_set_source_tag (task, jb_clipboard_read_async);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, cancellable, html_read_cb, task);
  else
    gdk_clipboard_read_text_async (clipboard, cancellable, text_read_cb, task);
}

JbClip *
jb_clipboard_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
begins_like (const char *text, gsize n_bytes, const char *with)
{
  gsize n = strlen (with);

  return n_bytes >= n && g_ascii_strncasecmp (text, with, n) == 0;
}

GBytes *
jb_clipboard_complete_html (GBytes *html)
{
  gsize n_bytes;
  const char *text = g_bytes_get_data (html, &n_bytes);
  GString *page;

  /* Some programs close it with a NUL. */
  while (n_bytes > 0 && text[n_bytes - 1] == '\0')
    n_bytes--;
  while (n_bytes > 0 && g_ascii_isspace (*text))
    text++, n_bytes--;
  if (!g_utf8_validate_len (text, n_bytes, NULL) || begins_like (text, n_bytes, "<!doctype") ||
      begins_like (text, n_bytes, "<html"))
    return g_bytes_ref (html);
  page = g_string_new ("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n");
  g_string_append_len (page, text, (gssize) n_bytes);
  g_string_append (page, "\n</body></html>\n");
  return g_string_free_to_bytes (page);
}
