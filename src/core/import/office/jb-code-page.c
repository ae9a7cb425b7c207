/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-code-page.h"

#include <errno.h>

static const struct
{
  guint charset;
  guint code_page;
} charsets[] = {
  { 77, 10000 }, { 128, 932 }, { 129, 949 }, { 130, 1361 }, { 134, 936 }, { 136, 950 }, { 161, 1253 }, { 162, 1254 },
  { 163, 1258 }, { 177, 1255 }, { 178, 1256 }, { 186, 1257 }, { 204, 1251 }, { 222, 874 }, { 238, 1250 }, { 255, 437 },
};

static const struct
{
  guint       code_page;
  const char *name;  /* what iconv calls it */
} names[] = {
  { 437, "CP437" }, { 850, "CP850" }, { 852, "CP852" }, { 866, "CP866" }, { 874, "CP874" }, { 932, "CP932" },
  { 936, "GB18030" }, { 949, "CP949" }, { 950, "BIG5-HKSCS" }, { 1361, "JOHAB" }, { 10000, "MACINTOSH" },
  { 10008, "GB18030" }, { 10002, "BIG5-HKSCS" }, { 54936, "GB18030" }, { 65001, "UTF-8" },
};

guint
jb_code_page_from_charset (guint charset)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (charsets[i].charset == charset)
      return charsets[i].code_page;
  return 0;
}

gboolean
jb_code_page_is_lead (guint code_page, guint8 byte)
{
  switch (code_page)
    {
    case 932:
      return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
    case 936:
    case 949:
    case 950:
    case 1361:
    case 10002:
    case 10008:
    case 54936:
      return byte >= 0x81 && byte <= 0xfe;
    default:
      return FALSE;
    }
}

static GIConv
open_code_page (guint code_page)
{
  GIConv converter = (GIConv) -1;
  g_autofree char *numbered = g_strdup_printf ("CP%u", code_page);
  const char *name = numbered;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].code_page == code_page)
      name = names[i].name;
  converter = g_iconv_open ("UTF-8", name);
  return converter != (GIConv) -1 ? converter : g_iconv_open ("UTF-8", "CP1252");
}

static gboolean
is_ascii (const GString *bytes)
{
  for (gsize i = 0; i < bytes->len; i++)
    if ((guint8) bytes->str[i] >= 0x80)
      return FALSE;
  return TRUE;
}

char *
jb_code_page_decode (guint code_page, GString *bytes, gboolean is_end)
{
  gsize n_left = bytes->len, n_room = bytes->len * 4 + 16;
  GString *text = g_string_sized_new (n_room);
  char *from = bytes->str, *to = text->str;
  GIConv converter;

  if (is_ascii (bytes))
    {
      g_string_append_len (text, bytes->str, (gssize) bytes->len);
      g_string_truncate (bytes, 0);
      return g_string_free (text, FALSE);
    }
  converter = open_code_page (code_page);
  while (converter != (GIConv) -1 && n_left > 0)
    {
      if (g_iconv (converter, &from, &n_left, &to, &n_room) != (gsize) -1)
        break;
      if (errno == EINVAL && !is_end)
        break;
      if (errno != EILSEQ && errno != EINVAL)
        break;
      from++;
      n_left--;
    }
  if (converter != (GIConv) -1)
    g_iconv_close (converter);
  g_string_set_size (text, (gsize) (to - text->str));
  g_string_erase (bytes, 0, (gssize) (is_end ? bytes->len : bytes->len - n_left));
  return g_string_free (text, FALSE);
}
