/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-ooxml-package.h"

#include "jb-xml.h"

#include <string.h>

const char *
jb_ooxml_find_member (JbArchive *archive, const char *name)
{
  GPtrArray *names = jb_archive_get_names (archive);

  for (guint i = 0; i < names->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (names, i), name) == 0)
      return g_ptr_array_index (names, i);
  return NULL;
}

/* Returns: (transfer full): the name of the part that holds the relationships of @from */
static char *
dup_relationships_name (const char *from)
{
  g_autofree char *folder = from != NULL ? g_path_get_dirname (from) : NULL;
  g_autofree char *base = from != NULL ? g_path_get_basename (from) : NULL;

  if (from == NULL)
    return g_strdup ("_rels/.rels");
  if (g_str_equal (folder, "."))
    return g_strconcat ("_rels/", base, ".rels", NULL);
  return g_strconcat (folder, "/_rels/", base, ".rels", NULL);
}

char *
jb_ooxml_find_part (JbArchive *archive, const char *from, const char *type)
{
  g_autofree char *name = dup_relationships_name (from);
  const char *member = jb_ooxml_find_member (archive, name);
  g_autoptr(GBytes) bytes = member != NULL ? jb_archive_load (archive, member, NULL) : NULL;
  g_autoptr(xmlDoc) document = bytes != NULL ? jb_xml_parse (bytes, NULL) : NULL;
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (const xmlNode *node = jb_xml_get_child (root, "Relationship"); node != NULL; node = jb_xml_get_next (node, "Relationship"))
    {
      g_autofree char *uri = jb_xml_dup_attribute (node, "Type");
      g_autofree char *target = jb_xml_dup_attribute (node, "Target");
      const char *last = uri != NULL ? strrchr (uri, '/') : NULL;
      g_autofree char *path = NULL;

      if (last == NULL || target == NULL || !g_str_equal (last + 1, type))
        continue;
      path = jb_archive_resolve (from, target);
      if (jb_ooxml_find_member (archive, path) != NULL)
        return g_strdup (jb_ooxml_find_member (archive, path));
    }
  return NULL;
}
