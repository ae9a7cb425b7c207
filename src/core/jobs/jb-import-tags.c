/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-tags.h"

#include "jb-article.h"
#include "jb-decide.h"
#include "jb-decision-table.h"

#define RULE "imported"

/* Finds the tag's characters in the article. They may have been torn apart or have lost a blank on the way; then the text between
 * the first and the last is it. */
static gboolean
find_in_block (const JbBlock *block, const JbTag *tag, guint *start, guint *end)
{
  guint last;

  if (!jb_span_map_from_source (block->map, tag->start, start) || !jb_span_map_from_source (block->map, tag->end - 1, &last))
    return FALSE;
  *start += block->start;
  *end = block->start + last + 1;
  return *start < *end;
}

static gboolean
find_in_articles (GPtrArray *articles, const JbTag *tag, const JbArticle **article, guint *start, guint *end)
{
  for (guint i = 0; tag->end > tag->start && i < articles->len; i++)
    {
      *article = g_ptr_array_index (articles, i);
      for (guint n = 0; n < (*article)->blocks->len; n++)
        if (find_in_block (g_ptr_array_index ((*article)->blocks, n), tag, start, end))
          return TRUE;
    }
  return FALSE;
}

gboolean
jb_take_over_tags (JbLibrary *library, const JbDecoded *decoded, GPtrArray *articles, GError **error)
{
  for (guint i = 0; i < decoded->tags->len; i++)
    {
      const JbTag *tag = &g_array_index (decoded->tags, JbTag, i);
      const JbArticle *article;
      guint start, end;

      if (find_in_articles (articles, tag, &article, &start, &end) &&
          !jb_decide_insert_confirmed (library, article, start, end, tag->type, tag->name, RULE, error))
        return FALSE;
    }
  return TRUE;
}
