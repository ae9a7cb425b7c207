/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * EPUB 2 and 3: https://www.w3.org/TR/epub-33/
 *
 *   META-INF/container.xml → the package: metadata, manifest (id → file), spine (ids in reading order), table of contents
 *
 * What is one article: a chapter whose highest headings occur once, or not at all, is one; where they occur more often, and text
 * stands under each, each leads an article of its own. A single heading with nothing but headings of the next rank under it names a
 * section (要闻), and those are the articles. */
#include "jb-authors.h"
#include "jb-chars.h"
#include "jb-decoded-builder.h"
#include "jb-html-charset.h"
#include "jb-html-emit.h"
#include "jb-html-entities.h"
#include "jb-import-formats.h"
#include "jb-loose-date.h"
#include "jb-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIME_TYPE "application/epub+zip"
#define CONTAINER "META-INF/container.xml"

/* With more characters in links than so many percent, a chapter is a table of contents. */
#define MAX_LINK_PERCENT 60

/* Tables of contents that are read: a book has one for each version of the format. */
#define MAX_CONTENTS 4

typedef struct
{
  const JbInput *input;     /* lent */
  xmlDoc        *package;   /* owned */
  char          *name;      /* owned: of the package in the archive */
  GHashTable    *files;     /* owned: id → xmlNode of the manifest */
  GHashTable    *labels;    /* owned: name of member → label in the table of contents */
  char          *date;      /* owned ISO date, NULL where the book does not say it */
  GPtrArray     *authors;   /* owned, of char* */
} Book;

