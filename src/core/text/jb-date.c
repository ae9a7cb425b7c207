/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static gboolean
parse (const char *iso, GDate *date)
{
  guint year, month, day;
  int end = 0;

  if (iso == NULL || strlen (iso) != 10 ||
      sscanf (iso, "%4u-%2u-%2u%n", &year, &month, &day, &end) != 3 || end != 10 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

gboolean
jb_date_is_valid (const char *iso)
{
  GDate date;

  return parse (iso, &date);
}

char *
jb_date_format (guint year, guint month, guint day)
{
  if (year > 9999 || day > 31 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

char *
jb_date_to_chinese (const char *iso)
{
  GDate date;

  g_return_val_if_fail (parse (iso, &date), NULL);

  return g_strdup_printf ("%u年%u月%u日", g_date_get_year (&date), (guint) g_date_get_month (&date),
                          (guint) g_date_get_day (&date));
}

const char *
jb_date_get_weekday (const char *iso)
{
  static const char *const weekdays[] = { "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日" };
  GDate date;

  if (!parse (iso, &date))
    return NULL;
  return weekdays[g_date_get_weekday (&date) - G_DATE_MONDAY];
}

char *
jb_date_find (const char *text)
{
  static GRegex *regex;
  g_autoptr(GMatchInfo) match = NULL;

  if (g_once_init_enter (&regex))
    {
      GRegex *compiled = g_regex_new ("(?<!\\d)((?:19|20)\\d{2})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})(?!\\d)",
                                      G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave (&regex, compiled);
    }

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *year = g_match_info_fetch (match, 1);
      g_autofree char *month = g_match_info_fetch (match, 2);
      g_autofree char *day = g_match_info_fetch (match, 3);
      char *iso = jb_date_format ((guint) atoi (year), (guint) atoi (month), (guint) atoi (day));

      if (iso != NULL)
        return iso;
    }
  return NULL;
}
