/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-tags.h"

#include "jb-article.h"
#include "jb-decide.h"

#define RULE "imported"

/* A stretch of the source that is in a block. */
typedef struct
{
  guint            start;  /* in the source */
  guint            length;
  const JbArticle *article;
  const JbBlock   *block;
} Stretch;

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *left = a, *right = b;

  return left->start < right->start ? -1 : left->start > right->start;
}

/* Returns: (transfer full) (element-type Stretch): by place in the source, so that thousands of tags find theirs quickly */
static GArray *
list_stretches (GPtrArray *articles)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = 0; i < articles->len; i++)
    {
      const JbArticle *article = g_ptr_array_index (articles, i);

      for (guint n = 0; n < article->blocks->len; n++)
        {
          const JbBlock *block = g_ptr_array_index (article->blocks, n);
          guint n_runs;
          const JbRun *runs = jb_span_map_get_runs (block->map, &n_runs);

          for (guint r = 0; r < n_runs; r++)
            {
              Stretch stretch = { runs[r].source_start, runs[r].length, article, block };

              g_array_append_val (stretches, stretch);
            }
        }
    }
  g_array_sort (stretches, compare_stretches);
  return stretches;
}

/* Returns: (nullable): the stretch that holds @source */
static const Stretch *
find_stretch (const GArray *stretches, guint source)
{
  guint from = 0, to = stretches->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      const Stretch *stretch = &g_array_index (stretches, Stretch, middle);

      if (source < stretch->start)
        to = middle;
      else if (source - stretch->start >= stretch->length)
        from = middle + 1;
      else
        return stretch;
    }
  return NULL;
}

/* Where the tag's characters are in the article. They may have been torn apart or have lost a blank on the way; then the text
 * between the first and the last is it. Returns: (nullable): the stretch it begins in, NULL where it does not lie in one block */
static const Stretch *
find_tag (const GArray *stretches, const JbTag *tag, guint *start, guint *end)
{
  const Stretch *stretch = tag->end > tag->start ? find_stretch (stretches, tag->start) : NULL;
  guint last;

  if (stretch == NULL || !jb_span_map_from_source (stretch->block->map, tag->start, start) ||
      !jb_span_map_from_source (stretch->block->map, tag->end - 1, &last) || last < *start)
    return NULL;
  *start += stretch->block->start;
  *end = stretch->block->start + last + 1;
  return stretch;
}

gboolean
jb_take_over_tags (JbLibrary *library, const JbDecoded *decoded, GPtrArray *articles, GError **error)
{
  g_autoptr(GArray) stretches = NULL;

  if (decoded->tags->len == 0)
    return TRUE;
  stretches = list_stretches (articles);
  for (guint i = 0; i < decoded->tags->len; i++)
    {
      const JbTag *tag = &g_array_index (decoded->tags, JbTag, i);
      guint start, end;
      const Stretch *stretch = find_tag (stretches, tag, &start, &end);

      if (stretch != NULL &&
          !jb_decide_insert_confirmed (library, stretch->article, start, end, tag->type, tag->name, RULE, error))
        return FALSE;
    }
  return TRUE;
}
