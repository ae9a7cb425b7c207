/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-symbol-font.h"

#include <string.h>

static const struct
{
  const char *font;  /* what its name begins with, lower case */
  guint8      code;
  gunichar    c;
} symbols[] = {
  { "wingdings 2", 0x50, 0x2713 }, { "wingdings 2", 0x51, 0x2611 }, { "wingdings 2", 0x52, 0x2611 },
  { "wingdings 2", 0x54, 0x2612 }, { "wingdings 2", 0x97, 0x25cf }, { "wingdings 2", 0xa3, 0x25a1 },
  { "wingdings 2", 0x2a, 0x25a1 },
  { "wingdings 3", 0x7d, 0x25b6 },
  { "wingdings", 0x6c, 0x25cf }, { "wingdings", 0x6d, 0x25cb }, { "wingdings", 0x6e, 0x25a0 }, { "wingdings", 0x6f, 0x25a1 },
  { "wingdings", 0x70, 0x25a1 }, { "wingdings", 0x71, 0x2751 }, { "wingdings", 0x72, 0x2752 }, { "wingdings", 0x73, 0x25c6 },
  { "wingdings", 0x74, 0x25c6 }, { "wingdings", 0x75, 0x25c6 }, { "wingdings", 0x76, 0x2756 }, { "wingdings", 0xa1, 0x25cb },
  { "wingdings", 0xa4, 0x25c9 }, { "wingdings", 0xa7, 0x25aa }, { "wingdings", 0xa8, 0x25a1 }, { "wingdings", 0xab, 0x2605 },
  { "wingdings", 0xd8, 0x27a2 }, { "wingdings", 0xdf, 0x2190 }, { "wingdings", 0xe0, 0x2192 }, { "wingdings", 0xe8, 0x2794 },
  { "wingdings", 0xfb, 0x2717 }, { "wingdings", 0xfc, 0x2713 }, { "wingdings", 0xfd, 0x2612 }, { "wingdings", 0xfe, 0x2611 },
  { "symbol", 0x2d, 0x2212 }, { "symbol", 0x44, 0x0394 }, { "symbol", 0x53, 0x03a3 }, { "symbol", 0x57, 0x03a9 },
  { "symbol", 0x61, 0x03b1 }, { "symbol", 0x62, 0x03b2 }, { "symbol", 0x67, 0x03b3 }, { "symbol", 0x64, 0x03b4 },
  { "symbol", 0x6c, 0x03bb }, { "symbol", 0x6d, 0x03bc }, { "symbol", 0x70, 0x03c0 }, { "symbol", 0x71, 0x03b8 },
  { "symbol", 0x77, 0x03c9 }, { "symbol", 0xa3, 0x2264 }, { "symbol", 0xb0, 0x00b0 }, { "symbol", 0xb1, 0x00b1 },
  { "symbol", 0xb3, 0x2265 }, { "symbol", 0xb4, 0x00d7 }, { "symbol", 0xb8, 0x00f7 }, { "symbol", 0xb9, 0x2260 },
  { "symbol", 0xbb, 0x2248 }, { "symbol", 0xac, 0x2190 }, { "symbol", 0xae, 0x2192 }, { "symbol", 0xe5, 0x2211 },
};

gboolean
jb_symbol_font_is_one (const char *font)
{
  g_autofree char *lower = font != NULL ? g_ascii_strdown (font, -1) : NULL;

  return lower != NULL && (g_str_has_prefix (lower, "wingdings") || g_str_has_prefix (lower, "webdings") ||
                           g_str_has_prefix (lower, "marlett") || g_str_equal (lower, "symbol"));
}

gunichar
jb_symbol_font_map (const char *font, gunichar code)
{
  g_autofree char *lower = font != NULL ? g_ascii_strdown (font, -1) : NULL;

  if (code >= 0xf000 && code <= 0xf0ff)
    code -= 0xf000;
  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (symbols); i++)
    if (symbols[i].code == code && g_str_has_prefix (lower, symbols[i].font) &&
        strlen (symbols[i].font) + 1 >= strlen (lower))
      return symbols[i].c;
  /* The Symbol font keeps ASCII's digits and marks. */
  if (lower != NULL && g_str_equal (lower, "symbol") && code >= 0x20 && code < 0x40)
    return code;
  return code < 0x20 ? 0 : 0x2022;
}
