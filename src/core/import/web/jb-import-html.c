/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML pages, as they are saved from sites: the article and nothing else.
 *
 *   bytes ─ UTF-8 ─ tree ─┬─ what the page says about the article ────────────┐
 *                         └─ lines ─ those of the article ─ without its edges ┴─ title, text
 *
 * A page that only leads elsewhere (a section's index) holds no article and is refused. */
#include "jb-chars.h"
#include "jb-decoded-builder.h"
#include "jb-html-body.h"
#include "jb-html-charset.h"
#include "jb-html-credit.h"
#include "jb-html-emit.h"
#include "jb-html-meta.h"
#include "jb-html-noise.h"
#include "jb-html-scan.h"
#include "jb-html-sites.h"
#include "jb-html-title.h"
#include "jb-import-formats.h"
#include "jb-loose-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many tags at the beginning of a piece of HTML are looked at. */
#define SNIFF_TAGS 40

/* Dates and credits are looked for in so many lines before the text. */
#define HEAD_LINES 40

/* The longest line that says no more than who wrote it. */
#define MAX_BYLINE_CHARS 30

/* And in so many behind it. */
#define FOOT_LINES 6

/* A title, kicker or deck that the text repeats stands among so many lines. */
#define REPEAT_LINES 8

typedef struct
{
  GArray     *lines;   /* owned, of JbHtmlLine */
  JbHtmlMeta *meta;    /* owned */
  JbHtmlBody  body;
  char       *title;   /* owned, NULL where there is none */
  int         at;      /* of its line, -1 for none */
  char       *kicker;  /* owned, NULL mostly */
  char       *deck;    /* owned, likewise */
} Page;

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return g_str_has_prefix (p, "\xef\xbb\xbf") ? skip_blanks (p + 3) : p;
}

