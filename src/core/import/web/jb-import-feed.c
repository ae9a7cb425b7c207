/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Feeds, one article an item, in the feed's order:
 *
 *   RSS 2.0   rss/channel/item         https://www.rssboard.org/rss-specification
 *   RSS 1.0   RDF/item                 https://web.resource.org/rss/1.0/spec
 *   Atom      feed/entry               RFC 4287
 *
 * Elements go by their local names: namespaces are as often wrong as right. */
#include "jb-authors.h"
#include "jb-clean.h"
#include "jb-decoded-builder.h"
#include "jb-html-charset.h"
#include "jb-html-entities.h"
#include "jb-html-fragment.h"
#include "jb-html-scan.h"
#include "jb-html.h"
#include "jb-import-formats.h"
#include "jb-loose-date.h"
#include "jb-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where an item's text may stand, the fullest first. */
static const char *const text_names[] = { "encoded", "content", "fulltext", "description", "summary", NULL };

static const char *const date_names[] = { "pubDate", "published", "issued", "date", "created", "updated", "modified", NULL };

static const char *const author_names[] = { "creator", "author", NULL };

static gboolean
is_root (const char *name, gsize n_bytes)
{
  static const char *const roots[] = { "rss", "RDF", "rdf:RDF", "feed", "atom:feed" };

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (strlen (roots[i]) == n_bytes && strncmp (roots[i], name, n_bytes) == 0)
      return TRUE;
  return FALSE;
}

/* A feed that declares a wrong charset has no root that an XML parser would find. */
static gboolean
recognise (const JbInput *input)
{
  g_autofree char *head = NULL;
  JbHtmlScan scan;
  JbHtmlToken token;

  if (input->root != NULL || input->archive != NULL)
    return input->root != NULL && is_root (input->root, strlen (input->root));
  head = jb_html_decode_head (input->bytes);
  jb_html_scan_init (&scan, head, strlen (head));
  if (*(head + strspn (head, " \t\r\n")) != '<')
    return FALSE;
  while (jb_html_scan_next (&scan, &token))
    if (token.kind == JB_HTML_TOKEN_START)
      return is_root (token.name, token.n_name);
  return FALSE;
}

/* What a browser makes of an element's content: escaped HTML is read as text first, elements are themselves. */
static gboolean
add_text (JbDecodedBuilder *builder, const xmlNode *element)
{
  const char *type = jb_html_get_attribute (element, "type");
  g_autofree char *text = NULL;

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return jb_html_add_tree (builder, element);
  text = jb_xml_dup_text (element);
  if (g_strcmp0 (type, "text") == 0)
    {
      g_autofree char *escaped = g_markup_escape_text (text, -1);
      g_auto(GStrv) lines = g_strsplit (escaped, "\n", -1);
      g_autofree char *html = g_strjoinv ("<br>", lines);

      return jb_html_add_fragment (builder, html);
    }
  /* Plain text in lines. */
  if (strchr (text, '<') == NULL && strchr (text, '\n') != NULL)
    {
      g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
      g_autofree char *html = g_strjoinv ("<br>", lines);

      return jb_html_add_fragment (builder, html);
    }
  return jb_html_add_fragment (builder, text);
}

/* Returns: (transfer full): the element's text without the tags that titles sometimes hold */
static char *
dup_line (const xmlNode *element)
{
  g_autofree char *line = jb_xml_dup_line (element);
  g_autoptr(JbDecodedBuilder) builder = NULL;
  g_autoptr(JbDecoded) decoded = NULL;

  if (strpbrk (line, "<&") == NULL)
    return g_steal_pointer (&line);
  builder = jb_decoded_builder_new ();
  jb_html_add_fragment (builder, line);
  decoded = jb_decoded_builder_finish (builder, NULL);
  return jb_clean_line (decoded != NULL ? decoded->text : "");
}

static char *
dup_date (const xmlNode *item)
{
  for (guint i = 0; date_names[i] != NULL; i++)
    {
      const xmlNode *element = jb_xml_get_child (item, date_names[i]);
      g_autofree char *text = element != NULL ? jb_xml_dup_text (element) : NULL;
      char *date = text != NULL ? jb_loose_date_read (text) : NULL;

      if (date != NULL)
        return date;
    }
  return NULL;
}

