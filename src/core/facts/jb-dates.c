/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader goes through the text once; at each place that can begin a date it tries the forms in turn.
 * Resolving is apart from finding: a form yields year, month and day as far as they are written. */
#include "jb-dates.h"

#include <stdio.h>
#include <string.h>

#include "jb-date.h"
#include "jb-date-reader.h"
#include "jb-model-enums.h"
#include "jb-numerals.h"
#include "jb-words.h"

/* Reads a whole number from 1 to @max as in 4月 or 二十一日. */
static gboolean
read_number (const JbDateReader *self, guint i, guint max, guint *value, guint *end)
{
  JbNumeral numeral;

  if (!jb_numeral_read (self->text, i, &numeral) || numeral.sharpness != JB_NUMERAL_EXACT || numeral.is_bare ||
      (numeral.is_arabic && !numeral.is_digits) || numeral.value < 1 || numeral.value > max)
    return FALSE;
  *value = (guint) numeral.value;
  *end = i + numeral.length;
  return TRUE;
}

static guint
skip_blank (const JbDateReader *self, guint i)
{
  return jb_char_is_blank (jb_date_at (self, i)) ? i + 1 : i;
}

/* Forms -------------------------------------------------------------------------------------------------- */

/* Of the part of a year from the month @first to @last. */
static JbDateGranularity
to_granularity (guint first, guint last)
{
  switch (last - first + 1)
    {
    case 1:  return JB_DATE_GRANULARITY_PART_OF_YEAR;
    case 3:  return JB_DATE_GRANULARITY_QUARTER;
    case 6:  return JB_DATE_GRANULARITY_HALF_YEAR;
    case 12: return JB_DATE_GRANULARITY_YEAR;
    default: return JB_DATE_GRANULARITY_RANGE;
    }
}

/* What follows a month: a day or a part. @year is 0 where it is still to be told. Returns: the end */
static guint
read_month_tail (JbDateReader *self, guint start, guint i, guint year, gboolean inferred, guint month)
{
  static const struct { const char *word; guint first, last; } parts[] = {
    { "上旬", 1, 10 }, { "中旬", 11, 20 }, { "下旬", 21, 0 }, { "初", 1, 10 }, { "底", 21, 0 }, { "末", 21, 0 },
  };
  guint day, end;

  if (read_number (self, skip_blank (self, i), 31, &day, &end))
    {
      end = skip_blank (self, end);
      if (jb_date_at (self, end) == U'日' || jb_date_at (self, end) == U'号')
        {
          end++;
          if (year == 0)
            {
              year = jb_date_guess_year (self, start, end, month, day);
              inferred = TRUE;
            }
          jb_date_take_span (self, start, end, JB_DATE_GRANULARITY_DAY, year, month, day, month, day, inferred);
          return end;
        }
    }

  end = jb_date_at (self, i) == U'份' ? i + 1 : i;
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    if (jb_date_stands (self, i, parts[p].word))
      {
        end = i + (guint) g_utf8_strlen (parts[p].word, -1);
        if (year == 0)
          {
            year = jb_date_guess_year (self, start, end, month, parts[p].first);
            inferred = TRUE;
          }
        jb_date_take_span (self, start, end, JB_DATE_GRANULARITY_PART_OF_MONTH, year, month, parts[p].first, month, parts[p].last,
                           inferred);
        return end;
      }
  if (year == 0)
    {
      year = jb_date_guess_year (self, start, end, month, 0);
      inferred = TRUE;
    }
  jb_date_take_span (self, start, end, JB_DATE_GRANULARITY_MONTH, year, month, 1, month, 0, inferred);
  return end;
}

/* 1—4月, 1至4月. Returns: the end, @i where it is none */
static guint
read_months (JbDateReader *self, guint start, guint i, guint year, gboolean inferred)
{
  guint first, last, end;

  if (!read_number (self, i, 12, &first, &end) || !jb_date_is_among (jb_date_at (self, end), U"-–—~～至到") ||
      !read_number (self, end + 1, 12, &last, &end) || last <= first || jb_date_at (self, end) != U'月')
    return i;
  end += jb_date_at (self, end + 1) == U'份' ? 2 : 1;
  if (jb_char_is_digit (jb_date_at (self, end)))
    return i;
  if (year == 0)
    {
      year = jb_date_guess_year (self, start, end, last, 0);
      inferred = TRUE;
    }
  jb_date_take_span (self, start, end, JB_DATE_GRANULARITY_RANGE, year, first, 1, last, 0, inferred);
  return end;
}

