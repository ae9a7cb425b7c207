/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-quantities.h"

#include "jb-dates.h"
#include "jb-numerals.h"
#include "jb-words.h"

static const JbWord *
match (const char *list, const JbChars *text, guint start)
{
  return jb_words_match (jb_words_get (list), text, MIN (start, text->length), text->length);
}

static void
add (GArray *quantities, guint start, guint end, double value, const char *unit, JbFigureQualifier qualifier)
{
  JbQuantity quantity = { start, end, value, unit, qualifier };

  g_array_append_val (quantities, quantity);
}

/* 首个, 首批, 首次: the first of its kind is one. Returns: where to go on */
static guint
read_first (const JbChars *text, guint start, GArray *quantities)
{
  const JbWord *unit = match ("rules/quantity-firsts.txt", text, start);

  if (unit == NULL)
    return start + 1;
  add (quantities, start, start + unit->word->length, 1, g_intern_string (unit->note), JB_FIGURE_QUALIFIER_EXACT);
  return start + unit->word->length;
}

/* Whether the number is too large to be part of a word: 四百万, 16,250 */
static gboolean
is_large (const JbChars *text, guint start, const JbNumeral *numeral)
{
  if (numeral->is_bare || numeral->is_digits || numeral->value < 100)
    return FALSE;
  for (guint i = start; i < start + numeral->length; i++)
    if (text->chars[i] == '.')
      return FALSE;
  return TRUE;
}

/* Numbers without a measure word: 之一, 一方面, 两者, 三国, 四百万. @start: where the number begins. Returns: the end, @start
 * where it is none */
static guint
read_bare (const JbChars *text, guint start, GArray *quantities)
{
  gunichar before = start > 0 ? text->chars[start - 1] : 0;
  const JbWord *noun;
  JbNumeral numeral;
  guint end;

  if (before == U'第' || !jb_numeral_read (text, start, &numeral) || numeral.is_bare || numeral.value < 1)
    return start;
  end = start + numeral.length;
  noun = match ("rules/quantity-nouns.txt", text, end);
  if (is_large (text, start, &numeral) ? match ("rules/figure-units.txt", text, end) != NULL
      : numeral.value == 1             ? before != U'之' && !(noun != NULL && noun->word->length > 1)
                                       : noun == NULL || numeral.sharpness != JB_NUMERAL_EXACT)
    return start;
  add (quantities, start, end, numeral.value, "", JB_FIGURE_QUALIFIER_EXACT);
  return end;
}

/* Whether the numeral ends another word: 唯一, 第一, 统一, 地下二层 */
static gboolean
follows_word (const JbChars *text, guint start)
{
  return jb_words_match_back (jb_words_get ("rules/quantity-not-after.txt"), text, 0, start) != NULL;
}

static guint
read_quantity (const JbChars *text, guint start, GArray *quantities)
{
  const JbWord *word = match ("rules/quantity-not.txt", text, start);
  JbFigureSpan span;
  JbNumeral numeral;
  guint skip, end;

  if (word != NULL)
    return start + word->word->length;
  if (follows_word (text, start))
    return start + (jb_numeral_read (text, start, &numeral) ? numeral.length : 1);
  if (jb_figure_span_read (text, start, TRUE, &span, &skip))
    {
      add (quantities, span.start, span.measure_end, span.value, span.unit, span.qualifier);
      return span.end;
    }
  end = read_bare (text, start, quantities);
  return end > start ? end : skip;
}

GArray *
jb_quantities_find (const JbChars *text, const GArray *dates)
{
  GArray *quantities = g_array_new (FALSE, FALSE, sizeof (JbQuantity));
  guint next_date = 0;

  for (guint i = 0; i < text->length;)
    {
      const JbDateHit *date = next_date < dates->len ? &g_array_index (dates, JbDateHit, next_date) : NULL;

      if (date != NULL && date->start <= i)
        {
          i = MAX (i, date->end);
          next_date++;
        }
      else if (jb_numeral_begins_with (text->chars[i]))
        i = read_quantity (text, i, quantities);
      else if (text->chars[i] == U'首')
        i = read_first (text, i, quantities);
      else
        i++;
    }
  return quantities;
}
