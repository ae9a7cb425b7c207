/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-string.h"

#include <string.h>

void
jb_set_string (char **field, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

static gboolean
is_visible (gunichar c)
{
  return g_unichar_isprint (c) && c != 0x2028 && c != 0x2029;
}

char *
jb_dup_visible (const char *text)
{
  GString *visible = g_string_new (NULL);

  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append_printf (visible, "\\x{%02X}", (guint8) *text++);
          continue;
        }
      if (is_visible (c))
        g_string_append_unichar (visible, c);
      else
        g_string_append_printf (visible, "\\u{%04X}", c);
      text = g_utf8_next_char (text);
    }
  return g_string_free (visible, FALSE);
}

char *
jb_escape_json_controls (const char *json)
{
  GString *escaped = g_string_sized_new (strlen (json) + 16);

  for (const char *p = json; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\n' && *p != '\t')
      g_string_append_printf (escaped, "\\u%04x", *p);
    else
      g_string_append_c (escaped, *p);
  return g_string_free (escaped, FALSE);
}
