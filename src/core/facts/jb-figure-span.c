/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-figure-span.h"

#include <stdlib.h>
#include <string.h>

#include "jb-model-enums.h"
#include "jb-numerals.h"
#include "jb-words.h"

/* How far behind a measure the head of the notion may stand that it is part of (15分钟便民生活圈), and how far the
 * noun that an amount sorts into a class (10亿元以上高端产业项目). */
#define HEAD_REACH 7

static gunichar
at (const JbChars *text, guint i)
{
  return i < text->length ? text->chars[i] : 0;
}

static gboolean
is_letter (gunichar c)
{
  c = jb_char_fold_width (c);
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static gboolean
is_name_char (gunichar c)
{
  return jb_char_is_han (c) || is_letter (c);
}

static const JbWord *
match (const char *list, const JbChars *text, guint start)
{
  return jb_words_match (jb_words_get (list), text, MIN (start, text->length), text->length);
}

static const JbWord *
match_back (const char *list, const JbChars *text, guint end)
{
  return jb_words_match_back (jb_words_get (list), text, 0, end);
}

/* Part of a code, a name, a clock time or a telephone number. */
static gboolean
is_code (const JbChars *text, guint start, guint end)
{
  gunichar before = jb_char_fold_width (start > 0 ? at (text, start - 1) : 0);
  gunichar behind = jb_char_fold_width (at (text, end));

  return is_letter (before) || before == '+' || before == '-' || before == ':' || before == '/' || before == '.' ||
         before == '#' || behind == '+' || behind == ':' || before == 0x2236 || behind == 0x2236;  /* 7∶2 */
}

/* @loose: whether a loose unit counts too. @n_noun: how many characters at the unit's end are a noun and no measure word. */
static gboolean
read_kind (const JbWord *unit, gboolean loose, JbFigureSpan *span, double *factor, guint *n_noun)
{
  static const struct { const char *name; JbUnitKind kind; gboolean loose; } kinds[] = {
    { "percent", JB_UNIT_PERCENT }, { "money", JB_UNIT_MONEY }, { "area", JB_UNIT_AREA },
    { "measure", JB_UNIT_MEASURE }, { "duration", JB_UNIT_DURATION }, { "count", JB_UNIT_COUNT },
    { "loose", JB_UNIT_COUNT, TRUE },
  };
  g_auto(GStrv) notes = g_strsplit (unit->note, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (notes[0], kinds[i].name) == 0 && (loose || !kinds[i].loose))
      {
        span->kind = kinds[i].kind;
        span->unit = g_intern_string (notes[1]);
        *factor = notes[2] != NULL && g_ascii_isdigit (*notes[2]) ? g_ascii_strtod (notes[2], NULL) : 1;
        *n_noun = notes[2] != NULL && g_str_has_prefix (notes[2], "noun") ? (guint) atoi (notes[2] + strlen ("noun")) : 0;
        return TRUE;
      }
  return FALSE;
}

static JbFigureQualifier
to_qualifier (const char *note, JbFigureQualifier otherwise)
{
  int value;

  return jb_enum_from_nick (JB_TYPE_FIGURE_QUALIFIER, note, &value) ? (JbFigureQualifier) value : otherwise;
}

static gboolean
is_stop (const JbChars *text, guint i)
{
  const JbWord *word = match ("rules/figure-stops.txt", text, i);

  return word != NULL && strcmp (word->note, "none") != 0;
}

/* Whether a word of @list that says @note begins at [@start, @start + HEAD_REACH), before any mark or number. */
static gboolean
meets (const char *list, const char *note, const JbChars *text, guint start)
{
  const JbWords *words = jb_words_get (list);

  for (guint i = start; i < start + HEAD_REACH && is_name_char (at (text, i)); i++)
    {
      const JbWord *word = jb_words_match (words, text, i, text->length);

      if (word != NULL && strcmp (word->note, note) == 0)
        return TRUE;
      if (is_stop (text, i))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_notion (const JbChars *text, const JbFigureSpan *span)
{
  return (span->kind == JB_UNIT_DURATION || span->kind == JB_UNIT_MEASURE || span->kind == JB_UNIT_AREA) &&
         meets ("rules/figure-concepts.txt", "head", text, span->end);
}

/* An amount that says of what size the things are that are counted or named next. */
static gboolean
is_class (const JbChars *text, const JbFigureSpan *span)
{
  gunichar behind = at (text, span->behind);

  if (span->kind == JB_UNIT_COUNT || span->kind == JB_UNIT_PERCENT)
    return FALSE;
  if (behind == U'级')
    return TRUE;
  if (!is_name_char (behind) || is_stop (text, span->behind))
    return FALSE;
  if (span->behind > span->end && span->kind != JB_UNIT_AREA &&
      match ("rules/figure-leads.txt", text, span->behind) == NULL)
    return TRUE;  /* 2吨以上减量点, 80岁以上老人 */
  return (span->kind == JB_UNIT_MONEY || span->kind == JB_UNIT_MEASURE) &&
         meets ("rules/figure-class-nouns.txt", "", text, span->behind);
}

/* @all: whether what counts rates and parts (每5分钟, 前3个) is wanted too */
static gboolean
is_excluded_by_word_before (const JbChars *text, const JbFigureSpan *span, gboolean all)
{
  static const char *const names[] = { "percent", "money", "area", "measure", "duration", "count" };
  const JbWord *word = match_back ("rules/figure-not-after.txt", text, span->start);

  if (word == NULL || strcmp (word->note, "-") == 0)
    return FALSE;
  if (strcmp (word->note, "loose") == 0)  /* 9时30分 */
    return at (text, span->end - 1) == U'分';
  return strcmp (word->note, "*") == 0 ||
         (!all && (strcmp (word->note, "rate") == 0 || strcmp (word->note, names[span->kind]) == 0));
}

/* 百分之九十三, 三分之一, 3/4: @i is behind the first number. */
static gboolean
read_fraction (const JbChars *text, guint start, guint i, const JbNumeral *below, JbFigureSpan *span)
{
  JbNumeral above;
  gboolean percent = FALSE;

  if (at (text, i) != U'分' || at (text, i + 1) != U'之')
    return FALSE;
  if (!jb_numeral_read (text, MIN (i + 2, text->length), &above) || below->value == 0)
    return FALSE;
  percent = below->value == 100;
  span->start = start;
  span->end = span->measure_end = span->behind = i + 2 + above.length;
  span->kind = JB_UNIT_PERCENT;
  span->unit = percent ? "%" : "";
  span->value = percent ? above.value : above.value / below->value;
  return TRUE;
}

/* A range: 3—5家, 100至500元. @i: behind the first number, @end: (out): behind the last */
static gboolean
read_range (const JbChars *text, guint start, guint i, const JbNumeral *first, guint *end)
{
  gunichar c = at (text, i);
  gboolean is_sign = c == '-' || c == '~' || c == 0xff5e || c == 0x2014 || c == 0x2013;
  JbNumeral last;

  if ((!is_sign && c != U'至' && c != U'到') || is_code (text, start, i) || (is_sign && !jb_char_is_digit (at (text, i + 1))) ||
      !jb_numeral_read (text, MIN (i + 1, text->length), &last) || last.is_arabic != first->is_arabic ||
      last.value <= first->value)
    return FALSE;
  *end = i + 1 + last.length;
  return TRUE;
}

/* The first number of a range is a quantity by itself, of the unit behind the last. */
static gboolean
read_range_start (const JbChars *text, guint end, guint range_end, const JbNumeral *first, JbFigureSpan *span)
{
  const JbWord *word = match ("rules/figure-units.txt", text, range_end);
  guint n_noun;
  double factor;

  if (word == NULL || !read_kind (word, TRUE, span, &factor, &n_noun))
    return FALSE;
  span->end = span->measure_end = span->behind = end;
  span->value = first->value * factor;
  return TRUE;
}

/* $16,250 */
static gboolean
read_currency_before (const JbChars *text, guint start, const char **unit)
{
  static const struct { gunichar sign; const char *unit; } signs[] = {
    { '$', "美元" }, { 0xff04, "美元" }, { 0xa5, "元" }, { 0xffe5, "元" }, { 0x20ac, "欧元" }, { 0xa3, "英镑" },
  };

  for (guint i = 0; start > 0 && i < G_N_ELEMENTS (signs); i++)
    if (text->chars[start - 1] == signs[i].sign)
      {
        *unit = signs[i].unit;
        return TRUE;
      }
  return FALSE;
}

gboolean
jb_figure_span_read (const JbChars *text, guint start, gboolean all, JbFigureSpan *span, guint *skip)
{
  JbNumeral numeral;
  const JbWord *word;
  double factor = 1;
  guint i, range_end, n_noun = 0;

  *skip = start + 1;
  *span = (JbFigureSpan) { .start = start, .qualifier = JB_FIGURE_QUALIFIER_EXACT };
  word = match ("rules/figure-concepts.txt", text, start);
  if (word != NULL && strcmp (word->note, "whole") == 0 && at (text, start + word->word->length) != U'内')
    {
      *skip = start + word->word->length;
      return FALSE;
    }
  if (at (text, start) == U'百' && at (text, start + 1) == U'分' && at (text, start + 2) == U'之')
    numeral = (JbNumeral) { .length = 1, .value = 100 };
  else if (!jb_numeral_read (text, start, &numeral))
    return FALSE;

  *skip = i = start + numeral.length;
  if (!numeral.is_arabic && numeral.value == 0)
    return FALSE;  /* 零件 */
  if (read_fraction (text, start, i, &numeral, span))
    {
      *skip = span->end;
      return TRUE;
    }

  word = match_back ("rules/figure-qualifiers-before.txt", text, start);
  if (word != NULL)
    span->qualifier = to_qualifier (word->note, JB_FIGURE_QUALIFIER_EXACT);
  if (numeral.is_bare && numeral.sharpness == JB_NUMERAL_EXACT && span->qualifier == JB_FIGURE_QUALIFIER_EXACT)
    return FALSE;
  if (numeral.sharpness == JB_NUMERAL_MORE)
    span->qualifier = JB_FIGURE_QUALIFIER_MORE_THAN;
  else if (numeral.sharpness == JB_NUMERAL_ABOUT)
    span->qualifier = JB_FIGURE_QUALIFIER_ABOUT;

  if (read_range (text, start, i, &numeral, &range_end))
    {
      if (all)
        return read_range_start (text, i, range_end, &numeral, span);
      *skip = i = range_end;
      span->qualifier = JB_FIGURE_QUALIFIER_ABOUT;
    }

  if (is_code (text, start, i))
    return FALSE;
  word = match ("rules/figure-units.txt", text, jb_char_is_blank (at (text, i)) ? i + 1 : i);
  if (word == NULL && read_currency_before (text, start, &span->unit))
    {
      span->end = span->measure_end = span->behind = i;
      span->kind = JB_UNIT_MONEY;
      span->value = numeral.value;
      return TRUE;
    }
  if (word != NULL && is_letter (word->word->chars[word->word->length - 1]) &&
      is_letter (at (text, i + (jb_char_is_blank (at (text, i)) ? 1 : 0) + word->word->length)))
    word = NULL;  /* 5 major */
  if (word == NULL || !read_kind (word, all || numeral.is_arabic || numeral.is_bare, span, &factor, &n_noun))
    return FALSE;
  if (!all && !numeral.is_arabic && numeral.value == 1 && numeral.length == 1 && span->kind != JB_UNIT_MONEY &&
      span->kind != JB_UNIT_PERCENT)
    return FALSE;
  if (at (text, i) == U'方' && word->word->length == 1 && numeral.value < 100)
    return FALSE;  /* 三方协同 */

  span->end = i + (jb_char_is_blank (at (text, i)) ? 1 : 0) + word->word->length;
  span->measure_end = span->end - n_noun;
  span->value = numeral.value * factor;
  if (factor == 10 && span->qualifier == JB_FIGURE_QUALIFIER_EXACT && is_name_char (at (text, span->end)) &&
      match ("rules/figure-qualifiers-after.txt", text, span->end) == NULL && at (text, span->end) != U'的')
    return FALSE;  /* 三成立 */
  if (span->kind == JB_UNIT_COUNT && at (text, span->end - 1) == U'个' && at (text, span->end) == U'多' &&
      at (text, span->end + 1) == U'月')
    {
      span->end += 2;
      span->kind = JB_UNIT_DURATION;
      span->unit = "个月";
      span->qualifier = JB_FIGURE_QUALIFIER_MORE_THAN;
    }

  span->behind = span->end;
  while ((word = match ("rules/figure-qualifiers-after.txt", text, span->behind)) != NULL && strcmp (word->note, "none") != 0)
    {
      span->qualifier = to_qualifier (word->note, span->qualifier);
      span->behind += word->word->length;
    }
  *skip = span->behind;
  return !is_excluded_by_word_before (text, span, all) && !is_notion (text, span) && !is_class (text, span);
}
