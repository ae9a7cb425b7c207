/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-queue.h"

#include "jb-test-library.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

typedef struct
{
  JbTestLibrary   t;
  JbStore        *store;   /* owned */
  JbImportQueue  *queue;   /* owned */
  guint           n_ended;
  guint           n_done, n_known, n_failed;
} Fixture;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(JbStore **) data = jb_store_open_finish (result, NULL);
}

static void
ended_cb (JbImportQueue *queue, const JbImportEnd *end, Fixture *f)
{
  g_assert_null (end->failure);
  f->n_ended++;
  f->n_done = end->n_done;
  f->n_known = end->n_known;
  f->n_failed = end->n_failed;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  jb_test_library_set_up (&f->t, NULL);
  jb_store_open_async (f->t.path, NULL, opened_cb, &f->store);
  while (f->store == NULL)
    g_main_context_iteration (NULL, TRUE);
  f->queue = jb_import_queue_new ();
  jb_import_queue_set_store (f->queue, f->store);
  g_signal_connect (f->queue, "ended", G_CALLBACK (ended_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->queue);
  g_clear_object (&f->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  jb_test_library_tear_down (&f->t, NULL);
}

static void
add_file (Fixture *f, GPtrArray *files, const char *name, const void *bytes, gssize n_bytes)
{
  g_autofree char *path = jb_test_library_write_file (&f->t, name, bytes, n_bytes);

  g_ptr_array_add (files, g_file_new_for_path (path));
}

/* A zip archive of the files, NULL at the end of names and texts. */
static void
add_archive (Fixture *f, GPtrArray *files, const char *name, ...)
{
  static char buffer[64 * 1024];
  struct archive *archive = archive_write_new ();
  size_t used = 0;
  const char *member;
  va_list args;

  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, buffer, sizeof buffer, &used);
  va_start (args, name);
  while ((member = va_arg (args, const char *)) != NULL)
    {
      const char *text = va_arg (args, const char *);
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, member);
      archive_entry_set_size (entry, (la_int64_t) strlen (text));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_write_header (archive, entry);
      archive_write_data (archive, text, strlen (text));
      archive_entry_free (entry);
    }
  va_end (args);
  archive_write_close (archive);
  archive_write_free (archive);
  add_file (f, files, name, buffer, (gssize) used);
}

static void
wait_for_end (Fixture *f, guint n_ended)
{
  while (f->n_ended < n_ended || jb_import_queue_is_busy (f->queue))
    g_main_context_iteration (NULL, TRUE);
}

/* "a.txt: 1 article · 0 suggestions", one a line, in the order of the rows */
static void
assert_rows (Fixture *f, const char *rows)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_counted = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->queue)); i++)
    {
      g_autoptr(JbImportItem) item = g_list_model_get_item (G_LIST_MODEL (f->queue), i);
      g_autofree char *title = NULL;
      static const char *const states[] = { "waiting", "reading", "done", "known", "failed", "stopped" };

      g_object_get (item, "title", &title, NULL);
      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", title, states[jb_import_item_get_state (item)]);
    }
  for (guint i = 0; i <= JB_IMPORT_STATE_STOPPED; i++)
    n_counted += jb_import_queue_count (f->queue, i);
  g_assert_cmpstr (text->str, ==, rows);
  g_assert_cmpuint (n_counted, ==, g_list_model_get_n_items (G_LIST_MODEL (f->queue)));
}

static void
test_rows (Fixture *f, gconstpointer data)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  add_file (f, files, "a.txt", "云汀区召开会议。\n", -1);
  add_file (f, files, "b.txt", "云汀区召开会议。\n", -1);
  add_file (f, files, "c.bin", "\x89PNG\r\n\x1a\n\0\0\0\0\0", 13);
  jb_import_queue_add_files (f->queue, files, NULL, JB_IMPORT_ASKED);
  assert_rows (f, "a.txt waiting, b.txt waiting, c.bin waiting");
  g_assert_true (jb_import_queue_is_asked (f->queue));
  wait_for_end (f, 1);
  assert_rows (f, "a.txt done, b.txt known, c.bin failed");
  g_assert_cmpuint (f->n_done, ==, 1);
  g_assert_cmpuint (f->n_known, ==, 1);
  g_assert_cmpuint (f->n_failed, ==, 1);
}

