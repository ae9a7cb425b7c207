/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * TEI P5 and P4: one text, or a corpus of them. A div of type article is an article; without such divs each text is one. */
#include "jb-import-formats.h"

#include "jb-authors.h"
#include "jb-mixed-rule.h"
#include "jb-model-enums.h"
#include "jb-stamp.h"
#include "jb-string.h"
#include "jb-tag-form.h"
#include "jb-tei-entities.h"

typedef struct
{
  JbDecodedBuilder *builder;   /* lent */
  GHashTable       *entities;  /* owned, as jb_tei_entities_new() makes it */
  const xmlNode    *article;   /* the element that holds the article where we are: a body or a div */
  gboolean          has_title; /* the article's has come */
  char             *date;      /* owned, of all in the text; NULL where it is not known */
} Reading;

static const JbMixedRule rules[] = {
  { "p", { JB_MIXED_BLOCK } },
  { "ab", { JB_MIXED_BLOCK } },
  { "l", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_PARAGRAPH } },
  { "lg", { JB_MIXED_BLOCK } },
  { "sp", { JB_MIXED_BLOCK } },
  { "div", { JB_MIXED_BLOCK } },
  { "argument", { JB_MIXED_BLOCK } },
  { "opener", { JB_MIXED_BLOCK } },
  { "closer", { JB_MIXED_BLOCK } },
  { "salute", { JB_MIXED_BLOCK } },
  { "signed", { JB_MIXED_BLOCK } },
  { "trailer", { JB_MIXED_BLOCK } },
  { "list", { JB_MIXED_BLOCK } },
  { "table", { JB_MIXED_BLOCK } },
  { "figure", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_CAPTION } },
  { "figDesc", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_CAPTION } },
  { "item", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_LIST } },
  { "byline", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_BYLINE } },
  { "docAuthor", { JB_MIXED_TAG, .type = JB_ENTITY_TYPE_PERSON } },
  { "dateline", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_DATELINE } },
  { "row", { JB_MIXED_ROW, TRUE, JB_BLOCK_KIND_LIST } },
  { "cell", { JB_MIXED_CELL } },
  { "lb", { JB_MIXED_SPACE } },
  { "roleName", { JB_MIXED_ASIDE } },
  { "note", { JB_MIXED_SKIP } },
  { "noteGrp", { JB_MIXED_SKIP } },
  { "fw", { JB_MIXED_SKIP } },
  { "del", { JB_MIXED_SKIP } },
  { "surplus", { JB_MIXED_SKIP } },
  { "index", { JB_MIXED_SKIP } },
  { "interp", { JB_MIXED_SKIP } },
  { "teiHeader", { JB_MIXED_SKIP } },
  { "back", { JB_MIXED_SKIP } },
};

/* Whether there is a head among the first children, where heads are. */
static gboolean
has_head (const xmlNode *div)
{
  const xmlNode *child = div->children;

  for (guint i = 0; i < 8 && child != NULL; i++, child = child->next)
    if (jb_xml_is (child, "head"))
      return TRUE;
  return FALSE;
}

/* Returns: how many divs with heads lie between the head and its article */
static guint
get_depth (const Reading *reading, const xmlNode *head)
{
  guint depth = 0;

  for (const xmlNode *node = head->parent; node != NULL && node != reading->article; node = node->parent)
    depth += node->type == XML_ELEMENT_NODE && g_str_has_prefix ((const char *) node->name, "div") && has_head (node);
  return depth;
}

/* The head of a wrapper that the whole text is in is its title. */
static gboolean
is_title_place (const Reading *reading, const xmlNode *head)
{
  guint depth = get_depth (reading, head);

  return depth == 0 || (depth == 1 && !reading->has_title && !has_head (reading->article) &&
                        jb_xml_is (reading->article, "body"));
}

