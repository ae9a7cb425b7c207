/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-chars.h"
#include "jb-ocr.h"
#include "jb-test-input.h"
#include "jb-test-page.h"

#include <locale.h>
#include <string.h>

#define DPI 300

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

/* Draws the upper part of a page, turned by some degrees. */
static cairo_surface_t *
draw_surface (void (*draw) (cairo_t *), double width, double height, double dpi, double degrees)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * dpi / 72), (int) (height * dpi / 72));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, dpi / 72, dpi / 72);
  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, degrees * G_PI / 180);
  cairo_translate (cr, -width / 2, -height / 2);
  draw (cr);
  cairo_destroy (cr);
  return surface;
}

static GBytes *
draw_png (void (*draw) (cairo_t *), double width, double height, double dpi, double degrees)
{
  cairo_surface_t *surface = draw_surface (draw, width, height, dpi, degrees);
  GByteArray *bytes = g_byte_array_new ();

  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, write_cb, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static JbDecoded *
read_picture (GBytes *bytes, gboolean recognise, GError **error)
{
  g_autoptr(JbInput) input = jb_input_new (bytes);

  input->recognise = recognise;
  return jb_importer_read (input, error);
}

static gboolean
lacks_engine (void)
{
  g_autoptr(GError) error = NULL;

  if (jb_ocr_prepare (&error) && jb_test_page_has_font ())
    return FALSE;
  g_test_skip (error != NULL ? error->message : "no font for Chinese");
  return TRUE;
}

static JbChars *
keep_han (const char *text)
{
  JbChars *chars = jb_chars_new (text, -1);
  guint n = 0;

  for (guint i = 0; i < chars->length; i++)
    if (jb_char_is_han (chars->chars[i]))
      chars->chars[n++] = chars->chars[i];
  chars->length = n;
  return chars;
}

/* How many Chinese characters of @expected stand in @text too, in this order: the longest common subsequence. Returns: the share */
static double
compare_han (const char *expected, const char *text)
{
  g_autoptr(JbChars) a = keep_han (expected);
  g_autoptr(JbChars) b = keep_han (text);
  g_autofree guint *row = g_new0 (guint, b->length + 1);

  for (guint i = 0; i < a->length; i++)
    for (guint j = 0, diagonal = 0; j < b->length; j++)
      {
        guint above = row[j + 1];

        row[j + 1] = a->chars[i] == b->chars[j] ? diagonal + 1 : MAX (row[j], above);
        diagonal = above;
      }
  return (double) row[b->length] / a->length;
}

/* The columns of the page are read one after the other. */
static void
test_columns (void)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = NULL;
  double share;

  if (lacks_engine ())
    return;
  bytes = draw_png (jb_test_page_draw_news, 595, 842, DPI, 0);
  decoded = read_picture (bytes, TRUE, &error);
  g_assert_no_error (error);
  share = compare_han (jb_test_news_text, decoded->text);
  g_test_message ("%.1f %% of the characters", 100 * share);
  g_assert_cmpfloat (share, >, 0.95);
  g_assert_cmpuint (decoded->sheets->len, ==, 1);
  g_assert_cmpuint (decoded->boxes->len, >, 40);
  for (guint i = 0; i < decoded->doubts->len; i++)
    g_assert_cmpuint (g_array_index (decoded->doubts, JbDoubt, i).confidence, <, 60);
}

static void
draw_lines (cairo_t *cr)
{
  static const JbTestFrame frame = { 30, 30, 240, 200 };

  jb_test_page_flow (cr, JB_TEST_SERIF, 12, &frame, 1,
                     "云岭村的老粮仓亮起了灯，三十多名放学的孩子挤在新刨过的木桌旁，听退休教师讲溪口渡船的旧事。图书馆开馆一个月，接待读者两千多人次。\n"
                     "下一处是石门村的旧小学，计划八月动工，年底前全部开放。\n");
}

static const char lines_text[] =
  "云岭村的老粮仓亮起了灯，三十多名放学的孩子挤在新刨过的木桌旁，听退休教师讲溪口渡船的旧事。图书馆开馆一个月，接待读者两千多人次。\n"
  "下一处是石门村的旧小学，计划八月动工，年底前全部开放。\n";

static void
assert_lines (double dpi, double degrees)
{
  g_autoptr(GBytes) bytes = draw_png (draw_lines, 300, 180, dpi, degrees);
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = read_picture (bytes, TRUE, &error);

  g_assert_no_error (error);
  g_test_message ("%s", decoded->text);
  g_assert_cmpfloat (compare_han (lines_text, decoded->text), >, 0.92);
}

static void
test_skew (void)
{
  if (!lacks_engine ())
    assert_lines (DPI, 2);
}

static void
test_small (void)
{
  if (!lacks_engine ())
    assert_lines (110, 0);
}

static void
draw_scan (cairo_t *cr)
{
  cairo_surface_t *surface = draw_surface (draw_lines, 300, 180, DPI, 0);

  cairo_scale (cr, 72.0 / DPI, 72.0 / DPI);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (surface);
}

