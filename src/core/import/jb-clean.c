/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-clean.h"

#include "jb-chars.h"

static gboolean
is_unseen (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') || (c >= 0x7f && c <= 0x9f && c != 0x85) ||
         c == 0xad || c == 0xfeff || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xfffe || c == 0xffff;
}

static gboolean
is_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Characters that stand in a square of their own and want no space beside them. */
static gboolean
is_wide (gunichar c)
{
  return jb_char_is_han (c) || (c >= 0x3001 && c <= 0x303f) || (c >= 0xff01 && c <= 0xff60);
}

/* Appends what is kept of the white space [@start, @end) between two characters. Returns: how many characters that are */
static guint
append_blanks (GString *line, const char *start, const char *end, gboolean has_break, gboolean is_between_wide)
{
  guint n = 0;

  if (has_break)
    {
      g_string_append (line, is_between_wide ? "" : " ");
      return !is_between_wide;
    }
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (!is_unseen (g_utf8_get_char (p)))
      {
        g_string_append_unichar (line, g_utf8_get_char (p));
        n++;
      }
  return n;
}

/* @places: (nullable): see jb_clean_line_mapped() */
static char *
clean (const char *valid, GArray *places)
{
  GString *line = g_string_sized_new (64);
  guint length = 0;     /* code points of line */
  gunichar before = 0;  /* the last character that was kept */
  gsize blanks = 0;     /* where in valid the white space since then begins */
  gboolean has_blank = FALSE, has_break = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint place = G_MAXUINT;

      if (places != NULL)
        g_array_append_val (places, place);
      if (is_unseen (c))
        continue;
      if (is_break (c) || g_unichar_isspace (c))
        {
          if (!has_blank)
            blanks = (gsize) (p - valid);
          has_blank = TRUE;
          has_break = has_break || is_break (c);
          continue;
        }
      if (has_blank && before != 0)
        length += append_blanks (line, valid + blanks, p, has_break, is_wide (before) && is_wide (c));
      g_string_append_unichar (line, c);
      if (places != NULL)
        g_array_index (places, guint, places->len - 1) = length;
      length++;
      before = c;
      has_blank = has_break = FALSE;
    }
  return g_string_free (line, FALSE);
}

char *
jb_clean_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return clean (valid, NULL);
}

char *
jb_clean_line_mapped (const char *text, GArray *places)
{
  return clean (text, places);
}
