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
jb_mend_json (char *json)
{
  g_auto(GStrv) parts = strchr (json, 0x1f) != NULL ? g_strsplit (json, "\x1f", -1) : NULL;

  if (parts == NULL)
    return json;
  g_free (json);
  return g_strjoinv ("\\u001f", parts);
}
