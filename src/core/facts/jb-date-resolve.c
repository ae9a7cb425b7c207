/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is missing of a date is taken from the reference, from the date before, or left open. */
#include "jb-date-reader.h"

#include <string.h>

#include "jb-date.h"
#include "jb-words.h"

/* How far back in the clause, and how far behind the date, a word that tells the future may stand. */
#define FUTURE_REACH 12
#define FUTURE_AHEAD 3

/* Months after which a limit without a year is rather next year's. */
#define JUST_PASSED 2

gunichar
jb_date_at (const JbDateReader *self, guint i)
{
  return i < self->text->length ? self->text->chars[i] : 0;
}

gboolean
jb_date_is_among (gunichar c, const gunichar *set)
{
  for (; *set != 0; set++)
    if (*set == c)
      return TRUE;
  return FALSE;
}

gboolean
jb_date_stands (const JbDateReader *self, guint i, const char *utf8)
{
  return jb_chars_has_text (self->text, i, utf8);
}

/* Results ------------------------------------------------------------------------------------------------ */

void
jb_date_take (JbDateReader *self, guint start, guint end, JbDateGranularity granularity, char *from, char *to, gboolean inferred)
{
  JbDateHit hit = { start, end, from, to, granularity, JB_DAY_PART_NONE, FALSE, inferred };

  g_array_append_val (self->hits, hit);
}

void
jb_date_take_open (JbDateReader *self, guint start, guint end, JbDateGranularity granularity)
{
  jb_date_take (self, start, end, granularity, NULL, NULL, FALSE);
  self->last_year = self->last_month = 0;
}

static guint
month_length (guint year, guint month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

void
jb_date_take_span (JbDateReader *self, guint start, guint end, JbDateGranularity granularity, guint year, guint first_month,
                   guint first_day, guint last_month, guint last_day, gboolean inferred)
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
  jb_date_take (self, start, end, granularity, g_steal_pointer (&from), g_steal_pointer (&to), from != NULL && inferred);
}

void
jb_date_take_near (JbDateReader *self, guint start, guint end, JbDateGranularity granularity, int from, int to)
{
  GDate date;
  char *iso[2];
  int shift[] = { from, to };

  if (self->day == 0)
    {
      jb_date_take_open (self, start, end, granularity);
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
  jb_date_take (self, start, end, granularity, iso[0], iso[1], TRUE);
}

/* Resolving ---------------------------------------------------------------------------------------------- */

static gboolean
is_limit (const JbDateReader *self, guint end)
{
  return jb_date_at (self, end) == U'前' || jb_date_stands (self, end, "之前") || jb_date_stands (self, end, "以前");
}

/* Whether a word of intent stands before the date in its clause, or right behind it. */
static gboolean
is_intended (const JbDateReader *self, guint start, guint end)
{
  const JbWords *words = jb_words_get ("rules/date-future.txt");

  for (guint i = end; i < end + FUTURE_AHEAD && i < self->text->length && !jb_char_is_punctuation (jb_date_at (self, i)); i++)
    if (jb_words_match (words, self->text, i, self->text->length) != NULL)
      return TRUE;
  for (guint i = start; i > 0 && start - i < FUTURE_REACH && !jb_char_is_punctuation (jb_date_at (self, i - 1)); i--)
    if (jb_words_match (words, self->text, i - 1, start) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
jb_date_is_future (const JbDateReader *self, guint start, guint end)
{
  return is_limit (self, end) || is_intended (self, start, end);
}

gboolean
jb_date_continues_last (const JbDateReader *self, guint start)
{
  guint i;

  if (self->hits->len == 0 || self->last_year == 0)
    return FALSE;
  i = g_array_index (self->hits, JbDateHit, self->hits->len - 1).end;
  if (start - i > 2)
    return FALSE;
  for (; i < start; i++)
    if (!jb_date_is_among (jb_date_at (self, i), U"至到和及与、-—－–~～"))
      return FALSE;
  return TRUE;
}

guint
jb_date_guess_year (const JbDateReader *self, guint start, guint end, guint month, guint day)
{
  gboolean later;

  if (jb_date_continues_last (self, start))
    return self->last_year;
  if (self->day == 0 || self->year == 0)
    return self->year;

  later = month > self->month || (month == self->month && day > self->day);
  if (jb_date_is_future (self, start, end))
    {
      gboolean earlier = month < self->month || (month == self->month && day != 0 && day < self->day);

      /* a limit that has just passed is told of: 要求6月30日前完成 in July */
      if (earlier && self->month - month <= JUST_PASSED && !is_intended (self, start, end))
        return self->year;
      return earlier ? self->year + 1 : self->year;
    }
  return later ? self->year - 1 : self->year;
}
