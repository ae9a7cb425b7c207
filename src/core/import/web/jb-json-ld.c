/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-json-ld.h"

#include "jb-json.h"

#include <string.h>

#define MAX_DEPTH 64

/* Line feeds and tabs within strings are a common mistake. */
static char *
dup_repaired (const char *text)
{
  char *copy = g_strdup (text);

  for (char *p = copy; *p != '\0'; p++)
    if ((guint8) *p < 0x20)
      *p = ' ';
  return copy;
}

static const char *
get_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static const char *
get_member (JsonObject *object, const char *name)
{
  return get_string (json_object_get_member (object, name));
}

/* A name, something that has a name, or a list of these. */
static void
append_names (JsonNode *node, GString *names)
{
  const char *name = get_string (node);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    name = get_member (json_node_get_object (node), "name");
  if (name != NULL && *name != '\0')
    g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", name);
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < MIN (json_array_get_length (json_node_get_array (node)), 20); i++)
      {
        JsonNode *entry = json_array_get_element (json_node_get_array (node), i);

        if (!JSON_NODE_HOLDS_ARRAY (entry))
          append_names (entry, names);
      }
}

static char *
dup_names (JsonNode *node)
{
  g_autoptr(GString) names = g_string_new (NULL);

  append_names (node, names);
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

static gboolean
is_story (JsonObject *object)
{
  const char *type = get_member (object, "@type");
  JsonNode *types = json_object_get_member (object, "@type");

  if (type == NULL && types != NULL && JSON_NODE_HOLDS_ARRAY (types) && json_array_get_length (json_node_get_array (types)) > 0)
    type = get_string (json_array_get_element (json_node_get_array (types), 0));
  if (type == NULL)
    return json_object_has_member (object, "pubDate") && json_object_has_member (object, "title");
  return g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "Posting") || g_str_equal (type, "Report");
}

/* Returns: (nullable): the first story among the values of the outer levels */
static JsonObject *
find_story (JsonNode *node, guint depth)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonNode *graph = json_object_get_member (object, "@graph");

      if (is_story (object))
        return object;
      return graph != NULL && depth < 3 ? find_story (graph, depth + 1) : NULL;
    }
  if (JSON_NODE_HOLDS_ARRAY (node) && depth < 3)
    for (guint i = 0; i < MIN (json_array_get_length (json_node_get_array (node)), 50); i++)
      {
        JsonObject *object = find_story (json_array_get_element (json_node_get_array (node), i), depth + 1);

        if (object != NULL)
          return object;
      }
  return NULL;
}

JbJsonLd *
jb_json_ld_read (const char *text)
{
  g_autofree char *repaired = dup_repaired (text);
  g_autoptr(GBytes) bytes = g_bytes_new_static (repaired, strlen (repaired));
  g_autoptr(JsonNode) root = jb_json_parse (bytes, MAX_DEPTH, NULL);
  JsonObject *story;
  JbJsonLd *self;

  if (root == NULL)
    return NULL;
  story = find_story (root, 0);
  if (story == NULL)
    return NULL;
  self = g_new0 (JbJsonLd, 1);
  self->title = g_strdup (get_member (story, "headline") ?: get_member (story, "title"));
  self->date = g_strdup (get_member (story, "datePublished") ?: get_member (story, "pubDate"));
  self->authors = dup_names (json_object_get_member (story, "author"));
  self->publisher = dup_names (json_object_get_member (story, "publisher"));
  return self;
}

void
jb_json_ld_free (JbJsonLd *self)
{
  g_free (self->title);
  g_free (self->date);
  g_free (self->authors);
  g_free (self->publisher);
  g_free (self);
}
