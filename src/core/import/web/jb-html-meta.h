/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page says about its article outside of it: JSON-LD, meta elements, time elements, a publishing system's comment, the
 * variables of a WeChat page's scripts. */
#pragma once

#include "jb-html.h"

G_BEGIN_DECLS

/* Every field is owned and NULL where the page does not say it; all but date are clean lines. */
typedef struct
{
  char      *title;     /* said to be the article's */
  char      *heading;   /* of the window: often with the site's name behind it */
  char      *kicker;
  char      *deck;
  char      *bulletin;  /* newspaper, account or site */
  char      *source;    /* where it was taken from, for pages that name no bulletin */
  char      *date;      /* ISO */
  gboolean   is_unsure; /* the date is the one in Greenwich, or of any element of the page: a line near the article knows better */
  GPtrArray *authors;   /* of char*, as the page writes them */
  gboolean   is_wechat;
} JbHtmlMeta;

/* Returns: (transfer full): what @document says, which need not outlive it; without fields where it says nothing */
JbHtmlMeta *jb_html_meta_read (const xmlDoc *document) G_GNUC_WARN_UNUSED_RESULT;
void        jb_html_meta_free (JbHtmlMeta *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbHtmlMeta, jb_html_meta_free)

/* Adds the names in @text, which may be several, with 记者 or 作者 before them; what is no person's name is left out. */
void jb_html_meta_add_authors (JbHtmlMeta *self, const char *text);

G_END_DECLS
