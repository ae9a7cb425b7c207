/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-export-job.h"

#include "jb-briefing-table.h"
#include "jb-desk.h"
#include "jb-entity-table.h"
#include "jb-exporter.h"
#include "jb-source-table.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Every failure to write is one kind of error for the caller: the output is not there. */
static void
mark_unwritten (GError **error, const char *path)
{
  g_autofree char *message = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != G_IO_ERROR ||
      g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  message = g_strdup ((*error)->message);
  g_clear_error (error);
  g_set_error (error, JB_ERROR, JB_ERROR_FULL, "%s: %s", path, message);
}

static gboolean
write_to_descriptor (const JbExporter *exporter, const JbExportSet *set, int descriptor, GCancellable *cancellable, GError **error)
{
  g_autoptr(GOutputStream) stream = g_unix_output_stream_new (descriptor, FALSE);

  return exporter->write (set, stream, cancellable, error) && g_output_stream_close (stream, cancellable, error);
}

/* The name @path appears only once all of the file is on the disk. */
static gboolean
write_to_path (const JbExporter *exporter, const JbExportSet *set, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor;
  gboolean done;

  if (g_str_equal (path, "-"))
    return write_to_descriptor (exporter, set, STDOUT_FILENO, cancellable, error);

  descriptor = g_mkstemp_full (part, O_WRONLY | O_CLOEXEC, 0666);
  if (descriptor < 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FULL, "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  done = write_to_descriptor (exporter, set, descriptor, cancellable, error);
  if (done && (fsync (descriptor) != 0 || g_rename (part, path) != 0))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FULL, "%s: %s", path, g_strerror (errno));
      done = FALSE;
    }
  g_close (descriptor, NULL);
  if (!done)
    g_unlink (part);
  mark_unwritten (error, path);
  return done;
}

static gboolean
add_sources (JbLibrary *library, GPtrArray *articles, GPtrArray *sources, GError **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < articles->len; i++)
    {
      const JbArticle *article = g_ptr_array_index (articles, i);
      JbSource *source;

      if (!g_hash_table_add (seen, article->source))
        continue;
      source = jb_source_table_load (library, article->source, error);
      if (source == NULL)
        return FALSE;
      g_ptr_array_add (sources, source);
    }
  return TRUE;
}

static gboolean
add_articles (JbLibrary *library, const char *const *ids, JbExportSet *set, GError **error)
{
  g_autoptr(GPtrArray) articles = jb_desk_load_articles (library, ids, error);

  if (articles == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (set->articles, g_steal_pointer (&articles));
  return add_sources (library, set->articles, set->sources, error);
}

/* Everything, a source at a time, so that each is tagged once. */
static gboolean
add_library (JbLibrary *library, JbExportSet *set, GError **error)
{
  g_autoptr(GPtrArray) sources = jb_source_table_load_all (library, error);
  g_autoptr(GPtrArray) entities = sources != NULL ? jb_entity_table_load_all (library, error) : NULL;
  g_auto(GStrv) briefings = entities != NULL ? jb_briefing_table_list (library, error) : NULL;

  if (briefings == NULL)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      GPtrArray *articles = jb_desk_load_source (library, ((JbSource *) g_ptr_array_index (sources, i))->id, error);

      if (articles == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (set->articles, articles);
    }
  g_ptr_array_extend_and_steal (set->sources, g_steal_pointer (&sources));
  g_ptr_array_extend_and_steal (set->entities, g_steal_pointer (&entities));
  for (guint i = 0; briefings[i] != NULL; i++)
    {
      JbBriefing *briefing = jb_briefing_table_load (library, briefings[i], error);

      if (briefing == NULL)
        return FALSE;
      g_ptr_array_add (set->briefings, briefing);
    }
  return TRUE;
}

static void
export_set_init (JbExportSet *set)
{
  set->sources = g_ptr_array_new_with_free_func (g_object_unref);
  set->articles = g_ptr_array_new_with_free_func (g_object_unref);
  set->entities = g_ptr_array_new_with_free_func (g_object_unref);
  set->briefings = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
export_set_clear (JbExportSet *set)
{
  g_ptr_array_unref (set->sources);
  g_ptr_array_unref (set->articles);
  g_ptr_array_unref (set->entities);
  g_ptr_array_unref (set->briefings);
}

gboolean
jb_export_job_write_library (JbLibrary *library, const char *const *articles, const char *format, const char *path,
                             GCancellable *cancellable, GError **error)
{
  const JbExporter *exporter = jb_exporter_find (format);
  JbExportSet set;
  gboolean done;

  if (exporter == NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("there is no format “%s”"), format);
      return FALSE;
    }
  export_set_init (&set);
  done = articles != NULL
         ? add_articles (library, articles, &set, error)
         : add_library (library, &set, error);
  done = done && write_to_path (exporter, &set, path, cancellable, error);
  export_set_clear (&set);
  return done;
}

gboolean
jb_export_job_write_briefing (const JbBriefing *briefing, const char *path, GCancellable *cancellable, GError **error)
{
  const JbExporter *exporter = jb_exporter_find_for_name (path);
  JbExportSet set;
  gboolean done;

  if (exporter == NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_INVALID, _("%s: no format of that name can be written"), path);
      return FALSE;
    }
  export_set_init (&set);
  g_ptr_array_add (set.briefings, g_object_ref ((JbBriefing *) briefing));
  done = write_to_path (exporter, &set, path, cancellable, error);
  export_set_clear (&set);
  return done;
}
