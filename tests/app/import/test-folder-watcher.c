/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-folder-watcher.h"

#include <glib/gstdio.h>
#include <string.h>

#define SETTLE_MS 80
#define POLL_MS   60

typedef struct
{
  char             *path;     /* owned */
  JbFolderWatcher  *watcher;  /* owned */
  GString          *told;     /* owned: "a.txt b.txt " */
} Fixture;

static void
files_ready_cb (JbFolderWatcher *watcher, GPtrArray *files, Fixture *f)
{
  g_assert_cmpuint (files->len, >, 0);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_basename (g_ptr_array_index (files, i));

      g_string_append_printf (f->told, "%s ", name);
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr(GFile) folder = NULL;

  f->path = g_dir_make_tmp ("jianbao-watch-XXXXXX", NULL);
  f->told = g_string_new (NULL);
  folder = g_file_new_for_path (f->path);
  f->watcher = jb_folder_watcher_new (folder);
  jb_folder_watcher_set_patience (f->watcher, SETTLE_MS, POLL_MS);
  g_signal_connect (f->watcher, "files-ready", G_CALLBACK (files_ready_cb), f);
}

static void
empty_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_remove (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->watcher);
  empty_folder (f->path);
  g_free (f->path);
  g_string_free (f->told, TRUE);
}

static void
write_file (Fixture *f, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (f->path, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs until the files were told of, or for long enough that nothing more would come. */
static void
expect (Fixture *f, const char *told)
{
  gint64 end = g_get_monotonic_time () + (*told != '\0' ? 20 : 1) * G_USEC_PER_SEC;
  guint wake = g_timeout_add (20, wake_cb, NULL);

  while (g_get_monotonic_time () < end && (*told == '\0' || strcmp (f->told->str, told) != 0))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  g_assert_cmpstr (f->told->str, ==, told);
  g_string_truncate (f->told, 0);
}

static void
test_before_and_after (Fixture *f, gconstpointer data)
{
  g_autofree char *from = g_build_filename (f->path, "c.txt.part", NULL), *to = g_build_filename (f->path, "c.txt", NULL);

  write_file (f, "a.txt", "云汀区");
  jb_folder_watcher_start (f->watcher);
  expect (f, "a.txt ");
  write_file (f, "b.txt", "柳浦街道");
  expect (f, "b.txt ");
  write_file (f, "c.txt.part", "石桥镇");
  expect (f, "");
  g_assert_cmpint (g_rename (from, to), ==, 0);
  expect (f, "c.txt ");
}

static void
test_growing (Fixture *f, gconstpointer data)
{
  g_autoptr(GString) text = g_string_new ("云");

  jb_folder_watcher_start (f->watcher);
  for (int i = 0; i < 12; i++)
    {
      gint64 next = g_get_monotonic_time () + SETTLE_MS * 1000 / 4;

      g_string_append (text, "汀");
      write_file (f, "a.txt", text->str);
      while (g_get_monotonic_time () < next)
        g_main_context_iteration (NULL, FALSE);
      g_assert_cmpstr (f->told->str, ==, "");
    }
  expect (f, "a.txt ");
}

static void
test_again_only_when_changed (Fixture *f, gconstpointer data)
{
  write_file (f, "a.txt", "云汀区");
  jb_folder_watcher_start (f->watcher);
  expect (f, "a.txt ");
  expect (f, "");
  write_file (f, "a.txt", "云汀区柳浦街道");
  expect (f, "a.txt ");
}

static void
test_folder_goes_and_comes (Fixture *f, gconstpointer data)
{
  g_autofree char *away = g_strconcat (f->path, "-away", NULL);

  write_file (f, "a.txt", "云汀区");
  jb_folder_watcher_start (f->watcher);
  expect (f, "a.txt ");
  g_assert_cmpint (g_rename (f->path, away), ==, 0);
  expect (f, "");
  g_assert_cmpint (g_rename (away, f->path), ==, 0);
  write_file (f, "b.txt", "柳浦街道");
  expect (f, "b.txt ");
  write_file (f, "c.txt", "石桥镇");
  expect (f, "c.txt ");
}

static void
test_names (void)
{
  static const char *const wanted[] = { "a.txt", "七月.pdf", "a.zip", "no-suffix" };
  static const char *const unwanted[] = { ".hidden", "a.txt~", "~$a.docx", "a.pdf.part", "a.crdownload", "A.TMP", "desk.jianbao" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (jb_folder_watcher_wants (wanted[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unwanted); i++)
    g_assert_false (jb_folder_watcher_wants (unwanted[i]));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/folder-watcher/what-was-there-and-what-comes-is-told", test_before_and_after);
  ADD ("/folder-watcher/a-file-that-grows-is-waited-for", test_growing);
  ADD ("/folder-watcher/a-file-is-told-of-again-only-when-it-changed", test_again_only_when_changed);
  ADD ("/folder-watcher/the-folder-may-go-and-come-back", test_folder_goes_and_comes);
  g_test_add_func ("/folder-watcher/files-in-the-making-and-backups-are-passed-over", test_names);
  return g_test_run ();
}
