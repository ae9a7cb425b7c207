/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-stamp.h"

#include "jb-date.h"

#include <string.h>

#define OFFSET "+08"

char *
jb_stamp_to_date (const char *stamp)
{
  g_autoptr(GTimeZone) china = g_time_zone_new_identifier (OFFSET);
  g_autoptr(GDateTime) time = NULL, there = NULL;
  g_autofree char *text = NULL;
  char *rest;

  if (stamp == NULL)
    return NULL;
  /* Room for the time of those that have none. */
  text = g_strdup_printf ("%.64s%s", stamp + strspn (stamp, " \t\r\n"), "            ");
  rest = text + strspn (text, "0123456789-");
  /* A space in place of the T is common; a zone behind a date alone says nothing. */
  if (*rest == ' ' && g_ascii_isdigit (rest[1]))
    *rest = 'T';
  if (*rest != 'T')
    strcpy (rest, "T000000" OFFSET);
  g_strstrip (text);
  time = g_date_time_new_from_iso8601 (text, china);
  if (time == NULL)
    return NULL;
  there = g_date_time_to_timezone (time, china);
  return jb_date_format ((guint) g_date_time_get_year (there), (guint) g_date_time_get_month (there),
                         (guint) g_date_time_get_day_of_month (there));
}
