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
find_head (const JbUnit *unit, const JbRules *rules, guint behind)
{
  int type = -1;

  for (guint i = behind; i < MIN (behind + MAX_GAP, unit->text->length);)
    {
      guint length = jb_unit_get_longest (unit, rules, i, JB_WORD_BIT (JB_WORD_LIST_HEAD));

      if (length > 0)
        {
          /* the last of several nouns counts: 等企业项目; what goes on is another thing: 等社区工作者 */
          type = jb_unit_get_word (unit, rules, i, i + length)->list_type;
          i += length;
          if (unit->common[i - 1] > 1)
            return -1;
          if (jb_unit_get_longest (unit, rules, i, JB_WORD_BIT (JB_WORD_LIST_HEAD)) == 0)
            return type;
          continue;
        }
      if (!jb_unit_char_is_name (unit->text->chars[i]) && !is_mark (unit->text->chars[i]))
        return -1;
      if (unit->begins[i] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME))
        return -1;
      i++;
    }
  return -1;
}

/* The part of the member before a bracket: 德某宫（博物院一期） */
static guint
cut_bracket (const JbUnit *unit, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (unit->text->chars[i] == 0xff08 || unit->text->chars[i] == '(')
      return i;
  return end;
}

static gboolean
is_member (const JbUnit *unit, const JbRules *rules, guint start, guint end, JbEntityType type)
{
  if (end < start + 2 || end - start > MAX_MEMBER || jb_unit_has_count (unit, start, end))
    return FALSE;
  for (guint i = start; i < end; i++)
    if (!jb_unit_char_is_name (unit->text->chars[i]) || (unit->begins[i] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME)))
      return FALSE;
  return !jb_unit_is_common (unit, start, end) &&
         (jb_unit_get_word (unit, rules, start, end) == NULL ||
          !(jb_unit_get_word (unit, rules, start, end)->lists & JB_WORD_BIT (JB_WORD_GENERIC_BODY)));
}

/* Goes left from 等 over the members. */
static void
try_list (JbUnit *unit, const JbRules *rules, guint deng)
{
  int type = find_head (unit, rules, deng + 1);
  guint end = deng;

  if (type < 0)
    return;
  for (guint n = 0; n < 12; n++)
    {
      guint start = end, depth = 0, member;
      gboolean more;

      while (start > 0 && end - start < MAX_MEMBER + 12)
        {
          gunichar c = unit->text->chars[start - 1];

          if (c == 0xff09 || c == ')')
            depth++;
          else if ((c == 0xff08 || c == '(') && depth > 0)
            depth--;
          else if (depth == 0 && !jb_unit_char_is_name (c))
            break;
          start--;
        }
      more = start > 0 && unit->text->chars[start - 1] == ENUMERATION_COMMA;
      member = cut_bracket (unit, start, end);
      if (!more)
        {
          guint first;

          /* the first member stands behind a verb or preposition */
          if (!jb_unit_find_body (unit, member, 2, MAX_MEMBER, &first))
            return;
          start = first;
        }
      if (is_member (unit, rules, start, member, type) && (more || n > 0 || start > 0))
        jb_unit_add (unit, start, member, type, "list-head", n == 0 && !more ? 0.55 : 0.7);
      if (!more)
        return;
      end = start - 1;
    }
}

void
jb_names_list_find (JbUnit *unit, const JbRules *rules)
{
  for (guint i = 2; i < unit->text->length; i++)
    if (unit->text->chars[i] == DENG)
      try_list (unit, rules, i);
}
