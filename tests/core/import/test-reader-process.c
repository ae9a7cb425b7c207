/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-error.h"
#include "jb-reader-patience.h"
#include "jb-test-input.h"

#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* Reads a file that must be refused with @code, by a helper that must still be good for others. */
static void
assert_refused (JbReaderProcess *reader, GBytes *bytes, JbError code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) members = NULL;
  g_autoptr(JbDecoded) decoded = jb_reader_process_read (reader, bytes, NULL, &members, NULL, &error);

  g_assert_null (decoded);
  g_assert_null (members);
  g_assert_error (error, JB_ERROR, (int) code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
assert_read (JbReaderProcess *reader, const char *text)
{
  g_autoptr(GBytes) bytes = bytes_of (text);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) members = NULL;
  g_autoptr(JbDecoded) decoded = jb_reader_process_read (reader, bytes, NULL, &members, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (decoded->text, "柳浦街道"));
}

static void
test_many_files (void)
{
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  g_autoptr(GBytes) noise = g_bytes_new ("\x89\x01\x02\0\x03\x80\xff", 7);

  assert_read (reader, "柳浦街道");
  for (guint i = 0; i < 20; i++)
    {
      assert_read (reader, "[柳浦街道]");
      assert_refused (reader, noise, JB_ERROR_BINARY);
    }
}

/* What goes to the helper is told by its beginning, also where every byte of it is text. */
static void
test_plain (void)
{
  static const char *const plain[] = { "柳浦街道", "", "  \n", "本报讯 <a>", "100% PDF 文件" };
  static const char *const other[] = { "<p>柳浦街道", "\xef\xbb\xbf <rss/>", "{\\rtf1", "[1]", "%PDF-1.7\n1 0 obj", "\n%PDF-1.4" };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autoptr(GBytes) bytes = bytes_of (plain[i]);

      g_assert_true (jb_plain_is_one (bytes));
    }
  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    {
      g_autoptr(GBytes) bytes = bytes_of (other[i]);

      g_assert_false (jb_plain_is_one (bytes));
    }
}

static void
test_archive (void)
{
  static const char *const names[] = { "一.txt", "二/三.txt", NULL };
  static const char *const texts[] = { "柳浦街道", "云岭村" };
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  g_autoptr(GBytes) bytes = jb_test_zip (names, texts);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) members = NULL;
  g_autoptr(GBytes) member = NULL;

  g_assert_null (jb_reader_process_read (reader, bytes, NULL, &members, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (members, 1), ==, "二/三.txt");
  member = jb_reader_process_load_member (reader, bytes, "二/三.txt", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (member, NULL), g_bytes_get_size (member), "云岭村", strlen ("云岭村"));
  g_assert_null (jb_reader_process_load_member (reader, bytes, "四.txt", NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NOT_FOUND);
}

/* A helper that does nothing, ends at once, or is no program at all costs the file and no more. */
static void
test_failing_helper (void)
{
  static const char *const programs[] = { "/bin/true", "/nowhere/jianbao-reader" };
  g_autofree char *right = g_strdup (g_getenv ("JIANBAO_READER"));
  g_autoptr(GBytes) bytes = bytes_of ("[柳浦街道]");

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();

      g_setenv ("JIANBAO_READER", programs[i], TRUE);
      assert_refused (reader, bytes, JB_ERROR_HELPER);
      g_setenv ("JIANBAO_READER", right, TRUE);
      assert_read (reader, "[柳浦街道]");
    }
}

/* Whatever a helper that was taken over says or does not say costs the file and a little time; an honest one reads the next. */
static void
test_mad_helper (gconstpointer data)
{
  g_autofree char *right = g_strdup (g_getenv ("JIANBAO_READER"));
  g_autofree char *fake = g_test_build_filename (G_TEST_DIST, "support", "fake-reader.py", NULL);
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  g_autoptr(GBytes) bytes = bytes_of ("[柳浦街道]");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) members = NULL;
  gint64 start = g_get_monotonic_time ();

  jb_reader_process_set_patience (reader, (JbReaderPatience) { 2, 3 });
  g_setenv ("FAKE_READER", data, TRUE);
  g_setenv ("JIANBAO_READER", fake, TRUE);
  g_assert_null (jb_reader_process_read (reader, bytes, NULL, &members, NULL, &error));
  g_assert_null (members);
  g_assert_nonnull (error);
  g_assert_true (error->domain == JB_ERROR);
  g_assert_cmpuint (strlen (error->message), >, 5);
  g_assert_cmpuint (strlen (error->message), <=, 1000);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
  g_setenv ("JIANBAO_READER", right, TRUE);
  if (error->code == JB_ERROR_HELPER)
    {
      jb_reader_process_set_patience (reader, JB_READER_PATIENCE);
      assert_read (reader, "[柳浦街道]");
    }
}