/* Elements that only a whole page begins with. */
static gboolean
begins_page (const JbHtmlToken *token)
{
  static const char *const names[] = { "html", "head", "body", "meta", "title", "script", "style", "link", "base", "frameset" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (token->n_name == strlen (names[i]) && g_ascii_strncasecmp (token->name, names[i], token->n_name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_html_doctype (const JbHtmlToken *token)
{
  const char *p = token->start + 2;

  if (token->end - p < 12 || g_ascii_strncasecmp (p, "doctype", 7) != 0)
    return FALSE;
  for (p += 7; g_ascii_isspace (*p); p++)
    ;
  return g_ascii_strncasecmp (p, "html", 4) == 0 && !g_ascii_isalnum (p[4]);
}

static gboolean
recognise (const JbInput *input)
{
  g_autofree char *head = NULL;
  const char *start;
  JbHtmlScan scan;
  JbHtmlToken token;
  guint n_known = 0, n_tags = 0, n_ends = 0;
  gboolean is_first = TRUE;

  if (input->archive != NULL ||
      (input->root_ns != NULL && !g_str_equal (input->root_ns, "http://www.w3.org/1999/xhtml") &&
       !g_str_equal (input->root, "html")))
    return FALSE;
  head = jb_html_decode_head (input->bytes);
  start = skip_blanks (head);
  if (*start != '<')
    return FALSE;
  jb_html_scan_init (&scan, start, strlen (start));
  while (n_tags < SNIFF_TAGS && jb_html_scan_next (&scan, &token))
    {
      if (is_first && token.start != skip_blanks (start))
        return FALSE;
      if (is_first && token.kind == JB_HTML_TOKEN_OTHER && is_html_doctype (&token))
        return TRUE;
      start = token.end;
      if (token.kind >= JB_HTML_TOKEN_COMMENT)
        continue;
      if (is_first && (token.tag == 0 || begins_page (&token)))
        return token.tag != 0;
      is_first = FALSE;
      n_tags++;
      n_known += token.tag != 0;
      n_ends += token.kind == JB_HTML_TOKEN_END || (token.tag & (JB_HTML_TAG_VOID | JB_HTML_TAG_OPEN)) != 0;
    }
  return n_known > 0 && n_known * 10 >= n_tags * 9 && n_ends > 0;
}

static const JbHtmlLine *
get_line (const Page *page, guint i)
{
  return &g_array_index (page->lines, JbHtmlLine, i);
}

static void
page_clear (Page *page)
{
  g_clear_pointer (&page->lines, g_array_unref);
  g_clear_pointer (&page->meta, jb_html_meta_free);
  g_free (page->title);
  g_free (page->kicker);
  g_free (page->deck);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static gboolean
is_byline (const JbHtmlLine *line)
{
  return line->n_chars <= MAX_BYLINE_CHARS && line->n_linked * 2 <= line->n_chars && line->aside == NULL &&
         (strstr (line->text, "记者") != NULL || strstr (line->text, "通讯员") != NULL);
}

/* Between headline and text stands who wrote it and when, sometimes behind the text; where nothing stands there, a page's head may
 * say the day. */
static void
read_head (Page *page)
{
  guint start = page->body.start, first = start > HEAD_LINES ? start - HEAD_LINES : 0;
  guint from = page->at >= 0 && (guint) page->at < start ? (guint) page->at : first;

  for (guint i = from; i < start; i++)
    if (!jb_html_credit_read (get_line (page, i)->text, page->meta) && i > from && is_byline (get_line (page, i)))
      jb_html_meta_add_authors (page->meta, get_line (page, i)->text);
  for (guint i = page->body.end; i < MIN (page->body.end + FOOT_LINES, page->lines->len) && page->meta->date == NULL; i++)
    jb_html_credit_read (get_line (page, i)->text, page->meta);
  for (guint i = start; i-- > first && page->meta->date == NULL;)
    {
      const JbHtmlLine *line = get_line (page, i);

      if (line->n_chars <= 80 && line->n_linked * 2 <= line->n_chars && strstr (line->text, "今天") == NULL)
        page->meta->date = jb_loose_date_read (line->text);
    }
  /* A newspaper's page has its head above all. */
  for (guint i = 0; i < MIN (first, 200) && page->meta->date == NULL; i++)
    if (get_line (page, i)->n_chars <= 60 && strstr (get_line (page, i)->text, "版") != NULL)
      page->meta->date = jb_loose_date_read (get_line (page, i)->text);
}

/* Templates of newspapers put the pictures between headline and text, outside of what they call the text. */
static void
take_captions (Page *page)
{
  guint start = page->body.start;

  if (page->at < 0 || (guint) page->at >= start)
    return;
  for (guint i = (guint) page->at + 1; i < start; i++)
    {
      JbHtmlLine *line = &g_array_index (page->lines, JbHtmlLine, i);

      line->is_dropped = line->aside != NULL || line->is_alt || !jb_html_is_caption (line) ||
                         jb_html_credit_read (line->text, NULL);
    }
  page->body.start = (guint) page->at + 1;
}

static gboolean
is_called (const JbHtmlLine *line, const char *const *names, guint n_names)
{
  const xmlNode *node = line->node;

  for (guint level = 0; level < 2 && node != NULL && node->type == XML_ELEMENT_NODE; level++, node = node->parent)
    for (guint i = 0; i < n_names; i++)
      if (jb_html_is_named (node, names[i]))
        return TRUE;
  return FALSE;
}

static gboolean
may_be_headline_part (const Page *page, int i)
{
  const JbHtmlLine *line;

  if (i < 0 || (guint) i >= page->lines->len)
    return FALSE;
  line = get_line (page, (guint) i);
  return line->n_linked == 0 && line->aside == NULL && line->n_chars >= 4 && line->n_chars <= 60 && !line->is_dropped &&
         !jb_html_credit_read (line->text, NULL) && !jb_html_noise_is_one (line->text);
}

/* Kicker (引题) and deck (副题) stand next to the title, called so or as headings of lower rank. */
static void
find_parts (Page *page)
{
  static const char *const kickers[] = { "yinti", "kicker", "pretitle", "pre-title", "pre", "introtitle", "yt", "shoulder" };
  static const char *const decks[] = { "subtitle", "sub-title", "sub_title", "sub", "futi", "fubiaoti", "fubiao", "ft", "deck" };
  const JbHtmlLine *title, *line;

  page->kicker = g_strdup (page->meta->kicker);
  page->deck = g_strdup (page->meta->deck);
  if (page->at < 0)
    return;
  title = get_line (page, (guint) page->at);
  if (page->kicker == NULL && may_be_headline_part (page, page->at - 1))
    {
      line = get_line (page, (guint) page->at - 1);
      if (is_called (line, kickers, G_N_ELEMENTS (kickers)) ||
          (line->heading > 0 && title->heading > 0 && line->heading > title->heading &&
           line->block->parent == title->block->parent))
        page->kicker = g_strdup (line->text);
    }
  if (page->deck == NULL && may_be_headline_part (page, page->at + 1))
    {
      line = get_line (page, (guint) page->at + 1);
      if (is_called (line, decks, G_N_ELEMENTS (decks)) || (g_str_has_prefix (line->text, "——") && line->n_chars <= 40) ||
          (line->heading > 0 && title->heading > 0 && line->heading > title->heading && (guint) page->at + 1 < page->body.start &&
           line->block->parent == title->block->parent))
        page->deck = g_strdup (line->text);
    }
}

/* What was said already is not said again. */
static void
drop_repeated (Page *page, const char *said)
{
  g_autofree char *folded = said != NULL ? jb_text_fold (said) : NULL;
  guint n = 0;

  for (guint i = page->body.start; folded != NULL && i < page->body.end && n < REPEAT_LINES; i++)
    {
      JbHtmlLine *line = &g_array_index (page->lines, JbHtmlLine, i);
      g_autofree char *text = line->is_dropped ? NULL : jb_text_fold (line->text);

      n += !line->is_dropped;
      if (text != NULL && g_str_equal (text, folded))
        line->is_dropped = TRUE;
    }
}

/* What stands above a headline in the article's own element is a page's head. */
static void
drop_above_title (Page *page)
{
  for (guint i = page->body.start; page->at >= 0 && !page->body.is_whole && i < (guint) page->at; i++)
    {
      JbHtmlLine *line = &g_array_index (page->lines, JbHtmlLine, i);

      if (!line->is_dropped)
        jb_html_credit_read (line->text, page->meta);
      line->is_dropped = TRUE;
    }
}

static gboolean
is_empty (const Page *page)
{
  for (guint i = page->body.start; i < page->body.end; i++)
    if (!get_line (page, i)->is_dropped)
      return FALSE;
  return TRUE;
}

static void
emit (JbDecodedBuilder *builder, Page *page)
{
  JbHtmlMeta *meta = page->meta;
  g_autofree char *name = meta->bulletin != NULL || meta->heading == NULL ? g_strdup (meta->bulletin)
                                                                          : jb_html_sites_find_name (meta->heading);

  jb_decoded_builder_begin_article (builder);
  jb_decoded_builder_set_issue (builder, name ?: meta->source, NULL, meta->date);
  jb_decoded_builder_set_date (builder, meta->date);
  for (guint i = 0; i < meta->authors->len; i++)
    if (g_strcmp0 (name, g_ptr_array_index (meta->authors, i)) != 0)
      jb_decoded_builder_add_author (builder, g_ptr_array_index (meta->authors, i));
  if (page->kicker != NULL)
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_KICKER, 0, page->kicker);
  if (page->title != NULL)
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_TITLE, 0, page->title);
  if (page->deck != NULL)
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_DECK, 0, page->deck);
  jb_html_emit (builder, page->lines, page->body.start, page->body.end);
}

static void
read_page (Page *page)
{
  page->title = jb_html_title_find (page->lines, page->body.start, page->body.end, page->meta, &page->at);
  jb_html_noise_drop (page->lines, (guint) MAX (page->at + 1, (int) page->body.start), page->body.end, page->meta);
  read_head (page);
  find_parts (page);
  take_captions (page);
  drop_above_title (page);
  drop_repeated (page, page->kicker);
  drop_repeated (page, page->title);
  drop_repeated (page, page->deck);
}

static JbDecoded *
decode (const JbInput *input, GError **error)
{
  const char *charset;
  gsize n_text;
  g_autofree char *text = jb_html_decode (input->bytes, &n_text, &charset);
  g_autoptr(xmlDoc) document = jb_html_parse (text, n_text, error);
  g_autoptr(JbDecodedBuilder) builder = jb_decoded_builder_new ();
  g_auto(Page) page = { .at = -1 };
  JbDecoded *decoded;
  gboolean has_body;

  if (document == NULL)
    return NULL;
  page.meta = jb_html_meta_read (document);
  page.lines = jb_html_lines_read (xmlDocGetRootElement (document));
  has_body = jb_html_body_find (page.lines, jb_html_title_locate (page.lines, page.meta),
                                jb_html_sites_find_body (document, page.meta), &page.body);
  if (has_body)
    read_page (&page);
  if (page.lines->len > 0 && (!has_body || is_empty (&page)))
    {
      g_set_error (error, JB_ERROR, JB_ERROR_FORMAT, _("the page leads to other pages and holds no article of its own"));
      return NULL;
    }
  if (page.lines->len > 0)
    emit (builder, &page);
  decoded = jb_decoded_builder_finish (builder, error);
  if (decoded != NULL)
    decoded->encoding = g_strdup (charset);
  return decoded;
}

const JbImporter jb_import_html = { "text/html", recognise, decode };
