/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A level of government and an organ make a body (区 + 委); the area's name before the level belongs to it
 * (entity rules for organisations). */
#include "jb-names.h"

#define MAX_AREAS 3   /* names of places before the level's own: province, city */
#define MAX_MIDDLE 9  /* characters between the level and the head of its body: 区[电子机械功能区]管委会 */

/* Where the body begins whose level is [@start, @end): at the name of which the level is the end, and further left
 * over names of places right before it and 中共. */
static guint
extend_left (const JbScan *scan, guint start, guint end)
{
  if (scan->names[end] > end - start)
    start = end - scan->names[end];
  for (guint n = 0; n < MAX_AREAS && scan->names[start] > 0; n++)
    start -= scan->names[start];
  if (start >= 2 && jb_scan_has_text (scan, start - 2, "中共"))
    start -= 2;
  return start;
}

/* 市 of 市场 and 区 of 小区 are no levels; 区 of 全区 is. */
static gboolean
is_level (const JbScan *scan, const JbRules *rules, guint start, guint end)
{
  /* 市民政局 is no 市民 */
  if (jb_scan_is_left_edge (scan, start) &&
      jb_scan_get_longest (scan, rules, end, JB_WORD_BIT (JB_WORD_ORGANISATION_PART)) >= 3)
    return TRUE;
  if (scan->common[start] > end - start)
    return FALSE;
  if (scan->names[end] > end - start)
    return TRUE;
  if (start == 0 || !(scan->ends[end] & JB_WORD_BIT (JB_WORD_COMMON)))
    return TRUE;
  switch (scan->text->chars[start - 1])
    {
    case 0x5168: /* 全 */ case 0x5404: /* 各 */ case 0x6211: /* 我 */ case 0x672c: /* 本 */
    case 0x7701: /* 省 */ case 0x5e02: /* 市 */
      return TRUE;
    default:
      return FALSE;
    }
}

static guint
find_head (const JbScan *scan, const JbRules *rules, guint level_start, guint level_end)
{
  guint end = 0;

  if (!jb_scan_is_left_edge (scan, level_start) || jb_scan_is_cut (scan, level_start, level_end))
    return 0;
  for (guint i = level_end; i < scan->text->length && i - level_end <= MAX_MIDDLE; i++)
    {
      guint length = jb_scan_get_longest (scan, rules, i, JB_WORD_BIT (JB_WORD_ORGANISATION_HEAD));

      if (length > 0 && i > level_end && (scan->common[i] <= length) && !jb_scan_is_cut (scan, i, i + length))
        {
          end = i + length;
          length = jb_scan_get_longest (scan, rules, end, JB_WORD_BIT (JB_WORD_ORGANISATION_HEAD));
          return length > 1 ? end + length : end;
        }
      if (!jb_char_is_han (scan->text->chars[i]) || (scan->begins[i] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME)) ||
          (scan->boundary[i + 1] == 1 && scan->common[i] < 2 &&
           !(scan->begins[i] & JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK))))
        return 0;
    }
  return 0;
}

static void
try_level (JbScan *scan, const JbRules *rules, const JbTrieHit *hit)
{
  guint part, head, end;

  if (!is_level (scan, rules, hit->start, hit->end))
    return;
  part = jb_scan_get_longest (scan, rules, hit->end, JB_WORD_BIT (JB_WORD_ORGANISATION_PART));
  end = part > 0 ? hit->end + part : 0;
  if (end > 0 && jb_scan_is_cut (scan, end - 1, end))
    end = 0;
  head = hit->end - hit->start == 1 ? find_head (scan, rules, hit->start, hit->end) : 0;
  if (head > end && end > 0 && head - end > 6)
    head = 0;
  if (MAX (head, end) > 0)
    {
      guint start = extend_left (scan, hit->start, hit->end);

      jb_scan_add (scan, start, MAX (head, end), JB_ENTITY_TYPE_ORGANISATION,
                   head > end ? "level-head" : "level-organ", head > end ? 0.7 : 0.9);
      if (head > end && end > 0 && end - hit->end > 1)
        jb_scan_add (scan, start, end, JB_ENTITY_TYPE_ORGANISATION, "level-organ", 0.8);
    }
}

void
jb_names_organisation_find (JbScan *scan, const JbRules *rules)
{
  guint n_before = scan->candidates->len;

  for (guint i = 0; i < n_before; i++)
    {
      JbCandidate candidate = g_array_index (scan->candidates, JbCandidate, i);
      guint organ = candidate.type == JB_ENTITY_TYPE_STREET || candidate.type == JB_ENTITY_TYPE_COMMUNITY ||
                            candidate.type == JB_ENTITY_TYPE_PLACE
                      ? jb_scan_get_longest (scan, rules, candidate.end, JB_WORD_BIT (JB_WORD_STREET_ORGAN)) : 0;

      /* of a community's party organ the community is what is named */
      if (candidate.type == JB_ENTITY_TYPE_COMMUNITY && jb_scan_has_text (scan, candidate.end, "党"))
        continue;
      if (organ > 0 && !jb_scan_is_cut (scan, candidate.end, candidate.end + organ))
        jb_scan_add (scan, candidate.start, candidate.end + organ, JB_ENTITY_TYPE_ORGANISATION, "street-organ", 0.85);
    }
  for (guint i = 0; i < scan->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (scan->hits, JbTrieHit, i);

      if (rules->words[hit->key].lists & JB_WORD_BIT (JB_WORD_LEVEL))
        try_level (scan, rules, hit);
    }
}
