/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outside quotation marks a campaign needs a head noun with words before it that say which (全域环境提升深化年行动),
 * a platform one with something digital in or before it (电梯物联网智慧监管平台). */
#include "jb-names.h"

#define MAX_BODY 14

static gboolean
is_numeral (gunichar c)
{
  return jb_char_is_numeral (c) || jb_char_is_digit (c);
}

/* 全 and 多 count like numerals inside a shorthand: 三园多点 */
static gboolean
is_loose_numeral (gunichar c)
{
  return is_numeral (c) || c == 0x591a || c == 'N' || c == 'X' || c == 'n';
}

/* 1+4+N, 党建+X */
static gboolean
is_sum (const JbUnit *unit, guint start, guint end)
{
  guint n_plus = 0;
  gboolean code = FALSE;

  for (guint i = start; i < end; i++)
    {
      gunichar c = unit->text->chars[i];

      if (c == '+' || c == 0xff0b)
        {
          n_plus++;
          if (i + 1 < end && is_loose_numeral (unit->text->chars[i + 1]) && (i + 2 == end || i + 2 < end))
            code = TRUE;
        }
      else if (!jb_unit_char_is_name (c))
        return FALSE;
    }
  return n_plus > 0 && code && unit->text->chars[start] != '+' && unit->text->chars[end - 1] != '+';
}

gboolean
jb_names_is_numeral (const JbUnit *unit, guint start, guint end)
{
  guint n_groups = 0, n_numerals = 0, run = 0, length = end - start;

  if (length < 3 || length > 16)
    return FALSE;
  if (is_sum (unit, start, end))
    return TRUE;
  for (guint i = start; i < end; i++)
    n_numerals += is_numeral (unit->text->chars[i]);
  if (n_numerals == length)  /* 152, 六五四; four digits are a year or a number */
    return length == 3;
  if (!is_numeral (unit->text->chars[start]))
    return FALSE;

  /* (numeral)(one to three characters), twice or more */
  for (guint i = start; i < end; i++)
    {
      gunichar c = unit->text->chars[i];

      if (is_loose_numeral (c))
        {
          if (i > start && run == 0)
            break;
          n_groups++;
          run = 0;
        }
      else if (!jb_char_is_han (c) || ++run > 3)
        break;
      if (i + 1 == end && n_groups >= 2 && run > 0)
        return TRUE;
    }
  /* 五场比赛, 七个减下来, 六大专项行动: a numeral, a classifier, what is counted */
  return length >= 4 && length <= 9 && n_numerals == 1 && jb_char_is_han (unit->text->chars[end - 1]) &&
         (unit->begins[start + 1] & JB_WORD_BIT (JB_WORD_QUANTIFIER));
}

/* 三联三领三服务 without marks: three groups or more, or a head noun behind it. */
static guint
find_bare_numeral (const JbUnit *unit, const JbRules *rules, guint start)
{
  guint groups = 0, end = 0, i = start;

  while (i < unit->text->length && jb_char_is_numeral (unit->text->chars[i]))
    {
      guint run = 0, k = i + 1;

      while (k < unit->text->length && run < 3 && jb_char_is_han (unit->text->chars[k]) &&
             !jb_char_is_numeral (unit->text->chars[k]) && !(unit->begins[k] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME)))
        {
          run++;
          k++;
        }
      if (run == 0)
        break;
      groups++;
      if (k < unit->text->length && jb_char_is_numeral (unit->text->chars[k]))
        {
          i = k;
          continue;
        }
      /* the last group ends where the clause does or a common word begins */
      for (end = i + 2; end < k && unit->common[end] < 2; end++)
        ;
      break;
    }
  return groups >= 3 && end > 0 && jb_unit_is_left_edge (unit, start) ? end : 0;
}