static void
book_clear (Book *book)
{
  g_clear_pointer (&book->package, xmlFreeDoc);
  g_free (book->name);
  g_clear_pointer (&book->files, g_hash_table_unref);
  g_clear_pointer (&book->labels, g_hash_table_unref);
  g_free (book->date);
  g_clear_pointer (&book->authors, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

static gboolean
recognise (const JbInput *input)
{
  g_autoptr(GBytes) type = NULL;
  g_autofree char *text = NULL;

  if (input->archive == NULL || !jb_archive_has (input->archive, CONTAINER))
    return FALSE;
  type = jb_archive_has (input->archive, "mimetype") ? jb_archive_load (input->archive, "mimetype", NULL) : NULL;
  if (type == NULL)
    return TRUE;
  text = g_strndup (g_bytes_get_data (type, NULL), MIN (g_bytes_get_size (type), 100));
  return strstr (text, MIME_TYPE) != NULL;
}

/* Returns: (transfer full) (nullable): XML, or what people write for it */
static xmlDoc *
load_tree (const Book *book, const char *name, gboolean may_be_html, GError **error)
{
  g_autoptr(GBytes) bytes = jb_archive_load (book->input->archive, name, error);
  g_autoptr(GBytes) plain = bytes != NULL ? jb_html_entities_replace (bytes) : NULL;
  xmlDoc *document = plain != NULL ? jb_xml_parse (plain, may_be_html ? NULL : error) : NULL;
  g_autofree char *text = NULL;
  const char *charset;
  gsize n_text;

  if (document != NULL || bytes == NULL || !may_be_html)
    return document;
  text = jb_html_decode (bytes, &n_text, &charset);
  return jb_html_parse (text, n_text, error);
}

/* The parts of a protected book are listed with how they are encrypted; fonts that are made unusable elsewhere do no harm. */
static gboolean
check_protection (const Book *book, GError **error)
{
  g_autoptr(xmlDoc) document = NULL;
  const xmlNode *root;

  if (!jb_archive_has (book->input->archive, "META-INF/encryption.xml"))
    return TRUE;
  document = load_tree (book, "META-INF/encryption.xml", FALSE, NULL);
  root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  for (const xmlNode *node = root; node != NULL; node = jb_xml_walk (root, node, FALSE))
    if (jb_xml_is (node, "EncryptedData"))
      {
        g_autofree char *method = jb_xml_dup_attribute (jb_xml_find (node, "EncryptionMethod"), "Algorithm");

        if (method == NULL ||
            (strstr (method, "idpf.org/2008/embedding") == NULL && strstr (method, "ns.adobe.com/pdf/enc") == NULL))
          {
            g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the book is protected against being read by other programs"));
            return FALSE;
          }
      }
  return TRUE;
}

static gboolean
open_package (Book *book, GError **error)
{
  g_autoptr(xmlDoc) container = load_tree (book, CONTAINER, FALSE, error);
  g_autofree char *path = NULL;
  const xmlNode *manifest;

  if (container == NULL)
    return FALSE;
  path = jb_xml_dup_attribute (jb_xml_find (xmlDocGetRootElement (container), "rootfile"), "full-path");
  if (path != NULL)
    book->name = jb_archive_resolve (NULL, path);
  if (book->name == NULL || *book->name == '\0')
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the book does not say where its contents are"));
      return FALSE;
    }
  book->package = load_tree (book, book->name, FALSE, error);
  if (book->package == NULL)
    return FALSE;
  manifest = jb_xml_find (xmlDocGetRootElement (book->package), "manifest");
  for (const xmlNode *item = jb_xml_get_child (manifest, "item"); item != NULL; item = jb_xml_get_next (item, "item"))
    {
      char *id = jb_xml_dup_attribute (item, "id");

      if (id != NULL)
        g_hash_table_insert (book->files, id, (gpointer) item);
    }
  return TRUE;
}

static char *
dup_member (const Book *book, const xmlNode *item)
{
  g_autofree char *href = jb_xml_dup_attribute (item, "href");

  return href != NULL ? jb_archive_resolve (book->name, href) : NULL;
}

static void
add_label (Book *book, const char *from, const char *href, const xmlNode *label)
{
  g_autofree char *name = href != NULL ? jb_archive_resolve (from, href) : NULL;

  if (name != NULL && label != NULL && !g_hash_table_contains (book->labels, name))
    g_hash_table_insert (book->labels, g_steal_pointer (&name), jb_xml_dup_line (label));
}

/* EPUB 3: links in a page; EPUB 2: points with a label and a content. */
static void
read_labels (Book *book, const char *name)
{
  g_autoptr(xmlDoc) document = load_tree (book, name, TRUE, NULL);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (const xmlNode *node = root; node != NULL; node = jb_xml_walk (root, node, FALSE))
    {
      g_autofree char *href = NULL;

      if (jb_xml_is (node, "a"))
        {
          href = jb_xml_dup_attribute (node, "href");
          add_label (book, name, href, node);
        }
      else if (jb_xml_is (node, "navPoint"))
        {
          href = jb_xml_dup_attribute (jb_xml_get_child (node, "content"), "src");
          add_label (book, name, href, jb_xml_get_child (node, "navLabel"));
        }
    }
}

static gboolean
is_contents (const xmlNode *item)
{
  g_autofree char *properties = jb_xml_dup_attribute (item, "properties");
  g_auto(GStrv) words = properties != NULL ? g_strsplit (properties, " ", -1) : NULL;

  return words != NULL && g_strv_contains ((const char *const *) words, "nav");
}

static void
read_contents (Book *book)
{
  GHashTableIter iter;
  gpointer item;
  guint n = 0;

  g_hash_table_iter_init (&iter, book->files);
  while (n < MAX_CONTENTS && g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_autofree char *type = jb_xml_dup_attribute (item, "media-type");
      g_autofree char *name = NULL;

      if (!is_contents (item) && g_strcmp0 (type, "application/x-dtbncx+xml") != 0)
        continue;
      name = dup_member (book, item);
      n++;
      if (name != NULL)
        read_labels (book, name);
    }
}

/* 云汀报 第621期: the number is the issue's. */
static void
set_issue (JbDecodedBuilder *builder, const char *title, const char *date)
{
  g_autoptr(GRegex) regex = g_regex_new ("^(.{2,}?)[\\s（(·—-]*(?:总)?第?\\s*(\\d{1,6})\\s*期[）)]?", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *name = NULL, *issue = NULL;

  if (title != NULL && g_regex_match (regex, title, 0, &match))
    {
      name = g_match_info_fetch (match, 1);
      issue = g_match_info_fetch (match, 2);
    }
  jb_decoded_builder_set_issue (builder, name ?: title, issue, date);
}

static void
read_metadata (Book *book, JbDecodedBuilder *builder)
{
  const xmlNode *metadata = jb_xml_find (xmlDocGetRootElement (book->package), "metadata");
  g_autofree char *title = NULL;

  for (const xmlNode *node = metadata; node != NULL; node = jb_xml_walk (metadata, node, FALSE))
    {
      g_autofree char *text = node->type == XML_ELEMENT_NODE && node != metadata ? jb_xml_dup_line (node) : NULL;
      g_autofree char *event = text != NULL ? jb_xml_dup_attribute (node, "event") : NULL;

      if (jb_xml_is (node, "title") && title == NULL && *text != '\0')
        title = g_steal_pointer (&text);
      else if (jb_xml_is (node, "date") && (book->date == NULL || g_strcmp0 (event, "publication") == 0))
        {
          g_free (book->date);
          book->date = jb_loose_date_read (text);
        }
      else if (jb_xml_is (node, "creator"))
        {
          g_autoptr(GPtrArray) names = jb_authors_read (text);

          for (guint i = 0; i < names->len; i++)
            g_ptr_array_add (book->authors, g_strdup (g_ptr_array_index (names, i)));
        }
    }
  set_issue (builder, title, book->date);
}

static const JbHtmlLine *
get_line (const GArray *lines, guint i)
{
  return &g_array_index (lines, JbHtmlLine, i);
}

static gboolean
is_heading (const JbHtmlLine *line, guint rank)
{
  return line->heading == rank && !line->is_dropped && rank > 0;
}

/* Returns: the next line from @start on that is a heading of @rank, or the lines' number */
static guint
find_heading (const GArray *lines, guint start, guint rank)
{
  while (start < lines->len && !is_heading (get_line (lines, start), rank))
    start++;
  return start;
}

static guint
find_rank (const GArray *lines, guint above)
{
  guint rank = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const JbHtmlLine *line = get_line (lines, i);

      if (!line->is_dropped && line->heading > above && (rank == 0 || line->heading < rank))
        rank = line->heading;
    }
  return rank;
}

/* Whether text stands under every heading of @rank, and there are several. */
static gboolean
are_stories (const GArray *lines, guint rank)
{
  guint n = 0;

  for (guint i = find_heading (lines, 0, rank); rank > 0 && i < lines->len; n++)
    {
      guint end = find_heading (lines, i + 1, rank), n_text = 0;

      for (guint at = i + 1; at < end; at++)
        n_text += !get_line (lines, at)->is_dropped && get_line (lines, at)->heading == 0;
      if (n_text == 0)
        return FALSE;
      i = end;
    }
  return n >= 2;
}

/* Returns: the rank of the headings that lead articles; 0 where the chapter is one article */
static guint
find_stories (const GArray *lines)
{
  guint rank = find_rank (lines, 0), next = rank > 0 ? find_rank (lines, rank) : 0;
  guint first = find_heading (lines, 0, rank);

  if (are_stories (lines, rank))
    return rank;
  /* A section's name: one heading, and the next rank right under it. */
  if (next > 0 && next <= 3 && find_heading (lines, first + 1, rank) == lines->len && are_stories (lines, next) &&
      find_heading (lines, first + 1, next) == first + 1)
    return next;
  return 0;
}

/* Where nothing comes, the next one that is begun is the same. */
static void
begin_article (const Book *book, JbDecodedBuilder *builder)
{
  jb_decoded_builder_begin_article (builder);
  jb_decoded_builder_set_date (builder, book->date);
  for (guint i = 0; i < book->authors->len; i++)
    jb_decoded_builder_add_author (builder, g_ptr_array_index (book->authors, i));
}

/* Adds what is left of the lines to the article that was begun. */
static void
add_article (JbDecodedBuilder *builder, const GArray *lines, guint start, guint end, const char *label)
{
  guint at = start;

  while (at < end && get_line (lines, at)->is_dropped)
    at++;
  if (at == end)
    return;
  if (get_line (lines, at)->heading > 0)
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_TITLE, 0, get_line (lines, at++)->text);
  else if (label != NULL && *label != '\0')
    {
      g_autofree char *folded = jb_text_fold (label), *first = jb_text_fold (get_line (lines, at)->text);

      jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_TITLE, 0, label);
      at += g_str_equal (folded, first);
    }
  jb_html_emit (builder, lines, at, end);
}