static JbMixedRole
judge_head (Reading *reading, const xmlNode *head)
{
  JbBlockKind kind;

  if (jb_xml_is (head->parent, "figure") || jb_xml_is (head->parent, "table"))
    return JB_MIXED_KIND_ROLE (JB_BLOCK_KIND_CAPTION, 0);
  if (jb_xml_is (head->parent, "list"))
    return JB_MIXED_KIND_ROLE (JB_BLOCK_KIND_LIST, 0);
  if (jb_mixed_rule_read_headline (head, "type", &kind))
    return JB_MIXED_KIND_ROLE (kind, 0);
  if (!is_title_place (reading, head))
    return JB_MIXED_KIND_ROLE (JB_BLOCK_KIND_HEADING, CLAMP (get_depth (reading, head), 1, 3));
  if (reading->has_title)
    return JB_MIXED_KIND_ROLE (JB_BLOCK_KIND_DECK, 0);
  reading->has_title = TRUE;
  return JB_MIXED_KIND_ROLE (JB_BLOCK_KIND_TITLE, 0);
}

static gboolean
is_article (const xmlNode *node)
{
  static const char *const words[] = { "article", "story", "报道", "文章", NULL };

  return g_str_has_prefix ((const char *) node->name, "div") && jb_mixed_rule_attribute_has (node, "type", words);
}

/* What an attribute type says: one of our own types, or a word for one. Returns: FALSE where it says nothing */
static gboolean
read_type (const char *word, const char *form, JbEntityType *type)
{
  static const char *const people[] = { "person", "people", "pers", NULL };
  static const char *const bodies[] = { "org", "organization", "orgName", "institution", NULL };
  static const char *const places[] = { "place", "geog", "location", "placeName", NULL };
  static const char *const things[] = { "event", "object", "work", NULL };
  int own;

  if (word == NULL)
    return FALSE;
  if (g_strv_contains (places, word))
    *type = jb_tag_form_of_place (form);
  else if (jb_enum_from_nick (JB_TYPE_ENTITY_TYPE, word, &own))
    *type = (JbEntityType) own;
  else if (g_strv_contains (people, word))
    *type = JB_ENTITY_TYPE_PERSON;
  else if (g_strv_contains (bodies, word))
    *type = JB_ENTITY_TYPE_ORGANISATION;
  else if (g_strv_contains (things, word))
    *type = jb_tag_form_of_thing (form, NULL);
  else
    return FALSE;
  return TRUE;
}

/* Returns: FALSE where the element says nothing about what it names; its type is that of @entity then, if there is one */
static gboolean
read_element_type (const xmlNode *node, const char *form, JbEntityType *type)
{
  static const char *const places[] = { "placeName", "geogName", "settlement", "district", "region", "bloc", NULL };
  const char *name = (const char *) node->name;
  g_autofree char *word = NULL;

  if (g_str_equal (name, "persName"))
    *type = JB_ENTITY_TYPE_PERSON;
  else if (g_str_equal (name, "orgName"))
    *type = JB_ENTITY_TYPE_ORGANISATION;
  else if (g_strv_contains (places, name))
    *type = jb_tag_form_of_place (form);
  else if (g_str_equal (name, "eventName") || g_str_equal (name, "objectName"))
    *type = jb_tag_form_of_thing (form, NULL);
  else
    {
      word = jb_xml_dup_attribute (node, "type");
      return read_type (word, form, type);
    }
  return TRUE;
}

static gboolean
is_name_element (const xmlNode *node)
{
  static const char *const names[] = {
    "persName", "orgName", "placeName", "geogName", "settlement", "district", "region", "bloc", "eventName", "objectName", "rs",
    "name", NULL,
  };

  return g_strv_contains (names, (const char *) node->name);
}

/* Parts of a place's name are not places of their own. */
static gboolean
is_part (const xmlNode *node)
{
  return jb_xml_is (node->parent, "placeName");
}

