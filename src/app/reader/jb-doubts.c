/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-doubts.h"

/* Returns: the index of the first doubt that ends behind @start */
static guint
find_first (const GArray *doubts, guint start)
{
  guint low = 0, high = doubts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (doubts, JbDoubt, middle).end <= start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What of the doubts lies in one run of the block. */
static void
add_run (const JbRun *run, guint block_start, const GArray *doubts, GArray *found)
{
  guint end = run->source_start + run->length;

  for (guint i = find_first (doubts, run->source_start);
       i < doubts->len && g_array_index (doubts, JbDoubt, i).start < end; i++)
    {
      const JbDoubt *doubt = &g_array_index (doubts, JbDoubt, i);
      JbDoubt here = {
        block_start + run->text_start + MAX (doubt->start, run->source_start) - run->source_start,
        block_start + run->text_start + MIN (doubt->end, end) - run->source_start,
        doubt->confidence,
      };

      if (here.start < here.end)
        g_array_append_val (found, here);
    }
}

GArray *
jb_doubts_of_article (const JbArticle *article, const GArray *doubts)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (JbDoubt));

  for (guint i = 0; doubts->len > 0 && i < article->blocks->len; i++)
    {
      const JbBlock *block = g_ptr_array_index (article->blocks, i);
      guint n_runs;
      const JbRun *runs = jb_span_map_get_runs (block->map, &n_runs);

      for (guint j = 0; j < n_runs; j++)
        add_run (&runs[j], block->start, doubts, found);
    }
  return found;
}

const JbDoubt *
jb_doubts_find (const GArray *doubts, guint offset)
{
  guint i = find_first (doubts, offset);
  const JbDoubt *doubt = i < doubts->len ? &g_array_index (doubts, JbDoubt, i) : NULL;

  return doubt != NULL && doubt->start <= offset ? doubt : NULL;
}
