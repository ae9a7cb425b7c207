/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as the model, the store and all files keep them: ISO 8601 strings "yyyy-mm-dd". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: TRUE where @iso is a day that exists, written yyyy-mm-dd */
gboolean jb_date_is_valid (const char *iso);

/* Returns: (transfer full) (nullable): NULL where there is no such day */
char *jb_date_format (guint year, guint month, guint day) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): 2020年4月21日, without zero padding (GB/T 9704-2012) */
char *jb_date_to_chinese (const char *iso) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (nullable): 星期一 … 星期日 */
const char *jb_date_get_weekday (const char *iso);

/**
 * jb_date_find:
 * @text: UTF-8
 *
 * The first full date written 2020年4月21日 or 2020-04-21 or 2020/4/21 or 2020.4.21 in the text.
 *
 * Returns: (transfer full) (nullable): ISO, NULL where there is none
 */
char *jb_date_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
