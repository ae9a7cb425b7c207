/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of pages: scans and photographs, each page of a TIFF one. Nothing in them is text until it is recognised. */
#include "jb-import-formats.h"
#include "jb-ocr.h"
#include "jb-page-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PAGES 500

static gboolean
recognise (const JbInput *input)
{
  static const char *const magics[] = { "\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF87a", "GIF89a" };
  gsize n_bytes;
  const char *data = g_bytes_get_data (input->bytes, &n_bytes);

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (jb_input_begins_with (input, magics[i]))
      return TRUE;
  if (n_bytes < 16)
    return FALSE;
  /* The two bytes of a BMP may begin a text; its reserved ones are zero. */
  return memcmp (data, "II*\0", 4) == 0 || memcmp (data, "MM\0*", 4) == 0 ||
         (memcmp (data, "BM", 2) == 0 && memcmp (data + 6, "\0\0\0\0", 4) == 0) ||
         (memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0);
}

static gboolean
read_page (JbOcrImage *image, JbPageLayout *layout, GError **error)
{
  double width, height;
  gboolean is_read;

  jb_ocr_image_get_size (image, &width, &height);
  jb_page_layout_begin_page (layout, width, height);
  is_read = jb_ocr_image_read (image, layout, error);
  jb_page_layout_end_page (layout);
  return is_read;
}

static gboolean
read_pages (const JbInput *input, JbPageLayout *layout, GError **error)
{
  for (guint i = 0; i < MAX_PAGES; i++)
    {
      g_autoptr(GError) failure = NULL;
      g_autoptr(JbOcrImage) image = jb_ocr_image_load (input->bytes, i, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (image == NULL)
        break;
      if (!read_page (image, layout, error))
        return FALSE;
      jb_input_report (input, i + 1, i + 1);
    }
  return TRUE;
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(JbPageLayout) layout = jb_page_layout_new ();

  if (!input->recognise)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NO_TEXT, _("the file is a picture; the text in it can be recognised"));
      return NULL;
    }
  if (!jb_ocr_prepare (error) || !read_pages (input, layout, error))
    return NULL;
  jb_page_layout_write (layout, builder);
  return jb_decoded_builder_finish (builder, error);
}

const JbImporter jb_import_picture = { "image/*", recognise, decode };
