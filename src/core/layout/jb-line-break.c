/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over neighbours. Pango's own breaks are not used: they differ between its versions
 * (quotation marks before and after Unicode 16) and let · ～ ㎡ and —— start a line. */
#include "jb-line-break.h"

#include "jb-chars.h"

#include <string.h>

#define SHORTEST_ADDRESS 12  /* characters; km/h and A/B are none */
#define LONGEST_WORD 20

/* A stretch of Latin characters without spaces. */
typedef struct
{
  guint    start, end;
  gboolean address;  /* like a.b/c?d=e or x@y.z, or longer than any word */
} Stretch;

typedef struct
{
  const gunichar *chars;
  const guint8   *classes;
  guint           length;
  JbBreakRules    rules;
  Stretch         stretch;  /* the last one looked at */
} Text;

static gboolean
is_digit_at (const Text *text, guint i)
{
  return i < text->length && text->classes[i] != JB_LINE_MARKER && jb_char_is_digit (text->chars[i]);
}

/* A mark that holds two digits together: 1,000 3.5 12:30 3/4 2020-04 */
static gboolean
joins_digits (const Text *text, guint i)
{
  return i > 0 && strchr (".,:/-", (int) MIN (text->chars[i], 0x7f)) != NULL &&
         is_digit_at (text, i - 1) && is_digit_at (text, i + 1);
}

/* Whether the code points @i - 1 and @i stand in the same number. */
static gboolean
inside_number (const Text *text, guint i)
{
  return (is_digit_at (text, i - 1) && (is_digit_at (text, i) || joins_digits (text, i))) ||
         (is_digit_at (text, i) && joins_digits (text, i - 1));
}

static gboolean
is_latin (const Text *text, guint i)
{
  return text->classes[i] == JB_LINE_WORD || (text->chars[i] > ' ' && text->chars[i] < 0x7f);
}

static gboolean
forbids_start (const Text *text, guint i)
{
  if (text->classes[i] == JB_LINE_MARKER)
    return TRUE;
  if (text->rules == JB_BREAK_RULES_NONE)
    return FALSE;
  switch (text->classes[i])
    {
    case JB_LINE_CLOSE: case JB_LINE_COMMA: case JB_LINE_STOP: case JB_LINE_EXCLAIM: case JB_LINE_INTERPUNCT:
    case JB_LINE_CONNECTOR: case JB_LINE_SOLIDUS: case JB_LINE_SUFFIX:
      return TRUE;
    case JB_LINE_DASH: case JB_LINE_ELLIPSIS:
      return text->rules == JB_BREAK_RULES_STRICT;
    default:
      return FALSE;
    }
}

static gboolean
forbids_end (const Text *text, guint i)
{
  switch (text->classes[i])
    {
    case JB_LINE_OPEN: case JB_LINE_PREFIX: case JB_LINE_LABEL:
      return text->rules >= JB_BREAK_RULES_BASIC;
    case JB_LINE_SOLIDUS:
      return text->rules >= JB_BREAK_RULES_GB;
    default:
      return FALSE;
    }
}

/* 5|万 and 5万|元, not 数|万 */
static gboolean
parts_unit (const Text *text, guint i)
{
  if (text->classes[i] != JB_LINE_UNIT)
    return FALSE;
  return is_digit_at (text, i - 1) ||
         (i >= 2 && text->classes[i - 1] == JB_LINE_UNIT && is_digit_at (text, i - 2));
}

static gboolean
is_address (const Text *text, guint start, guint end)
{
  gboolean letters = FALSE, marks = FALSE;

  for (guint k = start; k < end; k++)
    {
      letters |= g_unichar_isalpha (text->chars[k]);
      marks |= text->chars[k] == '/' || text->chars[k] == '@' || text->chars[k] == '_' || text->chars[k] == '=';
    }
  return end - start >= SHORTEST_ADDRESS && letters && (marks || end - start > LONGEST_WORD);
}

/* Whether the Latin stretch that goes on at @i is an address. Called for growing @i. */
static gboolean
inside_address (Text *text, guint i)
{
  Stretch *stretch = &text->stretch;

  if (i >= stretch->end)
    {
      stretch->start = i - 1;
      for (stretch->end = i; stretch->end < text->length && is_latin (text, stretch->end); stretch->end++)
        if (text->classes[stretch->end] == JB_LINE_MARKER)
          break;
      stretch->address = is_address (text, stretch->start, stretch->end);
    }
  return stretch->address;
}

static JbBreak
break_inside_latin (const Text *text, guint i, gboolean address)
{
  gunichar before = text->chars[i - 1];

  if (forbids_start (text, i) || text->classes[i - 1] == JB_LINE_OPEN)
    return JB_BREAK_EMERGENCY;
  if (before == '-' && !address && i >= 2 && text->classes[i - 2] == JB_LINE_WORD)
    return JB_BREAK_ALLOWED;
  if (strchr ("/.,:;?&=_@#%+", (int) MIN (before, 0x7f)) != NULL)
    return JB_BREAK_URL;
  return address ? JB_BREAK_ADDRESS : JB_BREAK_WORD;
}

static JbBreak
break_before (Text *text, guint i)
{
  JbLineClass a = text->classes[i - 1];
  JbLineClass b = text->classes[i];
  gboolean latin = a != JB_LINE_MARKER && b != JB_LINE_MARKER && is_latin (text, i - 1) && is_latin (text, i);
  gboolean address = latin && inside_address (text, i);

  if (b == JB_LINE_JOINED || (a == b && (a == JB_LINE_DASH || a == JB_LINE_ELLIPSIS || a == JB_LINE_MARKER)))
    return JB_BREAK_NEVER;
  if (b == JB_LINE_SPACE)
    return JB_BREAK_NEVER;
  if (!address && inside_number (text, i))
    return JB_BREAK_EMERGENCY;
  if (latin)
    return break_inside_latin (text, i, address);
  if (forbids_start (text, i) || forbids_end (text, i - 1))
    return JB_BREAK_EMERGENCY;
  if (a == JB_LINE_SPACE && i >= 2 && forbids_end (text, i - 2))
    return JB_BREAK_EMERGENCY;
  if (parts_unit (text, i) || (text->chars[i - 1] == 0x7b2c && is_digit_at (text, i)))
    return JB_BREAK_UNIT;
  return JB_BREAK_ALLOWED;
}

guint8 *
jb_line_breaks_new (const gunichar *chars, const guint8 *classes, guint length, JbBreakRules rules)
{
  Text text = { chars, classes, length, rules, { 0, 0, FALSE } };
  guint8 *breaks = g_new (guint8, length + 1);

  breaks[0] = JB_BREAK_NEVER;
  for (guint i = 1; i < length; i++)
    breaks[i] = break_before (&text, i);
  return breaks;
}
