/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-load-file.h"

#include "jb-error.h"
#include "jb-plain.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

static int
compare_files (gconstpointer a, gconstpointer b)
{
  GFile *left = *(GFile *const *) a, *right = *(GFile *const *) b;

  return strcmp (g_file_peek_path (left) ?: "", g_file_peek_path (right) ?: "");
}

/* Adds the files in @folder, by name; what cannot be listed is added itself, so that it is reported. */
static void
add_folder (GFile *folder, gboolean recursive, GPtrArray *files)
{
  g_autoptr(GFileEnumerator) children = g_file_enumerate_children (folder, "standard::name,standard::type,standard::is-hidden",
                                                                   G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;
  GFile *child;

  if (children == NULL)
    {
      g_ptr_array_add (files, g_object_ref (folder));
      return;
    }
  while (g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      if (g_file_info_get_is_hidden (info))
        continue;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
        g_ptr_array_add (found, g_object_ref (child));
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && recursive)
        g_ptr_array_add (folders, g_object_ref (child));
    }
  g_ptr_array_sort (found, compare_files);
  g_ptr_array_sort (folders, compare_files);
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));
  for (guint i = 0; i < folders->len; i++)
    add_folder (g_ptr_array_index (folders, i), recursive, files);
}

GPtrArray *
jb_list_files (GPtrArray *named, gboolean recursive)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < named->len; i++)
    {
      GFile *file = g_ptr_array_index (named, i);

      if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
        add_folder (file, recursive, files);
      else
        g_ptr_array_add (files, g_object_ref (file));
    }
  return files;
}

/* Reads a regular file. A pipe or device could block for ever, so the descriptor is opened without blocking and asked what it is
 * before anything is read; the size is bounded while reading, since a file may grow. */
GBytes *
jb_load_file (GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);
  int descriptor = path != NULL ? open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) : -1;
  g_autoptr(GInputStream) stream = NULL;
  g_autofree guint8 *data = NULL;
  gsize n_bytes;
  struct stat about;

  if (descriptor < 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_UNREADABLE, "%s",
                   path != NULL ? g_strerror (errno) : _("not a file on this computer"));
      return NULL;
    }
  stream = g_unix_input_stream_new (descriptor, TRUE);
  if (fstat (descriptor, &about) != 0 || !S_ISREG (about.st_mode))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_UNREADABLE, _("not a regular file"));
      return NULL;
    }
  if (!jb_plain_check_size ((gsize) about.st_size, JB_IMPORT_MAX_DOCUMENT, error))
    return NULL;
  data = g_malloc ((gsize) about.st_size + 1);
  if (!g_input_stream_read_all (stream, data, (gsize) about.st_size + 1, &n_bytes, cancellable, error))
    return NULL;
  if (n_bytes > (gsize) about.st_size)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_UNREADABLE, _("the file changes while it is read"));
      return NULL;
    }
  data = g_realloc (data, MAX (n_bytes, 1));
  return g_bytes_new_take (g_steal_pointer (&data), n_bytes);
}
