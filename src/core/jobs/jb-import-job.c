/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-job.h"

#include "jb-article-table.h"
#include "jb-date.h"
#include "jb-desk.h"
#include "jb-importer.h"
#include "jb-page.h"
#include "jb-source-table.h"
#include "jb-string.h"
#include "jb-tally-table.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

typedef struct
{
  JbLibrary             *library;
  const JbImportOptions *options;
  gboolean               begun;  /* the operation is paused after a file */
} Batch;

void
jb_import_result_free (JbImportResult *result)
{
  g_free (result->name);
  g_free (result->reason);
  g_free (result->source);
  g_free (result);
}

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

static GPtrArray *
list_files (GPtrArray *named, gboolean recursive)
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
static GBytes *
read_file (const char *path, GCancellable *cancellable, GError **error)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  g_autoptr(GInputStream) stream = NULL;
  g_autofree guint8 *data = NULL;
  gsize n_bytes;
  struct stat about;

  if (descriptor < 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_UNREADABLE, "%s", g_strerror (errno));
      return NULL;
    }
  stream = g_unix_input_stream_new (descriptor, TRUE);
  if (fstat (descriptor, &about) != 0 || !S_ISREG (about.st_mode))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_UNREADABLE, _("not a regular file"));
      return NULL;
    }
  if (about.st_size > JB_IMPORT_MAX_BYTES)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("the file is larger than %d MiB"), JB_IMPORT_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  data = g_malloc (JB_IMPORT_MAX_BYTES + 1);
  if (!g_input_stream_read_all (stream, data, JB_IMPORT_MAX_BYTES + 1, &n_bytes, cancellable, error))
    return NULL;
  data = g_realloc (data, MAX (n_bytes, 1));
  return g_bytes_new_take (g_steal_pointer (&data), n_bytes);
}

/* The date of the article: what the editor said, what the page says, what the file's name says. */
static void
set_date (JbArticle *article, const JbImportOptions *options, const char *name)
{
  g_autofree char *from_name = NULL;

  if (options != NULL && options->date != NULL)
    {
      jb_set_string (&article->date, options->date);
      article->date_origin = JB_DATE_ORIGIN_EDITOR;
    }
  if (article->date != NULL)
    return;
  from_name = jb_date_find (name);
  if (from_name != NULL)
    {
      article->date = g_steal_pointer (&from_name);
      article->date_origin = JB_DATE_ORIGIN_FILE;
    }
}

static JbSource *
new_source (const char *name, GBytes *bytes, const char *sha256, const JbDecoded *decoded, JbPage *page)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  JbSource *source = jb_source_new ();

  source->name = g_strdup (name);
  source->media_type = g_strdup (decoded->media_type);
  source->sha256 = g_strdup (sha256);
  source->encoding = g_strdup (decoded->encoding);
  source->text_length = (guint) g_utf8_strlen (decoded->text, -1);
  source->imported_at = g_date_time_format_iso8601 (now);
  source->masthead = page->masthead != NULL ? jb_masthead_copy (page->masthead) : NULL;
  return source;
}

static gboolean
insert_page (Batch *batch, JbSource *source, GBytes *bytes, JbPage *page, const char *name, GError **error)
{
  if (!jb_source_table_insert (batch->library, source, bytes, error))
    return FALSE;
  for (guint i = 0; i < page->articles->len; i++)
    {
      JbArticle *article = g_ptr_array_index (page->articles, i);

      jb_set_string (&article->source, source->id);
      article->position = i;
      set_date (article, batch->options, name);
      if (!jb_article_table_insert (batch->library, article, error))
        return FALSE;
    }
  return TRUE;
}

/* One transaction. Where it fails, the files before it stay. */
static gboolean
store_page (Batch *batch, JbSource *source, GBytes *bytes, JbPage *page, const char *name, GError **error)
{
  gboolean opened = batch->begun ? jb_library_resume (batch->library, error)
                                 : jb_library_begin (batch->library, _("Import"), error);

  batch->begun = FALSE;
  if (!opened)
    return FALSE;
  if (!insert_page (batch, source, bytes, page, name, error))
    {
      jb_library_rollback (batch->library);
      return FALSE;
    }
  batch->begun = jb_library_pause (batch->library, error);
  return batch->begun;
}

static gboolean
holds_text (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)) && g_utf8_get_char (text) != 0xfeff)
      return TRUE;
  return FALSE;
}

