/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names that stand without a gap before the name of a body belong to it: 甲国[外交部], 联合国[安理会], 乙台[影视部]. */
#include "jb-names.h"

#include <string.h>

#define MAX_LINKS 3

static gboolean
is_body (const JbCandidate *candidate)
{
  return candidate->type == JB_ENTITY_TYPE_ORGANISATION && candidate->confidence >= 0.5 &&
         strcmp (candidate->rule, "list-head") != 0;
}

/* Whether @candidate says whose body it is that follows. */
static gboolean
is_owner (const JbCandidate *candidate)
{
  if (candidate->type == JB_ENTITY_TYPE_ORGANISATION)
    return is_body (candidate);
  return candidate->type == JB_ENTITY_TYPE_PLACE &&
         (strcmp (candidate->rule, "known-place") == 0 || strcmp (candidate->rule, "suffix-admin") == 0);
}

/* Returns: (transfer full): by position, where the longest owner begins that ends there; the position itself where there is none */
static guint *
dup_owners (const JbScan *scan)
{
  guint *owners = g_new (guint, scan->text->length + 1);

  for (guint i = 0; i <= scan->text->length; i++)
    owners[i] = i;
  for (guint i = 0; i < scan->candidates->len; i++)
    {
      const JbCandidate *owner = &g_array_index (scan->candidates, JbCandidate, i);

      if (owner->start < owners[owner->end] && is_owner (owner))
        owners[owner->end] = owner->start;
    }
  return owners;
}

void
jb_names_chain_find (JbScan *scan, const JbRules *rules)
{
  guint n_candidates = scan->candidates->len;
  g_autofree guint *owners = dup_owners (scan);

  for (guint i = 0; i < n_candidates; i++)
    {
      JbCandidate body = g_array_index (scan->candidates, JbCandidate, i);
      guint start = body.start;

      if (!is_body (&body))
        continue;
      for (guint n = 0; n < MAX_LINKS; n++)
        start = owners[start];
      if (start < body.start)
        jb_scan_add (scan, start, body.end, JB_ENTITY_TYPE_ORGANISATION, "body-chain", MIN (body.confidence, 0.8));
    }
}