static JbMixedRole
judge_name (Reading *reading, const xmlNode *node)
{
  JbMixedRole role = { .act = JB_MIXED_TAG };
  g_autofree char *ref = jb_xml_dup_attribute (node, "ref"), *key = jb_xml_dup_attribute (node, "key");
  g_autofree char *text = jb_xml_dup_line (node);
  const JbTeiEntity *entity = jb_tei_entities_find (reading->entities, ref);
  const char *name = entity != NULL ? entity->name : key != NULL && jb_tag_form_is_name (key) ? key : NULL;

  if (!read_element_type (node, name != NULL ? name : text, &role.type))
    {
      if (entity == NULL)
        return JB_MIXED_PLAIN_ROLE;
      role.type = entity->type;
    }
  /* The list knows better what kind of person or place it is. */
  if (entity != NULL && (role.type == JB_ENTITY_TYPE_PERSON || role.type == JB_ENTITY_TYPE_PLACE))
    role.type = entity->type;
  if (role.type == JB_ENTITY_TYPE_PERSON && (jb_xml_find (node, "roleName") != NULL || jb_mixed_rule_is_beside (node, "roleName")))
    role.type = JB_ENTITY_TYPE_LEADER;
  role.name = g_strdup (name);
  return role;
}

/* Of a choice the better reading is kept; what stands alone in one is no choice. */
static gboolean
is_passed_over (const xmlNode *node)
{
  static const char *const worse[] = { "sic", "orig", "abbr", NULL };

  return g_strv_contains (worse, (const char *) node->name) && jb_xml_is (node->parent, "choice") &&
         (xmlPreviousElementSibling ((xmlNode *) node) != NULL || xmlNextElementSibling ((xmlNode *) node) != NULL);
}

/* Whether the node lies in an article that was begun. */
static gboolean
is_in_article (const Reading *reading, const xmlNode *node)
{
  if (!is_article (reading->article))
    return FALSE;
  while (node != NULL && node != reading->article)
    node = node->parent;
  return node != NULL;
}

static JbMixedRole
judge (const xmlNode *node, gpointer data)
{
  Reading *reading = data;
  const char *name = (const char *) node->name;

  if (is_passed_over (node))
    return JB_MIXED_SKIP_ROLE;
  if (is_name_element (node) && !is_part (node) && !jb_mixed_is_nested (node))
    return judge_name (reading, node);
  if (g_str_equal (name, "head") || g_str_equal (name, "titlePart"))
    return judge_head (reading, node);
  if (is_article (node) && !is_in_article (reading, node))
    {
      reading->article = node;
      reading->has_title = FALSE;
      return (JbMixedRole) { .act = JB_MIXED_ARTICLE, .name = g_strdup (reading->date) };
    }
  if (g_str_has_prefix (name, "div"))
    return JB_MIXED_BLOCK_ROLE;
  return jb_mixed_rule_find (rules, G_N_ELEMENTS (rules), node);
}

/* Returns: (transfer full) (nullable): the day in @when, or in words */
static char *
dup_date (const xmlNode *date)
{
  g_autofree char *when = jb_xml_dup_attribute (date, "when");
  g_autofree char *text = jb_xml_dup_line (date);

  return jb_stamp_to_date (when != NULL ? when : text);
}

/* Returns: (transfer full) (nullable): the number of the issue */
static char *
dup_issue (const xmlNode *monogr)
{
  for (xmlNode *node = jb_xml_find (monogr, "biblScope"); node != NULL; node = jb_xml_walk (monogr, node, FALSE))
    {
      g_autofree char *unit = jb_xml_dup_attribute (node, "unit"), *type = jb_xml_dup_attribute (node, "type");

      if (jb_xml_is (node, "biblScope") && (g_strcmp0 (unit, "issue") == 0 || g_strcmp0 (type, "issue") == 0))
        {
          g_autofree char *n = jb_xml_dup_attribute (node, "n");

          return n != NULL ? g_steal_pointer (&n) : jb_xml_dup_line (node);
        }
    }
  return NULL;
}

