/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outside quotation marks a campaign needs a head noun with words before it that say which (全域风貌提升深化年行动),
 * a platform one with something digital in or before it (管网物联网智慧监管平台). */
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
is_sum (const JbScan *scan, guint start, guint end)
{
  guint n_plus = 0;
  gboolean code = FALSE;

  for (guint i = start; i < end; i++)
    {
      gunichar c = scan->text->chars[i];

      if (c == '+' || c == 0xff0b)
        {
          n_plus++;
          if (i + 1 < end && is_loose_numeral (scan->text->chars[i + 1]) && (i + 2 == end || i + 2 < end))
            code = TRUE;
        }
      else if (!jb_scan_char_is_name (c))
        return FALSE;
    }
  return n_plus > 0 && code && scan->text->chars[start] != '+' && scan->text->chars[end - 1] != '+';
}

gboolean
jb_names_is_numeral (const JbScan *scan, guint start, guint end)
{
  guint n_groups = 0, n_numerals = 0, run = 0, length = end - start;

  if (length < 3 || length > 16)
    return FALSE;
  if (is_sum (scan, start, end))
    return TRUE;
  for (guint i = start; i < end; i++)
    n_numerals += is_numeral (scan->text->chars[i]);
  if (n_numerals == length)  /* 264, 七五三; four digits are a year or a number */
    return length == 3;
  if (!is_numeral (scan->text->chars[start]))
    return FALSE;

  /* (numeral)(one to three characters), twice or more */
  for (guint i = start; i < end; i++)
    {
      gunichar c = scan->text->chars[i];

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
  /* 五场比赛, 九个减下来, 七大专项行动: a numeral, a classifier, what is counted */
  return length >= 4 && length <= 9 && n_numerals == 1 && jb_char_is_han (scan->text->chars[end - 1]) &&
         (scan->begins[start + 1] & JB_WORD_BIT (JB_WORD_QUANTIFIER));
}

/* 三访三帮三服务 without marks: three groups or more, or a head noun behind it. */
static guint
find_bare_numeral (const JbScan *scan, const JbRules *rules, guint start)
{
  guint groups = 0, end = 0, i = start;

  while (i < scan->text->length && jb_char_is_numeral (scan->text->chars[i]))
    {
      guint run = 0, k = i + 1;

      while (k < scan->text->length && run < 3 && jb_char_is_han (scan->text->chars[k]) &&
             !jb_char_is_numeral (scan->text->chars[k]) && !(scan->begins[k] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME)))
        {
          run++;
          k++;
        }
      if (run == 0)
        break;
      groups++;
      if (k < scan->text->length && jb_char_is_numeral (scan->text->chars[k]))
        {
          i = k;
          continue;
        }
      /* the last group ends where the clause does or a common word begins */
      for (end = i + 2; end < k && scan->common[end] < 2; end++)
        ;
      break;
    }
  return groups >= 3 && end > 0 && jb_scan_is_left_edge (scan, start) ? end : 0;
}

/* [坚决打好]蓝天保卫战, […提前完成]蓝天保卫战: the name begins behind the last verb that leaves enough of it. */
static guint
skip_verbs (const JbScan *scan, const JbRules *rules, guint start, guint head)
{
  guint begin = start;

  for (guint i = start; i + 4 <= head; i++)
    {
      guint length = jb_scan_get_longest (scan, rules, i, JB_WORD_BIT (JB_WORD_CAMPAIGN_VERB));

      if (length > 0 && i + length + 4 <= head)
        begin = i + length;
    }
  return begin;
}