/* A PDF of pictures is read where that is wanted. */
static void
test_scanned_pdf (void)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = NULL;

  if (lacks_engine ())
    return;
  bytes = jb_test_page_print_pdf (draw_scan, 1, 300, 180);
  decoded = read_picture (bytes, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (decoded->media_type, ==, "application/pdf");
  g_assert_cmpfloat (compare_han (lines_text, decoded->text), >, 0.92);
}

static void
append_32 (GByteArray *bytes, guint32 number)
{
  number = GUINT32_TO_LE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, 4);
}

static void
append_tag (GByteArray *bytes, guint16 tag, guint32 value)
{
  guint16 head[] = { GUINT16_TO_LE (tag), GUINT16_TO_LE (4) };

  g_byte_array_append (bytes, (const guint8 *) head, 4);
  append_32 (bytes, 1);
  append_32 (bytes, value);
}

/* A TIFF of grey pages, one behind the other, each with what was drawn. */
static GBytes *
make_tiff (cairo_surface_t **pages, guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) "II*\0", 4);
  for (guint i = 0; i < n_pages; i++)
    {
      guint width = (guint) cairo_image_surface_get_width (pages[i]), height = (guint) cairo_image_surface_get_height (pages[i]);
      const guint8 *from = cairo_image_surface_get_data (pages[i]);
      guint16 n_tags = GUINT16_TO_LE (8);
      guint32 directory = bytes->len + 4 + width * height;

      append_32 (bytes, (directory + 1) & ~1u);
      for (guint y = 0; y < height; y++)
        for (guint x = 0; x < width; x++)
          g_byte_array_append (bytes, from + y * (guint) cairo_image_surface_get_stride (pages[i]) + 4 * x, 1);
      if (bytes->len % 2 != 0)
        g_byte_array_append (bytes, (const guint8 *) "", 1);
      directory = bytes->len;
      g_byte_array_append (bytes, (const guint8 *) &n_tags, 2);
      append_tag (bytes, 256, width);
      append_tag (bytes, 257, height);
      append_tag (bytes, 258, 8);
      append_tag (bytes, 259, 1);
      append_tag (bytes, 262, 1);
      append_tag (bytes, 273, directory - width * height - (width * height) % 2);
      append_tag (bytes, 278, height);
      append_tag (bytes, 279, width * height);
    }
  append_32 (bytes, 0);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_pages (void)
{
  cairo_surface_t *surface;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbDecoded) decoded = NULL;

  if (lacks_engine ())
    return;
  surface = draw_surface (draw_lines, 300, 180, DPI, 0);
  bytes = make_tiff ((cairo_surface_t *[]) { surface, surface }, 2);
  cairo_surface_destroy (surface);
  decoded = read_picture (bytes, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decoded->sheets->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (decoded->sheets, JbSheetSize, 1).width, 300, 0.5);
}

static void
test_not_wanted (void)
{
  g_autoptr(GBytes) bytes = draw_png (draw_lines, 100, 100, 72, 0);
  g_autoptr(GError) error = NULL;

  g_assert_null (read_picture (bytes, FALSE, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_NO_TEXT);
}

static void
draw_nothing (cairo_t *cr)
{
}

static void
test_nothing (void)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  if (lacks_engine ())
    return;
  bytes = draw_png (draw_nothing, 100, 100, 200, 0);
  g_assert_null (read_picture (bytes, TRUE, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_EMPTY);
}

/* A header that promises more than may be, and files that are cut off. */
static void
test_damaged (void)
{
  static const guint8 huge[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\0\0\0\0\x9c\x8c\x7e\x9e";
  static const char *const heads[] = { "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe0", "GIF89a......", "II*\0\x08\0\0\0" };
  g_autoptr(GBytes) bytes = g_bytes_new_static (huge, sizeof huge - 1);
  g_autoptr(GError) error = NULL;

  if (lacks_engine ())
    return;
  g_assert_null (read_picture (bytes, TRUE, &error));
  g_assert_true (g_error_matches (error, JB_ERROR, JB_ERROR_TOO_LARGE) || g_error_matches (error, JB_ERROR, JB_ERROR_FORMAT));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      guint8 data[64] = "";
      g_autoptr(GBytes) some = NULL;
      g_autoptr(GError) failure = NULL;

      memcpy (data, heads[i], strlen (heads[i]) + 1);
      some = g_bytes_new (data, sizeof data);
      g_assert_null (read_picture (some, TRUE, &failure));
      g_assert_nonnull (failure);
      g_assert_true (failure->domain == JB_ERROR);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/picture/columns-are-read-one-after-the-other", test_columns);
  g_test_add_func ("/import/picture/skew-is-taken-away", test_skew);
  g_test_add_func ("/import/picture/small-type-is-enlarged", test_small);
  g_test_add_func ("/import/picture/scanned-pdf-is-recognised", test_scanned_pdf);
  g_test_add_func ("/import/picture/tiff-has-pages", test_pages);
  g_test_add_func ("/import/picture/recognition-must-be-wanted", test_not_wanted);
  g_test_add_func ("/import/picture/an-empty-page-has-no-text", test_nothing);
  g_test_add_func ("/import/picture/damaged-files-are-refused", test_damaged);
  return g_test_run ();
}
