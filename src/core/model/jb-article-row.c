/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-article-row.h"

G_DEFINE_FINAL_TYPE (JbArticleRow, jb_article_row, G_TYPE_OBJECT)

static void
jb_article_row_finalize (GObject *object)
{
  JbArticleRow *self = JB_ARTICLE_ROW (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->source);
  g_free (self->source_label);
  g_free (self->date);
  G_OBJECT_CLASS (jb_article_row_parent_class)->finalize (object);
}

static void
jb_article_row_class_init (JbArticleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_article_row_finalize;
}

static void
jb_article_row_init (JbArticleRow *self)
{
}