/* What follows a year: a month, a part of the year, or nothing. Returns: the end */
static guint
read_year_tail (JbDateReader *self, guint start, guint i, guint year, gboolean inferred)
{
  const JbWord *part;
  guint month, end, first, last;

  if (jb_date_at (self, i) == U'度')
    i++;
  if (year != 0 && (end = read_months (self, start, i, year, inferred)) > i)
    return end;
  if (read_number (self, skip_blank (self, i), 12, &month, &end) && jb_date_at (self, skip_blank (self, end)) == U'月')
    {
      end = skip_blank (self, end) + 1;
      if (year != 0)
        return read_month_tail (self, start, end, year, inferred, month);
      /* 今年3月 without a reference: the hit stays open, and must not be taken for a bare month */
      if (read_number (self, end, 31, &month, &first) && jb_date_at (self, first) == U'日')
        end = first + 1;
      jb_date_take_open (self, start, end, JB_DATE_GRANULARITY_MONTH);
      return end;
    }
  if (i < self->text->length &&
      (part = jb_words_match (jb_words_get ("rules/date-parts.txt"), self->text, i, self->text->length)) != NULL &&
      sscanf (part->note, "%u %u", &first, &last) == 2)
    {
      jb_date_take_span (self, start, i + part->word->length, to_granularity (first, last), year, first, 1, last, 0, inferred);
      return i + part->word->length;
    }
  jb_date_take_span (self, start, i, JB_DATE_GRANULARITY_YEAR, year, 1, 1, 12, 0, inferred);
  return i;
}

/* 2020-04-21, 2020/4/21, 2020.4.21; Returns: the end, @start where it is none */
static guint
read_iso (JbDateReader *self, guint start, guint year, guint i)
{
  gunichar separator = jb_date_at (self, i);
  guint month, day, end;

  if ((separator == '-' || separator == '/' || separator == '.') &&
      read_number (self, i + 1, 12, &month, &end) && jb_date_at (self, end) == separator &&
      read_number (self, end + 1, 31, &day, &end) && jb_char_is_digit (jb_date_at (self, end - 1)))
    {
      jb_date_take_span (self, start, end, JB_DATE_GRANULARITY_DAY, year, month, day, month, day, FALSE);
      return end;
    }
  return start;
}

static void
take_years (JbDateReader *self, guint start, guint end, JbDateGranularity granularity, guint first, guint last, gboolean inferred)
{
  jb_date_take (self, start, end, granularity, g_strdup_printf ("%04u-01-01", first), g_strdup_printf ("%04u-12-31", last),
                inferred);
  self->last_year = self->last_month = 0;
}

/* 1990年代, 90年代, 20世纪, 20世纪90年代; a decade without a century stays open, unless 上世纪 stands before it. */
static guint
read_age (JbDateReader *self, guint start, guint value, guint i)
{
  gboolean of_last_century = start >= 3 && self->year > 1000 && jb_date_stands (self, start - 3, "上世纪");
  guint decade, end;

  if (jb_date_stands (self, i, "世纪") && value >= 1 && value <= 21)
    {
      i += 2;
      if (read_number (self, i, 90, &decade, &end) && jb_date_stands (self, end, "年代") && decade % 10 == 0)
        {
          value = (value - 1) * 100 + decade;
          i = end + 2;
          take_years (self, start, i, JB_DATE_GRANULARITY_DECADE, value, value + 9, FALSE);
        }
      else
        take_years (self, start, i, JB_DATE_GRANULARITY_CENTURY, value * 100 - 99, value * 100, FALSE);
      return i;
    }
  if (!jb_date_stands (self, i, "年代") || value % 10 != 0 || (value > 90 && value < 1000))
    return start;
  i += 2;
  if (value < 100 && of_last_century)
    value += (self->year - 1) / 100 * 100 - 100;
  if (value >= 1000)
    take_years (self, start, i, JB_DATE_GRANULARITY_DECADE, value, value + 9, of_last_century);
  else
    jb_date_take_open (self, start, i, JB_DATE_GRANULARITY_DECADE);
  return i;
}

/* A day alone: 15日. Returns: the end, @start where it is none */
static guint
read_day (JbDateReader *self, guint start, guint day, guint i)
{
  gunichar next = jb_date_at (self, i + 1);
  guint end = i + 1, year = self->year, month = self->month;

  if (next == U'内' || next == U'均' || next == U'间' || next == U'游' || next == U'元' || next == U'以')
    return start;
  if (jb_date_continues_last (self, start) && self->last_month != 0)
    {
      jb_date_take_span (self, start, end, JB_DATE_GRANULARITY_DAY, self->last_year, self->last_month, day, self->last_month,
                         day, TRUE);
      return end;
    }
  if (self->day == 0)
    {
      jb_date_take_open (self, start, end, JB_DATE_GRANULARITY_DAY);
      return end;
    }
  if (jb_date_is_future (self, start, end) ? day < self->day : FALSE)
    month = month == 12 ? (year++, 1) : month + 1;
  else if (day > self->day && !jb_date_is_future (self, start, end))
    month = month == 1 ? (year--, 12) : month - 1;
  jb_date_take_span (self, start, end, JB_DATE_GRANULARITY_DAY, year, month, day, month, day, TRUE);
  return end;
}

