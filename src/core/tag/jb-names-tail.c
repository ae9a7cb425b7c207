/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands right behind the name of an area and ends in a telling word is one longer name with it: 榕某[智造园],
 * 甲城[第三纺织厂]. It runs when all short names of the bulletin are known. */
#include "jb-names.h"

#include <string.h>

#define MAX_MIDDLE 7  /* characters between the area and the tail */

static gboolean
is_area (const JbCandidate *candidate)
{
  switch (candidate->type)
    {
    case JB_ENTITY_TYPE_STREET:
    case JB_ENTITY_TYPE_COMMUNITY:
      return candidate->confidence >= 0.6;
    case JB_ENTITY_TYPE_PLACE:
      return strcmp (candidate->rule, "short-district") == 0 || strcmp (candidate->rule, "short-place") == 0 ||
             strcmp (candidate->rule, "suffix-admin") == 0 || strcmp (candidate->rule, "known-place") == 0 ||
             strcmp (candidate->rule, "suffix-road") == 0 || strcmp (candidate->rule, "suffix-water") == 0;
    default:
      return FALSE;
    }
}

/* Whether the character at @at can stand between the area and the tail: no word of its own that breaks a name. */
static gboolean
is_middle (const JbScan *scan, const JbRules *rules, guint at)
{
  const JbWordSet single = JB_WORD_BIT (JB_WORD_BOUNDARY) | JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK) |
                           JB_WORD_BIT (JB_WORD_NOT_IN_NAME);
  const JbRuleWord *word = jb_scan_get_word (scan, rules, at, at + 1);
  const JbWordSet posts = JB_WORD_BIT (JB_WORD_POST) | JB_WORD_BIT (JB_WORD_POST_OTHER) | JB_WORD_BIT (JB_WORD_LEVEL);
  const JbWordSet known = JB_WORD_BIT (JB_WORD_BOUNDARY) | JB_WORD_BIT (JB_WORD_PROVINCE) | JB_WORD_BIT (JB_WORD_CITY) |
                          JB_WORD_BIT (JB_WORD_COUNTRY);

  if (!jb_scan_char_is_name (scan->text->chars[at]) || (scan->begins[at] & posts))
    return FALSE;
  if (word != NULL && (word->lists & single) && scan->common[at] < 2)
    return FALSE;
  return (scan->begins[at] & JB_WORD_BIT (JB_WORD_COMMON)) || jb_scan_get_longest (scan, rules, at, known) < 2;
}

/* Returns: where the name ends that the area at [.., @end) begins, 0 where it stands alone */
static guint
find_tail (JbScan *scan, const JbRules *rules, guint end, JbEntityType *type)
{
  guint found = 0;

  for (guint at = end; at < scan->text->length && at - end <= MAX_MIDDLE; at++)
    {
      guint length = jb_scan_get_longest (scan, rules, at, JB_WORD_BIT (JB_WORD_AREA_TAIL));

      if (length > 0 && at + length > found && jb_scan_is_word_border (scan, at + length) &&
          !jb_scan_is_cut (scan, at, at + length) &&
          (length > 1 || (at - end <= 2 && jb_scan_is_word_border (scan, at) && scan->common[at] < 2)))
        {
          found = at + length;
          *type = jb_scan_get_word (scan, rules, at, found)->area_type;
          /* a longer tail may begin inside this one or right behind: 中心[校], 防洪[堤] */
          if (jb_scan_get_longest (scan, rules, found, JB_WORD_BIT (JB_WORD_AREA_TAIL)) == 0)
            return found;
          at = found - 1;
          continue;
        }
      if (found > 0)
        return found;
      if (!is_middle (scan, rules, at))
        return 0;
    }
  return found;
}

