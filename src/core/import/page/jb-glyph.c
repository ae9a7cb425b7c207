/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-glyph.h"

#include "jb-chars.h"

gboolean
jb_glyph_is_wide (gunichar c)
{
  if (c < 0xb7)
    return FALSE;
  return (c >= 0x4e00 && c <= 0x9fff) || jb_char_is_han (c) || (c >= 0x2e80 && c <= 0x303f) || (c >= 0x3041 && c <= 0x30ff) ||
         (c >= 0xff01 && c <= 0xff60) || (c >= 0x2014 && c <= 0x2026) || (c >= 0x2460 && c <= 0x24ff) || c == 0xb7;
}

gboolean
jb_glyph_is_visible (gunichar c)
{
  if (c >= 0x4e00 && c <= 0x9fff)
    return TRUE;
  if (c <= 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0xad || c == 0xfeff || (c >= 0x200b && c <= 0x200f) ||
      (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || (c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff ||
      (c & 0xfffe) == 0xfffe)
    return FALSE;
  return !g_unichar_isspace (c);
}