/* Fills @result; FALSE with @error set only where the library failed, so that going on makes no sense. */
static gboolean
import_bytes (Batch *batch, GBytes *bytes, JbImportResult *result, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *name = g_path_get_basename (result->name);
  g_autoptr(GError) failure = NULL;
  g_autoptr(JbSource) known = NULL;
  g_autoptr(JbDecoded) decoded = jb_importer_read_plain (bytes, &failure);
  g_autoptr(JbPage) page = NULL;
  g_autoptr(JbSource) source = NULL;

  if (decoded != NULL && !holds_text (decoded->text))
    g_set_error (&failure, JB_ERROR, JB_ERROR_EMPTY, _("the file is empty"));
  if (failure != NULL)
    {
      result->outcome = JB_IMPORT_FAILED;
      result->reason = g_strdup (failure->message);
      return TRUE;
    }
  known = jb_source_table_find (batch->library, sha256, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (known != NULL && (batch->options == NULL || !batch->options->force))
    {
      result->outcome = JB_IMPORT_KNOWN;
      result->source = g_strdup (known->id);
      return TRUE;
    }

  page = jb_page_dissect (decoded->text);
  source = new_source (name, bytes, sha256, decoded, page);
  if (!store_page (batch, source, bytes, page, name, error))
    return FALSE;
  result->source = g_strdup (source->id);
  result->n_articles = page->articles->len;
  return TRUE;
}

/* Whether the path leads to the open library or one of the files beside it. Those must not even be opened: closing them again
 * would drop the library's locks. */
static gboolean
is_library_itself (JbLibrary *library, const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  struct stat about, own;

  if (stat (path, &about) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (jb_library_get_path (library), suffixes[i], NULL);

      if (stat (name, &own) == 0 && own.st_dev == about.st_dev && own.st_ino == about.st_ino)
        return TRUE;
    }
  return FALSE;
}

static gboolean
import_file (Batch *batch, GFile *file, JbImportResult *result, GCancellable *cancellable, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (g_file_peek_path (file) != NULL && is_library_itself (batch->library, g_file_peek_path (file)))
    g_set_error (&failure, JB_ERROR, JB_ERROR_BINARY, _("this is the library that is open"));
  else if (g_file_peek_path (file) != NULL)
    bytes = read_file (g_file_peek_path (file), cancellable, &failure);
  else
    g_set_error (&failure, JB_ERROR, JB_ERROR_UNREADABLE, _("not a file on this computer"));
  if (bytes != NULL)
    return import_bytes (batch, bytes, result, error);
  result->outcome = JB_IMPORT_FAILED;
  result->reason = g_strdup (failure->message);
  return TRUE;
}

/* What the index says of the new sources, once it is up to date. */
static gboolean
finish (Batch *batch, GPtrArray *results, GError **error)
{
  if (batch->begun && (!jb_library_resume (batch->library, error) || !jb_library_commit (batch->library, error)))
    return FALSE;
  if (!jb_desk_refresh (batch->library, NULL, error))
    return FALSE;
  for (guint i = 0; i < results->len; i++)
    {
      JbImportResult *result = g_ptr_array_index (results, i);
      int n = result->outcome == JB_IMPORT_DONE ? jb_tally_table_count_suggested (batch->library, result->source, error) : 0;

      if (n < 0)
        return FALSE;
      result->n_suggestions = (guint) n;
    }
  return TRUE;
}

static JbImportResult *
new_result (const char *name)
{
  JbImportResult *result = g_new0 (JbImportResult, 1);

  result->name = g_strdup (name);
  return result;
}

GPtrArray *
jb_import_job_run (JbLibrary *library, GPtrArray *named, const JbImportOptions *options, JbImportProgress progress,
                   gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) files = list_files (named, options != NULL && options->recursive);
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_import_result_free);
  Batch batch = { library, options, FALSE };

  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *name = g_file_get_parse_name (g_ptr_array_index (files, i));

      if (progress != NULL)
        progress (i, files->len, name, progress_data);
      g_ptr_array_add (results, new_result (name));
      if (!import_file (&batch, g_ptr_array_index (files, i), g_ptr_array_index (results, i), cancellable, error))
        return NULL;
    }
  if (!finish (&batch, results, error))
    return NULL;
  if (progress != NULL)
    progress (files->len, files->len, NULL, progress_data);
  return g_steal_pointer (&results);
}

JbImportResult *
jb_import_job_run_bytes (JbLibrary *library, const char *name, GBytes *bytes, const JbImportOptions *options, GError **error)
{
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_import_result_free);
  Batch batch = { library, options, FALSE };

  g_ptr_array_add (results, new_result (name));
  if (!import_bytes (&batch, bytes, g_ptr_array_index (results, 0), error))
    return NULL;
  return finish (&batch, results, error) ? g_ptr_array_steal_index (results, 0) : NULL;
}
