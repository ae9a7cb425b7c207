/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html-tags.h"

#define INLINE  JB_HTML_TAG_INLINE
#define DROP    JB_HTML_TAG_DROP
#define ASIDE   JB_HTML_TAG_ASIDE
#define HEADING JB_HTML_TAG_HEADING
#define VOID    JB_HTML_TAG_VOID
#define OPEN    JB_HTML_TAG_OPEN
#define RAW     JB_HTML_TAG_RAW

/* Sorted by name. */
static const struct
{
  const char *name;
  guint       tag;
} tags[] = {
  { "a", INLINE | JB_HTML_TAG_LINK },
  { "abbr", INLINE },
  { "acronym", INLINE },
  { "address", 0 },
  { "area", INLINE | DROP | VOID },
  { "article", 0 },
  { "aside", ASIDE },
  { "audio", DROP },
  { "b", INLINE | JB_HTML_TAG_BOLD },
  { "base", DROP | VOID },
  { "basefont", INLINE | VOID },
  { "bdi", INLINE },
  { "bdo", INLINE },
  { "big", INLINE },
  { "blockquote", 0 },
  { "body", JB_HTML_TAG_ROOT },
  { "br", INLINE | VOID | JB_HTML_TAG_BREAK },
  { "button", INLINE | DROP },
  { "canvas", INLINE | DROP },
  { "caption", 0 },
  { "center", JB_HTML_TAG_CENTRE },
  { "cite", INLINE },
  { "code", INLINE },
  { "col", DROP | VOID },
  { "colgroup", OPEN },
  { "data", INLINE },
  { "dd", OPEN },
  { "del", INLINE | DROP },
  { "details", 0 },
  { "dfn", INLINE },
  { "dialog", ASIDE },
  { "div", 0 },
  { "dl", 0 },
  { "dt", OPEN },
  { "em", INLINE },
  { "embed", INLINE | DROP | VOID },
  { "fieldset", 0 },
  { "figcaption", JB_HTML_TAG_CAPTION },
  { "figure", 0 },
  { "font", INLINE },
  { "footer", ASIDE },
  { "form", 0 },
  { "frame", DROP | VOID },
  { "frameset", 0 },
  { "h1", HEADING },
  { "h2", HEADING },
  { "h3", HEADING },
  { "h4", HEADING },
  { "h5", HEADING },
  { "h6", HEADING },
  { "head", DROP },
  { "header", 0 },
  { "hgroup", 0 },
  { "hr", VOID },
  { "html", JB_HTML_TAG_ROOT },
  { "i", INLINE },
  { "iframe", DROP | RAW },
  { "image", INLINE | VOID | JB_HTML_TAG_IMAGE },
  { "img", INLINE | VOID | JB_HTML_TAG_IMAGE },
  { "input", INLINE | DROP | VOID },
  { "ins", INLINE },
  { "kbd", INLINE },
  { "label", INLINE },
  { "legend", 0 },
  { "li", OPEN | JB_HTML_TAG_ITEM },
  { "link", INLINE | DROP | VOID },
  { "main", 0 },
  { "map", INLINE | DROP },
  { "mark", INLINE },
  { "menu", 0 },
  { "meta", INLINE | DROP | VOID },
  { "nav", ASIDE },
  { "nobr", INLINE },
  { "noframes", DROP | RAW },
  { "noscript", DROP },
  { "object", INLINE | DROP },
  { "ol", 0 },
  { "optgroup", DROP | OPEN },
  { "option", DROP | OPEN },
  { "p", OPEN },
  { "param", INLINE | DROP | VOID },
  { "picture", INLINE },
  { "pre", JB_HTML_TAG_CODE },
  { "q", INLINE },
  { "rb", INLINE | OPEN },
  { "rp", INLINE | DROP | OPEN },
  { "rt", INLINE | DROP | OPEN },
  { "rtc", INLINE | DROP | OPEN },
  { "ruby", INLINE },
  { "s", INLINE },
  { "samp", INLINE },
  { "script", INLINE | DROP | RAW },
  { "section", 0 },
  { "select", INLINE | DROP },
  { "small", INLINE },
  { "source", INLINE | DROP | VOID },
  { "span", INLINE },
  { "strike", INLINE },
  { "strong", INLINE | JB_HTML_TAG_BOLD },
  { "style", INLINE | DROP | RAW },
  { "sub", INLINE },
  { "summary", 0 },
  { "sup", INLINE },
  { "svg", INLINE | DROP },
  { "table", JB_HTML_TAG_TABLE },
  { "tbody", OPEN },
  { "td", OPEN | JB_HTML_TAG_CELL },
  { "template", DROP },
  { "textarea", INLINE | DROP | RAW },
  { "tfoot", OPEN },
  { "th", OPEN | JB_HTML_TAG_CELL },
  { "thead", OPEN },
  { "time", INLINE },
  { "title", DROP | RAW },
  { "tr", OPEN | JB_HTML_TAG_ROW },
  { "track", INLINE | DROP | VOID },
  { "tt", INLINE },
  { "u", INLINE },
  { "ul", 0 },
  { "var", INLINE },
  { "video", DROP },
  { "wbr", INLINE | VOID },
};

JbHtmlTag
jb_html_tag_find (const char *name, gsize n_bytes)
{
  guint low = 0, high = G_N_ELEMENTS (tags);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = g_ascii_strncasecmp (tags[middle].name, name, n_bytes);

      if (order == 0 && tags[middle].name[n_bytes] == '\0')
        return tags[middle].tag | JB_HTML_TAG_KNOWN;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}