/* The body before a branch belongs to it: 甲行[乙城分行]. Returns: where the name begins, @start where it is no branch */
static guint
find_parent (const JbScan *scan, guint start, guint end)
{
  if (end < 2 || scan->text->chars[end - 2] != 0x5206 /* 分 */)
    return start;
  for (guint i = 0; i < scan->candidates->len; i++)
    {
      const JbCandidate *body = &g_array_index (scan->candidates, JbCandidate, i);

      if (body->type == JB_ENTITY_TYPE_ORGANISATION && body->end == start && body->confidence >= 0.6)
        return body->start;
    }
  return start;
}

/* The shape of a name that the name of an area before it belongs to. */
static gboolean
takes_head (const JbCandidate *name)
{
  return strncmp (name->rule, "suffix", 6) == 0 &&
         (name->type == JB_ENTITY_TYPE_ORGANISATION || name->type == JB_ENTITY_TYPE_PROJECT ||
          strcmp (name->rule, "suffix-landmark") == 0);
}

static gboolean
is_head (const JbCandidate *area)
{
  return strcmp (area->rule, "short-place") == 0 || strcmp (area->rule, "short-district") == 0 ||
         strcmp (area->rule, "short-street") == 0;
}

/* The longest name wins: the name of an area right before a body, project or landmark belongs to it. */
static void
extend_heads (JbScan *scan, guint n_candidates)
{
  /* by position, the first head that ends there, and by head the next one that ends where it does: number + 1, 0 for none */
  g_autofree guint *first = g_new0 (guint, scan->text->length + 1), *next = g_new0 (guint, n_candidates + 1);

  for (guint i = n_candidates; i-- > 0;)
    {
      const JbCandidate *area = &g_array_index (scan->candidates, JbCandidate, i);

      if (!is_head (area))
        continue;
      next[i] = first[area->end];
      first[area->end] = i + 1;
    }
  for (guint i = 0; i < n_candidates; i++)
    {
      JbCandidate name = g_array_index (scan->candidates, JbCandidate, i);

      for (guint k = takes_head (&name) ? first[name.start] : 0; k > 0; k = next[k - 1])
        jb_scan_add (scan, g_array_index (scan->candidates, JbCandidate, k - 1).start, name.end, name.type, name.rule,
                     name.confidence);
    }
}

/* 锦某快速路[二期]: a place with a phase is being built. */
static void
try_phase (JbScan *scan, const JbRules *rules, const JbCandidate *place)
{
  guint phase = place->type == JB_ENTITY_TYPE_PLACE && place->end - place->start >= 3
                  ? jb_scan_get_longest (scan, rules, place->end, JB_WORD_BIT (JB_WORD_PHASE)) : 0;

  if (phase >= 2 && scan->text->chars[place->end + 1] == 0x671f /* 期 */)
    jb_scan_add (scan, place->start, place->end + 2, JB_ENTITY_TYPE_PROJECT, "area-tail", 0.75);
}

void
jb_names_tail_find (JbScan *scan, const JbRules *rules)
{
  guint n_candidates = scan->candidates->len;

  for (guint i = 0; i < n_candidates; i++)
    {
      JbCandidate area = g_array_index (scan->candidates, JbCandidate, i);
      JbEntityType type = JB_ENTITY_TYPE_PLACE;
      guint end = is_area (&area) ? find_tail (scan, rules, area.end, &type) : 0, phase;

      try_phase (scan, rules, &area);
      if (end == 0 || jb_scan_has_count (scan, area.end, end))
        continue;
      phase = jb_scan_get_longest (scan, rules, end, JB_WORD_BIT (JB_WORD_PHASE));
      if (type == JB_ENTITY_TYPE_PROJECT && phase > 0)
        end += MIN (phase, 2);
      /* behind a whole name, what stands there has its own: 新河镇[二道坝] */
      if (type == JB_ENTITY_TYPE_PLACE && strncmp (area.rule, "suffix", 6) == 0)
        {
          if (end - area.end >= 3)
            jb_scan_add (scan, area.end, end, type, "area-tail", 0.55);
          continue;
        }
      jb_scan_add (scan, find_parent (scan, area.start, end), end, type, "area-tail", 0.7);
    }
  extend_heads (scan, n_candidates);
}
