/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Time stamps as formats write them, ISO 8601 in its basic or extended form, with or without a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jb_stamp_to_date:
 * @stamp: (nullable): 20200421T080000+0800, 2020-04-21T00:00:00Z, 20200421, 2020-04-21
 *
 * The day it was in China then, where the stamp says of which zone its time is.
 *
 * Returns: (transfer full) (nullable): ISO date, NULL where it is no stamp
 */
char *jb_stamp_to_date (const char *stamp) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
