/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There is no word segmentation here. A clause is cut from both ends by lists of what is no part of a noun: verbs
 * and adverbs on its left, verbs of being and of change on its right. What is left reads as the subject even where
 * it is a word or two too long. */
#include "jb-figure-subject.h"

#include <string.h>

#include "jb-numerals.h"
#include "jb-words.h"

#define BEFORE_REACH 28
#define BEHIND_REACH 14

static gunichar
at (const JbChars *text, guint i)
{
  return i < text->length ? text->chars[i] : 0;
}

static gboolean
is_quote (gunichar c)
{
  switch (c)
    {
    case 0x201c: case 0x201d: case 0x2018: case 0x2019: case 0x300c: case 0x300d: case 0x300e: case 0x300f:
    case 0x300a: case 0x300b: case 0xb7:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
ends_clause (gunichar c)
{
  return (jb_char_is_punctuation (c) && !is_quote (c) && c != '%' && c != '-' && c != '/') || c == '\n';
}

/* What makes 率, 数 and the like of a verb a noun: 复工率 must not lose its verb. */
static gboolean
begins_with_suffix (const JbChars *text, guint i)
{
  static const gunichar suffixes[] = U"率数量额度费值比者员";

  if (at (text, i) == U'面' && at (text, i + 1) == U'积')
    return TRUE;
  for (const gunichar *s = suffixes; *s != 0; s++)
    if (*s == at (text, i))
      return TRUE;
  return FALSE;
}

static const JbWord *
match_lead (const JbChars *text, guint i, guint end)
{
  const JbWord *word = jb_words_match (jb_words_get ("rules/figure-leads.txt"), text, i, end);

  return word != NULL && !begins_with_suffix (text, i + word->word->length) ? word : NULL;
}

/* Takes 已达, 增长, 约 and blanks from the end of [@start, @end). */
static guint
strip_tail (const JbChars *text, guint start, guint end)
{
  const JbWords *tails = jb_words_get ("rules/figure-tails.txt");
  const JbWords *qualifiers = jb_words_get ("rules/figure-qualifiers-before.txt");

  for (;;)
    {
      const JbWord *word = jb_words_match_back (qualifiers, text, start, end);

      if (end > start && jb_char_is_blank (text->chars[end - 1]))
        {
          end--;
          continue;
        }
      if (word == NULL || strcmp (word->note, "none") == 0)
        word = jb_words_match_back (tails, text, start, end);
      if (word == NULL || (word->word->length == 1 && end - start == 2 && text->chars[end - 1] != U'了'))
        return end;
      end -= word->word->length;
    }
}

static guint
strip_lead (const JbChars *text, guint start, guint end)
{
  const JbWord *word;

  /* in the middle of the clause: behind the last verb that takes an object */
  for (guint i = start; i < end; i++)
    {
      word = match_lead (text, i, end);
      if (word != NULL && g_str_has_prefix (word->note, "cut") && i + word->word->length + 1 <= end)
        {
          start = i + word->word->length;
          i = start - 1;
        }
    }
  while ((word = match_lead (text, start, end)) != NULL && word->word->length < end - start &&
         strcmp (word->note, "none") != 0)
    start += word->word->length;
  while (start < end && jb_char_is_blank (text->chars[start]))
    start++;
  return start;
}

static guint
find_clause (const JbChars *text, guint floor, guint end)
{
  guint start = end;

  while (start > floor && end - start < BEFORE_REACH && !ends_clause (text->chars[start - 1]))
    start--;
  return start;
}

/* A quotation mark whose partner was cut off goes too. */
static void
trim_quotes (const JbChars *text, JbSpan *span)
{
  guint open = 0, close = 0;

  for (guint i = span->start; i < span->end; i++)
    {
      open += jb_char_is_opener (text->chars[i]);
      close += jb_char_is_closer (text->chars[i]);
    }
  if (close > open && jb_char_is_closer (text->chars[span->end - 1]))
    span->end--;
  if (open > close && jb_char_is_opener (text->chars[span->start]))
    span->start++;
}

static gboolean
stands (const JbChars *text, guint i, guint end, const char *utf8)
{
  return i + (guint) g_utf8_strlen (utf8, -1) <= end && jb_chars_has_text (text, i, utf8);
}

/* 增速高于全省平均水平1.2个百分点: what it is compared with is not the subject. */
static guint
cut_comparison (const JbChars *text, guint start, guint end)
{
  static const char *const words[] = { "高于", "低于", "快于", "好于", "优于", "比上", "比全", "比去", "较上", "较全" };

  for (guint i = start; i < end; i++)
    for (guint w = 0; w < G_N_ELEMENTS (words); w++)
      if (stands (text, i, end, words[w]))
        return i;
  return end;
}

/* 住房、就医等方面的建议: the noun is behind 等 and behind the last 的, except that 比重 and 比例 need what is before. */
static guint
find_head (const JbChars *text, guint start, guint end)
{
  guint head = start;

  if (stands (text, end - MIN (end - start, 2), end, "比重") || stands (text, end - MIN (end - start, 2), end, "比例"))
    return start;
  for (guint i = start; i + 2 < end; i++)
    {
      gunichar c = text->chars[i];

      if (c == U'的' || (c == U'等' && text->chars[i + 1] != U'级' && text->chars[i + 1] != U'候' &&
                         (i == start || (text->chars[i - 1] != U'高' && text->chars[i - 1] != U'中'))))
        head = i + 1;
    }
  return head;
}

static gboolean
find_before (const JbChars *text, const JbFigureSpan *figure, guint floor, JbSpan *subject)
{
  guint clause = find_clause (text, floor, figure->start);
  guint end = strip_tail (text, clause, figure->start);
  guint start;
  const JbWord *generic, *lead;

  if (figure->kind == JB_UNIT_PERCENT)
    end = strip_tail (text, clause, cut_comparison (text, clause, end));
  start = strip_lead (text, clause, end);
  if (start < end)
    start = find_head (text, start, end);
  lead = jb_words_match (jb_words_get ("rules/figure-leads.txt"), text, start, end);
  if (end - start < 2 ||
      (lead != NULL && lead->word->length == end - start && g_str_has_suffix (lead->note, "empty")))
    return FALSE;

  /* 开展云签约，涉及金额14亿元: the words before say what the amount is of */
  generic = jb_words_match (jb_words_get ("rules/figure-generic-subjects.txt"), text, start, end);
  if (generic != NULL && generic->word->length == end - start && clause > floor + 1)
    {
      guint before = find_clause (text, floor, clause - 1), object = strip_lead (text, before, clause - 1);

      if (object < clause - 1)
        {
          start = object;
          end = clause - 1;
        }
    }
  *subject = (JbSpan) { start, end };
  trim_quotes (text, subject);
  return subject->start < subject->end;
}

/* Behind a number with a unit that is no figure but part of a noun; @i where there is none. */
static guint
skip_class (const JbChars *text, guint i)
{
  JbNumeral numeral;
  JbFigureSpan class;
  guint skip;

  if (!jb_numeral_read (text, i, &numeral) || jb_figure_span_read (text, i, FALSE, &class, &skip) ||
      skip <= i + numeral.length)
    return i;
  return skip;
}

/* The noun behind the figure; @is_verb tells that there is only a verb, which ends the clause (1126户签约，). */
static gboolean
find_behind (const JbChars *text, const JbFigureSpan *figure, JbSpan *subject, gboolean *is_verb)
{
  const JbWords *stops = jb_words_get ("rules/figure-stops.txt");
  guint start = figure->behind, i;
  const JbWord *stop;

  *is_verb = FALSE;
  if (at (text, start) == U'的')
    start++;
  if (jb_char_is_opener (at (text, start)) && is_quote (at (text, start)))
    {
      for (i = ++start; i < start + BEHIND_REACH && i < text->length && !jb_char_is_closer (text->chars[i]); i++)
        ;
      *subject = (JbSpan) { start, i };
      return i > start && jb_char_is_closer (at (text, i));
    }

  for (i = start; i < start + BEHIND_REACH; i++)
    {
      gunichar c = at (text, i);

      if (jb_char_is_digit (c))
        {
          i = skip_class (text, i);  /* 10亿元产业项目 */
          if (!jb_char_is_han (at (text, i)))
            break;
          i--;
          continue;
        }
      if (!jb_char_is_han (c) && !g_unichar_isalpha (c))
        break;
      stop = jb_words_match (stops, text, i, text->length);
      if (stop != NULL && strcmp (stop->note, "none") == 0)
        i += stop->word->length - 1;
      else if (stop != NULL && (i == start || (strcmp (stop->note, "first") != 0 &&
                                               (i >= start + 2 || stop->word->length > 1 || c == U'的'))))
        {
          if (i == start && stop->word->length > 1)
            {
              guint behind = i + stop->word->length;

              *is_verb = behind >= text->length || ends_clause (text->chars[behind]);
              *subject = (JbSpan) { i, behind };
            }
          break;
        }
    }
  if (i > start)
    *subject = (JbSpan) { start, i };
  return i > start;
}

/* Whether the words before only say where: 渡口片区120户签约 */
static gboolean
ends_with_place (const JbChars *text, guint end)
{
  static const gunichar suffixes[] = U"区镇乡县市村街道期楼路园";

  for (const gunichar *s = suffixes; *s != 0; s++)
    if (end > 0 && text->chars[end - 1] == *s)
      return TRUE;
  return FALSE;
}

gboolean
jb_figure_subject_find (const JbChars *text, const JbFigureSpan *figure, guint floor, JbSpan *subject)
{
  JbSpan before = { 0, 0 }, behind = { 0, 0 };
  gboolean is_verb;
  gboolean has_behind = find_behind (text, figure, &behind, &is_verb);
  gboolean has_before = find_before (text, figure, floor, &before);
  gboolean prefers_behind;

  switch (figure->kind)
    {
    case JB_UNIT_COUNT:
    case JB_UNIT_AREA:
      prefers_behind = has_behind || (is_verb && has_before && ends_with_place (text, figure->start));
      break;
    case JB_UNIT_PERCENT:
      prefers_behind = has_behind && at (text, figure->behind) == U'的';
      break;
    default:
      prefers_behind = has_behind && !has_before;
      break;
    }

  if (prefers_behind)
    *subject = behind;
  else if (has_before)
    *subject = before;
  else if (is_verb || (has_behind && figure->kind != JB_UNIT_PERCENT))
    *subject = behind;
  else
    return FALSE;
  return TRUE;
}