/* Returns: whether the chapter is anything but a list of links */
static gboolean
drop_lines (GArray *lines)
{
  guint n = 0, n_linked = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      JbHtmlLine *line = &g_array_index (lines, JbHtmlLine, i);

      line->is_dropped = line->is_hidden || line->is_alt || (line->aside != NULL && jb_xml_is (line->aside, "nav"));
      n += line->is_dropped ? 0 : line->n_chars;
      n_linked += line->is_dropped ? 0 : line->n_linked;
    }
  return n > 0 && n_linked * 100 <= n * MAX_LINK_PERCENT;
}

static void
add_chapter (const Book *book, JbDecodedBuilder *builder, const xmlNode *top, const char *label)
{
  g_autoptr(GArray) lines = jb_html_lines_read (top);
  guint rank, start;

  if (!drop_lines (lines))
    return;
  rank = find_stories (lines);
  start = rank > 0 ? find_heading (lines, 0, rank) : 0;
  if (rank == 0)
    {
      begin_article (book, builder);
      add_article (builder, lines, 0, lines->len, label);
      return;
    }
  /* What stands above the first headline names the section, and goes with that article. */
  begin_article (book, builder);
  for (guint i = 0; i < start; i++)
    if (!get_line (lines, i)->is_dropped)
      jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_OTHER, 0, get_line (lines, i)->text);
  for (guint end; start < lines->len; start = end)
    {
      end = find_heading (lines, start + 1, rank);
      add_article (builder, lines, start, end, NULL);
      if (end < lines->len)
        begin_article (book, builder);
    }
}

