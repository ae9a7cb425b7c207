/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a list shows of an article, without its text. */
#pragma once

#include "jb-types.h"

G_BEGIN_DECLS

#define JB_TYPE_ARTICLE_ROW (jb_article_row_get_type ())
G_DECLARE_FINAL_TYPE (JbArticleRow, jb_article_row, JB, ARTICLE_ROW, GObject)

struct _JbArticleRow
{
  GObject        parent_instance;

  char          *id;            /* owned */
  char          *title;         /* owned; the beginning of the text where there is no headline */
  char          *source;        /* owned id */
  char          *source_label;  /* owned, the bulletin: 《…》2020年4月21日第1492期, or the file's name */
  char          *date;          /* owned ISO date or NULL */
  JbReviewState  state;
  guint          n_suggested;   /* left to review */
  guint          n_confirmed;
};

G_END_DECLS
