/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines a reader sees in a tree of HTML: its paragraphs, headings, captions, cells, with what is known of their looks.
 *
 *   <div><h2>一</h2>二<br>三<p>四<ruby>五<rt>wǔ</rt></ruby></p></div>     →     一 (heading)  二  三  四五 */
#pragma once

#include "jb-html.h"

G_BEGIN_DECLS

typedef struct
{
  char          *text;       /* owned, clean, not empty */
  const xmlNode *node;       /* lent: the innermost element its first character stands in */
  const xmlNode *block;      /* lent: the innermost of those that stand in lines of their own */
  const xmlNode *cell;       /* lent: of a table, NULL where it is in none */
  const xmlNode *row;        /* lent, likewise */
  const xmlNode *aside;      /* lent: the outermost element that by its name is no part of the article, NULL where there is none */
  guint          n_chars;    /* without white space */
  guint          n_linked;   /* of them in links */
  guint          n_links;
  guint          n_marks;    /* of them ，。、；：“” and their like */
  guint          size;       /* of the letters, in tenths of a pixel; 0 where it is not said */
  guint8         heading;    /* 1 to 6 in h1 to h6, else 0 */
  gboolean       is_bold : 1;
  gboolean       is_centred : 1;
  gboolean       is_caption : 1;
  gboolean       is_item : 1;      /* stands in li itself */
  gboolean       is_cell : 1;      /* of a table that holds data, not of one that arranges a page */
  gboolean       is_alt : 1;       /* what is shown where a picture is not */
  gboolean       is_hidden : 1;
  gboolean       is_dropped : 1;   /* somebody found it to be no part of the article */
  gboolean       has_image : 1;    /* a picture stands between the line before and this one, or in it */
} JbHtmlLine;

/**
 * jb_html_lines_read:
 * @top: an element; NULL is one that is empty
 *
 * Returns: (transfer full) (element-type JbHtmlLine): they lend from the tree
 */
GArray *jb_html_lines_read (const xmlNode *top) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: how much the line speaks for running text: 0 for links, labels, single words */
guint jb_html_line_weigh (const JbHtmlLine *line);

G_END_DECLS