static void
try_campaign (JbScan *scan, const JbRules *rules, const JbTrieHit *hit)
{
  guint start, i;

  if (jb_scan_get_longest_before (scan, rules, hit->end, JB_WORD_BIT (JB_WORD_CAMPAIGN_HEAD)) >
      hit->end - hit->start)
    return;
  /* the modifier may hold marks (打通“安全通道”集中攻坚行动) no more than verbs of the ordinary kind; it may begin
   * with one (深化楼宇治理专项行动), so only the plain boundaries count */
  for (i = hit->start; i > 0 && hit->start - i < MAX_BODY; i--)
    {
      if (!jb_scan_char_is_name (scan->text->chars[i - 1]))
        break;
      if (scan->boundary[i] > 0 && scan->common[i - 1] < 2 &&
          !(scan->boundary[i] >= 2 && (scan->ends[i] & JB_WORD_BIT (JB_WORD_COMMON)) && hit->start - i < 6) &&
          !((scan->begins[i - 1] & JB_WORD_BIT (JB_WORD_BOUNDARY_WEAK)) && scan->boundary[i] == 1 &&
            scan->text->chars[i - 1] != 0x548c /* 和 */))
        break;
    }
  start = skip_verbs (scan, rules, i, hit->start);
  if (hit->start - start < 4 || hit->start - start >= MAX_BODY || jb_scan_has_count (scan, start, hit->start))
    return;
  if (jb_scan_get_longest (scan, rules, start, JB_WORD_BIT (JB_WORD_GENERIC_BODY)) == hit->start - start)
    return;
  jb_scan_add (scan, start, hit->end, JB_ENTITY_TYPE_CAMPAIGN, "campaign-head", 0.65);
}

static void
try_system (JbScan *scan, const JbRules *rules, const JbTrieHit *hit)
{
  gboolean digital = FALSE, telling = scan->text->chars[hit->start] < 128;
  const JbRuleWord *word;
  guint start;

  if (jb_scan_get_longest_before (scan, rules, hit->end, JB_WORD_BIT (JB_WORD_SYSTEM_HEAD)) > hit->end - hit->start ||
      jb_scan_get_longest (scan, rules, hit->start, JB_WORD_BIT (JB_WORD_SYSTEM_HEAD)) > hit->end - hit->start)
    return;
  if (!jb_scan_find_body (scan, hit->start, 2, 12, &start))
    return;
  for (guint length; (length = jb_scan_get_longest (scan, rules, start, JB_WORD_BIT (JB_WORD_GENERIC_BODY))) >= 2 &&
                     start + length + 2 <= hit->start && scan->common[start] <= length;)
    start += length;
  word = jb_scan_get_word (scan, rules, start, hit->end);
  if (jb_scan_has_count (scan, start, hit->end) ||
      (word != NULL && (word->lists & JB_WORD_BIT (JB_WORD_SYSTEM_GENERIC))))
    return;
  for (guint i = start; i < hit->start; i++)
    {
      guint length = jb_scan_get_longest (scan, rules, i, JB_WORD_BIT (JB_WORD_SYSTEM_WORD));

      digital |= length > 0 && i + length <= hit->start;
    }
  telling |= jb_scan_has_text (scan, hit->start, "驾驶舱") || jb_scan_has_text (scan, hit->start, "作战图") ||
             jb_scan_has_text (scan, hit->start, "小程序");
  if (telling || (digital && (hit->end - start >= 7 || !jb_scan_is_common (scan, start, hit->start))))
    jb_scan_add (scan, start, hit->end, JB_ENTITY_TYPE_SYSTEM, "system-head", telling ? 0.75 : 0.6);
}

void
jb_names_campaign_find (JbScan *scan, const JbRules *rules)
{
  for (guint i = 0; i < scan->hits->len; i++)
    {
      const JbTrieHit *hit = &g_array_index (scan->hits, JbTrieHit, i);
      JbWordSet lists = rules->words[hit->key].lists;

      if (lists & JB_WORD_BIT (JB_WORD_CAMPAIGN_HEAD))
        try_campaign (scan, rules, hit);
      if (lists & JB_WORD_BIT (JB_WORD_SYSTEM_HEAD))
        try_system (scan, rules, hit);
    }
  for (guint i = 0; i < scan->text->length; i++)
    if (jb_char_is_numeral (scan->text->chars[i]) && (i == 0 || !is_numeral (scan->text->chars[i - 1])))
      {
        guint end = find_bare_numeral (scan, rules, i);

        if (end > 0)
          {
            jb_scan_add (scan, i, end, JB_ENTITY_TYPE_CAMPAIGN, "numeral", 0.7);
            i = end - 1;
          }
      }
}
