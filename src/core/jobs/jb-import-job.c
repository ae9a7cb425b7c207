/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-job.h"

#include "jb-article-table.h"
#include "jb-date.h"
#include "jb-desk.h"
#include "jb-import-tags.h"
#include "jb-library-import.h"
#include "jb-load-file.h"
#include "jb-page.h"
#include "jb-reader-process.h"
#include "jb-reading-table.h"
#include "jb-source-table.h"
#include "jb-string.h"
#include "jb-tally-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#define MAX_DEPTH    3                            /* of archives in archives */
#define MAX_LINE     (3 * 1024 * 1024)            /* bytes of a line of the text */
#define MAX_UNPACKED (1024UL * 1024 * 1024)       /* bytes out of one archive that was named, with all in it */

typedef struct
{
  JbLibrary             *library;
  const JbImportOptions *options;      /* nullable */
  const JbImportWatch   *watch;        /* nullable */
  JbReaderProcess       *reader;
  GPtrArray             *results;      /* of JbImportResult */
  GCancellable          *cancellable;
  guint                  n_files;      /* known of so far; archives add to it */
  gsize                  n_unpacked;   /* bytes out of the archive that is open */
  gboolean               begun;        /* the operation is paused after a file */
} Batch;

void
jb_import_result_free (JbImportResult *result)
{
  g_free (result->name);
  g_free (result->reason);
  g_free (result->source);
  g_free (result);
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

/* What the editor said of the batch goes before what the page says. */
static void
set_issue (JbSource *source, const JbImportOptions *options)
{
  if (options == NULL || (options->bulletin == NULL && options->issue == NULL))
    return;
  if (source->masthead == NULL)
    source->masthead = jb_masthead_new ();
  if (options->bulletin != NULL)
    jb_set_string (&source->masthead->name, options->bulletin);
  if (options->issue != NULL)
    jb_set_string (&source->masthead->issue, options->issue);
  if (options->date != NULL)
    jb_set_string (&source->masthead->date, options->date);
}

static JbSource *
new_source (const char *name, const char *sha256, const JbDecoded *decoded, JbPage *page, const JbImportOptions *options)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  JbSource *source = jb_source_new ();

  source->name = g_path_get_basename (name);
  source->media_type = g_strdup (decoded->media_type);
  source->sha256 = g_strdup (sha256);
  source->encoding = g_strdup (decoded->encoding);
  source->text_length = (guint) g_utf8_strlen (decoded->text, -1);
  source->imported_at = g_date_time_format_iso8601 (now);
  source->masthead = page->masthead != NULL ? jb_masthead_copy (page->masthead) : NULL;
  set_issue (source, options);
  return source;
}

/* One file on its way into the library. */
typedef struct
{
  JbSource  *source;   /* owned; NULL for a library in JSON, which brings its own */
  GBytes    *bytes;    /* owned */
  JbDecoded *decoded;  /* owned */
  JbPage    *page;     /* owned; NULL likewise */
} Arrival;

static void
arrival_clear (Arrival *self)
{
  g_clear_object (&self->source);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->decoded, jb_decoded_free);
  g_clear_pointer (&self->page, jb_page_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arrival, arrival_clear)

static gboolean
insert_arrival (Batch *batch, const Arrival *arrival, GError **error)
{
  GPtrArray *articles = arrival->page->articles;

  /* Plain text is decoded again from its bytes whenever it is needed. */
  if (!jb_source_is_plain (arrival->source))
    {
      arrival->source->reading = jb_reading_table_insert (batch->library, arrival->decoded, error);
      if (arrival->source->reading == NULL)
        return FALSE;
    }
  if (!jb_source_table_insert (batch->library, arrival->source, arrival->bytes, error))
    return FALSE;
  for (guint i = 0; i < articles->len; i++)
    {
      JbArticle *article = g_ptr_array_index (articles, i);

      jb_set_string (&article->source, arrival->source->id);
      article->position = i;
      set_date (article, batch->options, arrival->source->name);
      if (!jb_article_table_insert (batch->library, article, error))
        return FALSE;
    }
  return jb_take_over_tags (batch->library, arrival->decoded, articles, error);
}

static gboolean
insert_library (Batch *batch, const Arrival *arrival, JbImportResult *result, GError **error)
{
  g_auto(JbLibraryImport) import = { 0 };

  if (!jb_library_import_insert (batch->library, arrival->decoded->library, &import, error))
    return FALSE;
  result->source = g_steal_pointer (&import.source);
  result->n_articles = import.n_articles;
  if (import.n_sources + import.n_articles + import.n_entities + import.n_briefings == 0)
    result->outcome = JB_IMPORT_KNOWN;
  return TRUE;
}

static gboolean
insert (Batch *batch, const Arrival *arrival, JbImportResult *result, GError **error)
{
  if (arrival->decoded->library != NULL)
    return insert_library (batch, arrival, result, error);
  if (!insert_arrival (batch, arrival, error))
    return FALSE;
  result->source = g_strdup (arrival->source->id);
  result->n_articles = arrival->page->articles->len;
  return TRUE;
}

