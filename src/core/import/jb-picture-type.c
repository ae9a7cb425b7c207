/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-picture-type.h"

#include <string.h>

/* Bytes at a place that all files of a kind have. */
static const struct
{
  const char *media_type;
  const char *magic;
  gsize       n_magic;
  gsize       second_at;  /* where the second magic stands */
  const char *second;     /* NULL where there is none */
} kinds[] = {
  { "image/png", "\x89PNG\r\n\x1a\n", 8 },
  { "image/jpeg", "\xff\xd8\xff", 3 },
  { "image/gif", "GIF87a", 6 },
  { "image/gif", "GIF89a", 6 },
  { "image/tiff", "II*\0", 4 },
  { "image/tiff", "MM\0*", 4 },
  /* Two letters may begin a text; the reserved bytes of a BMP are zero. */
  { "image/bmp", "BM", 2, 6, "\0\0\0\0" },
  { "image/webp", "RIFF", 4, 8, "WEBP" },
};

const char *
jb_picture_get_media_type (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes < 16)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (memcmp (data, kinds[i].magic, kinds[i].n_magic) == 0 &&
        (kinds[i].second == NULL || memcmp (data + kinds[i].second_at, kinds[i].second, 4) == 0))
      return kinds[i].media_type;
  return NULL;
}
