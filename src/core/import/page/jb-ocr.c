/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture is made grey, set upright and brought to a size that the engine knows; the engine finds lines and characters; in
 * which order they are read, the page layout finds out, as for PDF.
 *
 *   what tesseract gives           what becomes of it
 *   line     box                   the glyphs' height and size of type: the boxes of marks are small and low
 *   symbol   box, confidence       the glyphs' places; a mark's white half is given back to it
 */
#include "jb-ocr.h"

#include "jb-chars.h"
#include "jb-error.h"
#include "jb-pdf-render.h"
#include "jb-tesseract.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define USUAL_DPI 300

/* Characters lower than this many pixels are enlarged, and higher ones made smaller: they are read badly, or slowly. */
#define MIN_EM  24
#define MAX_EM  64
#define GOOD_EM 38

/* Degrees: less is left as it is, and more is no skew. */
#define MIN_SKEW 0.15
#define MAX_SKEW 6.0

/* The ink of a Chinese character, in em. */
#define INK 0.9

struct _JbOcrImage
{
  Pix    *pix;         /* owned, 8 bits */
  double  width;       /* points */
  double  height;
  double  scale;       /* points for a pixel */
};

static TessBaseAPI *engine;  /* one for the program, NULL until it is prepared */

/* It would complain about what it has not freed itself. */
static void
delete_engine (void)
{
  if (engine != NULL)
    jb_tesseract_load (NULL)->delete (engine);
  engine = NULL;
}

gboolean
jb_ocr_prepare (GError **error)
{
  const JbTesseract *tess;

  if (engine != NULL)
    return TRUE;
  g_setenv ("OMP_THREAD_LIMIT", "1", FALSE);
  tess = jb_tesseract_load (error);
  if (tess == NULL || jb_leptonica_load (error) == NULL)
    return FALSE;
  /* Nothing on the standard error output about files we were given. */
  jb_leptonica_load (NULL)->set_severity (6);
  engine = tess->create ();
  if (tess->init (engine, NULL, "chi_sim") == 0)
    {
      atexit (delete_engine);
      return TRUE;
    }
  delete_engine ();
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT,
               _("tesseract has no data for Chinese; install the package tesseract-ocr-chi-sim"));
  return FALSE;
}

/* --- pictures ------------------------------------------------------------------------------------------------------------- */

static void
replace (JbOcrImage *self, Pix *pix)
{
  const JbLeptonica *lept = jb_leptonica_load (NULL);

  if (pix == NULL)
    return;
  lept->free (&self->pix);
  self->pix = pix;
}

static void
get_pixels (const JbOcrImage *self, int *width, int *height)
{
  int depth;

  jb_leptonica_load (NULL)->get_size (self->pix, width, height, &depth);
}

static JbOcrImage *
take_pix (Pix *pix, double dpi)
{
  JbOcrImage *self = g_new0 (JbOcrImage, 1);
  int width, height;

  self->pix = pix;
  get_pixels (self, &width, &height);
  self->scale = 72 / dpi;
  self->width = width * self->scale;
  self->height = height * self->scale;
  return self;
}

static gboolean
is_tiff (const guint8 *data, gsize n_bytes)
{
  return n_bytes > 4 && (memcmp (data, "II*\0", 4) == 0 || memcmp (data, "MM\0*", 4) == 0);
}

/* Returns: FALSE with an error where it is too large, without one where there is none */
static gboolean
check_header (const guint8 *data, gsize n_bytes, guint page, GError **error)
{
  const JbLeptonica *lept = jb_leptonica_load (NULL);
  int format, width = 0, height = 0, bits, samples, dpi, has_map;

  if (is_tiff (data, n_bytes))
    {
      if (lept->read_tiff_header (data, n_bytes, (int) page, &width, &height, &bits, &samples, &dpi, &has_map, &format) != 0 &&
          page > 0)
        return FALSE;
    }
  else if (page > 0)
    return FALSE;
  else
    lept->read_header (data, n_bytes, &format, &width, &height, &bits, &samples, &has_map);
  if (width <= 0 || height <= 0)
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the picture is damaged"));
  else if ((gint64) width * height > JB_OCR_MAX_PIXELS)
    g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("the picture has more than %d million pixels"),
                 JB_OCR_MAX_PIXELS / 1000 / 1000);
  else
    return TRUE;
  return FALSE;
}

/* Grey, with white behind what is transparent. */
static Pix *
make_grey (Pix *pix)
{
  const JbLeptonica *lept = jb_leptonica_load (NULL);
  Pix *opaque = lept->remove_alpha (pix), *grey = opaque != NULL ? lept->convert_to_8 (opaque, 0) : NULL;

  if (opaque != NULL)
    lept->free (&opaque);
  lept->free (&pix);
  return grey;
}

