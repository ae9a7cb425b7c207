/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the forms of dates share: the text being read, and how a form's year, month and day become a hit. Private to this folder. */
#pragma once

#include "jb-dates.h"

G_BEGIN_DECLS

typedef struct
{
  const JbChars *text;
  GArray        *hits;              /* owned, of JbDateHit */
  guint          year, month, day;  /* of the reference; 0 where unknown */
  guint          last_year;         /* of the last hit that had one, 0 otherwise */
  guint          last_month;        /* likewise */
} JbDateReader;

/* Returns: the character at @i, 0 behind the text */
gunichar jb_date_at        (const JbDateReader *self, guint i);
gboolean jb_date_is_among  (gunichar c, const gunichar *set);
gboolean jb_date_stands    (const JbDateReader *self, guint i, const char *utf8);

/* Whether the words around [@start, @end) say that the date is to come. */
gboolean jb_date_is_future (const JbDateReader *self, guint start, guint end);

/* Whether only 至, 到, a dash, 、 and the like stand between the last hit and @start. */
gboolean jb_date_continues_last (const JbDateReader *self, guint start);

/* The year of a month (and @day, or 0) written without one; 0 where nothing tells it. */
guint jb_date_guess_year (const JbDateReader *self, guint start, guint end, guint month, guint day);

/* Adds a hit. @from and @to are taken. */
void jb_date_take (JbDateReader *self, guint start, guint end, JbDateGranularity granularity, char *from, char *to,
                   gboolean inferred);

/* Adds a hit that is not resolved. */
void jb_date_take_open (JbDateReader *self, guint start, guint end, JbDateGranularity granularity);

/* Adds the days [@first_day of @first_month, @last_day of @last_month]; a last day of 0 is the month's last. */
void jb_date_take_span (JbDateReader *self, guint start, guint end, JbDateGranularity granularity, guint year, guint first_month,
                        guint first_day, guint last_month, guint last_day, gboolean inferred);

/* Adds the days [reference + @from, reference + @to]. */
void jb_date_take_near (JbDateReader *self, guint start, guint end, JbDateGranularity granularity, int from, int to);

G_END_DECLS