/* Whether what stands before a month is a lunar year: 庚子年 */
static gboolean
follows_lunar_year (const JbDateReader *self, guint start)
{
  return start >= 3 && jb_date_at (self, start - 1) == U'年' &&
         jb_date_is_among (jb_date_at (self, start - 3), U"甲乙丙丁戊己庚辛壬癸");
}

/* The forms that begin with a number. Returns: the end, @start where it is none; @skip is behind the number */
static guint
read_from_number (JbDateReader *self, guint start, guint *skip)
{
  JbNumeral numeral;
  guint i, value, end;
  gboolean whole, four;
  gunichar next;

  if (!jb_numeral_read (self->text, start, &numeral))
    return start;
  *skip = i = start + numeral.length;
  if (start > 0 && (jb_date_at (self, start - 1) == U'第' || jb_date_at (self, start - 1) == '.'))
    return start;

  if ((jb_date_stands (self, i, "年来") || jb_date_stands (self, i, "年以来")) && numeral.value < 1000)
    {
      if (numeral.value >= 1 && self->day != 0)
        jb_date_take_near (self, start, i + 1, JB_DATE_GRANULARITY_RANGE, -(int) (numeral.value * 365.25), 0);
      else
        jb_date_take_open (self, start, i + 1, JB_DATE_GRANULARITY_RANGE);
      return i + 1;
    }
  if ((jb_date_stands (self, i, "个月来") || jb_date_stands (self, i, "个多月来")) && numeral.value >= 1 && numeral.value < 100)
    {
      end = i + (jb_date_at (self, i + 1) == U'多' ? 3 : 2);
      if (end == i + 2)
        jb_date_take_near (self, start, end, JB_DATE_GRANULARITY_RANGE, -(int) (numeral.value * 30.5), 0);
      else
        jb_date_take_open (self, start, end, JB_DATE_GRANULARITY_RANGE);
      return end;
    }
  if (numeral.sharpness != JB_NUMERAL_EXACT || numeral.is_bare || (numeral.is_arabic && !numeral.is_digits) ||
      numeral.value < 1 || numeral.value > 9999)
    return start;

  value = (guint) numeral.value;
  four = numeral.is_digits && numeral.n_digits == 4 && value >= 1000 && value <= 2100;
  whole = skip_blank (self, i) == i || numeral.is_arabic;
  next = jb_date_at (self, whole ? skip_blank (self, i) : i);
  if ((end = read_age (self, start, value, i)) > start)
    return end;
  if (value <= 12 && !(start > 0 && jb_date_is_among (jb_date_at (self, start - 1), U"-–—~～/")) &&
      (end = read_months (self, start, start, 0, FALSE)) > start)
    return end;
  if (four && next == U'年' && !jb_date_stands (self, i, "年级"))
    return read_year_tail (self, start, skip_blank (self, i) + 1, value, FALSE);
  if (four && (end = read_iso (self, start, value, i)) > start)
    return end;
  if (next == U'月' && value <= 12 && !follows_lunar_year (self, start))
    {
      i = skip_blank (self, i) + 1;
      if (jb_date_at (self, i) == U'廿' || (!numeral.is_arabic && jb_date_at (self, i) == U'初'))
        return start;
      return read_month_tail (self, start, i, 0, FALSE, value);
    }
  if (next == U'日' && numeral.is_arabic && value <= 31 && skip_blank (self, i) == i)
    return read_day (self, start, value, i);
  return start;
}

/* 近三年, 过去5年, 最近两个月: @i is behind the first word. Returns: the end, @start where it is none */
static guint
read_recent (JbDateReader *self, guint start, guint i)
{
  JbNumeral numeral;
  double days;

  if (!jb_numeral_read (self->text, i, &numeral) || numeral.value < 1 || numeral.value > 200)
    return start;
  i += numeral.length;
  if (jb_date_at (self, i) == U'年' && jb_date_at (self, i + 1) != U'级')
    days = 365.25, i += 1;
  else if (jb_date_stands (self, i, "个月"))
    days = 30.5, i += 2;
  else if (jb_date_at (self, i) == U'天' || jb_date_at (self, i) == U'日')
    days = 1, i += 1;
  else if (jb_date_at (self, i) == U'周')
    days = 7, i += 1;
  else
    return start;
  if (numeral.sharpness == JB_NUMERAL_EXACT)
    jb_date_take_near (self, start, i, JB_DATE_GRANULARITY_RANGE, -(int) (numeral.value * days), 0);
  else
    jb_date_take_open (self, start, i, JB_DATE_GRANULARITY_RANGE);
  return i;
}