/* Returns: the process ids of this one's children, with a space behind each */
static char *
list_children (void)
{
  g_autoptr(GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  GString *children = g_string_new (NULL);
  const char *task;

  while ((task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", task, "children", NULL);
      g_autofree char *content = NULL;

      if (g_file_get_contents (path, &content, NULL, NULL))
        g_string_append (children, content);
    }
  return g_string_free (children, FALSE);
}

static gpointer
read_in_thread (gpointer data)
{
  assert_read (data, "[柳浦街道]");
  return NULL;
}

/* Threads of a pool come and go; the helper is the process's. */
static void
test_thread_ends (void)
{
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  g_autofree char *before = NULL, *after = NULL;

  g_thread_join (g_thread_new ("test", read_in_thread, reader));
  before = list_children ();
  g_usleep (G_USEC_PER_SEC / 5);
  assert_read (reader, "[柳浦街道]");
  after = list_children ();
  g_assert_cmpstr (before, !=, "");
  g_assert_cmpstr (before, ==, after);
}

/* A helper that is killed between two files costs neither. */
static void
test_killed_between (void)
{
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  g_autofree char *children = NULL;

  assert_read (reader, "[柳浦街道]");
  children = list_children ();
  kill (atoi (children), SIGKILL);
  g_usleep (G_USEC_PER_SEC / 5);
  assert_read (reader, "[柳浦街道]");
}

static void
test_cancelled (void)
{
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  g_autoptr(GBytes) bytes = bytes_of ("[柳浦街道]");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) members = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (jb_reader_process_read (reader, bytes, NULL, &members, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_read (reader, "[柳浦街道]");
}

static guint
count_dark (const JbPicture *picture)
{
  const guint32 *pixels = g_bytes_get_data (picture->pixels, NULL);
  guint n = 0;

  for (gsize i = 0; i < (gsize) picture->stride / 4 * picture->height; i++)
    n += (pixels[i] & 0xff) < 0x80;
  return n;
}

/* The page of a PDF, and the picture that was made of it, look alike. */
static void
test_pages_are_drawn (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", "pdf-columns", "input.pdf", NULL);
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  g_autoptr(GBytes) pdf = jb_test_load_input (path);
  g_autoptr(GBytes) text = bytes_of ("[柳浦街道]");
  g_autoptr(GError) error = NULL;
  g_autoptr(JbPicture) drawn = jb_reader_process_render (reader, pdf, NULL, 0, 1.5, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (drawn->width, >, 300);
  g_assert_cmpuint (count_dark (drawn), >, 100);
  g_assert_null (jb_reader_process_render (reader, pdf, NULL, 99, 1.5, NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (jb_reader_process_render (reader, text, NULL, 0, 1.5, NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FORMAT);
}

int
main (int argc, char **argv)
{
  static const char *const acts[] = { "hang", "crash", "flood", "count", "dribble", "names", "huge", "noise", "nothing",
                                      "no-reason", "long-reason", "picture", "unknown" };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-process/one-helper-reads-many-files", test_many_files);
  g_test_add_func ("/reader-process/text-alone-is-read-in-the-program", test_plain);
  g_test_add_func ("/reader-process/archives-are-listed-and-read-by-name", test_archive);
  g_test_add_func ("/reader-process/a-failing-helper-costs-one-file", test_failing_helper);
  g_test_add_func ("/reader-process/stays-when-a-thread-ends", test_thread_ends);
  g_test_add_func ("/reader-process/killed-between-files", test_killed_between);
  g_test_add_func ("/reader-process/pages-are-drawn", test_pages_are_drawn);
  g_test_add_func ("/reader-process/reading-can-be-stopped", test_cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *path = g_strconcat ("/reader-process/mad/", acts[i], NULL);

      g_test_add_data_func (path, acts[i], test_mad_helper);
    }
  return g_test_run ();
}
