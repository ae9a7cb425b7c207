/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the suffix the body is followed to the left until a boundary word, a mark or another name (entity rules for
 * places, left boundary). What is left must be no count (17个社区) and not generic (示范小区). */
#include "jb-names.h"

#include <string.h>

/* A longer word that ends where the suffix does hides it: 小区 hides 区, 思路 hides 路. */
static gboolean
is_hidden (const JbUnit *unit, const JbRules *rules, guint start, guint end)
{
  const JbWordSet hiding = JB_WORD_BIT (JB_WORD_COMMON) | JB_WORD_BIT (JB_WORD_SUFFIX) |
                           JB_WORD_BIT (JB_WORD_PROVINCE) | JB_WORD_BIT (JB_WORD_CITY) |
                           JB_WORD_BIT (JB_WORD_COUNTRY) | JB_WORD_BIT (JB_WORD_LANDMARK);

  return jb_unit_get_longest_before (unit, rules, end, hiding) > end - start;
}

static gboolean
is_generic (const JbUnit *unit, const JbRules *rules, guint start, guint end)
{
  const JbWord *word = jb_unit_get_word (unit, rules, start, end);

  return word != NULL && (word->lists & JB_WORD_BIT (JB_WORD_GENERIC_BODY));
}

/* Words that belong to no name before the body: 全市, 老旧, 整个. */
static guint
skip_generic (const JbUnit *unit, const JbRules *rules, guint start, guint end, guint min)
{
  for (;;)
    {
      guint length = jb_unit_get_longest (unit, rules, start, JB_WORD_BIT (JB_WORD_GENERIC_BODY));

      if (length < 2 || start + length + min > end || unit->common[start] > length)
        return start;
      start += length;
    }
}

static gboolean
all_numerals (const JbUnit *unit, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (!jb_char_is_numeral (unit->text->chars[i]) && !jb_char_is_digit (unit->text->chars[i]))
      return FALSE;
  return TRUE;
}

static gboolean
body_makes_name (const JbUnit *unit, const JbRules *rules, const JbSuffix *suffix, guint start, guint end,
                 gboolean has_phase)
{
  if (start == end || is_generic (unit, rules, start, end) || jb_unit_has_count (unit, start, end) ||
      all_numerals (unit, start, end))
    return FALSE;
  switch (suffix->kind)
    {
    case JB_SUFFIX_STRONG:
      return TRUE;
    case JB_SUFFIX_PROPER:
      /* common words make a name only where it stands alone or a phase follows */
      return !jb_unit_is_common (unit, start, end) || (has_phase && end - start >= 4) ||
             jb_unit_has_known (unit, rules, start, end);
    case JB_SUFFIX_NAMED:
      return jb_unit_has_known (unit, rules, start, end);
    default:
      g_assert_not_reached ();
    }
}

/* Whether a verb of building governs what begins at @start, be it through a list: 加快推进甲商场、乙酒店. */
static gboolean
is_being_built (const JbUnit *unit, const JbRules *rules, guint start)
{
  for (guint i = start, steps = 0; i > 0 && steps < 24; i--, steps++)
    {
      gunichar c = unit->text->chars[i - 1];

      if (jb_unit_get_longest_before (unit, rules, i, JB_WORD_BIT (JB_WORD_BUILD_VERB)) > 0)
        return TRUE;
      if (!jb_unit_char_is_name (c) && c != 0x3001 && !jb_char_is_closer (c) && !jb_char_is_opener (c))
        return FALSE;
      if (!jb_unit_char_is_name (c))
        steps = 0;
      else if (is_generic (unit, rules, i - 1, i) && steps > 12)
        return FALSE;
    }
  return FALSE;
}

static void
try_suffix (JbUnit *unit, const JbRules *rules, const JbTrieHit *hit, const JbSuffix *suffix)
{
  guint start, end = hit->end, phase;
  JbEntityType type = suffix->type;
  JbCandidate *candidate;
  double confidence;

  if (is_hidden (unit, rules, hit->start, hit->end) || jb_unit_is_cut (unit, hit->start, hit->end))
    return;
  if (!jb_unit_find_body (unit, hit->start, suffix->min, suffix->max, &start))
    return;
  start = skip_generic (unit, rules, start, hit->start, suffix->min);
  phase = jb_unit_get_longest (unit, rules, hit->end, JB_WORD_BIT (JB_WORD_PHASE));
  if (phase == 4)  /* 一期项目: 项目 is no part of the name */
    phase = 2;
  if (!body_makes_name (unit, rules, suffix, start, hit->start, phase > 0))
    return;
  if (phase > 0 && (type == JB_ENTITY_TYPE_COMMUNITY || type == JB_ENTITY_TYPE_PROJECT))
    end += phase;

  if (type == JB_ENTITY_TYPE_STREET || (type == JB_ENTITY_TYPE_PLACE && strcmp (suffix->rule, "suffix-admin") == 0))
    unit->names[end] = MAX (unit->names[end], (guint8) (end - start));
  confidence = suffix->kind == JB_SUFFIX_STRONG ? 0.9 : 0.8;
  if (jb_unit_is_common (unit, start, hit->start))
    confidence -= 0.2;
  if ((strcmp (suffix->rule, "suffix-hotel") == 0 || strcmp (suffix->rule, "suffix-landmark") == 0) &&
      end - hit->start >= 2 && is_being_built (unit, rules, start))
    {
      jb_unit_add (unit, start, end, JB_ENTITY_TYPE_PROJECT, "being-built", 0.6);
      return;
    }
  candidate = jb_unit_add (unit, start, end, type, suffix->rule, confidence);
  if (hit->end - hit->start == 5 && type == JB_ENTITY_TYPE_STREET)
    candidate->end -= 3;  /* 街道办事处 */
}

void
jb_names_suffix_find (JbUnit *unit, const JbRules *rules)
{
  for (guint i = 0; i < unit->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (unit->hits, JbTrieHit, i);
      const JbWord *word = &rules->words[hit->key];

      if (word->lists & JB_WORD_BIT (JB_WORD_SUFFIX))
        try_suffix (unit, rules, hit, &word->suffix);
    }
}