/* 本周, 上周五. @i: behind the word, @weeks: from that of the reference. Returns: the end */
static guint
read_week (JbDateReader *self, guint start, guint i, int weeks)
{
  static const gunichar days[] = U"一二三四五六日";
  GDate date;
  int monday;

  if (self->day == 0)
    {
      jb_date_take_open (self, start, i, JB_DATE_GRANULARITY_WEEK);
      return i;
    }
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) self->day, (GDateMonth) self->month, (GDateYear) self->year);
  monday = weeks * 7 - ((int) g_date_get_weekday (&date) - 1);
  for (int d = 0; d < 7; d++)
    if (jb_date_at (self, i) == days[d] || (d == 6 && jb_date_at (self, i) == U'天'))
      {
        jb_date_take_near (self, start, i + 1, JB_DATE_GRANULARITY_DAY, monday + d, monday + d);
        return i + 1;
      }
  jb_date_take_near (self, start, i, JB_DATE_GRANULARITY_WEEK, monday, monday + 6);
  return i;
}

/* 本月, 上月15日. Returns: the end */
static guint
read_near_month (JbDateReader *self, guint start, guint i, int months)
{
  int month = (int) self->month + months, year = (int) self->year;

  if (self->day == 0)
    {
      jb_date_take_open (self, start, i, JB_DATE_GRANULARITY_MONTH);
      return i;
    }
  if (month < 1 || month > 12)
    {
      year += month < 1 ? -1 : 1;
      month += month < 1 ? 12 : -12;
    }
  return read_month_tail (self, start, i, (guint) year, TRUE, (guint) month);
}

/* 同年6月: the month is a hit, of the year that was named last. */
static guint
read_same_year (JbDateReader *self, guint start, guint i, guint years)
{
  guint month, end;

  if (self->last_year == 0 || !read_number (self, i, 12, &month, &end) || jb_date_at (self, end) != U'月')
    return start;
  return read_month_tail (self, i, end + 1, self->last_year + years, TRUE, month);
}

/* 月初, 月底: of the reference's month */
static guint
read_part_of_month (JbDateReader *self, guint start, guint i, guint first)
{
  gunichar before = start > 0 ? jb_date_at (self, start - 1) : 0;

  if (jb_date_is_among (before, U"每各当岁年个满"))
    return start;
  if (self->day == 0)
    jb_date_take_open (self, start, i, JB_DATE_GRANULARITY_PART_OF_MONTH);
  else
    jb_date_take_span (self, start, i, JB_DATE_GRANULARITY_PART_OF_MONTH, self->year, self->month, first, self->month,
                       first == 1 ? 10 : 0, TRUE);
  return i;
}

/* @i: behind the word. Returns: the end, @start where it is no date */
static guint
read_word (JbDateReader *self, guint start, guint i, const char *note)
{
  gunichar before = start > 0 ? jb_date_at (self, start - 1) : 0;
  int amount = 0;
  char kind[16] = "";

  sscanf (note, "%15s %d", kind, &amount);
  if (strcmp (kind, "year") == 0)
    return read_year_tail (self, start, i, self->year == 0 ? 0 : (guint) ((int) self->year + amount), TRUE);
  if (strcmp (kind, "month") == 0)
    return read_near_month (self, start, i, amount);
  if (strcmp (kind, "week") == 0)
    return read_week (self, start, i, amount);
  if (strcmp (kind, "same") == 0)
    return read_same_year (self, start, i, (guint) amount);
  if (strcmp (kind, "from") == 0)
    return read_part_of_month (self, start, i, (guint) amount);
  if (strcmp (kind, "day") == 0)
    jb_date_take_near (self, start, i, JB_DATE_GRANULARITY_DAY, amount, amount);
  else if (strcmp (kind, "within") == 0)
    jb_date_take_near (self, start, i, JB_DATE_GRANULARITY_FUZZY, -amount, 0);
  else if (strcmp (kind, "open") == 0)
    jb_date_take_open (self, start, i, JB_DATE_GRANULARITY_FUZZY);
  else if (strcmp (kind, "now") == 0 && (before == U'至' || before == U'止' || before == U'到'))
    jb_date_take_near (self, start, i, JB_DATE_GRANULARITY_FUZZY, 0, 0);
  else
    return start;
  return i;
}

