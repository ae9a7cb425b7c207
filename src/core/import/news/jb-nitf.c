/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * NITF is matched by local names, since most real files carry no namespace. What is no more than a p is given no kind: editing
 * systems put bylines, captions and headings there too, and those are told by their words. */
#include "jb-nitf.h"

#include "jb-mixed-rule.h"
#include "jb-stamp.h"
#include "jb-tag-form.h"

static const JbMixedRule rules[] = {
  { "media-reference", { JB_MIXED_SKIP } }, { "media-metadata", { JB_MIXED_SKIP } },
  { "media-object", { JB_MIXED_SKIP } }, { "alt-code", { JB_MIXED_SKIP } }, { "rights", { JB_MIXED_SKIP } },
  { "distributor", { JB_MIXED_SKIP } }, { "series", { JB_MIXED_SKIP } }, { "col", { JB_MIXED_SKIP } },
  { "colgroup", { JB_MIXED_SKIP } }, { "rt", { JB_MIXED_SKIP } }, { "rp", { JB_MIXED_SKIP } },
  { "p", { JB_MIXED_BLOCK } }, { "block", { JB_MIXED_BLOCK } }, { "bq", { JB_MIXED_BLOCK } },
  { "fn", { JB_MIXED_BLOCK } }, { "hr", { JB_MIXED_BLOCK } }, { "abstract", { JB_MIXED_BLOCK } },
  { "tagline", { JB_MIXED_BLOCK } }, { "dl", { JB_MIXED_BLOCK } }, { "table", { JB_MIXED_BLOCK } },
  { "media", { JB_MIXED_BLOCK } }, { "div", { JB_MIXED_BLOCK } }, { "section", { JB_MIXED_BLOCK } },
  { "blockquote", { JB_MIXED_BLOCK } }, { "figure", { JB_MIXED_BLOCK } }, { "ul", { JB_MIXED_BLOCK } },
  { "ol", { JB_MIXED_BLOCK } },
  { "hl1", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_TITLE } },
  { "byline", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_BYLINE } },
  { "dateline", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_DATELINE } },
  { "li", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_LIST } },
  { "dt", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_LIST } },
  { "dd", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_LIST } },
  { "media-caption", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_CAPTION } },
  { "caption", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_CAPTION } },
  { "media-producer", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_OTHER } },
  { "credit", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_OTHER } },
  { "pre", { JB_MIXED_VERBATIM, TRUE, JB_BLOCK_KIND_PARAGRAPH } },
  { "tr", { JB_MIXED_ROW, TRUE, JB_BLOCK_KIND_LIST } },
  { "td", { JB_MIXED_CELL } },
  { "th", { JB_MIXED_CELL } },
  { "br", { JB_MIXED_BREAK } },
  /* No NITF, but common in it. */
  { "h1", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_HEADING, 1 } },
  { "h2", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_HEADING, 1 } },
  { "h3", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_HEADING, 2 } },
  { "h4", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_HEADING, 3 } },
  { "figcaption", { JB_MIXED_BLOCK, TRUE, JB_BLOCK_KIND_CAPTION } },
  { "function", { JB_MIXED_ASIDE } },
};

/* Where in the article it is. */
typedef struct
{
  gboolean is_title_ahead;  /* there is a headline, and it has not come yet */
} Place;

/* A second headline is what its class says; else it goes by its place. */
static JbMixedRole
judge_hl2 (const xmlNode *node, const Place *place)
{
  JbBlockKind kind = place->is_title_ahead ? JB_BLOCK_KIND_KICKER : JB_BLOCK_KIND_DECK;

  if (!jb_xml_is (node->parent, "hedline"))
    return JB_MIXED_KIND_ROLE (JB_BLOCK_KIND_HEADING, 1);
  jb_mixed_rule_read_headline (node, "class", &kind);
  return JB_MIXED_KIND_ROLE (kind, 0);
}

/* Whether the person's post stands in the element or right beside it. */
static gboolean
has_function (const xmlNode *person)
{
  return jb_xml_find (person, "function") != NULL || jb_mixed_rule_is_beside (person, "function");
}

/* Returns: (transfer full) (nullable): the name in an attribute, where it is one in Chinese */
static char *
dup_canonical (const xmlNode *node)
{
  static const char *const attributes[] = { "value", "idsrc", "id" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *value = jb_xml_dup_attribute (node, attributes[i]);

      if (value != NULL && jb_tag_form_is_name (value))
        return g_steal_pointer (&value);
    }
  return NULL;
}

