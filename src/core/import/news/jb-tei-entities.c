/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-tei-entities.h"

#include "jb-tag-form.h"

static void
entity_free (JbTeiEntity *entity)
{
  g_free (entity->name);
  g_free (entity);
}

/* Returns: (transfer full): the name as one line, without a post in it */
static char *
dup_name (const xmlNode *node)
{
  const xmlNode *post = jb_xml_get_child (node, "roleName");
  g_autoptr(GString) text = g_string_new (NULL);

  if (post == NULL)
    return jb_xml_dup_line (node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (!jb_xml_is (child, "roleName"))
      {
        g_autofree char *part = child->type == XML_TEXT_NODE ? g_strdup ((const char *) child->content) : jb_xml_dup_line (child);

        g_string_append (text, part != NULL ? part : "");
      }
  return g_strdup (g_strstrip (text->str));
}

/* The first name that is one in Chinese, or else the first. Returns: (transfer full) (nullable) */
static char *
find_name (const xmlNode *entry, const char *element)
{
  g_autofree char *first = NULL;

  for (const xmlNode *node = jb_xml_get_child (entry, element); node != NULL; node = jb_xml_get_next (node, element))
    {
      g_autofree char *name = dup_name (node);

      if (jb_tag_form_is_name (name))
        return g_steal_pointer (&name);
      if (first == NULL && *name != '\0')
        first = g_steal_pointer (&name);
    }
  return g_steal_pointer (&first);
}

static JbTeiEntity *
read_entry (const xmlNode *node)
{
  g_autofree char *name = NULL;
  JbEntityType type;

  if (jb_xml_is (node, "person") || jb_xml_is (node, "personGrp"))
    {
      gboolean has_post = jb_xml_find (node, "roleName") != NULL || jb_xml_find (node, "occupation") != NULL;

      name = find_name (node, "persName");
      type = has_post ? JB_ENTITY_TYPE_LEADER : JB_ENTITY_TYPE_PERSON;
    }
  else if (jb_xml_is (node, "org"))
    {
      name = find_name (node, "orgName");
      type = JB_ENTITY_TYPE_ORGANISATION;
    }
  else if (jb_xml_is (node, "place"))
    {
      name = find_name (node, "placeName") ?: find_name (node, "geogName") ?: find_name (node, "settlement");
      type = jb_tag_form_of_place (name != NULL ? name : "");
    }
  else if (jb_xml_is (node, "event") || jb_xml_is (node, "object"))
    {
      name = find_name (node, "eventName") ?: find_name (node, "objectName") ?: find_name (node, "label");
      type = jb_tag_form_of_thing (name != NULL ? name : "", NULL);
    }
  else
    return NULL;
  return g_memdup2 (&(JbTeiEntity) { g_steal_pointer (&name), type }, sizeof (JbTeiEntity));
}

GHashTable *
jb_tei_entities_new (const xmlNode *root)
{
  GHashTable *entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) entity_free);

  for (const xmlNode *node = root; node != NULL; node = jb_xml_walk (root, node, FALSE))
    {
      g_autofree char *id = jb_xml_dup_attribute (node, "id");
      JbTeiEntity *entity = id != NULL ? read_entry (node) : NULL;

      if (entity != NULL)
        g_hash_table_replace (entities, g_steal_pointer (&id), entity);
    }
  return entities;
}

const JbTeiEntity *
jb_tei_entities_find (GHashTable *entities, const char *ref)
{
  g_auto(GStrv) pointers = g_strsplit_set (ref != NULL ? ref : "", " \t\r\n", -1);

  for (guint i = 0; pointers[i] != NULL; i++)
    {
      const JbTeiEntity *entity = *pointers[i] == '#' ? g_hash_table_lookup (entities, pointers[i] + 1) : NULL;

      if (entity != NULL)
        return entity;
    }
  return NULL;
}
