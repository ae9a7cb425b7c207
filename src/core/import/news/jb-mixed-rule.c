/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-mixed-rule.h"

#include <string.h>

JbMixedRole
jb_mixed_rule_find (const JbMixedRule *rules, guint n_rules, const xmlNode *element)
{
  for (guint i = 0; i < n_rules; i++)
    if (jb_xml_is (element, rules[i].name))
      return rules[i].role;
  return JB_MIXED_PLAIN_ROLE;
}

gboolean
jb_mixed_rule_attribute_has (const xmlNode *element, const char *attribute, const char *const *words)
{
  g_autofree char *value = jb_xml_dup_attribute (element, attribute);
  g_autofree char *lower = value != NULL ? g_ascii_strdown (value, -1) : NULL;

  for (guint i = 0; lower != NULL && words[i] != NULL; i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
jb_mixed_rule_read_headline (const xmlNode *element, const char *attribute, JbBlockKind *kind)
{
  static const char *const kickers[] = { "kicker", "overline", "eyebrow", "shoulder", "引题", "肩题", NULL };
  static const char *const decks[] = { "deck", "sub", "副题", NULL };

  if (jb_mixed_rule_attribute_has (element, attribute, kickers))
    *kind = JB_BLOCK_KIND_KICKER;
  else if (jb_mixed_rule_attribute_has (element, attribute, decks))
    *kind = JB_BLOCK_KIND_DECK;
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_blank (const xmlNode *node)
{
  gboolean is_text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;

  return node->type != XML_ELEMENT_NODE && (!is_text || xmlIsBlankNode ((xmlNode *) node));
}

gboolean
jb_mixed_rule_is_beside (const xmlNode *node, const char *name)
{
  const xmlNode *before = node->prev, *behind = node->next;

  while (before != NULL && is_blank (before))
    before = before->prev;
  while (behind != NULL && is_blank (behind))
    behind = behind->next;
  return jb_xml_is (before, name) || jb_xml_is (behind, name);
}
