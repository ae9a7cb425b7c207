/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-types.h"

#include <glib/gi18n-lib.h>

#include "jb-model-enums.h"

const char *
jb_enum_to_nick (GType enum_type, int value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (enum_type);
  GEnumValue *found = g_enum_get_value (klass, value);

  g_return_val_if_fail (found != NULL, NULL);

  return found->value_nick;
}

gboolean
jb_enum_from_nick (GType enum_type, const char *nick, int *value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (enum_type);
  GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  /* Newer GLib takes nicks of any case. */
  if (found == NULL || !g_str_equal (found->value_nick, nick))
    return FALSE;
  *value = found->value;
  return TRUE;
}

const char *
jb_entity_type_get_label (JbEntityType type)
{
  static const char *const labels[JB_N_ENTITY_TYPES] = {
    [JB_ENTITY_TYPE_STREET] = NC_("entity type", "Street"),
    [JB_ENTITY_TYPE_COMMUNITY] = NC_("entity type", "Community"),
    [JB_ENTITY_TYPE_PLACE] = NC_("entity type", "Place"),
    [JB_ENTITY_TYPE_PROJECT] = NC_("entity type", "Project"),
    [JB_ENTITY_TYPE_LEADER] = NC_("entity type", "Leader"),
    [JB_ENTITY_TYPE_PERSON] = NC_("entity type", "Person"),
    [JB_ENTITY_TYPE_ORGANISATION] = NC_("entity type", "Organisation"),
    [JB_ENTITY_TYPE_CAMPAIGN] = NC_("entity type", "Campaign"),
    [JB_ENTITY_TYPE_SYSTEM] = NC_("entity type", "Platform"),
  };

  g_return_val_if_fail ((guint) type < JB_N_ENTITY_TYPES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "entity type", labels[type]);
}

const char *
jb_review_state_get_label (JbReviewState state)
{
  switch (state)
    {
    case JB_REVIEW_STATE_IN_REVIEW: return _("In Review");
    case JB_REVIEW_STATE_DONE: return _("Done");
    default: return C_("review state", "New");
    }
}

const char *
jb_block_kind_get_label (JbBlockKind kind)
{
  static const char *const labels[] = {
    [JB_BLOCK_KIND_KICKER] = NC_("block kind", "Kicker"),
    [JB_BLOCK_KIND_TITLE] = NC_("block kind", "Headline"),
    [JB_BLOCK_KIND_DECK] = NC_("block kind", "Deck"),
    [JB_BLOCK_KIND_BYLINE] = NC_("block kind", "Byline"),
    [JB_BLOCK_KIND_DATELINE] = NC_("block kind", "Dateline"),
    [JB_BLOCK_KIND_HEADING] = NC_("block kind", "Heading"),
    [JB_BLOCK_KIND_PARAGRAPH] = NC_("block kind", "Paragraph"),
    [JB_BLOCK_KIND_LIST] = NC_("block kind", "List"),
    [JB_BLOCK_KIND_CAPTION] = NC_("block kind", "Caption"),
    [JB_BLOCK_KIND_STATEMENT] = NC_("block kind", "Statement"),
    [JB_BLOCK_KIND_TEASER] = NC_("block kind", "Teaser"),
    [JB_BLOCK_KIND_MASTHEAD] = NC_("block kind", "Masthead"),
    [JB_BLOCK_KIND_OTHER] = NC_("block kind", "Other"),
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "block kind", labels[kind]);
}

gboolean
jb_block_kind_is_body (JbBlockKind kind)
{
  return kind == JB_BLOCK_KIND_PARAGRAPH || kind == JB_BLOCK_KIND_LIST || kind == JB_BLOCK_KIND_STATEMENT;
}
