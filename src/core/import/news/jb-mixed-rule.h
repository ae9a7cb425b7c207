/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What judges of mixed content in several formats ask. */
#pragma once

#include "jb-mixed.h"

G_BEGIN_DECLS

/* An element that is always the same. */
typedef struct
{
  const char  *name;
  JbMixedRole  role;  /* without a name */
} JbMixedRule;

/* Returns: the role of the first of @n_rules for elements of @element's name; that of a plain one where there is none */
JbMixedRole jb_mixed_rule_find (const JbMixedRule *rules, guint n_rules, const xmlNode *element);

/* Whether one of @words (NULL-terminated, in small letters) stands in the attribute, whose letters may be large. */
gboolean jb_mixed_rule_attribute_has (const xmlNode *element, const char *attribute, const char *const *words);

/* Which of the lesser headlines an attribute calls the element.
 * @kind: (out): JB_BLOCK_KIND_KICKER or JB_BLOCK_KIND_DECK
 * Returns: FALSE where it says nothing of the kind */
gboolean jb_mixed_rule_read_headline (const xmlNode *element, const char *attribute, JbBlockKind *kind);

/* Whether an element of that name stands right before or behind @node, white space and comments apart. */
gboolean jb_mixed_rule_is_beside (const xmlNode *node, const char *name);

G_END_DECLS
