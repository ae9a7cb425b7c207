/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is taken apart at the root and in the root's lists only; what lies deeper is the parser's. */
#include "jb-json-parts.h"

#include "jb-error.h"
#include "jb-json.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *p;        /* lent: where we are */
  const char *end;
  JsonParser *parser;   /* owned: for one part after the other */
  guint       n_parts;
} Parts;

static void
skip_blanks (Parts *parts)
{
  while (parts->p < parts->end && g_ascii_isspace (*parts->p))
    parts->p++;
}

/* Returns: whether the next mark is @c, which is then passed over */
static gboolean
take (Parts *parts, char c)
{
  skip_blanks (parts);
  if (parts->p == parts->end || *parts->p != c)
    return FALSE;
  parts->p++;
  return TRUE;
}

static void
skip_string (Parts *parts)
{
  for (parts->p++; parts->p < parts->end && *parts->p != '"'; parts->p++)
    if (*parts->p == '\\' && parts->p + 1 < parts->end)
      parts->p++;
  if (parts->p < parts->end)
    parts->p++;
}

/* Passes over one value; whether it is a good one is not looked at. */
static void
skip_value (Parts *parts)
{
  guint depth = 0;

  while (parts->p < parts->end)
    {
      char c = *parts->p;

      if (c == '"')
        {
          skip_string (parts);
          continue;
        }
      if (depth == 0 && (c == ',' || c == ']' || c == '}' || c == ':'))
        return;
      depth += c == '{' || c == '[';
      depth -= c == '}' || c == ']';
      parts->p++;
    }
}

/* Returns: (transfer full) (nullable): the next value, packed */
static GVariant *
read_value (Parts *parts, GError **error)
{
  const char *start = parts->p;
  g_autoptr(JsonNode) node = NULL;
  GVariant *value;

  skip_value (parts);
  if (!json_parser_load_from_data (parts->parser, start, parts->p - start, error))
    return NULL;
  node = json_parser_steal_root (parts->parser);
  if (node == NULL)
    return NULL;
  value = json_gvariant_deserialize (node, NULL, error);
  if (value == NULL)
    return NULL;
  g_variant_ref_sink (value);
  /* Packing lets go of all the small values it is made of. */
  g_variant_get_data (value);
  return value;
}

/* Behind the opening bracket. Returns: (transfer full) (nullable) */
static GVariant *
read_list (Parts *parts, GError **error)
{
  g_auto(GVariantBuilder) list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  if (take (parts, ']'))
    return g_variant_ref_sink (g_variant_builder_end (&list));
  do
    {
      g_autoptr(GVariant) value = ++parts->n_parts <= JB_JSON_MAX_PARTS ? read_value (parts, error) : NULL;

      if (value == NULL)
        return NULL;
      g_variant_builder_add (&list, "v", value);
    }
  while (take (parts, ','));
  return take (parts, ']') ? g_variant_ref_sink (g_variant_builder_end (&list)) : NULL;
}

static gboolean
read_member (Parts *parts, GVariantDict *object, GError **error)
{
  g_autoptr(GVariant) name = NULL, value = NULL;

  skip_blanks (parts);
  name = read_value (parts, error);
  if (name == NULL || !g_variant_is_of_type (name, G_VARIANT_TYPE_STRING) || !take (parts, ':'))
    return FALSE;
  value = take (parts, '[') ? read_list (parts, error) : read_value (parts, error);
  if (value == NULL)
    return FALSE;
  /* Of two of the same name the later one counts. */
  g_variant_dict_insert_value (object, g_variant_get_string (name, NULL), value);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the whole object */
static GVariant *
read_object (Parts *parts, GError **error)
{
  g_auto(GVariantDict) object = G_VARIANT_DICT_INIT (NULL);
  guint n_members = 0;

  if (!take (parts, '{'))
    return NULL;
  if (!take (parts, '}'))
    {
      do
        if (++n_members > JB_JSON_MAX_MEMBERS || !read_member (parts, &object, error))
          return NULL;
      while (take (parts, ','));
      if (!take (parts, '}'))
        return NULL;
    }
  skip_blanks (parts);
  return parts->p == parts->end ? g_variant_ref_sink (g_variant_dict_end (&object)) : NULL;
}

GVariant *
jb_json_read_parts (GBytes *bytes, guint max_depth, GError **error)
{
  gsize n_text = 0;
  g_autofree char *text = jb_json_load_text (bytes, max_depth, TRUE, &n_text, error);
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) failure = NULL;
  Parts parts = { text, NULL, parser, 0 };
  GVariant *object;

  if (text == NULL)
    return NULL;
  parts.end = text + n_text;
  object = read_object (&parts, &failure);
  if (object != NULL)
    {
      g_variant_get_data (object);
      return object;
    }
  if (parts.n_parts > JB_JSON_MAX_PARTS)
    g_set_error (error, JB_ERROR, JB_ERROR_TOO_LARGE, _("the JSON holds more than %d values"), JB_JSON_MAX_PARTS);
  else
    g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the JSON is broken"));
  return NULL;
}