/* One transaction. Where it fails, the files before it stay. */
static gboolean
store_arrival (Batch *batch, const Arrival *arrival, JbImportResult *result, GError **error)
{
  gboolean opened = batch->begun ? jb_library_resume (batch->library, error)
                                 : jb_library_begin (batch->library, _("Import"), error);

  batch->begun = FALSE;
  if (!opened)
    return FALSE;
  if (!insert (batch, arrival, result, error))
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

/* What comes after takes a paragraph whole, in some fifty times its size; none that was written has the length of a book. */
static gboolean
has_endless_line (const char *text)
{
  gsize n_rest = strlen (text);

  while (n_rest > MAX_LINE)
    {
      const char *end = memchr (text, '\n', MAX_LINE);

      if (end == NULL)
        return TRUE;
      n_rest -= (gsize) (end + 1 - text);
      text = end + 1;
    }
  return FALSE;
}

static void
set_failed (JbImportResult *result, const GError *failure)
{
  result->outcome = JB_IMPORT_FAILED;
  result->reason = g_strdup (failure->message);
  result->code = failure->domain == JB_ERROR ? (JbError) failure->code : JB_ERROR_UNREADABLE;
}

static JbImportResult *
begin_result (Batch *batch, const char *name)
{
  JbImportResult *result = g_new0 (JbImportResult, 1);

  result->name = g_strdup (name);
  g_ptr_array_add (batch->results, result);
  if (batch->watch != NULL && batch->watch->begin != NULL)
    batch->watch->begin (batch->results->len - 1, batch->n_files, name, batch->watch->data);
  return result;
}

/* The index is brought up to date file by file: an edit that is made meanwhile would otherwise have to do it for all of them. */
static gboolean
end_result (Batch *batch, JbImportResult *result, GError **error)
{
  if (result->outcome == JB_IMPORT_DONE)
    {
      int n = jb_desk_refresh (batch->library, NULL, error)
              ? jb_tally_table_count_suggested (batch->library, result->source, error) : -1;

      if (n < 0)
        return FALSE;
      result->n_suggestions = (guint) n;
    }
  if (batch->watch != NULL && batch->watch->end != NULL)
    batch->watch->end (result, batch->watch->data);
  return TRUE;
}

/* Looks whether the bytes are known, and keeps them where the source came without them, out of a library in JSON. FALSE with @error
 * set only where the library failed. */
static gboolean
find_known (Batch *batch, const char *sha256, GBytes *bytes, JbImportResult *result, GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(JbSource) known = jb_source_table_find (batch->library, sha256, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (known != NULL && (batch->options == NULL || !batch->options->force))
    {
      result->outcome = JB_IMPORT_KNOWN;
      result->source = g_strdup (known->id);
      return jb_source_table_fill_bytes (batch->library, sha256, bytes, error);
    }
  return TRUE;
}

static void
page_cb (guint n_done, guint n_all, gpointer data)
{
  Batch *batch = data;

  if (batch->watch != NULL && batch->watch->page != NULL)
    batch->watch->page (n_done, n_all, batch->watch->data);
}

static JbDecoded *
read_bytes (Batch *batch, GBytes *bytes, GPtrArray **members, GError **error)
{
  const JbReadOptions options = {
    .password = batch->options != NULL ? batch->options->password : NULL,
    .recognise = batch->options != NULL && batch->options->recognise,
    .progress = page_cb,
    .progress_data = batch,
  };
  g_autoptr(JbDecoded) decoded = jb_reader_process_read (batch->reader, bytes, &options, members, batch->cancellable, error);

  if (decoded == NULL || decoded->library != NULL)
    return g_steal_pointer (&decoded);
  if (!holds_text (decoded->text))
    g_set_error (error, JB_ERROR, JB_ERROR_EMPTY, _("the file is empty"));
  else if (has_endless_line (decoded->text))
    g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("a line of the text is longer than %d MiB"), MAX_LINE / 1024 / 1024);
  else
    return g_steal_pointer (&decoded);
  return NULL;
}

static gboolean
import_members (Batch *batch, GBytes *bytes, GPtrArray *members, const char *name, guint depth, GError **error);

/* Fills @result; FALSE with @error set only where the library failed, so that going on makes no sense. Where the bytes are an
 * archive its files get results of their own, and @is_archive is set. */
static gboolean
import_bytes (Batch *batch, GBytes *bytes, JbImportResult *result, guint depth, gboolean *is_archive, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr(GError) failure = NULL;
  g_autoptr(GPtrArray) members = NULL;
  g_auto(Arrival) arrival = { NULL };

  if (!find_known (batch, sha256, bytes, result, error))
    return FALSE;
  if (result->outcome == JB_IMPORT_KNOWN)
    return TRUE;
  arrival.decoded = read_bytes (batch, bytes, &members, &failure);
  if (members != NULL)
    {
      *is_archive = TRUE;
      return import_members (batch, bytes, members, result->name, depth, error);
    }
  if (failure != NULL)
    {
      set_failed (result, failure);
      return TRUE;
    }
  arrival.bytes = g_bytes_ref (bytes);
  if (arrival.decoded->library == NULL)
    {
      arrival.page = jb_page_dissect_decoded (arrival.decoded);
      arrival.source = new_source (result->name, sha256, arrival.decoded, arrival.page, batch->options);
    }
  if (store_arrival (batch, &arrival, result, &failure))
    return TRUE;
  /* What a library in JSON says may still be wrong; that is the file's fault. */
  if (!g_error_matches (failure, JB_ERROR, JB_ERROR_FORMAT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  set_failed (result, failure);
  return TRUE;
}

/* Things that archives carry along and nobody means: resource forks, hidden files. */
static gboolean
is_meant (const char *member)
{
  g_autofree char *base = g_path_get_basename (member);

  return *base != '.' && !g_str_has_prefix (member, "__MACOSX/");
}

static gboolean
import_member (Batch *batch, GBytes *archive, const char *name, JbImportResult *result, guint depth, gboolean *is_archive,
               GError **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (depth > MAX_DEPTH)
    g_set_error (&failure, JB_ERROR, JB_ERROR_TOO_LARGE, _("archives in archives are opened %d deep and no deeper"), MAX_DEPTH);
  else
    bytes = jb_reader_process_load_member (batch->reader, archive, name, batch->cancellable, &failure);
  if (bytes != NULL)
    {
      batch->n_unpacked += g_bytes_get_size (bytes);
      if (batch->n_unpacked > MAX_UNPACKED)
        {
          g_clear_pointer (&bytes, g_bytes_unref);
          g_set_error (&failure, JB_ERROR, JB_ERROR_TOO_LARGE, _("there is too much in the archive"));
        }
    }
  if (bytes != NULL)
    return import_bytes (batch, bytes, result, depth, is_archive, error);
  set_failed (result, failure);
  return TRUE;
}

static gboolean
import_members (Batch *batch, GBytes *bytes, GPtrArray *members, const char *name, guint depth, GError **error)
{
  batch->n_files += members->len;
  for (guint i = 0; i < members->len && !g_cancellable_is_cancelled (batch->cancellable); i++)
    {
      const char *member = g_ptr_array_index (members, i);
      g_autofree char *path = g_strdup_printf ("%s/%s", name, member);
      gboolean is_archive = FALSE;
      JbImportResult *result;
      guint index;

      batch->n_files--;
      if (!is_meant (member))
        continue;
      batch->n_files++;
      result = begin_result (batch, path);
      index = batch->results->len - 1;
      if (!import_member (batch, bytes, member, result, depth + 1, &is_archive, error))
        return FALSE;
      if (is_archive)
        g_ptr_array_remove_index (batch->results, index);
      else if (!end_result (batch, result, error))
        return FALSE;
    }
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
import_file (Batch *batch, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  JbImportResult *result = begin_result (batch, name);
  guint index = batch->results->len - 1;
  g_autoptr(GError) failure = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gboolean is_archive = FALSE;

  batch->n_unpacked = 0;
  if (g_file_peek_path (file) != NULL && is_library_itself (batch->library, g_file_peek_path (file)))
    g_set_error (&failure, JB_ERROR, JB_ERROR_BINARY, _("this is the library that is open"));
  else
    bytes = jb_load_file (file, batch->cancellable, &failure);
  if (bytes == NULL)
    set_failed (result, failure);
  else if (!import_bytes (batch, bytes, result, 0, &is_archive, error))
    return FALSE;
  if (!is_archive)
    return end_result (batch, result, error);
  g_ptr_array_remove_index (batch->results, index);
  return TRUE;
}

static gboolean
finish (Batch *batch, GError **error)
{
  return !batch->begun || (jb_library_resume (batch->library, error) && jb_library_commit (batch->library, error));
}

GPtrArray *
jb_import_job_run (JbLibrary *library, GPtrArray *named, const JbImportOptions *options, const JbImportWatch *watch,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) files = jb_list_files (named, options != NULL && options->recursive);
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_import_result_free);
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  Batch batch = { library, options, watch, reader, results, cancellable, files->len };

  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    if (!import_file (&batch, g_ptr_array_index (files, i), error))
      return NULL;
  return finish (&batch, error) ? g_steal_pointer (&results) : NULL;
}

JbImportResult *
jb_import_job_run_bytes (JbLibrary *library, const char *name, GBytes *bytes, const JbImportOptions *options, GError **error)
{
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_import_result_free);
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  Batch batch = { library, options, NULL, reader, results, NULL, 1 };
  gboolean is_archive = FALSE;

  if (!import_bytes (&batch, bytes, begin_result (&batch, name), 0, &is_archive, error) ||
      (!is_archive && !end_result (&batch, g_ptr_array_index (results, 0), error)))
    return NULL;
  return finish (&batch, error) ? g_ptr_array_steal_index (results, 0) : NULL;
}
