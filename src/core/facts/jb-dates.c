/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader goes through the text once; at each place that can begin a date it tries the forms in turn.
 * Resolving is apart from finding: a form yields year, month and day as far as they are written, and
 * what is missing is taken from the reference or left open. */
#include "jb-dates.h"

#include <stdio.h>
#include <string.h>

#include "jb-date.h"
#include "jb-numerals.h"
#include "jb-words.h"

/* How far back in the clause a word that tells the future may stand. */
#define FUTURE_REACH 12

typedef struct
{
  const JbChars *text;
  GArray        *hits;
  guint          year, month, day;  /* of the reference; 0 where unknown */
  guint          last_year;         /* of the last hit that had one, 0 otherwise */
  guint          last_month;        /* likewise */
} Reader;

static gunichar
at (const Reader *self, guint i)
{
  return i < self->text->length ? self->text->chars[i] : 0;
}

static gboolean
among (gunichar c, const gunichar *set)
{
  for (; *set != 0; set++)
    if (*set == c)
      return TRUE;
  return FALSE;
}

static gboolean
stands (const Reader *self, guint i, const char *utf8)
{
  for (; *utf8 != '\0'; utf8 = g_utf8_next_char (utf8), i++)
    if (at (self, i) != g_utf8_get_char (utf8))
      return FALSE;
  return TRUE;
}

/* Reads a whole number from 1 to @max as in 4月 or 二十一日. */
static gboolean
read_number (const Reader *self, guint i, guint max, guint *value, guint *end)
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
skip_blank (const Reader *self, guint i)
{
  return jb_char_is_blank (at (self, i)) ? i + 1 : i;
}

/* Results ------------------------------------------------------------------------------------------------ */

static void
take (Reader *self, guint start, guint end, char *from, char *to, gboolean inferred)
{
  JbDateHit hit = { start, end, from, to, inferred };

  g_array_append_val (self->hits, hit);
}

static void
take_open (Reader *self, guint start, guint end)
{
  take (self, start, end, NULL, NULL, FALSE);
  self->last_year = self->last_month = 0;
}

static guint
month_length (guint year, guint month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/* The days [@first_day of @first_month, @last_day of @last_month]; a last day of 0 is the month's last. */
static void
take_span (Reader *self, guint start, guint end, guint year, guint first_month, guint first_day,
           guint last_month, guint last_day, gboolean inferred)
{
  g_autofree char *from = NULL, *to = NULL;

  if (year > 0 && year < 10000)
    {
      from = jb_date_format (year, first_month, first_day);
      to = jb_date_format (year, last_month, last_day == 0 ? month_length (year, last_month) : last_day);
    }
  if (from == NULL || to == NULL)
    {
      g_clear_pointer (&from, g_free);
      g_clear_pointer (&to, g_free);
    }
  self->last_year = year;
  self->last_month = first_month == last_month ? first_month : 0;
  take (self, start, end, g_steal_pointer (&from), g_steal_pointer (&to), from != NULL && inferred);
}

/* The days [reference + @from, reference + @to]. */
static void
take_near (Reader *self, guint start, guint end, int from, int to)
{
  GDate date;
  char *iso[2];
  int shift[] = { from, to };

  if (self->day == 0)
    {
      take_open (self, start, end);
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) self->day, (GDateMonth) self->month, (GDateYear) self->year);
      if (shift[i] < 0)
        g_date_subtract_days (&date, (guint) -shift[i]);
      else
        g_date_add_days (&date, (guint) shift[i]);
      iso[i] = jb_date_format (g_date_get_year (&date), (guint) g_date_get_month (&date), g_date_get_day (&date));
    }
  self->last_year = self->last_month = 0;
  take (self, start, end, iso[0], iso[1], TRUE);
}

/* Resolving ---------------------------------------------------------------------------------------------- */

