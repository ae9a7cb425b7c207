/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-loose-date.h"

#include "jb-date.h"

#include <string.h>

/* No field that holds a date is longer. */
#define MAX_BYTES 400

/* 2000-01-01; what is smaller counts something else. */
#define FIRST_SECOND 946684800

#define CHINA_SECONDS (8 * 60 * 60)

static char *
format (int year, int month, int day)
{
  if (year < 1900 || year > 2200 || month < 1 || day < 1)
    return NULL;
  return jb_date_format ((guint) year, (guint) month, (guint) day);
}

/* 20200421, alone or before a time. */
static char *
read_digits (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");
  int year, month, day;

  /* With the time behind it there are six digits more. */
  if (n_digits != 8 && n_digits < 14)
    return NULL;
  year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
  month = (text[4] - '0') * 10 + text[5] - '0';
  day = (text[6] - '0') * 10 + text[7] - '0';
  return format (year, month, day);
}

/* 0 to 99 in Chinese numerals. Returns: behind them; @text where there are none */
static const char *
read_numeral (const char *text, int *number)
{
  static const char *const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  const char *p = text;
  gboolean has_ten = FALSE;

  *number = 0;
  for (;; p += strlen ("一"))
    {
      int digit = g_str_has_prefix (p, "零") || g_str_has_prefix (p, "○") ? 0 : -1;

      for (int i = 0; i < 10 && digit < 0; i++)
        if (g_str_has_prefix (p, digits[i]))
          digit = i;
      if (g_str_has_prefix (p, "十"))
        {
          *number = MAX (*number, 1) * 10;
          has_ten = TRUE;
        }
      else if (digit >= 0 && *number < 1000)
        *number = has_ten ? *number + digit : *number * 10 + digit;
      else
        return p;
    }
}

/* 二〇二〇年四月二十一日 */
static char *
read_numerals (const char *text)
{
  for (const char *mark = text; (mark = strstr (mark, "年")) != NULL; mark += strlen ("年"))
    {
      const char *start = mark, *p;
      int year, month, day;

      for (guint i = 0; i < 4 && start >= text + 3; i++)
        start -= 3;
      if (read_numeral (start, &year) != mark)
        continue;
      p = read_numeral (mark + strlen ("年"), &month);
      if (!g_str_has_prefix (p, "月"))
        continue;
      p = read_numeral (p + strlen ("月"), &day);
      if (g_str_has_prefix (p, "日"))
        return format (year, month, day);
    }
  return NULL;
}

/* Returns: 1 to 12, 0 where the word is no month */
static int
read_month (const char *word)
{
  static const char *const english[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  int number;
  const char *p = read_numeral (word, &number);

  if (p != word)
    return g_str_has_prefix (p, "月") && number <= 12 ? number : 0;
  number = atoi (word);
  if (number >= 1 && number <= 12 && g_str_has_suffix (word, "月"))
    return number;
  for (int i = 0; i < 12; i++)
    if (g_ascii_strncasecmp (word, english[i], 3) == 0)
      return i + 1;
  return 0;
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word) && strlen (word) <= 4;
}

/* Words in any order: a month by name, a number up to 31 for the day, one above for the year. */
static char *
read_words (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " ,\t\n\r-/", -1);
  int year = 0, month = 0, day = 0;

  for (guint i = 0; words[i] != NULL && (year == 0 || month == 0 || day == 0); i++)
    {
      int number = is_number (words[i]) ? atoi (words[i]) : 0;

      if (month == 0 && number == 0)
        month = read_month (words[i]);
      else if (number > 0 && number <= 31 && day == 0 && strlen (words[i]) <= 2)
        day = number;
      else if (number > 0 && year == 0 && month > 0)
        year = number >= 1900 ? number : strlen (words[i]) == 2 ? (number < 70 ? 2000 : 1900) + number : 0;
    }
  return month > 0 && day > 0 && year > 0 ? format (year, month, day) : NULL;
}

char *
jb_loose_date_read (const char *text)
{
  g_autofree char *head = g_strndup (text, MAX_BYTES);
  g_autofree char *valid = g_utf8_make_valid (head, -1);
  char *date;

  g_strstrip (valid);
  date = jb_date_find (valid);
  if (date == NULL)
    date = read_digits (valid);
  if (date == NULL)
    date = read_numerals (valid);
  return date != NULL ? date : read_words (valid);
}

char *
jb_loose_date_from_unix (gint64 seconds)
{
  g_autoptr(GDateTime) time = NULL;

  if (seconds < FIRST_SECOND || seconds > G_GINT64_CONSTANT (7258118400))
    return NULL;
  time = g_date_time_new_from_unix_utc (seconds + CHINA_SECONDS);
  return g_date_time_format (time, "%Y-%m-%d");
}
