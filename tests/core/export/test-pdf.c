/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-briefing.h"
#include "jb-error.h"
#include "jb-exporter.h"
#include "jb-string.h"

#include <glib/gstdio.h>
#include <string.h>

static JbBriefing *
make_briefing (void)
{
  JbBriefing *briefing = jb_briefing_new ("城事简报");

  jb_set_string (&briefing->issue, "7");
  jb_set_string (&briefing->date, "2020-04-21");
  jb_set_string (&briefing->issuer, "编辑部");
  jb_set_string (&briefing->copies, "20");
  for (guint s = 0; s < 3; s++)
    {
      g_autofree char *heading = g_strdup_printf ("标题%u", s + 1);
      JbBriefingSection *section = jb_briefing_section_new (heading);

      g_ptr_array_add (briefing->sections, section);
      for (guint i = 0; i < 5; i++)
        {
          g_autofree char *text = g_strdup_printf ("记号%u%u开始，今年以来改造小区36个，惠及居民9800余户，“满意率”达到98.5%%"
                                                   "以上，群众拍手叫好，纷纷点赞留言，街道将继续做好服务。", s + 1, i + 1);
          JbBriefingItem *item = jb_briefing_item_new (text, "an-article", 0, 1);

          item->citation = g_strdup ("《城事报》2020年4月20日第12期：标题");
          g_ptr_array_add (section->items, item);
        }
    }
  return briefing;
}

static GBytes *
write_pdf (JbBriefing *briefing)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GPtrArray) briefings = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  JbExportSet set = { .briefings = briefings };

  g_ptr_array_add (briefings, briefing);
  g_assert_true (jb_exporter_find ("pdf")->write (&set, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_written (void)
{
  g_autoptr(JbBriefing) briefing = make_briefing ();
  g_autoptr(GBytes) first = write_pdf (briefing);
  g_autoptr(GBytes) second = write_pdf (briefing);

  g_assert_cmpint (memcmp (g_bytes_get_data (first, NULL), "%PDF-", 5), ==, 0);
  g_assert_true (g_bytes_equal (first, second));
}

/* Returns: (transfer full): what the program says about the PDF */
static char *
ask (const char *program, const char *option, GBytes *pdf)
{
  g_autofree char *folder = g_dir_make_tmp ("jb-pdf-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr(GError) error = NULL;
  const char *argv[] = { program, option != NULL ? option : path, option != NULL ? path : NULL,
                         option != NULL && strcmp (program, "pdftotext") == 0 ? "-" : NULL, NULL };
  char *output = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);
  return output;
}

static gboolean
has_program (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  if (path == NULL)
    g_test_skip ("poppler's programs are not installed");
  return path != NULL;
}

static void
test_text (void)
{
  g_autoptr(JbBriefing) briefing = make_briefing ();
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  const char *at;

  if (!has_program ("pdftotext"))
    return;
  pdf = write_pdf (briefing);
  text = ask ("pdftotext", "-nopgbrk", pdf);
  at = strstr (text, "2020年4月21日");
  g_assert_nonnull (at);
  for (guint s = 1; s <= 3; s++)
    for (guint i = 1; i <= 5; i++)
      {
        g_autofree char *sign = g_strdup_printf ("记号%u%u开始，今年以来", s, i);

        at = strstr (at, sign);
        g_assert_nonnull (at);
      }
  g_assert_nonnull (strstr (at, "[1]"));
  at = strstr (at, "来源");
  g_assert_nonnull (at);
  at = strstr (at, "《城事报》2020年4月20日第12期");
  g_assert_nonnull (at);
  g_assert_nonnull (strstr (at, "共印20份"));
}

static void
test_fonts (void)
{
  g_autoptr(JbBriefing) briefing = make_briefing ();
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *table = NULL;
  g_auto(GStrv) rows = NULL;

  if (!has_program ("pdffonts"))
    return;
  pdf = write_pdf (briefing);
  table = ask ("pdffonts", NULL, pdf);
  rows = g_strsplit (g_strchomp (table), "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), >, 2);
  for (guint i = 2; rows[i] != NULL; i++)  /* embedded, subset, with Unicode */
    g_assert_true (g_regex_match_simple ("yes +yes +yes", rows[i], 0, 0));
}

static void
test_info (void)
{
  g_autoptr(JbBriefing) briefing = make_briefing ();
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *info = NULL;

  if (!has_program ("pdfinfo"))
    return;
  pdf = write_pdf (briefing);
  info = ask ("pdfinfo", NULL, pdf);
  g_assert_nonnull (strstr (info, "城事简报 第7期"));
  g_assert_nonnull (strstr (info, "A4"));
}

static gboolean
holds (GBytes *pdf, const char *mark)
{
  gsize size;
  const char *bytes = g_bytes_get_data (pdf, &size);

  for (gsize i = 0; i + strlen (mark) <= size; i++)
    if (memcmp (bytes + i, mark, strlen (mark)) == 0)
      return TRUE;
  return FALSE;
}

/* Newer cairo packs the outline's objects into a compressed stream. */
static void
test_outline (void)
{
  g_autoptr(JbBriefing) briefing = make_briefing ();
  g_autoptr(GBytes) pdf = write_pdf (briefing);

  if (holds (pdf, "/ObjStm"))
    g_test_skip ("the outline lies in a compressed stream");
  else
    g_assert_true (holds (pdf, "/Type /Outlines"));
}

/* ---- failures ---- */

static void
test_full (void)
{
  g_autoptr(JbBriefing) briefing = make_briefing ();
  g_autoptr(GPtrArray) briefings = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  char small[1000];
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new (small, sizeof small, NULL, NULL);
  JbExportSet set = { .briefings = briefings };

  g_ptr_array_add (briefings, briefing);
  g_assert_false (jb_exporter_find ("pdf")->write (&set, stream, NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_FULL);
}

static void
test_cancelled (void)
{
  g_autoptr(JbBriefing) briefing = make_briefing ();
  g_autoptr(GPtrArray) briefings = g_ptr_array_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  JbExportSet set = { .briefings = briefings };

  g_ptr_array_add (briefings, briefing);
  g_cancellable_cancel (cancellable);
  g_assert_false (jb_exporter_find ("pdf")->write (&set, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_nothing (void)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;
  JbExportSet set = { NULL };

  g_assert_false (jb_exporter_find ("pdf")->write (&set, stream, NULL, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/the-same-briefing-gives-the-same-bytes", test_written);
  g_test_add_func ("/pdf/text-can-be-taken-out-in-order", test_text);
  g_test_add_func ("/pdf/fonts-are-embedded", test_fonts);
  g_test_add_func ("/pdf/names-the-briefing", test_info);
  g_test_add_func ("/pdf/has-an-outline", test_outline);
  g_test_add_func ("/pdf/a-full-disk-is-an-error", test_full);
  g_test_add_func ("/pdf/can-be-cancelled", test_cancelled);
  g_test_add_func ("/pdf/needs-a-briefing", test_nothing);
  return g_test_run ();
}