static void
test_archive (Fixture *f, gconstpointer data)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  add_file (f, files, "a.txt", "云汀区召开会议。\n", -1);
  add_archive (f, files, "b.zip", "x.txt", "柳浦街道开展夜巡。\n", "y.txt", "   \n", NULL);
  add_archive (f, files, "c.zip", NULL);
  add_file (f, files, "d.txt", "石桥镇修桥。\n", -1);
  jb_import_queue_add_files (f->queue, files, NULL, JB_IMPORT_ASKED);
  wait_for_end (f, 1);
  assert_rows (f, "a.txt done, x.txt done, y.txt failed, c.zip failed, d.txt done");

  /* Of what failed, the archive is read once more; what it brought in before stays as it was told. */
  g_ptr_array_remove_range (files, 2, 2);
  g_ptr_array_remove_index (files, 0);
  jb_import_queue_add_files (f->queue, files, NULL, JB_IMPORT_AGAIN);
  wait_for_end (f, 2);
  assert_rows (f, "a.txt done, x.txt done, y.txt failed, c.zip failed, d.txt done");
}

static void
test_watched (Fixture *f, gconstpointer data)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  add_file (f, files, "a.txt", "云汀区召开会议。\n", -1);
  jb_import_queue_add_files (f->queue, files, NULL, JB_IMPORT_WATCHED);
  g_assert_false (jb_import_queue_is_asked (f->queue));
  wait_for_end (f, 1);
  add_file (f, files, "b.txt", "   \n", -1);
  add_archive (f, files, "c.zip", "x.txt", "柳浦街道开展夜巡。\n", NULL);
  jb_import_queue_add_files (f->queue, files, NULL, JB_IMPORT_WATCHED);
  wait_for_end (f, 2);
  assert_rows (f, "a.txt done, b.txt failed, x.txt done");
}

static void
test_stop (Fixture *f, gconstpointer data)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.txt", i), *text = g_strdup_printf ("云汀区第%u次会议召开。\n", i);

      add_file (f, files, name, text, -1);
    }
  jb_import_queue_add_files (f->queue, files, NULL, JB_IMPORT_ASKED);
  while (jb_import_queue_count (f->queue, JB_IMPORT_STATE_DONE) == 0)
    g_main_context_iteration (NULL, TRUE);
  jb_import_queue_stop (f->queue);
  wait_for_end (f, 1);
  g_assert_cmpuint (jb_import_queue_count (f->queue, JB_IMPORT_STATE_DONE), <, 200);
  g_assert_cmpuint (jb_import_queue_count (f->queue, JB_IMPORT_STATE_DONE) +
                    jb_import_queue_count (f->queue, JB_IMPORT_STATE_STOPPED), ==, 200);
}

/* What is in the list already when something new is asked for is gone, unless it is still being imported. */
static void
test_lists (Fixture *f, gconstpointer data)
{
  g_autoptr(GPtrArray) first = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) second = g_ptr_array_new_with_free_func (g_object_unref);

  add_file (f, first, "a.txt", "云汀区召开会议。\n", -1);
  add_file (f, second, "b.txt", "石桥镇修桥。\n", -1);
  jb_import_queue_add_files (f->queue, first, NULL, JB_IMPORT_ASKED);
  jb_import_queue_add_files (f->queue, second, NULL, JB_IMPORT_ASKED);
  wait_for_end (f, 2);
  assert_rows (f, "a.txt done, b.txt done");
  jb_import_queue_add_files (f->queue, first, NULL, JB_IMPORT_ASKED);
  wait_for_end (f, 3);
  assert_rows (f, "a.txt known");
}

static void
test_clips (Fixture *f, gconstpointer data)
{
  g_autoptr(GPtrArray) clips = g_ptr_array_new_with_free_func ((GDestroyNotify) jb_clip_free);
  g_autoptr(GBytes) bad = g_bytes_new_static ("\x89PNG\r\n\x1a\n\0\0\0\0\0", 13);
  g_autoptr(GBytes) text = g_bytes_new_static ("石桥镇修桥。\n", strlen ("石桥镇修桥。\n"));

  g_ptr_array_add (clips, jb_clip_new ("Clipboard 2026-11-21 14:05", bad, text));
  jb_import_queue_add_clips (f->queue, clips);
  wait_for_end (f, 1);
  assert_rows (f, "Clipboard 2026-11-21 14:05 done");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/import-queue/each-file-has-a-row-that-says-what-came-of-it", test_rows);
  ADD ("/import-queue/the-files-of-an-archive-take-its-place", test_archive);
  ADD ("/import-queue/what-comes-by-itself-shows-when-it-is-new-or-fails", test_watched);
  ADD ("/import-queue/what-is-done-stays-when-it-is-stopped", test_stop);
  ADD ("/import-queue/a-new-list-begins-when-the-one-before-is-through", test_lists);
  ADD ("/import-queue/plain-text-stands-in-for-what-cannot-be-read", test_clips);
  return g_test_run ();
}