JbOcrImage *
jb_ocr_image_load (GBytes *bytes, guint page, GError **error)
{
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  const JbLeptonica *lept = jb_leptonica_load (error);
  Pix *pix;
  int dpi;

  if (lept == NULL || !check_header (data, n_bytes, page, error))
    return NULL;
  pix = is_tiff (data, n_bytes) ? lept->read_tiff (data, n_bytes, (int) page) : lept->read (data, n_bytes);
  dpi = pix != NULL ? lept->get_dpi (pix) : 0;
  if (pix != NULL)
    pix = make_grey (pix);
  if (pix != NULL)
    return take_pix (pix, dpi >= 50 && dpi <= 2400 ? dpi : USUAL_DPI);
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the picture is damaged"));
  return NULL;
}

JbOcrImage *
jb_ocr_image_new (cairo_surface_t *surface, double dpi, GError **error)
{
  const JbLeptonica *lept = jb_leptonica_load (error);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *pixels;
  Pix *pix;

  if (lept == NULL)
    return NULL;
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  pix = lept->create (width, height, 8);
  if (pix == NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("the picture has more than %d million pixels"),
                   JB_OCR_MAX_PIXELS / 1000 / 1000);
      return NULL;
    }
  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (pixels + (gsize) y * stride);
      guint32 *to = lept->get_data (pix) + (gsize) y * lept->get_stride (pix);

      /* Four pixels in a word, the left one in its highest byte. */
      for (int x = 0; x < width; x++)
        {
          guint32 grey = (3 * (from[x] >> 16 & 0xff) + 6 * (from[x] >> 8 & 0xff) + (from[x] & 0xff)) / 10;

          to[x / 4] |= grey << (24 - 8 * (x % 4));
        }
    }
  return take_pix (pix, dpi);
}

void
jb_ocr_image_free (JbOcrImage *self)
{
  jb_leptonica_load (NULL)->free (&self->pix);
  g_free (self);
}

