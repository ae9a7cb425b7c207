/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * NewsML 1.x, which came before NewsML-G2 and still comes out of older systems.
 *
 *   NewsML ─ NewsItem ─┬ NewsManagement ─ FirstCreated
 *                      └ NewsComponent ─┬ NewsLines ─ HeadLine, SubHeadLine, ByLine, DateLine
 *                                       ├ NewsComponent ─ ContentItem   (the same article: it has no lines of its own)
 *                                       └ ContentItem ─ DataContent     (NITF, XHTML or text) */
#include "jb-import-formats.h"

#include "jb-authors.h"
#include "jb-decoded-builder.h"
#include "jb-markup.h"
#include "jb-nitf.h"
#include "jb-stamp.h"
#include "jb-xml.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  JbDecodedBuilder *builder;  /* lent */
  const xmlNode    *item;     /* the NewsItem the article that was begun last is in; NULL before the first */
  const xmlNode    *lines;    /* its NewsLines; NULL where it has none */
  char             *title;    /* owned, its headline; NULL where it has none */
  char             *date;     /* owned, the item's; NULL where it is not known */
  const xmlNode    *parent;   /* of the content that was looked at last */
  const xmlNode    *around;   /* the lines that were found for it */
} Reading;

static gboolean
recognise (const JbInput *input)
{
  return g_strcmp0 (input->root, "NewsML") == 0;
}

static const xmlNode *
find_above (const xmlNode *node, const char *name)
{
  while (node != NULL && !jb_xml_is (node, name))
    node = node->parent;
  return node;
}

/* Returns: (nullable): the lines of the innermost component around it, or itself, that has some */
static const xmlNode *
find_lines (const xmlNode *component)
{
  for (const xmlNode *node = component; node != NULL; node = node->parent)
    if (jb_xml_is (node, "NewsComponent") && jb_xml_get_child (node, "NewsLines") != NULL)
      return jb_xml_get_child (node, "NewsLines");
  return NULL;
}

static void
add_lines (Reading *reading, const char *name, JbBlockKind kind)
{
  for (const xmlNode *node = jb_xml_get_child (reading->lines, name); node != NULL; node = jb_xml_get_next (node, name))
    {
      g_autofree char *line = jb_xml_dup_line (node);

      jb_decoded_builder_add_kind (reading->builder, kind, 0, line);
      if (kind == JB_BLOCK_KIND_BYLINE)
        jb_authors_add_byline (reading->builder, line);
    }
}

/* Returns: (transfer full) (nullable) */
static char *
find_date (const xmlNode *item)
{
  static const char *const names[] = { "FirstCreated", "ThisRevisionCreated", "DateId" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *stamp = jb_xml_dup_line (jb_xml_find (item, names[i]));
      char *date = jb_stamp_to_date (stamp);

      if (date != NULL)
        return date;
    }
  return NULL;
}

/* Many contents may lie in one component: it is looked at once. */
static const xmlNode *
get_lines (Reading *reading, const xmlNode *content)
{
  if (content->parent != reading->parent)
    {
      reading->parent = content->parent;
      reading->around = find_lines (content->parent);
    }
  return reading->around;
}

/* @nitf: (nullable): the content, which may bring its own head along */
static void
begin_article (Reading *reading, const xmlNode *nitf)
{
  jb_decoded_builder_begin_article (reading->builder);
  if (reading->date != NULL)
    jb_decoded_builder_set_date (reading->builder, reading->date);
  g_clear_pointer (&reading->title, g_free);
  reading->title = jb_xml_dup_line (jb_xml_get_child (reading->lines, "HeadLine"));
  if (nitf == NULL || !jb_nitf_has_headline (nitf))
    {
      add_lines (reading, "HeadLine", JB_BLOCK_KIND_TITLE);
      add_lines (reading, "SubHeadLine", JB_BLOCK_KIND_DECK);
    }
  if (nitf == NULL || !jb_nitf_has_byline (nitf))
    {
      add_lines (reading, "ByLine", JB_BLOCK_KIND_BYLINE);
      add_lines (reading, "DateLine", JB_BLOCK_KIND_DATELINE);
    }
}

static gboolean
is_caption (const xmlNode *content)
{
  g_autofree char *role = jb_xml_dup_attribute (jb_xml_get_child (content->parent, "Role"), "FormalName");

  return role != NULL && g_ascii_strcasecmp (role, "caption") == 0;
}

/* @data: the element DataContent */
static void
add_content (Reading *reading, const xmlNode *data, const xmlNode *nitf)
{
  g_autofree char *text = NULL;

  if (nitf != NULL)
    jb_nitf_add (reading->builder, nitf);
  else if (xmlFirstElementChild ((xmlNode *) data) != NULL)
    jb_markup_add (reading->builder, (xmlNode *) data, reading->title);
  else
    {
      text = g_strchug (jb_xml_dup_text (data));
      if (*text == '<')
        jb_markup_add_html (reading->builder, text, reading->title);
      else
        jb_markup_add_text (reading->builder, text);
    }
}

static void
add_item (Reading *reading, const xmlNode *content)
{
  const xmlNode *data = jb_xml_get_child (content, "DataContent"), *nitf = jb_xml_find (data, "nitf");
  const xmlNode *item = find_above (content, "NewsItem"), *lines = get_lines (reading, content);
  g_autofree char *line = jb_xml_dup_line (data);

  /* Pictures are told by a reference. */
  if (*line == '\0')
    return;
  if (is_caption (content) && reading->item != NULL)
    {
      jb_decoded_builder_add_kind (reading->builder, JB_BLOCK_KIND_CAPTION, 0, line);
      return;
    }
  if (reading->item == NULL || item != reading->item || lines != reading->lines)
    {
      if (reading->item == NULL || item != reading->item)
        {
          g_free (reading->date);
          reading->date = find_date (item);
        }
      reading->item = item;
      reading->lines = lines;
      begin_article (reading, nitf);
    }
  add_content (reading, data, nitf);
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(xmlDoc) document = jb_xml_parse (input->bytes, error);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  Reading reading = { .builder = builder };

  if (document == NULL)
    return NULL;
  for (const xmlNode *node = root; node != NULL; node = jb_xml_walk (root, node, jb_xml_is (node, "ContentItem")))
    if (jb_xml_is (node, "ContentItem"))
      add_item (&reading, node);
  g_free (reading.title);
  g_free (reading.date);
  if (reading.item == NULL)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_EMPTY, _("the file holds no articles"));
      return NULL;
    }
  return jb_decoded_builder_finish (builder, error);
}

const JbImporter jb_import_newsml1 = { "text/vnd.iptc.newsml", recognise, decode };
