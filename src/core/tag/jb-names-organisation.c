/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A level of government and an organ make a body (区 + 委); the area's name before the level belongs to it
 * (entity rules for organisations). */
#include "jb-names.h"

#define MAX_MIDDLE 9  /* characters between the level and the head of its body: 区[电子机械功能区]管委会 */

/* Where the body begins whose level is [@start, @end): at the name of which the level is the end, and further left
 * over names of places right before it and 中共. */
static guint
extend_left (const JbUnit *unit, guint start, guint end)
{
  if (unit->names[end] > end - start)
    start = end - unit->names[end];
  while (unit->names[start] > 0)
    start -= unit->names[start];
  if (start >= 2 && jb_unit_has_text (unit, start - 2, "中共"))
    start -= 2;
  return start;
}

/* 市 of 市场 and 区 of 小区 are no levels; 区 of 全区 is. */
static gboolean
is_level (const JbUnit *unit, const JbRules *rules, guint start, guint end)
{
  if (unit->common[start] > end - start)
    return FALSE;
  if (start == 0 || !(unit->ends[end] & JB_WORD_BIT (JB_WORD_COMMON)))
    return TRUE;
  switch (unit->text->chars[start - 1])
    {
    case 0x5168: /* 全 */ case 0x5404: /* 各 */ case 0x6211: /* 我 */ case 0x672c: /* 本 */
    case 0x7701: /* 省 */ case 0x5e02: /* 市 */
      return TRUE;
    default:
      return FALSE;
    }
}

static guint
find_head (const JbUnit *unit, const JbRules *rules, guint level_start, guint level_end)
{
  guint end = 0;

  if (!jb_unit_is_left_edge (unit, level_start) || jb_unit_is_cut (unit, level_start, level_end))
    return 0;
  for (guint i = level_end; i < unit->text->length && i - level_end <= MAX_MIDDLE; i++)
    {
      guint length = jb_unit_get_longest (unit, rules, i, JB_WORD_BIT (JB_WORD_ORGANISATION_HEAD));

      if (length > 0 && i > level_end && (unit->common[i] <= length) && !jb_unit_is_cut (unit, i, i + length))
        {
          end = i + length;
          length = jb_unit_get_longest (unit, rules, end, JB_WORD_BIT (JB_WORD_ORGANISATION_HEAD));
          return length > 1 ? end + length : end;
        }
      if (!jb_char_is_han (unit->text->chars[i]) || (unit->begins[i] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME)) ||
          (unit->boundary[i + 1] == 1 && unit->common[i] < 2 &&
           !(unit->begins[i] & JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK))))
        return 0;
    }
  return 0;
}

static void
try_level (JbUnit *unit, const JbRules *rules, const JbTrieHit *hit)
{
  guint part, head, end;

  if (!is_level (unit, rules, hit->start, hit->end))
    return;
  part = jb_unit_get_longest (unit, rules, hit->end, JB_WORD_BIT (JB_WORD_ORGANISATION_PART));
  end = part > 0 ? hit->end + part : 0;
  if (end > 0 && jb_unit_is_cut (unit, end - 1, end))
    end = 0;
  head = hit->end - hit->start == 1 ? find_head (unit, rules, hit->start, hit->end) : 0;
  if (head > end && end > 0 && head - end > 6)
    head = 0;
  if (MAX (head, end) > 0)
    {
      guint start = extend_left (unit, hit->start, hit->end);

      jb_unit_add (unit, start, MAX (head, end), JB_ENTITY_TYPE_ORGANISATION,
                   head > end ? "level-head" : "level-organ", head > end ? 0.7 : 0.9);
      if (head > end && end > 0 && end - hit->end > 1)
        jb_unit_add (unit, start, end, JB_ENTITY_TYPE_ORGANISATION, "level-organ", 0.8);
    }
}

void
jb_names_organisation_find (JbUnit *unit, const JbRules *rules)
{
  guint n_before = unit->candidates->len;

  for (guint i = 0; i < n_before; i++)
    {
      JbCandidate candidate = g_array_index (unit->candidates, JbCandidate, i);
      guint organ = candidate.type == JB_ENTITY_TYPE_STREET || candidate.type == JB_ENTITY_TYPE_COMMUNITY ||
                            candidate.type == JB_ENTITY_TYPE_PLACE
                      ? jb_unit_get_longest (unit, rules, candidate.end, JB_WORD_BIT (JB_WORD_STREET_ORGAN)) : 0;

      if (organ > 0)
        jb_unit_add (unit, candidate.start, candidate.end + organ, JB_ENTITY_TYPE_ORGANISATION, "street-organ", 0.85);
    }
  for (guint i = 0; i < unit->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (unit->hits, JbTrieHit, i);

      if (rules->words[hit->key].lists & JB_WORD_BIT (JB_WORD_LEVEL))
        try_level (unit, rules, hit);
    }
}