void
jb_ocr_image_get_size (const JbOcrImage *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Returns: how many pixels high most characters are; 0 where that cannot be told */
static double
measure_type (const JbLeptonica *lept, Pix *binary)
{
  Boxa *boxes = lept->find_parts (binary, 8);
  int n = boxes != NULL ? lept->count_boxes (boxes) : 0;
  g_autofree int *heights = g_new (int, n + 1);
  int n_heights = 0;
  double em = 0;

  for (int i = 0; i < n; i++)
    {
      int x, y, width, height;

      if (lept->get_box (boxes, i, &x, &y, &width, &height) == 0 && height >= 6 && height <= 250 && width < 2 * height &&
          height < 3 * width)
        heights[n_heights++] = height;
    }
  qsort (heights, (size_t) n_heights, sizeof *heights, compare_ints);
  /* Many characters are of several parts; the higher ones are whole. */
  if (n_heights >= 20)
    em = heights[(size_t) n_heights * 3 / 4] / INK;
  if (boxes != NULL)
    lept->free_boxes (&boxes);
  return em;
}

/* Sets it upright and brings it to a size that is read well. Places are those in the upright picture: lines must be level, and the
 * few degrees move them by no more than about a line. */
static void
straighten (JbOcrImage *self)
{
  const JbLeptonica *lept = jb_leptonica_load (NULL);
  Pix *binary = lept->threshold (self->pix, 140);
  float angle = 0, confidence = 0;
  double em, factor;
  int width, height;

  if (binary == NULL)
    return;
  get_pixels (self, &width, &height);
  em = measure_type (lept, binary);
  if (lept->find_skew (binary, &angle, &confidence) == 0 && confidence > 3 && fabs (angle) >= MIN_SKEW && fabs (angle) <= MAX_SKEW)
    replace (self, lept->rotate (self->pix, (float) (angle * G_PI / 180), 1, 1, 0, 0));
  lept->free (&binary);
  if (em <= 0 || (em >= MIN_EM && em <= MAX_EM))
    return;
  factor = CLAMP (GOOD_EM / em, 0.25, 3);
  factor = MIN (factor, sqrt ((double) JB_OCR_MAX_PIXELS / ((double) width * height)));
  replace (self, lept->scale (self->pix, (float) factor, (float) factor));
  self->scale /= factor;
}

/* Returns: (transfer full): the pixels as they are */
static cairo_surface_t *
make_surface (const JbOcrImage *self)
{
  const JbLeptonica *lept = jb_leptonica_load (NULL);
  int width, height;
  cairo_surface_t *surface;

  get_pixels (self, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  for (int y = 0; y < height && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS; y++)
    {
      const guint32 *from = lept->get_data (self->pix) + (gsize) y * lept->get_stride (self->pix);
      guint32 *to = (guint32 *) (cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        to[x] = (from[x / 4] >> (24 - 8 * (x % 4)) & 0xff) * 0x010101;
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

cairo_surface_t *
jb_ocr_image_draw (JbOcrImage *self, double scale)
{
  double width = MAX (self->width * scale, 1), height = MAX (self->height * scale, 1);
  double shrink = MIN (1, sqrt (JB_PDF_MAX_PIXELS / (width * height)));
  cairo_surface_t *drawn = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * shrink), (int) (height * shrink));
  cairo_surface_t *whole;
  cairo_t *cr = cairo_create (drawn);

  straighten (self);
  whole = make_surface (self);
  cairo_scale (cr, scale * shrink * self->scale, scale * shrink * self->scale);
  cairo_set_source_surface (cr, whole, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (whole);
  return drawn;
}

/* --- what was recognised -------------------------------------------------------------------------------------------------- */

/* A character as the engine gives it, in pixels. */
typedef struct
{
  gunichar c;
  int      left, top, right, bottom;
  guint8   confidence;
} Symbol;

typedef struct
{
  guint  first;   /* index into the symbols */
  guint  n;
  int    top;
  int    bottom;
  double em;
} Line;

/* All of a page. */
typedef struct
{
  GArray *symbols;  /* owned */
  GArray *lines;    /* owned */
} Results;

/* Half-width marks between Chinese characters are full-width ones. */
static gunichar
widen (gunichar c, gunichar before, gunichar after)
{
  static const char half[] = ",;:?!()";
  static const gunichar full[] = { 0xff0c, 0xff1b, 0xff1a, 0xff1f, 0xff01, 0xff08, 0xff09 };
  const char *at = c < 0x80 && c > 0 ? strchr (half, (int) c) : NULL;
  gboolean is_between = jb_glyph_is_wide (before) || jb_glyph_is_wide (after);

  if (c == '.' && jb_glyph_is_wide (before) && !jb_char_is_digit (after))
    return 0x3002;
  return at != NULL && is_between && !(c == ':' && jb_char_is_digit (before) && jb_char_is_digit (after)) ? full[at - half] : c;
}

/* The size of the line's type, in pixels: its higher characters fill nearly all of it, and they stand that far from one another.
 * The one may be too much because of a speck above the line, the other because the line is spaced out. */
static double
measure_line (const Symbol *symbols, const Line *line)
{
  g_autofree int *heights = g_new (int, line->n + 1), *steps = g_new (int, line->n + 1);
  int height = line->bottom - line->top;
  guint n = 0, n_steps = 0;
  double em;

  for (guint i = line->first; i < line->first + line->n; i++)
    if (jb_char_is_han (symbols[i].c))
      {
        heights[n++] = symbols[i].bottom - symbols[i].top;
        if (i > line->first && jb_char_is_han (symbols[i - 1].c))
          steps[n_steps++] = (symbols[i].left + symbols[i].right - symbols[i - 1].left - symbols[i - 1].right) / 2;
      }
  if (n == 0)
    return height * 1.15;
  qsort (heights, n, sizeof *heights, compare_ints);
  em = MIN (heights[(gsize) n * 3 / 4] / INK, height * 1.4);
  if (n_steps == 0)
    return em;
  qsort (steps, n_steps, sizeof *steps, compare_ints);
  return CLAMP (1.05 * steps[n_steps / 2], 0.78 * em, em);
}

static int
compare_ems (gconstpointer a, gconstpointer b)
{
  double left = ((const Line *) a)->em, right = ((const Line *) b)->em;

  return left < right ? -1 : left > right;
}

/* The size of the line in the middle, counted by characters. */
static double
find_usual_em (const GArray *lines)
{
  g_autoptr(GArray) sorted = g_array_copy ((GArray *) lines);
  guint n_all = 0, n_before = 0;

  g_array_sort (sorted, compare_ems);
  for (guint i = 0; i < sorted->len; i++)
    n_all += g_array_index (sorted, Line, i).n;
  for (guint i = 0; i < sorted->len; i++)
    {
      n_before += g_array_index (sorted, Line, i).n;
      if (2 * n_before >= n_all)
        return g_array_index (sorted, Line, i).em;
    }
  return 1;
}

/* A speck makes a line higher, and a line of digits is lower: sizes near the usual one are that one. */
static void
measure_lines (Results *results)
{
  double usual;

  for (guint i = 0; i < results->lines->len; i++)
    {
      Line *line = &g_array_index (results->lines, Line, i);

      line->em = MAX (measure_line ((const Symbol *) results->symbols->data, line), 1);
    }
  usual = find_usual_em (results->lines);
  for (guint i = 0; i < results->lines->len; i++)
    {
      Line *line = &g_array_index (results->lines, Line, i);

      if (line->em > 0.86 * usual && line->em < 1.28 * usual)
        line->em = usual;
    }
}

static void
add_symbol (const JbOcrImage *self, const Symbol *symbol, gunichar c, double middle, double em, JbPageLayout *layout)
{
  double x0 = symbol->left, x1 = symbol->right, missing = em - (x1 - x0);
  JbGlyph glyph = { .c = c, .confidence = symbol->confidence, .is_rough = TRUE };

  if (jb_glyph_is_wide (c) && missing > 0)
    {
      gboolean is_left = jb_char_is_opener (c), is_right = !is_left && jb_char_is_punctuation (c);

      x0 -= is_left ? missing * 0.9 : is_right ? 0 : missing / 2;
      x1 += is_right ? missing * 0.9 : is_left ? 0 : missing / 2;
    }
  glyph.x = x0 * self->scale;
  glyph.width = (x1 - x0) * self->scale;
  glyph.y = (middle - em / 2) * self->scale;
  glyph.height = glyph.size = em * self->scale;
  jb_page_layout_add_glyph (layout, &glyph);
}

static void
add_line (const JbOcrImage *self, const Symbol *symbols, const Line *line, JbPageLayout *layout)
{
  for (guint i = 0; i < line->n; i++)
    {
      const Symbol *symbol = &symbols[line->first + i];
      gunichar before = i > 0 ? symbol[-1].c : 0, after = i + 1 < line->n ? symbol[1].c : 0;

      add_symbol (self, symbol, widen (symbol->c, before, after), (line->top + line->bottom) / 2.0, line->em, layout);
    }
}

static gboolean
read_symbol (const JbTesseract *tess, TessResultIterator *results, Symbol *symbol)
{
  char *text = tess->get_text (results, JB_TESS_SYMBOL);
  gboolean is_read = FALSE;

  if (text != NULL && g_utf8_validate (text, -1, NULL))
    {
      symbol->c = g_utf8_get_char (text);
      symbol->confidence = (guint8) CLAMP (tess->get_confidence (results, JB_TESS_SYMBOL), 0, 100);
      is_read = jb_glyph_is_visible (symbol->c) &&
                tess->get_box (tess->get_places (results), JB_TESS_SYMBOL, &symbol->left, &symbol->top, &symbol->right,
                               &symbol->bottom);
    }
  if (text != NULL)
    tess->delete_text (text);
  return is_read;
}

/* Adds the lines and characters that were found last. */
static void
collect (const JbTesseract *tess, Results *results)
{
  TessResultIterator *at = tess->get_results (engine);
  int box[4] = { -1, -1, -1, -1 };

  if (at == NULL)
    return;
  do
    {
      Symbol symbol;
      int line[4];

      if (!tess->get_box (tess->get_places (at), JB_TESS_LINE, &line[0], &line[1], &line[2], &line[3]) ||
          !read_symbol (tess, at, &symbol))
        continue;
      if (memcmp (line, box, sizeof line) != 0)
        {
          Line fresh = { results->symbols->len, 0, line[1], line[3], 0 };

          g_array_append_val (results->lines, fresh);
          memcpy (box, line, sizeof line);
        }
      g_array_append_val (results->symbols, symbol);
      g_array_index (results->lines, Line, results->lines->len - 1).n++;
    }
  while (tess->next (at, JB_TESS_SYMBOL));
  tess->delete_results (at);
}

static void
add_results (const JbOcrImage *self, Results *results, JbPageLayout *layout)
{
  measure_lines (results);
  for (guint i = 0; i < results->lines->len; i++)
    add_line (self, (const Symbol *) results->symbols->data, &g_array_index (results->lines, Line, i), layout);
}

gboolean
jb_ocr_image_read (JbOcrImage *self, JbPageLayout *layout, GError **error)
{
  g_autoptr(GArray) symbols = g_array_new (FALSE, FALSE, sizeof (Symbol));
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Results results = { symbols, lines };
  const JbTesseract *tess;
  gboolean is_read;

  if (!jb_ocr_prepare (error))
    return FALSE;
  tess = jb_tesseract_load (NULL);
  straighten (self);
  tess->set_mode (engine, JB_TESS_AUTO);
  tess->set_image (engine, self->pix);
  tess->set_dpi (engine, (int) (72 / self->scale));
  is_read = tess->recognise (engine, NULL) == 0;
  if (is_read)
    collect (tess, &results);
  else
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the text of the picture could not be recognised"));
  tess->clear (engine);
  add_results (self, &results, layout);
  return is_read;
}