/* Returns: FALSE where the element is no tag */
static gboolean
judge_tag (const xmlNode *node, JbMixedRole *role)
{
  static const char *const tags[] = { "person", "org", "location", "event", "object.title", NULL };
  const char *name = (const char *) node->name;
  g_autofree char *canonical = NULL, *text = NULL;
  const char *form;

  if (!g_strv_contains (tags, name) || jb_mixed_is_nested (node))
    return FALSE;
  canonical = dup_canonical (node);
  text = jb_xml_dup_line (node);
  form = canonical != NULL ? canonical : text;
  if (g_str_equal (name, "person"))
    role->type = has_function (node) ? JB_ENTITY_TYPE_LEADER : JB_ENTITY_TYPE_PERSON;
  else if (g_str_equal (name, "org"))
    role->type = JB_ENTITY_TYPE_ORGANISATION;
  else if (g_str_equal (name, "location"))
    role->type = jb_tag_form_of_place (form);
  else
    role->type = jb_tag_form_of_thing (form, NULL);
  role->act = JB_MIXED_TAG;
  role->name = g_steal_pointer (&canonical);
  return TRUE;
}

static JbMixedRole
judge (const xmlNode *node, gpointer data)
{
  const char *name = (const char *) node->name;
  JbMixedRole role = { .act = JB_MIXED_PLAIN };
  Place *place = data;

  if (judge_tag (node, &role))
    return role;
  if (g_str_equal (name, "hl2"))
    return judge_hl2 (node, place);
  if (g_str_equal (name, "hl1"))
    place->is_title_ahead = FALSE;
  /* A note to editors that is not for publication. */
  if (g_str_equal (name, "note"))
    {
      g_autofree char *type = jb_xml_dup_attribute (node, "type");

      return g_strcmp0 (type, "npa") == 0 ? JB_MIXED_SKIP_ROLE : JB_MIXED_BLOCK_ROLE;
    }
  return jb_mixed_rule_find (rules, G_N_ELEMENTS (rules), node);
}

static const xmlNode *
get_body (const xmlNode *nitf)
{
  const xmlNode *body = jb_xml_get_child (nitf, "body");

  return body != NULL ? body : nitf;
}

static const xmlNode *
find_in_head (const xmlNode *nitf, const char *name)
{
  return jb_xml_find (jb_xml_get_child (get_body (nitf), "body.head"), name);
}

gboolean
jb_nitf_has_headline (const xmlNode *nitf)
{
  return find_in_head (nitf, "hl1") != NULL;
}

gboolean
jb_nitf_has_byline (const xmlNode *nitf)
{
  return find_in_head (nitf, "byline") != NULL;
}

static void
add_all (JbDecodedBuilder *builder, const xmlNode *parent, const char *name, Place *place)
{
  for (const xmlNode *node = jb_xml_get_child (parent, name); node != NULL; node = jb_xml_get_next (node, name))
    jb_mixed_add (builder, node, judge, place);
}

/* Often the abstract is the first paragraph once more. */
static void
add_abstract (JbDecodedBuilder *builder, const xmlNode *head, const xmlNode *content, Place *place)
{
  const xmlNode *abstract = jb_xml_get_child (head, "abstract");
  g_autofree char *text = jb_xml_dup_line (abstract);
  g_autofree char *first = jb_xml_dup_line (jb_xml_find (content, "p"));

  if (abstract != NULL && !g_str_has_prefix (first, text))
    jb_mixed_add (builder, abstract, judge, place);
}

/* Where no headline is, the title for machines is the only one. */
static void
add_title (JbDecodedBuilder *builder, const xmlNode *nitf)
{
  const xmlNode *title = jb_xml_get_child (jb_xml_get_child (nitf, "head"), "title");
  g_autofree char *text = jb_xml_dup_line (title);

  if (!jb_nitf_has_headline (nitf))
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_TITLE, 0, text);
}

static char *
dup_date (const xmlNode *node, const char *attribute)
{
  g_autofree char *stamp = jb_xml_dup_attribute (node, attribute);

  return jb_stamp_to_date (stamp);
}

static void
add_issue (JbDecodedBuilder *builder, const xmlNode *nitf)
{
  const xmlNode *head = jb_xml_get_child (nitf, "head"), *pubdata = jb_xml_get_child (head, "pubdata");
  const xmlNode *docdata = jb_xml_get_child (head, "docdata");
  g_autofree char *name = jb_xml_dup_attribute (pubdata, "name"), *issue = jb_xml_dup_attribute (pubdata, "issue");
  g_autofree char *printed = dup_date (pubdata, "date.publication");
  g_autofree char *issued = dup_date (jb_xml_get_child (docdata, "date.issue"), "norm");

  jb_decoded_builder_set_issue (builder, name, issue, printed);
  if (printed != NULL || issued != NULL)
    jb_decoded_builder_set_date (builder, printed != NULL ? printed : issued);
}

void
jb_nitf_add (JbDecodedBuilder *builder, const xmlNode *nitf)
{
  const xmlNode *body = get_body (nitf), *head = jb_xml_get_child (body, "body.head");
  const xmlNode *content = jb_xml_get_child (body, "body.content");
  Place place = { jb_nitf_has_headline (nitf) };

  add_issue (builder, nitf);
  add_title (builder, nitf);
  add_all (builder, head, "hedline", &place);
  add_all (builder, head, "byline", &place);
  add_all (builder, head, "dateline", &place);
  add_abstract (builder, head, content, &place);
  add_all (builder, body, "body.content", &place);
  add_all (builder, jb_xml_get_child (body, "body.end"), "tagline", &place);
}
