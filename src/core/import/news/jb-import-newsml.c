/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * NewsML-G2 (IPTC): items, packages that order them, messages that carry several of them.
 *
 *   newsMessage ─ itemSet ─┬ packageItem ─ group ─ itemRef residref ┐ the order of the articles
 *                          ├ newsItem guid ─────────────────────────┘
 *                          └ newsItem ─ contentSet ─ inlineXML (NITF or XHTML) | inlineData
 */
#include "jb-import-formats.h"

#include "jb-authors.h"
#include "jb-decoded-builder.h"
#include "jb-markup.h"
#include "jb-name-finder.h"
#include "jb-nitf.h"
#include "jb-stamp.h"
#include "jb-tag-form.h"
#include "jb-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  JbDecodedBuilder *builder;  /* lent */
  JbNameFinder     *finder;   /* owned */
  gboolean          begun;    /* an article was */
} Reading;

static gboolean
recognise (const JbInput *input)
{
  static const char *const roots[] = {
    "newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", NULL,
  };

  return input->root != NULL && g_strv_contains (roots, input->root);
}

static gboolean
attribute_has (const xmlNode *node, const char *name, const char *part)
{
  g_autofree char *value = jb_xml_dup_attribute (node, name);
  g_autofree char *lower = value != NULL ? g_ascii_strdown (value, -1) : NULL;

  return lower != NULL && strstr (lower, part) != NULL;
}

static void
add_line (Reading *reading, JbBlockKind kind, const xmlNode *node)
{
  g_autofree char *line = jb_xml_dup_line (node);

  jb_decoded_builder_add_kind (reading->builder, kind, 0, line);
}

/* What a headline is called by its role; one without a role is the title, and those behind it are decks. */
static JbBlockKind
get_headline_kind (const xmlNode *headline, gboolean has_title)
{
  if (attribute_has (headline, "role", "kicker") || attribute_has (headline, "role", "overline"))
    return JB_BLOCK_KIND_KICKER;
  if (attribute_has (headline, "role", "deck") || attribute_has (headline, "role", "sub") || has_title)
    return JB_BLOCK_KIND_DECK;
  return JB_BLOCK_KIND_TITLE;
}

/* Kickers first, then the title, then decks. Returns: (transfer full) (nullable): the title */
static char *
add_headlines (Reading *reading, const xmlNode *meta)
{
  g_autofree char *title = NULL;

  for (JbBlockKind kind = JB_BLOCK_KIND_KICKER; kind <= JB_BLOCK_KIND_DECK; kind++)
    {
      gboolean has_title = FALSE;

      for (const xmlNode *node = jb_xml_get_child (meta, "headline"); node != NULL; node = jb_xml_get_next (node, "headline"))
        {
          JbBlockKind own = get_headline_kind (node, has_title);

          has_title = has_title || own == JB_BLOCK_KIND_TITLE;
          if (own == kind)
            add_line (reading, kind, node);
          if (own == JB_BLOCK_KIND_TITLE && title == NULL)
            title = jb_xml_dup_line (node);
        }
    }
  if (title == NULL && jb_xml_get_child (meta, "slugline") != NULL)
    {
      add_line (reading, JB_BLOCK_KIND_TITLE, jb_xml_get_child (meta, "slugline"));
      title = jb_xml_dup_line (jb_xml_get_child (meta, "slugline"));
    }
  return g_steal_pointer (&title);
}

static void
add_byline (Reading *reading, const xmlNode *meta)
{
  const xmlNode *by = jb_xml_get_child (meta, "by");
  g_autofree char *line = jb_xml_dup_line (by);

  add_line (reading, JB_BLOCK_KIND_BYLINE, by);
  for (const xmlNode *node = jb_xml_get_child (meta, "creator"); node != NULL; node = jb_xml_get_next (node, "creator"))
    {
      g_autofree char *name = jb_xml_dup_line (jb_xml_get_child (node, "name"));

      if (!attribute_has (node, "type", "org"))
        jb_authors_add_byline (reading->builder, name);
    }
  jb_authors_add_byline (reading->builder, line);
}

static void
add_descriptions (Reading *reading, const xmlNode *meta, gboolean captions)
{
  for (const xmlNode *node = jb_xml_get_child (meta, "description"); node != NULL; node = jb_xml_get_next (node, "description"))
    {
      gboolean is_caption = attribute_has (node, "role", "caption");
      g_autofree char *line = jb_xml_dup_line (node);

      if (is_caption && captions)
        jb_decoded_builder_add_kind (reading->builder, JB_BLOCK_KIND_CAPTION, 0, line);
      else if (!is_caption && !captions)
        jb_decoded_builder_add (reading->builder, line);
    }
}

