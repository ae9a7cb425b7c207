/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-article-table.h"
#include "jb-decide.h"
#include "jb-desk.h"
#include "jb-import-job.h"
#include "jb-source-table.h"
#include "jb-test-input.h"
#include "jb-test-library.h"

#include <locale.h>
#include <string.h>

static const char nitf[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><nitf><body><body.head><hedline><hl1>石桥社区办起夜校</hl1></hedline></body.head>"
  "<body.content><block><p>夜幕降临，<location>石桥社区</location>的夜校开课了，<person>何清</person>第一个走进教室。</p>"
  "</block></body.content></body></nitf>";

static GPtrArray *
import (JbTestLibrary *t, const char *name, GBytes *bytes, const JbImportOptions *options, const JbImportWatch *watch)
{
  g_autofree char *path = jb_test_library_write_file (t, name, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  GPtrArray *results;

  g_ptr_array_add (files, g_file_new_for_path (path));
  results = jb_import_job_run (t->library, files, options, watch, NULL, &error);
  g_assert_no_error (error);
  return results;
}

static const JbImportResult *
get (GPtrArray *results, guint i)
{
  return g_ptr_array_index (results, i);
}

typedef struct
{
  guint n_begun, n_ended;
} Count;

static void
begin_cb (guint index, guint n_files, const char *name, gpointer data)
{
  g_assert_cmpuint (index, <, n_files);
  ((Count *) data)->n_begun++;
}

static void
end_cb (const JbImportResult *result, gpointer data)
{
  ((Count *) data)->n_ended++;
}

static void
test_archive (JbTestLibrary *t, gconstpointer data)
{
  static const char *const names[] = { "报/乙.txt", ".隐.txt", "__MACOSX/丙.txt", "坏.docx", "稿.xml", NULL };
  static const char *const texts[] = { "云岭村夜校开课了。", "不要", "不要", "PK\3\4 不是压缩包", nitf };
  g_autoptr(GBytes) outer = jb_test_zip (names, texts);
  Count count = { 0 };
  const JbImportWatch watch = { .begin = begin_cb, .end = end_cb, .data = &count };
  g_autoptr(GPtrArray) results = import (t, "稿件.zip", outer, NULL, &watch);

  g_assert_cmpuint (results->len, ==, 3);
  g_assert_true (g_str_has_suffix (get (results, 0)->name, "稿件.zip/报/乙.txt"));
  g_assert_cmpint (get (results, 0)->outcome, ==, JB_IMPORT_DONE);
  g_assert_cmpint (get (results, 1)->outcome, ==, JB_IMPORT_FAILED);
  g_assert_nonnull (get (results, 1)->reason);
  g_assert_cmpuint (get (results, 2)->n_articles, ==, 1);
  g_assert_cmpuint (count.n_ended, ==, 3);
  g_assert_cmpuint (count.n_begun, ==, 4);
}

static void
test_depth (JbTestLibrary *t, gconstpointer data)
{
  static const char *const names[] = { "甲.txt", NULL };
  static const char *const texts[] = { "柳浦街道的老旧小区改造已经开工。" };
  g_autoptr(GBytes) bytes = jb_test_zip (names, texts);

  for (guint depth = 1; depth <= 5; depth++)
    {
      g_autofree char *name = g_strdup_printf ("%u.zip", depth);
      const JbImportOptions options = { .force = TRUE };
      g_autoptr(GPtrArray) results = import (t, name, bytes, &options, NULL);
      GBytes *next = jb_test_zip_bytes ("内.zip", bytes);

      g_assert_cmpuint (results->len, ==, 1);
      g_assert_cmpint (get (results, 0)->outcome, ==, depth <= 3 ? JB_IMPORT_DONE : JB_IMPORT_FAILED);
      g_bytes_unref (bytes);
      bytes = next;
    }
}

static void
test_issue (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (nitf, strlen (nitf));
  const JbImportOptions options = { .bulletin = "云汀报", .issue = "621", .date = "2023-07-18" };
  g_autoptr(GPtrArray) results = import (t, "稿.xml", bytes, &options, NULL);
  g_autoptr(GPtrArray) again = import (t, "另.xml", bytes, &options, NULL);
  g_autoptr(JbSource) source = jb_source_table_load (t->library, get (results, 0)->source, NULL);
  g_autofree char *label = jb_source_dup_label (source);

  g_assert_cmpstr (label, ==, "《云汀报》2023年7月18日第621期");
  g_assert_cmpint (get (again, 0)->outcome, ==, JB_IMPORT_KNOWN);
  g_assert_cmpstr (get (again, 0)->source, ==, source->id);
}

/* What the file had tagged is confirmed, the text is there again after undo and redo, and the library is sound. */
static void
test_tags_and_text (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (nitf, strlen (nitf));
  g_autoptr(GPtrArray) results = import (t, "稿.xml", bytes, NULL, NULL);
  g_autofree char *before = jb_test_library_dump (t);
  g_autofree char *after = NULL, *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = NULL;
  g_autoptr(JbSource) source = NULL;
  g_auto(GStrv) findings = NULL;
  guint n_confirmed = 0;

  g_free (jb_decide_undo (t->library, &error));
  g_assert_no_error (error);
  g_assert_null (jb_source_table_find (t->library, "", NULL));
  g_free (jb_decide_redo (t->library, &error));
  g_assert_no_error (error);
  after = jb_test_library_dump (t);
  g_assert_cmpstr (before, ==, after);

  source = jb_source_table_load (t->library, get (results, 0)->source, &error);
  g_assert_cmpstr (source->media_type, !=, "text/plain");
  text = jb_desk_load_source_text (t->library, source, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "何清第一个走进教室"));
  articles = jb_desk_load_source (t->library, source->id, &error);
  for (guint i = 0; i < ((JbArticle *) g_ptr_array_index (articles, 0))->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (((JbArticle *) g_ptr_array_index (articles, 0))->mentions, i);

      n_confirmed += mention->state == JB_MENTION_STATE_CONFIRMED;
    }
  g_assert_cmpuint (n_confirmed, ==, 2);
  findings = jb_library_check (t->library, &error);
  g_assert_no_error (error);
  g_assert_null (findings[0]);
}

#define ADD(path, test) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, test, jb_test_library_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("/import-job/archives-are-imported-file-by-file", test_archive);
  ADD ("/import-job/archives-in-archives-end-somewhere", test_depth);
  ADD ("/import-job/the-editor-says-which-issue-it-is", test_issue);
  ADD ("/import-job/tags-of-the-file-are-taken-over", test_tags_and_text);
  return g_test_run ();
}