/* Where it was printed. */
static void
add_issue (Reading *reading, const xmlNode *description)
{
  const xmlNode *monogr = jb_xml_find (jb_xml_find (description, "sourceDesc"), "monogr");
  g_autofree char *bulletin = monogr != NULL ? jb_xml_dup_line (jb_xml_get_child (monogr, "title")) : NULL;
  g_autofree char *issue = dup_issue (monogr);
  const xmlNode *printed = jb_xml_find (monogr, "date"), *published = jb_xml_get_child (description, "publicationStmt");
  g_autofree char *date = dup_date (printed != NULL ? printed : jb_xml_find (published, "date"));

  jb_decoded_builder_set_issue (reading->builder, bulletin, issue, monogr != NULL ? date : NULL);
  if (date != NULL)
    jb_decoded_builder_set_date (reading->builder, date);
  jb_set_string (&reading->date, date);
}

static void
add_header (Reading *reading, const xmlNode *tei, gboolean is_whole)
{
  const xmlNode *description = jb_xml_get_child (jb_xml_get_child (tei, "teiHeader"), "fileDesc");
  const xmlNode *titles = jb_xml_get_child (description, "titleStmt");

  add_issue (reading, description);
  for (const xmlNode *author = jb_xml_get_child (titles, "author"); is_whole && author != NULL;
       author = jb_xml_get_next (author, "author"))
    {
      g_autofree char *name = jb_xml_dup_line (author);

      jb_authors_add_byline (reading->builder, name);
    }
}

/* Where no head is, the title of the file is the article's. */
static void
add_title (Reading *reading, const xmlNode *tei, const xmlNode *body)
{
  const xmlNode *titles = jb_xml_get_child (jb_xml_get_child (jb_xml_get_child (tei, "teiHeader"), "fileDesc"), "titleStmt");
  const xmlNode *first = jb_xml_find (body, "head");
  g_autofree char *title = jb_xml_dup_line (jb_xml_get_child (titles, "title"));

  if (jb_xml_find (jb_xml_get_child (body->parent, "front"), "titlePart") != NULL ||
      (first != NULL && is_title_place (reading, first)))
    return;
  jb_decoded_builder_add_kind (reading->builder, JB_BLOCK_KIND_TITLE, 0, title);
  reading->has_title = TRUE;
}

static gboolean
has_articles (const xmlNode *body)
{
  for (const xmlNode *node = body; node != NULL; node = jb_xml_walk (body, node, FALSE))
    if (node->type == XML_ELEMENT_NODE && is_article (node))
      return TRUE;
  return FALSE;
}

static void
add_text (Reading *reading, const xmlNode *tei, const xmlNode *text)
{
  const xmlNode *body = jb_xml_get_child (text, "body"), *front = jb_xml_get_child (text, "front");
  gboolean is_whole;

  if (body == NULL)
    return;
  is_whole = !has_articles (body);
  reading->article = body;
  reading->has_title = FALSE;
  jb_decoded_builder_begin_article (reading->builder);
  add_header (reading, tei, is_whole);
  if (is_whole)
    add_title (reading, tei, body);
  if (front != NULL)
    jb_mixed_add (reading->builder, front, judge, reading);
  reading->article = body;
  jb_mixed_add (reading->builder, body, judge, reading);
}

static gboolean
recognise (const JbInput *input)
{
  static const char *const roots[] = { "TEI", "teiCorpus", "TEI.2", "teiCorpus.2", NULL };

  return input->root != NULL && g_strv_contains (roots, input->root);
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(xmlDoc) document = jb_xml_parse (input->bytes, error);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_autoptr(GHashTable) entities = NULL;
  Reading reading = { .builder = builder };

  if (document == NULL)
    return NULL;
  reading.entities = entities = jb_tei_entities_new (root);
  for (const xmlNode *node = root; node != NULL; node = jb_xml_walk (root, node, jb_xml_is (node, "text")))
    if (jb_xml_is (node, "text"))
      add_text (&reading, node->parent, node);
  g_free (reading.date);
  return jb_decoded_builder_finish (builder, error);
}

const JbImporter jb_import_tei = { "application/tei+xml", recognise, decode };
