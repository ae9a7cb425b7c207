/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 甲、乙、丙等多家健康企业: the noun behind 等 says what the members are (entity rules, enterprises without suffix). */
#include "jb-names.h"

#define ENUMERATION_COMMA 0x3001
#define DENG 0x7b49
#define MAX_GAP 12     /* between 等 and the head noun */
#define MAX_MEMBER 16

static gboolean
is_mark (gunichar c)
{
  return c == 0x201c || c == 0x201d || c == '"';
}

/* Returns: the type that the head noun gives the members, -1 where there is none */
static int
find_head (const JbScan *scan, const JbRules *rules, guint behind)
{
  int type = -1;

  for (guint i = behind; i < MIN (behind + MAX_GAP, scan->text->length);)
    {
      guint length = jb_scan_get_longest (scan, rules, i, JB_WORD_BIT (JB_WORD_LIST_HEAD));

      if (length > 0)
        {
          /* the last of several nouns counts: 等企业项目; what goes on is another thing: 等社区工作者 */
          type = jb_scan_get_word (scan, rules, i, i + length)->list_type;
          i += length;
          if (scan->common[i - 1] > 1)
            return -1;
          if (jb_scan_get_longest (scan, rules, i, JB_WORD_BIT (JB_WORD_LIST_HEAD)) == 0)
            return type;
          continue;
        }
      if (!jb_scan_char_is_name (scan->text->chars[i]) && !is_mark (scan->text->chars[i]))
        return -1;
      if ((scan->begins[i] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME)) || jb_scan_has_text (scan, i, "领域") ||
          jb_scan_has_text (scan, i, "方面"))
        return -1;
      i++;
    }
  return -1;
}

/* The part of the member before a bracket: 德某宫（博物院一期） */
static guint
cut_bracket (const JbScan *scan, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (scan->text->chars[i] == 0xff08 || scan->text->chars[i] == '(')
      return i;
  return end;
}

static gboolean
is_member (const JbScan *scan, const JbRules *rules, guint start, guint end, JbEntityType type)
{
  if (end < start + 2 || end - start > MAX_MEMBER || jb_scan_has_count (scan, start, end))
    return FALSE;
  for (guint i = start; i < end; i++)
    if (!jb_scan_char_is_name (scan->text->chars[i]) || (scan->begins[i] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME)))
      return FALSE;
  return !jb_scan_is_common (scan, start, end) &&
         (jb_scan_get_word (scan, rules, start, end) == NULL ||
          !(jb_scan_get_word (scan, rules, start, end)->lists & JB_WORD_BIT (JB_WORD_GENERIC_BODY)));
}

/* What stands between two marks is one member, or two with a conjunction: 甲校和乙校 */
static void
add_members (JbScan *scan, const JbRules *rules, guint start, guint end, JbEntityType type, double confidence)
{
  for (guint i = start + 2; i + 2 < end; i++)
    if (jb_scan_is_word_border (scan, i) && (jb_scan_has_text (scan, i, "和") || jb_scan_has_text (scan, i, "与") ||
                                             jb_scan_has_text (scan, i, "以及")))
      {
        guint next = i + (jb_scan_has_text (scan, i, "以及") ? 2 : 1);

        if (!jb_scan_is_word_border (scan, next) || !is_member (scan, rules, start, i, type) ||
            !is_member (scan, rules, next, end, type))
          continue;
        jb_scan_add (scan, start, i, type, "list-head", confidence);
        jb_scan_add (scan, next, end, type, "list-head", confidence);
        return;
      }
  if (is_member (scan, rules, start, end, type))
    jb_scan_add (scan, start, end, type, "list-head", confidence);
}

/* Goes left from 等 over the members. */
static void
try_list (JbScan *scan, const JbRules *rules, guint deng)
{
  int type = find_head (scan, rules, deng + 1);
  guint end = deng;

  if (type < 0)
    return;
  for (guint n = 0; n < 12; n++)
    {
      guint start = end, depth = 0, member;
      gboolean more;

      while (start > 0 && end - start < MAX_MEMBER + 12)
        {
          gunichar c = scan->text->chars[start - 1];

          if (c == 0xff09 || c == ')')
            depth++;
          else if ((c == 0xff08 || c == '(') && depth > 0)
            depth--;
          else if (depth == 0 && !jb_scan_char_is_name (c))
            break;
          start--;
        }
      more = start > 0 && scan->text->chars[start - 1] == ENUMERATION_COMMA;
      member = cut_bracket (scan, start, end);
      if (!more)
        {
          guint first;

          /* the first member stands behind a verb or preposition */
          if (!jb_scan_find_body (scan, member, 2, MAX_MEMBER, &first))
            return;
          start = first;
        }
      add_members (scan, rules, start, member, type, n == 0 && !more ? 0.55 : type == JB_ENTITY_TYPE_PROJECT ? 0.85 : 0.7);
      if (!more)
        return;
      end = start - 1;
    }
}

void
jb_names_list_find (JbScan *scan, const JbRules *rules)
{
  for (guint i = 2; i < scan->text->length; i++)
    if (scan->text->chars[i] == DENG)
      try_list (scan, rules, i);
}
