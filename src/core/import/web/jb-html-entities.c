/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE  /* memmem */
#include "jb-html-entities.h"

#include "jb-xml.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_NAME_BYTES 10
#define MAX_NAMES      1000  /* HTML 4 has 253; more that nobody knows stay text */

static gboolean
is_number (const char *p, const char *end)
{
  gboolean is_hex = end - p > 3 && p[2] == 'x';
  const char *digits = p + (is_hex ? 3 : 2), *at = digits;

  while (at < end && (is_hex ? g_ascii_isxdigit (*at) : g_ascii_isdigit (*at)))
    at++;
  return at > digits && at < end && *at == ';';
}

static gboolean
is_known_to_xml (const char *name)
{
  static const char *const names[] = { "amp", "lt", "gt", "quot", "apos", NULL };

  return g_strv_contains (names, name);
}

/* Asks the parser, whose table libxml2 no longer shows. Returns: 0 where HTML has no single character of that name */
static gunichar
ask_parser (const char *name)
{
  g_autofree char *html = g_strdup_printf ("<p>&%s;</p>", name);
  g_autoptr(xmlDoc) document = htmlReadMemory (html, (int) strlen (html), NULL, "UTF-8",
                                               HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  g_autofree char *text = document != NULL ? jb_xml_dup_text (xmlDocGetRootElement (document)) : g_strdup ("");
  gunichar c = g_utf8_get_char (text);

  return c != 0 && c != '&' && *g_utf8_next_char (text) == '\0' ? c : 0;
}

/* @known: name → character, filled as it is asked */
static gunichar
look_up (GHashTable *known, const char *name)
{
  gpointer c;

  if (g_hash_table_lookup_extended (known, name, NULL, &c))
    return GPOINTER_TO_UINT (c);
  if (g_hash_table_size (known) == MAX_NAMES)
    return 0;
  c = GUINT_TO_POINTER (ask_parser (name));
  g_hash_table_insert (known, g_strdup (name), c);
  return GPOINTER_TO_UINT (c);
}

/* @p: at the &. Returns: behind what was written */
static const char *
replace_reference (const char *p, const char *end, GHashTable *known, GByteArray *text)
{
  char name[MAX_NAME_BYTES + 1];
  gsize n = 0;
  gunichar c;

  if (end - p > 2 && p[1] == '#' && is_number (p, end))
    {
      g_byte_array_append (text, (const guint8 *) "&", 1);
      return p + 1;
    }
  while (n < MAX_NAME_BYTES && p + 1 + n < end && g_ascii_isalnum (p[1 + n]))
    {
      name[n] = p[1 + n];
      n++;
    }
  name[n] = '\0';
  if (n > 0 && p + 1 + n < end && p[1 + n] == ';')
    {
      g_autofree char *reference = NULL;

      c = is_known_to_xml (name) ? 0 : look_up (known, name);
      if (c != 0 || is_known_to_xml (name))
        {
          reference = c != 0 ? g_strdup_printf ("&#%u;", c) : g_strdup_printf ("&%s;", name);
          g_byte_array_append (text, (const guint8 *) reference, (guint) strlen (reference));
          return p + n + 2;
        }
    }
  g_byte_array_append (text, (const guint8 *) "&amp;", 5);
  return p + 1;
}

GBytes *
jb_html_entities_replace (GBytes *bytes)
{
  gsize n_bytes;
  const char *p = g_bytes_get_data (bytes, &n_bytes), *end = p + n_bytes;
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GByteArray *text;

  if (n_bytes == 0 || memchr (p, '&', n_bytes) == NULL)
    return g_bytes_ref (bytes);
  text = g_byte_array_sized_new ((guint) n_bytes);
  while (p < end)
    {
      const char *mark = memchr (p, '&', (gsize) (end - p)) ?: end;
      const char *section = memmem (p, (gsize) (mark - p), "<![CDATA[", 9);

      if (section != NULL)
        {
          const char *close = memmem (section, (gsize) (end - section), "]]>", 3);

          close = close != NULL ? close + 3 : end;
          g_byte_array_append (text, (const guint8 *) p, (guint) (close - p));
          p = close;
          continue;
        }
      g_byte_array_append (text, (const guint8 *) p, (guint) (mark - p));
      p = mark < end ? replace_reference (mark, end, known, text) : end;
    }
  return g_byte_array_free_to_bytes (text);
}
