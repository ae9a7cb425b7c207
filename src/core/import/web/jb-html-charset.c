/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html-charset.h"

#include "jb-charset.h"
#include "jb-html-scan.h"

#include <string.h>

/* Where a declaration is looked for. The standard says 1024 bytes; pages that were saved have comments and styles before it. */
#define DECLARATION_BYTES (16 * 1024)
#define HEAD_BYTES        (16 * 1024)

static const struct
{
  const char *prefix;   /* of the name in lower case */
  const char *charset;
} declared_names[] = {
  { "gb", "GB18030" },
  { "x-gbk", "GB18030" },
  { "cp936", "GB18030" },
  { "hz", "GB18030" },
  { "chinese", "GB18030" },
  { "big5", "BIG5-HKSCS" },
  { "x-x-big5", "BIG5-HKSCS" },
  { "cn-big5", "BIG5-HKSCS" },
  { "shift", "SHIFT_JIS" },
  { "euc-jp", "EUC-JP" },
  { "euc-kr", "UHC" },
  { "windows-125", "WINDOWS-1252" },
};

/* Bytes that are UTF-8 but for a few, and those U+FFFD. @n_good: (out): characters beyond ASCII */
static char *
repair_utf8 (const char *data, gsize n_bytes, gsize *n_text, gsize *n_good, gsize *n_bad)
{
  g_autoptr(GString) text = g_string_sized_new (n_bytes + 64);

  *n_good = *n_bad = 0;
  if (g_utf8_validate (data, (gssize) n_bytes, NULL))
    {
      *n_text = n_bytes;
      return g_strndup (data, n_bytes);
    }
  while (n_bytes > 0)
    {
      const char *end;

      g_utf8_validate (data, (gssize) n_bytes, &end);
      g_string_append_len (text, data, end - data);
      for (const char *p = data; p < end; p++)
        *n_good += (guint8) *p >= 0xc0;
      n_bytes -= (gsize) (end - data);
      data = end;
      if (n_bytes == 0)
        break;
      if (*data == '\0')
        g_string_append_c (text, ' ');
      else
        {
          g_string_append (text, "\xef\xbf\xbd");
          (*n_bad)++;
        }
      /* The bytes that only carry on belong to the broken one. */
      do
        {
          data++;
          n_bytes--;
        }
      while (n_bytes > 0 && ((guint8) *data & 0xc0) == 0x80);
    }
  *n_text = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
find_utf16 (const char *data, gsize n_bytes)
{
  for (gsize i = 0; i + 1 < MIN (n_bytes, 256); i += 2)
    {
      if (data[i] == '<' && data[i + 1] == '\0')
        return "UTF-16LE";
      if (data[i] == '\0' && data[i + 1] == '<')
        return "UTF-16BE";
      if (!(data[i] == '\0' && g_ascii_isspace (data[i + 1])) && !(data[i + 1] == '\0' && g_ascii_isspace (data[i])))
        break;
    }
  return NULL;
}

static const char *
map_declared (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  g_strstrip (lower);
  for (guint i = 0; i < G_N_ELEMENTS (declared_names); i++)
    if (g_str_has_prefix (lower, declared_names[i].prefix))
      return declared_names[i].charset;
  return NULL;
}

/* Returns: (transfer full) (nullable): the value behind name= in @text */
static char *
dup_value (const char *text, gsize n_bytes, const char *name)
{
  g_autofree char *lower = g_ascii_strdown (text, (gssize) n_bytes);
  const char *p = strstr (lower, name);

  if (p == NULL)
    return NULL;
  for (p += strlen (name); *p == ' ' || *p == '=' || *p == '"' || *p == '\''; p++)
    ;
  return g_strndup (p, strspn (p, "abcdefghijklmnopqrstuvwxyz0123456789-_"));
}

static const char *
find_declared (const char *data, gsize n_bytes)
{
  JbHtmlScan scan;
  JbHtmlToken token;

  jb_html_scan_init (&scan, data, MIN (n_bytes, DECLARATION_BYTES));
  while (jb_html_scan_next (&scan, &token))
    {
      g_autofree char *name = NULL;

      if (token.kind == JB_HTML_TOKEN_OTHER && token.start[1] == '?')
        name = dup_value (token.start, (gsize) (token.end - token.start), "encoding");
      else if (token.kind == JB_HTML_TOKEN_START && token.n_name == 4 && g_ascii_strncasecmp (token.name, "meta", 4) == 0)
        name = dup_value (token.start, (gsize) (token.end - token.start), "charset");
      if (name != NULL && map_declared (name) != NULL)
        return map_declared (name);
    }
  return NULL;
}

/* Tags are ASCII in every charset, and only hide what the words are. Returns: what is in none */
static GByteArray *
get_words (const char *data, gsize n_bytes)
{
  GByteArray *words = g_byte_array_new ();
  const char *from = data;
  JbHtmlScan scan;
  JbHtmlToken token;

  jb_html_scan_init (&scan, data, n_bytes);
  while (jb_html_scan_next (&scan, &token))
    {
      if (token.start > from && !(token.kind == JB_HTML_TOKEN_END && (token.tag & JB_HTML_TAG_RAW)))
        g_byte_array_append (words, (const guint8 *) from, (guint) (token.start - from));
      from = token.end;
    }
  if (from < data + n_bytes)
    g_byte_array_append (words, (const guint8 *) from, (guint) (data + n_bytes - from));
  return words;
}

static const char *
detect (const char *data, gsize n_bytes)
{
  g_autoptr(GByteArray) words = get_words (data, n_bytes);
  gsize n_mark;
  const char *charset = words->len > 0 ? jb_charset_detect (words->data, words->len, &n_mark) : NULL;

  return charset != NULL && (g_str_equal (charset, "BIG5-HKSCS")) ? charset : "GB18030";
}

char *
jb_html_decode (GBytes *bytes, gsize *n_text, const char **charset)
{
  gsize n_bytes, n_mark, n_good, n_bad;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *text = NULL;

  *charset = jb_charset_get_mark ((const guint8 *) data, n_bytes, &n_mark) ?: find_utf16 (data, n_bytes);
  if (*charset != NULL && !g_str_equal (*charset, "UTF-8"))
    return jb_charset_convert (data + n_mark, n_bytes - n_mark, *charset, n_text, &n_bad);

  text = repair_utf8 (data + n_mark, n_bytes - n_mark, n_text, &n_good, &n_bad);
  if (*charset != NULL || n_bad * 20 <= n_good)
    {
      *charset = "UTF-8";
      return g_steal_pointer (&text);
    }
  g_clear_pointer (&text, g_free);
  *charset = find_declared (data, n_bytes);
  if (*charset != NULL)
    {
      text = jb_charset_convert (data, n_bytes, *charset, n_text, &n_bad);
      if (n_bad * 50 <= *n_text / 3)
        return g_steal_pointer (&text);
    }
  *charset = detect (data, n_bytes);
  return jb_charset_convert (data, n_bytes, *charset, n_text, &n_bad);
}

char *
jb_html_decode_head (GBytes *bytes)
{
  g_autoptr(GBytes) head = g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), HEAD_BYTES));
  const char *charset;
  gsize n_text;

  return jb_html_decode (head, &n_text, &charset);
}
