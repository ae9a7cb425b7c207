/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of pages: scans and photographs, each page of a TIFF one. Nothing in them is text until it is recognised. */
#include "jb-import-formats.h"
#include "jb-ocr.h"
#include "jb-page-layout.h"
#include "jb-picture-type.h"

#include <glib/gi18n-lib.h>

#define MAX_PAGES 500

static gboolean
recognise (const JbInput *input)
{
  return jb_picture_get_media_type (input->bytes) != NULL;
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
  JbDecoded *decoded;

  if (!input->recognise)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_NO_TEXT, _("the file is a picture; the text in it can be recognised"));
      return NULL;
    }
  if (!jb_ocr_prepare (error) || !read_pages (input, layout, error))
    return NULL;
  jb_page_layout_write (layout, builder);
  decoded = jb_decoded_builder_finish (builder, error);
  if (decoded != NULL)
    decoded->media_type = g_strdup (jb_picture_get_media_type (input->bytes));
  return decoded;
}

const JbImporter jb_import_picture = { "image/*", recognise, decode };
