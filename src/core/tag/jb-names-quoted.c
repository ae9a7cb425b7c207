/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quotation is a name by its form (三访三帮三服务), by the noun behind it (“甲乙”工程), or by its last words
 * (“营商提升年”). Members of a row of quotations share the noun behind the last: “甲”、“乙”、“丙”平台. */
#include "jb-names.h"

#define MAX_QUOTED 20  /* characters of a quotation that is looked at */
#define MAX_NAME 13    /* and of one whose words say what it is */
#define QUOTED_REPEATED "quoted-repeated"

static gunichar
closer_of (gunichar opener)
{
  switch (opener)
    {
    case 0x201c: return 0x201d;
    case 0x2018: return 0x2019;
    case 0x300c: return 0x300d;
    default:     return 0;
    }
}

static guint
find_close (const JbScan *scan, guint open)
{
  gunichar closer = closer_of (scan->text->chars[open]);

  for (guint i = open + 1; i < scan->text->length && i - open <= MAX_QUOTED + 1; i++)
    {
      if (scan->text->chars[i] == closer)
        return i;
      if (scan->text->chars[i] == scan->text->chars[open])
        return 0;
    }
  return 0;
}

/* The type that the noun behind the quotation gives it, -1 where none does; it may stand behind up to four characters:
 * “甲”智能服务平台. */
static int
get_head_type (const JbScan *scan, const JbRules *rules, guint behind)
{
  for (guint skip = 0; skip <= 4 && behind + skip < scan->text->length; skip++)
    {
      guint length = jb_scan_get_longest (scan, rules, behind + skip, JB_WORD_BIT (JB_WORD_QUOTED_HEAD));

      if (length > 0)
        {
          JbEntityType type =
            jb_scan_get_word (scan, rules, behind + skip, behind + skip + length)->quoted_type;

          if (skip == 0 || type == JB_ENTITY_TYPE_SYSTEM)
            return type;
        }
      if (!jb_scan_char_is_name (scan->text->chars[behind + skip]) ||
          (scan->begins[behind + skip] & JB_WORD_BIT (JB_WORD_NOT_IN_NAME)))
        break;
    }
  return -1;
}

static gboolean
is_plain (const JbScan *scan, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    {
      gunichar c = scan->text->chars[i];

      if (jb_char_ends_sentence (c) || c == 0xff0c || c == ',' || c == 0xff1b || c == 0xff1a)
        return FALSE;
    }
  return TRUE;
}

/* Returns: the type found, -1 where the quotation is no name; @next_type is that of the one right behind it */
static int
try_quoted (JbScan *scan, const JbRules *rules, guint open, guint close, int next_type)
{
  guint start = open + 1, length = close - start, tail;
  const JbRuleWord *word = jb_scan_get_word (scan, rules, start, close);
  int head;

  if (length == 0 || (word != NULL && (word->lists & JB_WORD_BIT (JB_WORD_QUOTED_NOT))))
    return -1;
  if (word != NULL && (word->lists & JB_WORD_BIT (JB_WORD_CAMPAIGN)))
    return JB_ENTITY_TYPE_CAMPAIGN;
  if (!is_plain (scan, start, close))
    return -1;
  if (jb_names_is_numeral (scan, start, close))
    {
      jb_scan_add (scan, start, close, JB_ENTITY_TYPE_CAMPAIGN, "quoted-numeral", 0.85);
      return JB_ENTITY_TYPE_CAMPAIGN;
    }
  if (length < 2)
    return -1;
  head = get_head_type (scan, rules, close + 1);
  tail = jb_scan_get_longest_before (scan, rules, close, JB_WORD_BIT (JB_WORD_QUOTED_TAIL));
  if (tail > 0 && length >= tail + (tail == 1 ? 2 : 1) && length <= MAX_NAME)
    {
      JbEntityType type = jb_scan_get_word (scan, rules, close - tail, close)->tail_type;

      jb_scan_add (scan, start, close, type, "quoted-tail", 0.8);
      return type;
    }
  if (head < 0 && next_type >= 0)
    {
      jb_scan_add (scan, start, close, next_type, "quoted-row", 0.65);
      return next_type;
    }
  if (head >= 0 && length <= MAX_NAME && (length >= 3 || head == JB_ENTITY_TYPE_SYSTEM))
    {
      jb_scan_add (scan, start, close, head, "quoted-head", 0.8);
      return head;
    }
  if (length >= 3)
    jb_scan_add (scan, start, close, JB_ENTITY_TYPE_CAMPAIGN, QUOTED_REPEATED, 0.0);
  return -1;
}

/* Whether what follows @close is the next of a row: right behind it, or behind 、 or 和. */
static gboolean
is_in_row (const JbScan *scan, guint close, guint next_open)
{
  if (next_open == close + 1)
    return TRUE;
  return next_open == close + 2 &&
         (scan->text->chars[close + 1] == 0x3001 || scan->text->chars[close + 1] == 0x548c ||
          scan->text->chars[close + 1] == 0x4e0e);
}

void
jb_names_quoted_find (JbScan *scan, const JbRules *rules)
{
  guint next_open = 0;
  int next_type = -1;

  for (guint i = scan->text->length; i-- > 0;)
    {
      guint close = closer_of (scan->text->chars[i]) != 0 ? find_close (scan, i) : 0;

      if (close == 0)
        continue;
      if (next_open == 0 || !is_in_row (scan, close, next_open) || next_type == JB_ENTITY_TYPE_CAMPAIGN)
        next_type = -1;
      next_type = try_quoted (scan, rules, i, close, next_type);
      next_open = i;
    }
}