static void
try_campaign (JbUnit *unit, const JbRules *rules, const JbTrieHit *hit)
{
  guint start, i;

  if (jb_unit_get_longest_before (unit, rules, hit->end, JB_WORD_BIT (JB_WORD_CAMPAIGN_HEAD)) >
      hit->end - hit->start)
    return;
  /* the modifier may hold marks (打通“生命通道”集中攻坚行动) no more than verbs of the ordinary kind; it may begin
   * with one (深化基层治理专项行动), so only the plain boundaries count */
  for (i = hit->start; i > 0 && hit->start - i < MAX_BODY; i--)
    {
      if (!jb_unit_char_is_name (unit->text->chars[i - 1]))
        break;
      if (unit->boundary[i] > 0 && unit->common[i - 1] < 2 &&
          !(unit->boundary[i] >= 2 && (unit->ends[i] & JB_WORD_BIT (JB_WORD_COMMON)) && hit->start - i < 6) &&
          !((unit->begins[i - 1] & JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK)) && unit->boundary[i] == 1))
        break;
    }
  start = i;
  if (hit->start - start < 2 || hit->start - start >= MAX_BODY || jb_unit_has_count (unit, start, hit->start))
    return;
  if (jb_unit_get_longest (unit, rules, start, JB_WORD_BIT (JB_WORD_GENERIC_BODY)) == hit->start - start)
    return;
  jb_unit_add (unit, start, hit->end, JB_ENTITY_TYPE_CAMPAIGN, "campaign-head", 0.65);
}

static void
try_system (JbUnit *unit, const JbRules *rules, const JbTrieHit *hit)
{
  gboolean digital = FALSE, telling = unit->text->chars[hit->start] < 128;
  const JbWord *word;
  guint start;

  if (jb_unit_get_longest_before (unit, rules, hit->end, JB_WORD_BIT (JB_WORD_SYSTEM_HEAD)) > hit->end - hit->start ||
      jb_unit_get_longest (unit, rules, hit->start, JB_WORD_BIT (JB_WORD_SYSTEM_HEAD)) > hit->end - hit->start)
    return;
  if (!jb_unit_find_body (unit, hit->start, 2, 12, &start))
    return;
  for (guint length; (length = jb_unit_get_longest (unit, rules, start, JB_WORD_BIT (JB_WORD_GENERIC_BODY))) >= 2 &&
                     start + length + 2 <= hit->start && unit->common[start] <= length;)
    start += length;
  word = jb_unit_get_word (unit, rules, start, hit->end);
  if (jb_unit_has_count (unit, start, hit->end) || (word != NULL && (word->lists & JB_WORD_BIT (JB_WORD_SYSTEM_GENERIC))))
    return;
  for (guint i = start; i < hit->start; i++)
    {
      guint length = jb_unit_get_longest (unit, rules, i, JB_WORD_BIT (JB_WORD_SYSTEM_WORD));

      digital |= length > 0 && i + length <= hit->start;
    }
  telling |= jb_unit_has_text (unit, hit->start, "驾驶舱") || jb_unit_has_text (unit, hit->start, "作战图") ||
             jb_unit_has_text (unit, hit->start, "小程序");
  if (telling || (digital && (hit->end - start >= 7 || !jb_unit_is_common (unit, start, hit->start))))
    jb_unit_add (unit, start, hit->end, JB_ENTITY_TYPE_SYSTEM, "system-head", telling ? 0.75 : 0.6);
}

void
jb_names_campaign_find (JbUnit *unit, const JbRules *rules)
{
  for (guint i = 0; i < unit->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (unit->hits, JbTrieHit, i);
      JbWordSet lists = rules->words[hit->key].lists;

      if (lists & JB_WORD_BIT (JB_WORD_CAMPAIGN_HEAD))
        try_campaign (unit, rules, hit);
      if (lists & JB_WORD_BIT (JB_WORD_SYSTEM_HEAD))
        try_system (unit, rules, hit);
    }
  for (guint i = 0; i < unit->text->length; i++)
    if (jb_char_is_numeral (unit->text->chars[i]) && (i == 0 || !is_numeral (unit->text->chars[i - 1])))
      {
        guint end = find_bare_numeral (unit, rules, i);

        if (end > 0)
          {
            jb_unit_add (unit, i, end, JB_ENTITY_TYPE_CAMPAIGN, "numeral", 0.7);
            i = end - 1;
          }
      }
}
