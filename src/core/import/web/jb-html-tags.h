/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the elements of HTML are to somebody who reads. Source: the rendering section of the HTML standard. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JB_HTML_TAG_KNOWN   = 1 << 0,   /* HTML has it */
  JB_HTML_TAG_INLINE  = 1 << 1,   /* stands in a line; all others begin and end lines */
  JB_HTML_TAG_DROP    = 1 << 2,   /* what is in it is not read: script, style, rt, forms' parts */
  JB_HTML_TAG_ASIDE   = 1 << 3,   /* what is in it is hardly ever the article: nav, footer */
  JB_HTML_TAG_BREAK   = 1 << 4,
  JB_HTML_TAG_IMAGE   = 1 << 5,
  JB_HTML_TAG_LINK    = 1 << 6,
  JB_HTML_TAG_BOLD    = 1 << 7,
  JB_HTML_TAG_CENTRE  = 1 << 8,
  JB_HTML_TAG_CAPTION = 1 << 9,
  JB_HTML_TAG_ITEM    = 1 << 10,
  JB_HTML_TAG_CELL    = 1 << 11,
  JB_HTML_TAG_ROW     = 1 << 12,
  JB_HTML_TAG_HEADING = 1 << 13,
  JB_HTML_TAG_VOID    = 1 << 14,  /* has no end tag */
  JB_HTML_TAG_OPEN    = 1 << 15,  /* its end tag may be left out */
  JB_HTML_TAG_RAW     = 1 << 16,  /* holds text in which < begins no tag */
  JB_HTML_TAG_TABLE   = 1 << 17,
  JB_HTML_TAG_CODE    = 1 << 18,  /* its line ends are line ends */
  JB_HTML_TAG_ROOT    = 1 << 19,  /* html, body */
} JbHtmlTag;

/* @name: in lower case, or at least written as in the file; need not end with NUL. Returns: 0 for what HTML does not have */
JbHtmlTag jb_html_tag_find (const char *name, gsize n_bytes);

G_END_DECLS
