/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-json.h"

#include "jb-charset.h"
#include "jb-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands outside of strings: structure, white space, numbers and the letters of true, false and null. The parser knows
 * comments and more, which would hide depth from the look beforehand. */
#define OUTSIDE "{}[]:,\" \t\r\n0123456789+-.eEtrufalsn"

/* Length of \uXXXX. */
#define ESCAPE 6

typedef struct
{
  char    *p;          /* lent */
  char    *end;
  guint    max_depth;
  gboolean in_parts;
  guint    depth;
  guint    n_values;
  guint    n_members[JB_JSON_MAX_DEPTH + 1];  /* of the objects that are open, by depth */
} Scan;

static const char *
get_start (GBytes *bytes, gsize *n_bytes)
{
  const char *data = g_bytes_get_data (bytes, n_bytes);
  gsize n_mark = *n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  *n_bytes -= n_mark;
  return data + n_mark;
}

gboolean
jb_json_is_one (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = get_start (bytes, &n_bytes);

  while (n_bytes > 0 && g_ascii_isspace (*data))
    {
      data++;
      n_bytes--;
    }
  return n_bytes > 0 && (*data == '{' || *data == '[');
}

gboolean
jb_json_mentions (GBytes *bytes, const char *word)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", word);

  return g_strstr_len (data, (gssize) n_bytes, quoted) != NULL;
}

/* Returns: the code of the escape at @p, -1 where there is none */
static int
read_escape (const char *p, const char *end)
{
  int code = 0;

  if (end - p < ESCAPE || p[0] != '\\' || p[1] != 'u')
    return -1;
  for (guint i = 2; i < ESCAPE; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (p[i]);
    }
  return code;
}

/* At a backslash in a string: passes over the escape, which is made harmless. */
static void
pass_escape (Scan *scan)
{
  int code = read_escape (scan->p, scan->end);

  if (code < 0)
    {
      scan->p += 2;
      return;
    }
  if (code >= 0xd800 && code <= 0xdbff)
    {
      int low = read_escape (scan->p + ESCAPE, scan->end);

      if (low >= 0xdc00 && low <= 0xdfff)
        {
          scan->p += 2 * ESCAPE;
          return;
        }
    }
  if (code == 0 || (code >= 0xd800 && code <= 0xdfff))
    memcpy (scan->p + 2, "fffd", 4);
  scan->p += ESCAPE;
}

/* At a quotation mark. */
static void
pass_string (Scan *scan)
{
  scan->p++;
  while (scan->p < scan->end && *scan->p != '"')
    {
      if (*scan->p == '\\')
        pass_escape (scan);
      else
        scan->p++;
    }
  scan->p++;
}

static gboolean
pass_mark (Scan *scan, char c)
{
  if (c == '{' || c == '[')
    {
      scan->n_values++;
      if (++scan->depth > scan->max_depth)
        return FALSE;
      scan->n_members[scan->depth] = 0;
    }
  else if (c == '}' || c == ']')
    {
      if (scan->depth-- == 0)
        return FALSE;
    }
  else if (c == ',')
    {
      scan->n_values = scan->in_parts && scan->depth <= 2 ? 0 : scan->n_values + 1;
    }
  else if (c == ':' && ++scan->n_members[scan->depth] > JB_JSON_MAX_MEMBERS)
    {
      return FALSE;
    }
  return scan->n_values <= JB_JSON_MAX_VALUES;
}

/* Returns: FALSE where the parser must not see the text */
static gboolean
scan_text (Scan *scan)
{
  while (scan->p < scan->end)
    {
      char c = *scan->p;

      if (c == '\0' || strchr (OUTSIDE, c) == NULL)
        return FALSE;
      if (c == '"')
        {
          pass_string (scan);
          continue;
        }
      if (!pass_mark (scan, c))
        return FALSE;
      scan->p++;
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): the text in UTF-8, which may be changed */
static char *
decode (GBytes *bytes, gsize *n_text)
{
  gsize n_bytes, n_mark;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  const char *charset = jb_charset_detect ((const guint8 *) data, n_bytes, &n_mark);
  char *text;

  if (charset == NULL)
    return NULL;
  text = g_convert (data + n_mark, (gssize) (n_bytes - n_mark), "UTF-8", charset, NULL, n_text, NULL);
  if (text != NULL && !g_utf8_validate (text, (gssize) *n_text, NULL))
    g_clear_pointer (&text, g_free);
  return text;
}

char *
jb_json_load_text (GBytes *bytes, guint max_depth, gboolean in_parts, gsize *n_text, GError **error)
{
  g_autofree char *text = decode (bytes, n_text);
  Scan scan = { .p = text, .max_depth = MIN (max_depth, JB_JSON_MAX_DEPTH), .in_parts = in_parts };

  if (text == NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the JSON is not text"));
      return NULL;
    }
  scan.end = text + *n_text;
  if (scan_text (&scan))
    return g_steal_pointer (&text);
  if (scan.n_values > JB_JSON_MAX_VALUES)
    g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("the JSON holds more than %d values"), JB_JSON_MAX_VALUES);
  else if (scan.depth > scan.max_depth)
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the JSON is nested more than %u deep"), scan.max_depth);
  else
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the JSON is broken"));
  return NULL;
}

JsonNode *
jb_json_parse (GBytes *bytes, guint max_depth, GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  gsize n_text = 0;
  g_autofree char *text = jb_json_load_text (bytes, max_depth, FALSE, &n_text, error);

  if (text == NULL)
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) n_text, NULL) || json_parser_get_root (parser) == NULL)
    {
      /* what the parser says is English, and may break off in the middle of a character */
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the JSON is broken"));
      return NULL;
    }
  return json_parser_steal_root (parser);
}

const char *
jb_json_get_string (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

JsonObject *
jb_json_get_object (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
jb_json_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
jb_json_array_get_object (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

guint
jb_json_array_get_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}