static gboolean
is_future (const Reader *self, guint start, guint end)
{
  const JbWords *words = jb_words_get ("rules/date-future.txt");

  if (at (self, end) == U'前' || stands (self, end, "之前") || stands (self, end, "以前"))
    return TRUE;
  for (guint i = start; i > 0 && start - i < FUTURE_REACH && !jb_char_is_punctuation (at (self, i - 1)); i--)
    if (jb_words_match (words, self->text, i - 1, start) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether only 至, 到, a dash, 、 and the like stand between the last hit and @start. */
static gboolean
continues_last (const Reader *self, guint start)
{
  guint i;

  if (self->hits->len == 0 || self->last_year == 0)
    return FALSE;
  i = g_array_index (self->hits, JbDateHit, self->hits->len - 1).end;
  if (start - i > 2)
    return FALSE;
  for (; i < start; i++)
    if (!among (at (self, i), U"至到和及与、-—－–~～"))
      return FALSE;
  return TRUE;
}

/* The year of a month (and @day, or 0) written without one; 0 where nothing tells it. */
static guint
guess_year (const Reader *self, guint start, guint end, guint month, guint day)
{
  gboolean later;

  if (continues_last (self, start))
    return self->last_year;
  if (self->day == 0 || self->year == 0)
    return self->year;

  later = month > self->month || (month == self->month && day > self->day);
  if (is_future (self, start, end))
    {
      gboolean earlier = month < self->month || (month == self->month && day != 0 && day < self->day);

      return earlier ? self->year + 1 : self->year;
    }
  return later ? self->year - 1 : self->year;
}

/* Forms -------------------------------------------------------------------------------------------------- */

/* What follows a month: a day or a part. @year is 0 where it is still to be told. Returns: the end */
static guint
read_month_tail (Reader *self, guint start, guint i, guint year, gboolean inferred, guint month)
{
  static const struct { const char *word; guint first, last; } parts[] = {
    { "上旬", 1, 10 }, { "中旬", 11, 20 }, { "下旬", 21, 0 }, { "初", 1, 10 }, { "底", 21, 0 }, { "末", 21, 0 },
  };
  guint day, end;

  if (read_number (self, skip_blank (self, i), 31, &day, &end))
    {
      end = skip_blank (self, end);
      if (at (self, end) == U'日' || at (self, end) == U'号')
        {
          end++;
          if (year == 0)
            {
              year = guess_year (self, start, end, month, day);
              inferred = TRUE;
            }
          take_span (self, start, end, year, month, day, month, day, inferred);
          return end;
        }
    }

  end = at (self, i) == U'份' ? i + 1 : i;
  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    if (stands (self, i, parts[p].word))
      {
        end = i + (guint) g_utf8_strlen (parts[p].word, -1);
        if (year == 0)
          {
            year = guess_year (self, start, end, month, parts[p].first);
            inferred = TRUE;
          }
        take_span (self, start, end, year, month, parts[p].first, month, parts[p].last, inferred);
        return end;
      }
  if (year == 0)
    {
      year = guess_year (self, start, end, month, 0);
      inferred = TRUE;
    }
  take_span (self, start, end, year, month, 1, month, 0, inferred);
  return end;
}

/* What follows a year: a month, a part of the year, or nothing. Returns: the end */
static guint
read_year_tail (Reader *self, guint start, guint i, guint year, gboolean inferred)
{
  const JbWord *part;
  guint month, end, first, last;

  if (at (self, i) == U'度')
    i++;
  if (read_number (self, skip_blank (self, i), 12, &month, &end) && at (self, skip_blank (self, end)) == U'月')
    {
      end = skip_blank (self, end) + 1;
      if (year != 0)
        return read_month_tail (self, start, end, year, inferred, month);
      /* 今年3月 without a reference: the hit stays open, and must not be taken for a bare month */
      if (read_number (self, end, 31, &month, &first) && at (self, first) == U'日')
        end = first + 1;
      take_open (self, start, end);
      return end;
    }
  if (i < self->text->length &&
      (part = jb_words_match (jb_words_get ("rules/date-parts.txt"), self->text, i, self->text->length)) != NULL &&
      sscanf (part->note, "%u %u", &first, &last) == 2)
    {
      take_span (self, start, i + part->word->length, year, first, 1, last, 0, inferred);
      return i + part->word->length;
    }
  if (stands (self, i, "以来") && self->day != 0 && year != 0)
    {
      take (self, start, i, jb_date_format (year, 1, 1), jb_date_format (self->year, self->month, self->day), TRUE);
      return i;
    }
  take_span (self, start, i, year, 1, 1, 12, 0, inferred);
  return i;
}

/* 2020-04-21, 2020/4/21, 2020.4.21; Returns: the end, @start where it is none */
static guint
read_iso (Reader *self, guint start, guint year, guint i)
{
  gunichar separator = at (self, i);
  guint month, day, end;

  if ((separator == '-' || separator == '/' || separator == '.') &&
      read_number (self, i + 1, 12, &month, &end) && at (self, end) == separator &&
      read_number (self, end + 1, 31, &day, &end) && jb_char_is_digit (at (self, end - 1)))
    {
      take_span (self, start, end, year, month, day, month, day, FALSE);
      return end;
    }
  return start;
}

/* 1990年代, 90年代, 20世纪, 20世纪90年代 */
static guint
read_age (Reader *self, guint start, guint value, guint i)
{
  g_autofree char *from = NULL, *to = NULL;
  guint decade, end;

  if (stands (self, i, "世纪") && value >= 1 && value <= 21)
    {
      i += 2;
      if (read_number (self, i, 90, &decade, &end) && stands (self, end, "年代") && decade % 10 == 0)
        {
          value = (value - 1) * 100 + decade;
          i = end + 2;
          take_span (self, start, i, 0, 1, 1, 12, 0, FALSE);
        }
      else
        {
          from = g_strdup_printf ("%04u-01-01", value * 100 - 99);
          to = g_strdup_printf ("%04u-12-31", value * 100);
          take (self, start, i, g_steal_pointer (&from), g_steal_pointer (&to), FALSE);
          self->last_year = self->last_month = 0;
          return i;
        }
    }
  else if (stands (self, i, "年代") && value % 10 == 0 && ((value >= 10 && value <= 90) || value >= 1000))
    {
      i += 2;
      take_span (self, start, i, 0, 1, 1, 12, 0, FALSE);
    }
  else
    {
      return start;
    }

  self->last_year = self->last_month = 0;
  if (value >= 1000)
    {
      JbDateHit *hit = &g_array_index (self->hits, JbDateHit, self->hits->len - 1);

      hit->from = g_strdup_printf ("%04u-01-01", value);
      hit->to = g_strdup_printf ("%04u-12-31", value + 9);
    }
  return i;
}

/* A day alone: 15日. Returns: the end, @start where it is none */
static guint
read_day (Reader *self, guint start, guint day, guint i)
{
  gunichar next = at (self, i + 1);
  guint end = i + 1, year = self->year, month = self->month;

  if (next == U'内' || next == U'均' || next == U'间' || next == U'游' || next == U'元' || next == U'以')
    return start;
  if (continues_last (self, start) && self->last_month != 0)
    {
      take_span (self, start, end, self->last_year, self->last_month, day, self->last_month, day, TRUE);
      return end;
    }
  if (self->day == 0)
    {
      take_open (self, start, end);
      return end;
    }
  if (is_future (self, start, end) ? day < self->day : FALSE)
    month = month == 12 ? (year++, 1) : month + 1;
  else if (day > self->day && !is_future (self, start, end))
    month = month == 1 ? (year--, 12) : month - 1;
  take_span (self, start, end, year, month, day, month, day, TRUE);
  return end;
}

/* Whether what stands before a month is a lunar year: 庚子年 */
static gboolean
follows_lunar_year (const Reader *self, guint start)
{
  return start >= 3 && at (self, start - 1) == U'年' &&
         among (at (self, start - 3), U"甲乙丙丁戊己庚辛壬癸");
}

/* The forms that begin with a number. Returns: the end, @start where it is none; @skip is behind the number */
static guint
read_from_number (Reader *self, guint start, guint *skip)
{
  JbNumeral numeral;
  guint i, value, end;
  gboolean whole, four;
  gunichar next;

  if (!jb_numeral_read (self->text, start, &numeral))
    return start;
  *skip = i = start + numeral.length;
  if (start > 0 && (at (self, start - 1) == U'第' || at (self, start - 1) == '.'))
    return start;

  if ((stands (self, i, "年来") || stands (self, i, "年以来")) && numeral.value < 1000)
    {
      if (numeral.value >= 1 && self->day != 0)
        take_near (self, start, i + 1, -(int) (numeral.value * 365.25), 0);
      else
        take_open (self, start, i + 1);
      return i + 1;
    }
  if ((stands (self, i, "个月来") || stands (self, i, "个多月来")) && numeral.value >= 1 && numeral.value < 100)
    {
      end = i + (at (self, i + 1) == U'多' ? 3 : 2);
      if (end == i + 2)
        take_near (self, start, end, -(int) (numeral.value * 30.5), 0);
      else
        take_open (self, start, end);
      return end;
    }
  if (numeral.sharpness != JB_NUMERAL_EXACT || numeral.is_bare || (numeral.is_arabic && !numeral.is_digits) ||
      numeral.value < 1 || numeral.value > 9999)
    return start;

  value = (guint) numeral.value;
  four = numeral.is_digits && numeral.n_digits == 4 && value >= 1000 && value <= 2100;
  whole = skip_blank (self, i) == i || numeral.is_arabic;
  next = at (self, whole ? skip_blank (self, i) : i);
  if ((end = read_age (self, start, value, i)) > start)
    return end;
  if (four && next == U'年' && !stands (self, i, "年级"))
    return read_year_tail (self, start, skip_blank (self, i) + 1, value, FALSE);
  if (four && (end = read_iso (self, start, value, i)) > start)
    return end;
  if (next == U'月' && value <= 12 && !follows_lunar_year (self, start))
    {
      i = skip_blank (self, i) + 1;
      if (at (self, i) == U'廿' || (!numeral.is_arabic && at (self, i) == U'初'))
        return start;
      return read_month_tail (self, start, i, 0, FALSE, value);
    }
  if (next == U'日' && numeral.is_arabic && value <= 31 && skip_blank (self, i) == i)
    return read_day (self, start, value, i);
  return start;
}

/* 近三年, 过去5年, 最近两个月: @i is behind the first word. Returns: the end, @start where it is none */
static guint
read_recent (Reader *self, guint start, guint i)
{
  JbNumeral numeral;
  double days;

  if (!jb_numeral_read (self->text, i, &numeral) || numeral.value < 1 || numeral.value > 200)
    return start;
  i += numeral.length;
  if (at (self, i) == U'年' && at (self, i + 1) != U'级')
    days = 365.25, i += 1;
  else if (stands (self, i, "个月"))
    days = 30.5, i += 2;
  else if (at (self, i) == U'天' || at (self, i) == U'日')
    days = 1, i += 1;
  else if (at (self, i) == U'周')
    days = 7, i += 1;
  else
    return start;
  if (numeral.sharpness == JB_NUMERAL_EXACT)
    take_near (self, start, i, -(int) (numeral.value * days), 0);
  else
    take_open (self, start, i);
  return i;
}

/* The forms that begin with a word. Returns: the end, @start where it is none */
static guint
read_from_word (Reader *self, guint start, guint *skip)
{
  const JbWord *word;
  guint i, end = self->text->length, first, last;
  gunichar before = start > 0 ? at (self, start - 1) : 0;

  if (stands (self, start, "农历"))
    {
      for (i = start; i < end && !jb_char_is_punctuation (at (self, i)) && !jb_char_is_blank (at (self, i)); i++)
        ;
      *skip = i;
      return start;
    }
  if (at (self, start) == U'近')
    {
      if ((i = read_recent (self, start, start + 1)) > start)
        return i;
    }
  else if (stands (self, start, "过去") && (i = read_recent (self, start, start + 2)) > start)
    {
      return i;
    }

  word = jb_words_match (jb_words_get ("rules/date-words.txt"), self->text, start, end);
  if (word != NULL)
    {
      int amount = 0;
      char kind[8] = "";

      i = start + word->word->length;
      *skip = i;
      sscanf (word->note, "%7s %d", kind, &amount);
      if (strcmp (kind, "year") == 0)
        return read_year_tail (self, start, i, self->year == 0 ? 0 : (guint) ((int) self->year + amount), TRUE);
      if (strcmp (kind, "month") == 0)
        {
          int month = (int) self->month + amount, year = (int) self->year;

          if (self->day == 0)
            {
              take_open (self, start, i);
              return i;
            }
          if (month < 1 || month > 12)
            {
              year += month < 1 ? -1 : 1;
              month += month < 1 ? 12 : -12;
            }
          return read_month_tail (self, start, i, (guint) year, TRUE, (guint) month);
        }
      if (strcmp (kind, "day") == 0)
        take_near (self, start, i, amount, amount);
      else if (strcmp (kind, "within") == 0)
        take_near (self, start, i, -amount, 0);
      else if (strcmp (kind, "now") == 0 && (before == U'至' || before == U'止' || before == U'到'))
        take_near (self, start, i, 0, 0);
      else
        return start;
      return i;
    }

  word = jb_words_match (jb_words_get ("rules/date-parts.txt"), self->text, start, end);
  if (word != NULL && strstr (word->note, "suffix") == NULL && !jb_char_is_numeral (before) &&
      !jb_char_is_digit (before) && !among (before, U"多几半每个同") &&
      sscanf (word->note, "%u %u", &first, &last) == 2)
    {
      i = start + word->word->length;
      take_span (self, start, i, self->year, first, 1, last, 0, TRUE);
      return i;
    }
  return start;
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
  Reader self = { text, g_array_new (FALSE, FALSE, sizeof (JbDateHit)) };
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
  return self.hits;
}
