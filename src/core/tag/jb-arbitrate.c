/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-arbitrate.h"

#include <string.h>

static int
compare_rank (gconstpointer a, gconstpointer b)
{
  const JbCandidate *x = a, *y = b;
  guint x_length = x->end - x->start, y_length = y->end - y->start;

  if (x->rank != y->rank)
    return x->rank ? -1 : 1;
  if (x_length != y_length)
    return x_length > y_length ? -1 : 1;
  if (x->confidence != y->confidence)
    return x->confidence > y->confidence ? -1 : 1;
  if (x->type != y->type)
    return x->type < y->type ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

/* Whether @inner may stand inside @outer. */
static gboolean
may_nest (const JbCandidate *inner, const JbCandidate *outer)
{
  gboolean at_head = inner->start == outer->start;

  if (inner->start < outer->start || inner->end > outer->end || inner->type == outer->type)
    return FALSE;
  if (inner->start == outer->start && inner->end == outer->end)
    return FALSE;
  /* short names of the bulletin's own district stand for it anywhere: 甲乙报 */
  if (strcmp (inner->rule, "short-district") == 0)
    return TRUE;
  switch (outer->type)
    {
    case JB_ENTITY_TYPE_ORGANISATION:
    case JB_ENTITY_TYPE_SYSTEM:
    case JB_ENTITY_TYPE_PROJECT:
      return (at_head && inner->type == JB_ENTITY_TYPE_STREET && strncmp (inner->rule, "suffix", 6) == 0) ||
             (at_head && inner->type == JB_ENTITY_TYPE_COMMUNITY) ||
             (inner->type == JB_ENTITY_TYPE_PLACE && strcmp (inner->rule, "suffix-admin") == 0) ||
             (at_head && inner->type == JB_ENTITY_TYPE_PLACE && outer->type == JB_ENTITY_TYPE_ORGANISATION &&
              strcmp (outer->rule, "street-organ") == 0 && strcmp (inner->rule, "known-place") != 0);
    case JB_ENTITY_TYPE_CAMPAIGN:
      return inner->type == JB_ENTITY_TYPE_PLACE && inner->confidence >= 0.8;
    default:
      return FALSE;
    }
}

/* A name that holds one of the lexicon and goes on (甲乙 in 甲乙街道) ranks with the lexicon. */
static void
promote (GArray *candidates, guint length)
{
  /* by position: where the shortest lexicon name ends that begins there, 0 where none does */
  g_autofree guint *known = g_new0 (guint, length + 1);

  for (guint i = 0; i < candidates->len; i++)
    {
      const JbCandidate *candidate = &g_array_index (candidates, JbCandidate, i);
      guint *end = &known[candidate->start];

      if (candidate->origin == JB_MENTION_ORIGIN_GAZETTEER && (*end == 0 || *end > candidate->end))
        *end = candidate->end;
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      JbCandidate *candidate = &g_array_index (candidates, JbCandidate, i);

      candidate->rank = candidate->origin == JB_MENTION_ORIGIN_GAZETTEER;
      for (guint at = candidate->start; at < candidate->end && !candidate->rank; at++)
        candidate->rank = known[at] > 0 && known[at] <= candidate->end && candidate->confidence >= 0.7;
    }
}

void
jb_arbitrate (JbScan *scan)
{
  GArray *candidates = scan->candidates;
  GArray *kept = jb_candidates_new ();
  /* by position: the kept candidate over it that was kept last, as its index + 1 */
  g_autofree guint *over = g_new0 (guint, scan->text->length + 1);

  promote (candidates, scan->text->length);
  g_array_sort (candidates, compare_rank);
  for (guint i = 0; i < candidates->len; i++)
    {
      JbCandidate *candidate = &g_array_index (candidates, JbCandidate, i);
      gboolean stays = candidate->confidence > 0 && candidate->end > candidate->start;

      for (guint at = candidate->start; at < candidate->end && stays; at++)
        if (over[at] > 0)
          stays = may_nest (candidate, &g_array_index (kept, JbCandidate, over[at] - 1));
      if (!stays)
        continue;
      g_array_append_val (kept, *candidate);
      candidate->name = NULL;
      for (guint at = candidate->start; at < candidate->end; at++)
        over[at] = kept->len;
    }
  scan->candidates = kept;
  g_array_unref (candidates);
}
