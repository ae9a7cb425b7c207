/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Importing: files a second through the confined helper, beside what the library below takes for the same bytes alone, and the peak
 * memory of both processes. The last lines are of files far larger than any bulletin. JIANBAO_READER names the helper. */
#include "jb-reader-process.h"
#include "jb-test-input.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <libxml/HTMLparser.h>
#include <locale.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <sys/resource.h>

#define N_FILES      1000
#define N_PARAGRAPHS 12
#define PARAGRAPH    "近日，云汀区柳浦街道云岭村夜校开课，三十余名居民走进社区学堂学写春联。授课老师林小雨说，报名的人比去年多了一倍，" \
                     "下半年还要开办书法、剪纸和智能手机三个班。"

typedef GBytes *(*Make) (guint number);

static GBytes *
take_string (GString *string)
{
  return g_string_free_to_bytes (string);
}

static void
append_paragraphs (GString *string, guint number, const char *before, const char *after)
{
  g_string_append_printf (string, "%s夜校第%u期开课%s", before, number, after);
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    g_string_append_printf (string, "%s%s%s", before, PARAGRAPH, after);
}

static GBytes *
make_text (guint number)
{
  GString *text = g_string_new (NULL);

  append_paragraphs (text, number, "　　", "\n");
  return take_string (text);
}

static GBytes *
make_html (guint number)
{
  GString *html = g_string_new ("<!DOCTYPE html><html><head><meta charset=utf-8><title>夜校</title></head><body><div><article>");

  append_paragraphs (html, number, "<p>", "</p>\n");
  g_string_append (html, "</article></div></body></html>");
  return take_string (html);
}

static GBytes *
make_docx (guint number)
{
  const char *const names[] = { "[Content_Types].xml", "_rels/.rels", "word/document.xml", NULL };
  g_autoptr(GString) document = g_string_new ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
                                              "main\"><w:body>");
  const char *texts[] = {
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\""
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
    "</Relationships>",
    NULL,
  };

  append_paragraphs (document, number, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>");
  g_string_append (document, "</w:body></w:document>");
  texts[2] = document->str;
  return jb_test_zip (names, texts);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_pages (guint number, guint n_pages)
{
  GByteArray *pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, 595, 842);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Serif CJK SC 10.5");
  g_autoptr(GString) text = g_string_new (NULL);

  append_paragraphs (text, number, "　　", "\n");
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, 475 * PANGO_SCALE);
  pango_layout_set_text (layout, text->str, -1);
  for (guint i = 0; i < n_pages; i++)
    {
      cairo_move_to (cr, 60, 60);
      pango_cairo_show_layout (cr, layout);
      cairo_show_page (cr);
    }
  pango_font_description_free (font);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (pdf);
}

static GBytes *
make_pdf (guint number)
{
  return make_pages (number, 1);
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* Returns: MB; of the children those that have ended */
static long
get_peak (int whose)
{
  struct rusage usage;

  getrusage (whose, &usage);
  return usage.ru_maxrss / 1024;
}

/* What the library below does with the same bytes: a tree of the markup, the text of the pages. Returns: seconds for all, 0 where
 * there is nothing to compare with */
static double
run_baseline (const char *name, GPtrArray *files)
{
  gint64 start = g_get_monotonic_time ();

  if (g_str_equal (name, "html"))
    {
      for (guint i = 0; i < files->len; i++)
        {
          GBytes *bytes = g_ptr_array_index (files, i);

          xmlFreeDoc (htmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL, "UTF-8",
                                      HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
        }
      return seconds_since (start);
    }
  if (g_str_equal (name, "pdf") && g_find_program_in_path ("pdftotext") != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), "jianbao-bench.pdf", NULL);
      const char *argv[] = { "pdftotext", "-q", path, "/dev/null", NULL };
      guint n = MIN (files->len, 50);

      for (guint i = 0; i < n; i++)
        {
          GBytes *bytes = g_ptr_array_index (files, i);

          g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
          g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
        }
      g_unlink (path);
      return seconds_since (start) * files->len / n;
    }
  return 0;
}

/* Whether the tree has an importer for it. */
static gboolean
is_known (GBytes *bytes)
{
  g_autoptr(JbInput) input = jb_input_new (bytes);

  const JbImporter *importer;

  for (guint i = 0; (importer = jb_importer_get (i)) != NULL; i++)
    if (importer->recognise (input))
      return TRUE;
  return FALSE;
}

static void
run_format (const char *name, Make make)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  guint n_failed = 0;
  gint64 start;
  double seconds, baseline;

  for (guint i = 0; i < N_FILES; i++)
    g_ptr_array_add (files, make (i));
  if (!is_known (g_ptr_array_index (files, 0)))
    {
      g_print ("%-5s no importer\n", name);
      return;
    }
  start = g_get_monotonic_time ();
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr(GPtrArray) members = NULL;
      g_autoptr(JbDecoded) decoded = jb_reader_process_read (reader, g_ptr_array_index (files, i), NULL, &members, NULL, NULL);

      n_failed += decoded == NULL;
    }
  seconds = seconds_since (start);
  baseline = run_baseline (name, files);
  g_print ("%-5s %7.0f files/s, %u failed", name, files->len / seconds, n_failed);
  if (baseline > 0)
    g_print (", %.2f times the time of the library below", seconds / baseline);
  g_print ("\n");
}

static void
run_large (const char *name, GBytes *bytes)
{
  g_autoptr(JbReaderProcess) reader = jb_reader_process_new ();
  g_autoptr(GPtrArray) members = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr(JbDecoded) decoded = jb_reader_process_read (reader, bytes, NULL, &members, NULL, &error);

  g_print ("%s, %.0f MB: %.1f s, %s\n", name, (double) g_bytes_get_size (bytes) / 1e6, seconds_since (start),
           decoded != NULL ? "read" : error->message);
}

static void
run_large_text (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;

  while (text->len < 200 * 1000 * 1000)
    g_string_append (text, PARAGRAPH "\n");
  bytes = take_string (text);
  run_large ("large text", bytes);
}

int
main (int argc, char **argv)
{
  g_autoptr(GBytes) pages = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  run_format ("text", make_text);
  run_format ("html", make_html);
  run_format ("docx", make_docx);
  run_format ("pdf", make_pdf);
  pages = make_pages (1, 2000);
  run_large ("2000 pages of PDF", pages);
  g_print ("peak of the program: %ld MB, of the helper: %ld MB\n", get_peak (RUSAGE_SELF), get_peak (RUSAGE_CHILDREN));
  run_large_text ();
  return 0;
}
