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

char *
jb_clean_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_sized_new (64);
  gunichar before = 0;  /* the last character that was kept */
  gsize blanks = 0;     /* where in valid the white space since then begins */
  gboolean has_blank = FALSE, has_break = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

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
        {
          if (has_break)
            g_string_append (line, is_wide (before) && is_wide (c) ? "" : " ");
          else
            for (const char *q = valid + blanks; q < p; q = g_utf8_next_char (q))
              if (!is_unseen (g_utf8_get_char (q)))
                g_string_append_unichar (line, g_utf8_get_char (q));
        }
      g_string_append_unichar (line, c);
      before = c;
      has_blank = has_break = FALSE;
    }
  return g_string_free (line, FALSE);
}