static void
add_author (JbDecodedBuilder *builder, const char *text)
{
  g_autoptr(GRegex) mail = g_regex_new ("^\\S+@\\S+\\s*\\(([^)]*)\\)$", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *name = g_regex_match (mail, text, 0, &match) ? g_match_info_fetch (match, 1) : g_strdup (text);
  g_autoptr(GPtrArray) names = jb_authors_read (name);

  for (guint i = 0; i < names->len; i++)
    jb_decoded_builder_add_author (builder, g_ptr_array_index (names, i));
}

/* RSS writes the name, or mail@host (name); Atom name, mail and address in elements. */
static void
add_authors (JbDecodedBuilder *builder, const xmlNode *item)
{
  for (guint i = 0; author_names[i] != NULL; i++)
    for (const xmlNode *element = jb_xml_get_child (item, author_names[i]); element != NULL;
         element = jb_xml_get_next (element, author_names[i]))
      {
        const xmlNode *name = jb_xml_get_child (element, "name");
        g_autofree char *line = jb_xml_dup_line (name != NULL ? name : element);

        add_author (builder, line);
      }
}

/* Whether there is anything to be read in an item beside its title. */
static gboolean
add_first_text (JbDecodedBuilder *builder, const xmlNode *item)
{
  for (guint i = 0; text_names[i] != NULL; i++)
    for (const xmlNode *element = jb_xml_get_child (item, text_names[i]); element != NULL;
         element = jb_xml_get_next (element, text_names[i]))
      if (add_text (builder, element))
        return TRUE;
  return FALSE;
}

static gboolean
has_text (const xmlNode *item)
{
  g_autoptr(JbDecodedBuilder) trial = jb_decoded_builder_new ();

  return add_first_text (trial, item);
}

static void
read_item (JbDecodedBuilder *builder, const xmlNode *item)
{
  const xmlNode *title = jb_xml_get_child (item, "title");
  g_autofree char *line = title != NULL ? dup_line (title) : NULL;
  g_autofree char *date = dup_date (item);

  if (!has_text (item))
    return;
  jb_decoded_builder_begin_article (builder);
  if (line != NULL)
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_TITLE, 0, line);
  add_first_text (builder, item);
  jb_decoded_builder_set_date (builder, date);
  add_authors (builder, item);
}

/* XML forbids them, text that was copied from elsewhere holds them. */
static void
blank_controls (char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if ((guint8) text[i] < 0x20 && strchr ("\t\n\r", text[i]) == NULL)
      text[i] = ' ';
}

/* Returns: (transfer full) (nullable): a tree, once what people get wrong is put right: charset, characters by names, controls */
static xmlDoc *
parse (GBytes *bytes, GError **error)
{
  g_autoptr(GError) failure = NULL;
  xmlDoc *document = jb_xml_parse (bytes, &failure);
  g_autoptr(GBytes) plain = NULL, repaired = NULL;
  const char *charset;
  gsize n_text;
  char *text;

  if (document != NULL)
    return document;
  text = jb_html_decode (bytes, &n_text, &charset);
  blank_controls (text, n_text);
  plain = g_bytes_new_take (text, n_text);
  repaired = jb_html_entities_replace (plain);
  document = jb_xml_parse (repaired, NULL);
  if (document == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return document;
}

static gboolean
is_item (const xmlNode *node)
{
  return jb_xml_is (node, "item") || jb_xml_is (node, "entry");
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(xmlDoc) document = parse (input->bytes, error);
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  const xmlNode *root, *channel;
  g_autofree char *name = NULL;
  JbDecoded *decoded;

  if (document == NULL)
    return NULL;
  root = xmlDocGetRootElement (document);
  channel = jb_xml_get_child (root, "channel") ?: root;
  if (jb_xml_get_child (channel, "title") != NULL)
    name = dup_line (jb_xml_get_child (channel, "title"));
  for (const xmlNode *node = root; node != NULL; node = jb_xml_walk (root, node, is_item (node)))
    if (is_item (node))
      read_item (builder, node);
  if (jb_decoded_builder_get_length (builder) == 0)
    {
      g_set_error (error, JB_ERROR, JB_ERROR_EMPTY, _("there is no item with any text in the feed"));
      return NULL;
    }
  jb_decoded_builder_set_issue (builder, name != NULL && *name != '\0' ? name : NULL, NULL, NULL);
  decoded = jb_decoded_builder_finish (builder, error);
  if (decoded != NULL && jb_xml_is (root, "feed"))
    decoded->media_type = g_strdup ("application/atom+xml");
  return decoded;
}

const JbImporter jb_import_feed = { "application/rss+xml", recognise, decode };
