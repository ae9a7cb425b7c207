/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as pages and feeds print them. The day is always the one that is printed, in whatever zone that is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jb_loose_date_read:
 * @text: ISO 8601 with or without time and zone, 20200421, 2020年4月21日, 二〇二〇年四月二十一日, RFC 822 and its kin with English or
 *   Chinese names, in any order that is clear
 *
 * Returns: (transfer full) (nullable): the first day in @text as ISO date, NULL where there is none
 */
char *jb_loose_date_read (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): the day in China at that second; NULL for what no page can have been written at */
char *jb_loose_date_from_unix (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
