/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-xml-values.h"

int
jb_xml_get_number (const xmlNode *node, const char *attribute, int max, int fallback)
{
  g_autofree char *text = jb_xml_dup_attribute (node, attribute);
  char *end = NULL;
  double number;

  if (text == NULL)
    return fallback;
  /* Some writers put 24.0 where only whole numbers are allowed. */
  number = g_ascii_strtod (text, &end);
  return end == text || !(number >= 0) || number > max ? fallback : (int) number;
}

gboolean
jb_xml_has_value (const xmlNode *node, const char *attribute, const char *value)
{
  g_autofree char *text = jb_xml_dup_attribute (node, attribute);

  return g_strcmp0 (text, value) == 0;
}

gboolean
jb_xml_get_switch (const xmlNode *node, const char *attribute, gboolean fallback)
{
  static const char *const off[] = { "0", "false", "off", "none", NULL };
  g_autofree char *text = jb_xml_dup_attribute (node, attribute);

  return text != NULL ? !g_strv_contains (off, text) : fallback;
}