static void
add_dates (Reading *reading, const xmlNode *item, const xmlNode *meta)
{
  const xmlNode *about = jb_xml_get_child (item, "itemMeta");
  const xmlNode *stamps[] = {
    jb_xml_get_child (meta, "contentCreated"), jb_xml_get_child (about, "versionCreated"),
    jb_xml_get_child (about, "firstCreated"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      g_autofree char *text = jb_xml_dup_line (stamps[i]);
      g_autofree char *date = jb_stamp_to_date (text);

      if (date != NULL)
        jb_decoded_builder_set_date (reading->builder, date);
    }
}

/* Returns: (transfer full) (nullable): the provider's name; a code is none */
static char *
dup_provider (const xmlNode *item)
{
  const xmlNode *provider = jb_xml_get_child (jb_xml_get_child (item, "itemMeta"), "provider");
  g_autofree char *name = jb_xml_dup_line (jb_xml_get_child (provider, "name"));
  g_autofree char *literal = jb_xml_dup_attribute (provider, "literal");

  if (*name != '\0')
    return g_steal_pointer (&name);
  return literal != NULL && jb_tag_form_is_name (literal) ? g_steal_pointer (&literal) : NULL;
}

/* Returns: FALSE where it is of a kind that is no tag */
static gboolean
get_type (const char *code, const xmlNode *node, const char *name, JbEntityType *type)
{
  const char *kind = strrchr (code, ':');

  kind = kind != NULL ? kind + 1 : code;
  if (g_str_equal (kind, "person"))
    *type = jb_xml_find (node, "jobtitle") != NULL || jb_xml_find (node, "affiliationRole") != NULL ? JB_ENTITY_TYPE_LEADER
                                                                                                    : JB_ENTITY_TYPE_PERSON;
  else if (g_str_equal (kind, "organisation") || g_str_equal (kind, "organization"))
    *type = JB_ENTITY_TYPE_ORGANISATION;
  else if (g_str_equal (kind, "geoArea") || g_str_equal (kind, "poi"))
    *type = jb_tag_form_of_place (name);
  else if (g_str_equal (kind, "event") || g_str_equal (kind, "object"))
    *type = jb_tag_form_of_thing (name, NULL);
  else if (g_str_equal (kind, "abstract"))
    {
      /* Topics are abstract too. */
      gboolean is_certain;

      *type = jb_tag_form_of_thing (name, &is_certain);
      return is_certain;
    }
  else
    return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (nullable): its type's code: an attribute of a subject, a child of an assertion */
static char *
dup_type_code (const xmlNode *node)
{
  char *code = jb_xml_dup_attribute (node, "type");

  return code != NULL ? code : jb_xml_dup_attribute (jb_xml_get_child (node, "type"), "qcode");
}

/* All its names, as names of the first. @types: from codes to types, for what is asserted elsewhere */
static void
add_names (Reading *reading, const xmlNode *node, GHashTable *types)
{
  g_autofree char *code = jb_xml_dup_attribute (node, "qcode"), *own = dup_type_code (node), *preferred = NULL;
  const char *kind = own != NULL ? own : (code != NULL ? g_hash_table_lookup (types, code) : NULL);

  for (const xmlNode *at = jb_xml_get_child (node, "name"); at != NULL && kind != NULL; at = jb_xml_get_next (at, "name"))
    {
      g_autofree char *name = jb_xml_dup_line (at);
      JbEntityType type;

      if (!jb_tag_form_is_name (name) || !get_type (kind, node, preferred != NULL ? preferred : name, &type))
        continue;
      jb_name_finder_add (reading->finder, name, type, preferred);
      if (preferred == NULL)
        preferred = g_strdup (name);
    }
}

/* What is said of the item's entities: subjects and assertions, together by their codes. */
static void
collect_names (Reading *reading, const xmlNode *item, const xmlNode *meta)
{
  g_autoptr(GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const xmlNode *const parents[] = { item, meta };
  static const char *const names[] = { "assert", "subject" };

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    for (const xmlNode *node = jb_xml_get_child (parents[i], names[i]); node != NULL; node = jb_xml_get_next (node, names[i]))
      {
        char *code = jb_xml_dup_attribute (node, "qcode"), *type = dup_type_code (node);

        if (code != NULL && type != NULL)
          g_hash_table_insert (types, code, type);
        else
          {
            g_free (code);
            g_free (type);
          }
      }
  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    for (const xmlNode *node = jb_xml_get_child (parents[i], names[i]); node != NULL; node = jb_xml_get_next (node, names[i]))
      add_names (reading, node, types);
}

/* Returns: (nullable): the content that says most: NITF, XHTML, or text of some kind */
static const xmlNode *
find_content (const xmlNode *item)
{
  const xmlNode *set = jb_xml_get_child (item, "contentSet"), *xml = jb_xml_get_child (set, "inlineXML");

  return xml != NULL ? xml : jb_xml_get_child (set, "inlineData");
}

static void
add_content (Reading *reading, const xmlNode *content, const char *title)
{
  g_autofree char *text = NULL;

  if (jb_xml_find (content, "nitf") != NULL)
    jb_nitf_add (reading->builder, jb_xml_find (content, "nitf"));
  else if (jb_xml_is (content, "inlineXML"))
    jb_markup_add (reading->builder, (xmlNode *) content, title);
  else if (content != NULL)
    {
      text = jb_xml_dup_text (content);
      if (attribute_has (content, "contenttype", "html"))
        jb_markup_add_html (reading->builder, text, title);
      else
        jb_markup_add_text (reading->builder, text);
    }
}

/* A picture on its own is no article: its caption belongs to the one before it. */
static gboolean
is_picture (const xmlNode *item)
{
  const xmlNode *class = jb_xml_get_child (jb_xml_get_child (item, "itemMeta"), "itemClass");

  return find_content (item) == NULL && (attribute_has (class, "qcode", "picture") || attribute_has (class, "qcode", "graphic") ||
                                         attribute_has (class, "qcode", "video"));
}

static void
add_item (Reading *reading, const xmlNode *item)
{
  const xmlNode *meta = jb_xml_get_child (item, "contentMeta"), *content = find_content (item);
  const xmlNode *nitf = jb_xml_find (content, "nitf");
  guint start = jb_decoded_builder_get_length (reading->builder);
  g_autofree char *title = NULL, *provider = dup_provider (item);
  gsize start_byte;

  jb_decoded_builder_get_text (reading->builder, &start_byte);
  if (!reading->begun || !is_picture (item))
    {
      jb_decoded_builder_begin_article (reading->builder);
      reading->begun = TRUE;
      jb_decoded_builder_set_issue (reading->builder, provider, NULL, NULL);
      add_dates (reading, item, meta);
      if (nitf == NULL || !jb_nitf_has_headline (nitf))
        title = add_headlines (reading, meta);
      if (nitf == NULL || !jb_nitf_has_byline (nitf))
        add_byline (reading, meta);
      if (nitf == NULL)
        {
          add_line (reading, JB_BLOCK_KIND_DATELINE, jb_xml_get_child (meta, "dateline"));
          if (content == NULL)
            add_descriptions (reading, meta, FALSE);
        }
      add_content (reading, content, title);
    }
  add_descriptions (reading, meta, TRUE);
  collect_names (reading, item, meta);
  jb_name_finder_tag (reading->finder, reading->builder, start_byte, start);
}

/* Returns: (transfer full) (element-type xmlNode): the articles, those that a package lists in its order first */
static GPtrArray *
list_items (const xmlNode *root)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GHashTable) by_guid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  GPtrArray *ordered = g_ptr_array_new ();

  for (xmlNode *node = (xmlNode *) root; node != NULL; node = jb_xml_walk (root, node, jb_xml_is (node, "newsItem")))
    if (jb_xml_is (node, "newsItem"))
      {
        char *guid = jb_xml_dup_attribute (node, "guid");

        g_ptr_array_add (items, node);
        if (guid != NULL)
          g_hash_table_insert (by_guid, guid, node);
      }
  for (xmlNode *node = (xmlNode *) root; node != NULL; node = jb_xml_walk (root, node, jb_xml_is (node, "newsItem")))
    if (jb_xml_is (node, "itemRef"))
      {
        g_autofree char *guid = jb_xml_dup_attribute (node, "residref");
        gpointer item = guid != NULL ? g_hash_table_lookup (by_guid, guid) : NULL;

        if (item != NULL && g_hash_table_add (taken, item))
          g_ptr_array_add (ordered, item);
      }
  for (guint i = 0; i < items->len; i++)
    if (g_hash_table_add (taken, g_ptr_array_index (items, i)))
      g_ptr_array_add (ordered, g_ptr_array_index (items, i));
  return ordered;
}

/* The package is the issue. */
static void
add_package (Reading *reading, const xmlNode *package)
{
  g_autofree char *provider = package != NULL ? dup_provider (package) : NULL;
  const xmlNode *created = jb_xml_get_child (jb_xml_get_child (package, "contentMeta"), "contentCreated");
  g_autofree char *text = NULL, *date = NULL;

  if (created == NULL)
    created = jb_xml_get_child (jb_xml_get_child (package, "itemMeta"), "versionCreated");
  text = jb_xml_dup_line (created);
  date = jb_stamp_to_date (text);
  jb_decoded_builder_set_issue (reading->builder, provider, NULL, date);
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(xmlDoc) document = jb_xml_parse (input->bytes, error);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(GPtrArray) items = NULL;
  Reading reading = { .builder = builder };

  if (document == NULL)
    return NULL;
  items = list_items (root);
  if (items->len == 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_EMPTY, _("the file holds no articles"));
      return NULL;
    }
  reading.finder = jb_name_finder_new ();
  for (guint i = 0; i < items->len; i++)
    add_item (&reading, g_ptr_array_index (items, i));
  add_package (&reading, jb_xml_is (root, "packageItem") ? root : jb_xml_find (root, "packageItem"));
  jb_name_finder_free (reading.finder);
  return jb_decoded_builder_finish (builder, error);
}

const JbImporter jb_import_newsml = { "application/vnd.iptc.g2.newsmessage+xml", recognise, decode };
