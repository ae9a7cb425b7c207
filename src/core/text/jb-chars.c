/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-chars.h"

#include <string.h>
#include <uchar.h>

JbChars *
jb_chars_new (const char *utf8, gssize n_bytes)
{
  JbChars *self = g_new (JbChars, 1);
  glong length;

  self->chars = g_utf8_to_ucs4_fast (utf8, n_bytes, &length);
  self->length = (guint) length;
  return self;
}

void
jb_chars_free (JbChars *self)
{
  g_free (self->chars);
  g_free (self);
}

gboolean
jb_chars_has_text (const JbChars *self, guint at, const char *utf8)
{
  for (; *utf8 != '\0'; utf8 = g_utf8_next_char (utf8), at++)
    if (at >= self->length || self->chars[at] != g_utf8_get_char (utf8))
      return FALSE;
  return TRUE;
}

char *
jb_chars_to_utf8 (const JbChars *self, guint start, guint end)
{
  g_return_val_if_fail (start <= end && end <= self->length, NULL);

  return g_ucs4_to_utf8 (self->chars + start, end - start, NULL, NULL, NULL);
}

gboolean
jb_char_is_han (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3007 ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x323af);
}

gboolean
jb_char_is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000;
}

gboolean
jb_char_ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == '!' || c == '?' || c == 0x2026;
}

gboolean
jb_char_ends_clause (gunichar c)
{
  return c == 0xff0c || c == ',' || c == 0xff1b || c == ';' || c == 0xff1a || c == ':' || jb_char_ends_sentence (c);
}

gboolean
jb_char_is_closer (gunichar c)
{
  switch (c)
    {
    case 0x201d: case 0x2019: case 0x300d: case 0x300f: case 0xff09: case ')': case 0x3011: case 0x300b:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
jb_char_is_opener (gunichar c)
{
  switch (c)
    {
    case 0x201c: case 0x2018: case 0x300c: case 0x300e: case 0xff08: case '(': case 0x3010: case 0x300a:
    case 0x3008: case 0x3014:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
jb_char_is_punctuation (gunichar c)
{
  return g_unichar_ispunct (c);
}

gboolean
jb_char_is_digit (gunichar c)
{
  return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

gboolean
jb_char_is_numeral (gunichar c)
{
  static const gunichar numerals[] = U"〇零一二三四五六七八九十百千万亿两";

  for (const gunichar *n = numerals; *n != 0; n++)
    if (*n == c)
      return TRUE;
  return FALSE;
}

gunichar
jb_char_fold_width (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xff01 + 0x21;
  return c == 0x3000 ? ' ' : c;
}

char *
jb_text_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = jb_char_fold_width (g_utf8_get_char (p));

      if (c >= 'A' && c <= 'Z')
        c += 'a' - 'A';
      if (!g_unichar_isspace (c))
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}