static gboolean
read_chapter (Book *book, JbDecodedBuilder *builder, const xmlNode *item, GError **error)
{
  g_autofree char *name = dup_member (book, item);
  g_autofree char *type = jb_xml_dup_attribute (item, "media-type");
  g_autoptr(xmlDoc) document = NULL;
  g_autoptr(GError) failure = NULL;
  const xmlNode *root;

  if (name == NULL || is_contents (item) || !jb_archive_has (book->input->archive, name) ||
      (type != NULL && strstr (type, "html") == NULL))
    return TRUE;
  document = load_tree (book, name, TRUE, &failure);
  if (document == NULL)
    {
      if (g_error_matches (failure, JB_ERROR, JB_ERROR_FORMAT))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  root = xmlDocGetRootElement (document);
  add_chapter (book, builder, jb_xml_find (root, "body") ?: root, g_hash_table_lookup (book->labels, name));
  return TRUE;
}

static guint
count_chapters (const xmlNode *spine)
{
  guint n = 0;

  for (const xmlNode *part = jb_xml_get_child (spine, "itemref"); part != NULL; part = jb_xml_get_next (part, "itemref"))
    n++;
  return n;
}

static gboolean
read_spine (Book *book, JbDecodedBuilder *builder, GError **error)
{
  const xmlNode *spine = jb_xml_find (xmlDocGetRootElement (book->package), "spine");
  guint n = 0, n_all = count_chapters (spine);

  for (const xmlNode *part = jb_xml_get_child (spine, "itemref"); part != NULL; part = jb_xml_get_next (part, "itemref"))
    {
      g_autofree char *id = jb_xml_dup_attribute (part, "idref");
      g_autofree char *linear = jb_xml_dup_attribute (part, "linear");
      const xmlNode *item = id != NULL ? g_hash_table_lookup (book->files, id) : NULL;

      /* A file is a chapter once, however often the spine names it. */
      if (item != NULL)
        g_hash_table_remove (book->files, id);
      if (item != NULL && g_strcmp0 (linear, "no") != 0 && !read_chapter (book, builder, item, error))
        return FALSE;
      jb_input_report (book->input, ++n, n_all);
    }
  return TRUE;
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_auto(Book) book = { .input = input };

  book.files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  book.labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  book.authors = g_ptr_array_new_with_free_func (g_free);
  if (!check_protection (&book, error) || !open_package (&book, error))
    return NULL;
  read_contents (&book);
  read_metadata (&book, builder);
  if (!read_spine (&book, builder, error))
    return NULL;
  return jb_decoded_builder_finish (builder, error);
}

const JbImporter jb_import_epub = { MIME_TYPE, recognise, decode };
