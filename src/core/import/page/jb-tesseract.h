/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The functions of tesseract and leptonica that are used, found when the program runs, so that it can be built and started without
 * them. Their names and arguments are those of tesseract/capi.h and leptonica/allheaders.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TessBaseAPI TessBaseAPI;
typedef struct _TessResultIterator TessResultIterator;
typedef struct _TessPageIterator TessPageIterator;
typedef struct _Pix Pix;
typedef struct _Boxa Boxa;

/* TessPageSegMode */
#define JB_TESS_AUTO         3
#define JB_TESS_SINGLE_BLOCK 6

/* TessPageIteratorLevel */
#define JB_TESS_LINE   2
#define JB_TESS_WORD   3
#define JB_TESS_SYMBOL 4

typedef struct
{
  TessBaseAPI        *(*create)        (void);
  void                (*delete)        (TessBaseAPI *api);
  int                 (*init)          (TessBaseAPI *api, const char *folder, const char *language);
  int                 (*set_variable)  (TessBaseAPI *api, const char *name, const char *value);
  void                (*set_mode)      (TessBaseAPI *api, int mode);
  void                (*set_image)     (TessBaseAPI *api, Pix *pix);
  void                (*set_dpi)       (TessBaseAPI *api, int dpi);
  void                (*set_rectangle) (TessBaseAPI *api, int left, int top, int width, int height);
  int                 (*recognise)     (TessBaseAPI *api, void *monitor);
  void                (*clear)         (TessBaseAPI *api);
  TessResultIterator *(*get_results)   (TessBaseAPI *api);
  void                (*delete_results) (TessResultIterator *results);
  int                 (*next)          (TessResultIterator *results, int level);
  char               *(*get_text)      (const TessResultIterator *results, int level);
  float               (*get_confidence) (const TessResultIterator *results, int level);
  TessPageIterator   *(*get_places)    (TessResultIterator *results);
  int                 (*get_box)       (const TessPageIterator *places, int level, int *left, int *top, int *right, int *bottom);
  void                (*delete_text)   (const char *text);
} JbTesseract;

typedef struct
{
  void     (*set_severity)  (int severity);
  int      (*read_header)   (const guint8 *bytes, size_t n_bytes, int *format, int *width, int *height, int *bits, int *samples,
                             int *has_map);
  Pix     *(*read)          (const guint8 *bytes, size_t n_bytes);
  int      (*read_tiff_header) (const guint8 *bytes, size_t n_bytes, int page, int *width, int *height, int *bits, int *samples,
                                int *dpi, int *has_map, int *format);
  Pix     *(*read_tiff)     (const guint8 *bytes, size_t n_bytes, int page);
  Pix     *(*create)        (int width, int height, int depth);
  Pix     *(*convert_to_8)  (Pix *pix, int with_map);
  Pix     *(*remove_alpha)  (Pix *pix);
  Pix     *(*scale)         (Pix *pix, float x, float y);
  Pix     *(*threshold)     (Pix *pix, int threshold);
  int      (*find_skew)     (Pix *pix, float *angle, float *confidence);
  Pix     *(*rotate)        (Pix *pix, float angle, int how, int fill, int width, int height);
  Boxa    *(*find_parts)    (Pix *pix, int connectivity);
  int      (*count_boxes)   (const Boxa *boxes);
  int      (*get_box)       (const Boxa *boxes, int i, int *x, int *y, int *width, int *height);
  void     (*free_boxes)    (Boxa **boxes);
  void     (*free)          (Pix **pix);
  int      (*get_size)      (const Pix *pix, int *width, int *height, int *depth);
  int      (*get_dpi)       (const Pix *pix);
  guint32 *(*get_data)      (Pix *pix);
  int      (*get_stride)    (const Pix *pix);  /* in words of 32 bits */
} JbLeptonica;

/**
 * jb_tesseract_load:
 *
 * Returns: (transfer none) (nullable): NULL with JB_ERROR_FORMAT and what is missing. Loads it once.
 */
const JbTesseract *jb_tesseract_load (GError **error);

/* Returns: (transfer none) (nullable): likewise */
const JbLeptonica *jb_leptonica_load (GError **error);

G_END_DECLS