/* The forms that begin with a word. Returns: the end, @start where it is none */
static guint
read_from_word (JbDateReader *self, guint start, guint *skip)
{
  const JbWord *word;
  guint i, end = self->text->length, first, last;
  gunichar before = start > 0 ? jb_date_at (self, start - 1) : 0;

  if (jb_date_stands (self, start, "农历"))
    {
      for (i = start; i < end && !jb_char_is_punctuation (jb_date_at (self, i)) && !jb_char_is_blank (jb_date_at (self, i)); i++)
        ;
      *skip = i;
      return start;
    }
  if (jb_date_at (self, start) == U'近')
    {
      if ((i = read_recent (self, start, start + 1)) > start)
        return i;
    }
  else if (jb_date_stands (self, start, "过去") && (i = read_recent (self, start, start + 2)) > start)
    {
      return i;
    }

  word = jb_words_match (jb_words_get ("rules/date-words.txt"), self->text, start, end);
  if (word != NULL)
    {
      *skip = start + word->word->length;
      return read_word (self, start, *skip, word->note);
    }

  word = jb_words_match (jb_words_get ("rules/date-parts.txt"), self->text, start, end);
  if (word != NULL && strstr (word->note, "suffix") == NULL && !jb_char_is_numeral (before) &&
      !jb_char_is_digit (before) && !jb_date_is_among (before, U"多几半每个同") &&
      sscanf (word->note, "%u %u", &first, &last) == 2)
    {
      i = start + word->word->length;
      jb_date_take_span (self, start, i, to_granularity (first, last), self->year, first, 1, last, 0, TRUE);
      return i;
    }
  return start;
}

/* What stands behind a date says more of it: 以来, 前, 晚. */
static void
read_behind (JbDateReader *self, JbDateHit *hit)
{
  const JbWord *part = NULL;
  int value;

  if (jb_date_stands (self, hit->end, "以来") || jb_date_stands (self, hit->end, "至今"))
    {
      g_autofree char *today = self->day != 0 ? jb_date_format (self->year, self->month, self->day) : NULL;

      if (today != NULL && hit->from != NULL && strcmp (hit->from, today) <= 0)
        {
          g_free (hit->to);
          hit->to = g_steal_pointer (&today);
          hit->inferred = TRUE;
        }
      hit->granularity = JB_DATE_GRANULARITY_RANGE;
    }
  hit->is_limit = jb_date_stands (self, hit->end, "之前") || jb_date_stands (self, hit->end, "以前") ||
                  (jb_date_at (self, hit->end) == U'前' && !jb_date_is_among (jb_date_at (self, hit->end + 1), U"后往来期列三"));
  if (hit->granularity == JB_DATE_GRANULARITY_DAY && hit->end < self->text->length)
    part = jb_words_match (jb_words_get ("rules/date-day-parts.txt"), self->text, hit->end, self->text->length);
  if (part == NULL && hit->granularity == JB_DATE_GRANULARITY_DAY)
    part = jb_words_match_back (jb_words_get ("rules/date-day-parts.txt"), self->text, hit->start, hit->end);  /* 昨晚 */
  if (part != NULL && jb_enum_from_nick (JB_TYPE_DAY_PART, part->note, &value))
    hit->part = (JbDayPart) value;
}

static void
clear_hit (gpointer data)
{
  JbDateHit *hit = data;

  g_free (hit->from);
  g_free (hit->to);
}

GArray *
jb_dates_find (const JbChars *text, const char *reference)
{
  JbDateReader self = { text, g_array_new (FALSE, FALSE, sizeof (JbDateHit)) };
  guint i = 0;

  g_array_set_clear_func (self.hits, clear_hit);
  if (jb_date_is_valid (reference))
    sscanf (reference, "%4u-%2u-%2u", &self.year, &self.month, &self.day);
  else if (reference != NULL && strlen (reference) == 4)
    sscanf (reference, "%4u", &self.year);

  while (i < text->length)
    {
      gunichar c = text->chars[i];
      guint skip = i + 1, end = i;

      if (jb_char_is_han (c))
        end = read_from_word (&self, i, &skip);
      if (end == i && skip == i + 1 && jb_numeral_begins_with (c))
        end = read_from_number (&self, i, &skip);
      i = end > i ? end : skip;
    }
  for (i = 0; i < self.hits->len; i++)
    read_behind (&self, &g_array_index (self.hits, JbDateHit, i));
  return self.hits;
}
