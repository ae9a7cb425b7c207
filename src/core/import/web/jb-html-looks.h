/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an element says about its looks, in style, align, size and its name. */
#pragma once

#include "jb-html.h"

G_BEGIN_DECLS

/* Of letters where nothing is said. */
#define JB_HTML_NORMAL_SIZE 160

typedef struct
{
  gboolean is_bold;
  gboolean is_centred;
  gboolean is_hidden;
  guint    size;        /* tenths of a pixel, 0 where nobody says */
} JbHtmlLooks;

/* Changes the looks of the element around it to those of @element. */
void jb_html_looks_enter (JbHtmlLooks *self, const xmlNode *element, JbHtmlTag tag);

/* Whether class or id say that it is no part of the article: comments, share, related, copyright … */
gboolean jb_html_is_aside (const xmlNode *element);

G_END_DECLS
