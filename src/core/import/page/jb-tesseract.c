/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-tesseract.h"

#include "jb-error.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *symbol;
  gsize       offset;  /* of the pointer, in the table */
} Entry;

static const Entry tesseract_entries[] = {
  { "TessBaseAPICreate", G_STRUCT_OFFSET (JbTesseract, create) },
  { "TessBaseAPIDelete", G_STRUCT_OFFSET (JbTesseract, delete) },
  { "TessBaseAPIInit3", G_STRUCT_OFFSET (JbTesseract, init) },
  { "TessBaseAPISetVariable", G_STRUCT_OFFSET (JbTesseract, set_variable) },
  { "TessBaseAPISetPageSegMode", G_STRUCT_OFFSET (JbTesseract, set_mode) },
  { "TessBaseAPISetImage2", G_STRUCT_OFFSET (JbTesseract, set_image) },
  { "TessBaseAPISetSourceResolution", G_STRUCT_OFFSET (JbTesseract, set_dpi) },
  { "TessBaseAPISetRectangle", G_STRUCT_OFFSET (JbTesseract, set_rectangle) },
  { "TessBaseAPIRecognize", G_STRUCT_OFFSET (JbTesseract, recognise) },
  { "TessBaseAPIClear", G_STRUCT_OFFSET (JbTesseract, clear) },
  { "TessBaseAPIGetIterator", G_STRUCT_OFFSET (JbTesseract, get_results) },
  { "TessResultIteratorDelete", G_STRUCT_OFFSET (JbTesseract, delete_results) },
  { "TessResultIteratorNext", G_STRUCT_OFFSET (JbTesseract, next) },
  { "TessResultIteratorGetUTF8Text", G_STRUCT_OFFSET (JbTesseract, get_text) },
  { "TessResultIteratorConfidence", G_STRUCT_OFFSET (JbTesseract, get_confidence) },
  { "TessResultIteratorGetPageIterator", G_STRUCT_OFFSET (JbTesseract, get_places) },
  { "TessPageIteratorBoundingBox", G_STRUCT_OFFSET (JbTesseract, get_box) },
  { "TessDeleteText", G_STRUCT_OFFSET (JbTesseract, delete_text) },
};

static const Entry leptonica_entries[] = {
  { "setMsgSeverity", G_STRUCT_OFFSET (JbLeptonica, set_severity) },
  { "pixReadHeaderMem", G_STRUCT_OFFSET (JbLeptonica, read_header) },
  { "pixReadMem", G_STRUCT_OFFSET (JbLeptonica, read) },
  { "readHeaderMemTiff", G_STRUCT_OFFSET (JbLeptonica, read_tiff_header) },
  { "pixReadMemTiff", G_STRUCT_OFFSET (JbLeptonica, read_tiff) },
  { "pixCreate", G_STRUCT_OFFSET (JbLeptonica, create) },
  { "pixConvertTo8", G_STRUCT_OFFSET (JbLeptonica, convert_to_8) },
  { "pixRemoveAlpha", G_STRUCT_OFFSET (JbLeptonica, remove_alpha) },
  { "pixScale", G_STRUCT_OFFSET (JbLeptonica, scale) },
  { "pixThresholdToBinary", G_STRUCT_OFFSET (JbLeptonica, threshold) },
  { "pixFindSkew", G_STRUCT_OFFSET (JbLeptonica, find_skew) },
  { "pixRotate", G_STRUCT_OFFSET (JbLeptonica, rotate) },
  { "pixConnCompBB", G_STRUCT_OFFSET (JbLeptonica, find_parts) },
  { "boxaGetCount", G_STRUCT_OFFSET (JbLeptonica, count_boxes) },
  { "boxaGetBoxGeometry", G_STRUCT_OFFSET (JbLeptonica, get_box) },
  { "boxaDestroy", G_STRUCT_OFFSET (JbLeptonica, free_boxes) },
  { "pixDestroy", G_STRUCT_OFFSET (JbLeptonica, free) },
  { "pixGetDimensions", G_STRUCT_OFFSET (JbLeptonica, get_size) },
  { "pixGetXRes", G_STRUCT_OFFSET (JbLeptonica, get_dpi) },
  { "pixGetData", G_STRUCT_OFFSET (JbLeptonica, get_data) },
  { "pixGetWpl", G_STRUCT_OFFSET (JbLeptonica, get_stride) },
};

/* The library stays loaded as long as the program runs. */
static gboolean
load (const char *const *names, const Entry *entries, gsize n_entries, void *table)
{
  void *library = NULL;

  for (guint i = 0; names[i] != NULL && library == NULL; i++)
    library = dlopen (names[i], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL)
    return FALSE;
  for (gsize i = 0; i < n_entries; i++)
    {
      void *symbol = dlsym (library, entries[i].symbol);

      if (symbol == NULL)
        return FALSE;
      memcpy ((guint8 *) table + entries[i].offset, &symbol, sizeof symbol);
    }
  return TRUE;
}

static void
set_missing (GError **error)
{
  g_set_error (error, JB_ERROR, JB_ERROR_FORMAT,
               _("recognising text in pictures needs tesseract; install the packages tesseract-ocr and tesseract-ocr-chi-sim"));
}

const JbTesseract *
jb_tesseract_load (GError **error)
{
  static const char *const names[] = { "libtesseract.so.5", "libtesseract.so.4", NULL };
  static JbTesseract table;
  static gboolean is_loaded;

  if (!is_loaded)
    is_loaded = load (names, tesseract_entries, G_N_ELEMENTS (tesseract_entries), &table);
  if (is_loaded)
    return &table;
  set_missing (error);
  return NULL;
}

const JbLeptonica *
jb_leptonica_load (GError **error)
{
  static const char *const names[] = { "libleptonica.so.6", "liblept.so.5", NULL };
  static JbLeptonica table;
  static gboolean is_loaded;

  if (!is_loaded)
    is_loaded = load (names, leptonica_entries, G_N_ELEMENTS (leptonica_entries), &table);
  if (is_loaded)
    return &table;
  set_missing (error);
  return NULL;
}
