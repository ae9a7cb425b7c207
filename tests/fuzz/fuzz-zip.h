/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Zip archives out of what a fuzzer makes up. A fuzzer that changes a zip archive byte by byte breaks checksums and reaches nothing
 * behind them; so it may also write the members one after the other, and they are zipped here:
 *
 *   @@word/document.xml⏎
 *   <w:document …⏎
 *   @@word/styles.xml⏎
 *   … */
#pragma once

#include <glib.h>

/* Returns: whether the bytes are members in the form above */
gboolean fuzz_zip_is_members (GBytes *bytes);

/* Returns: (transfer full): a zip archive of the members, stored as they are */
GBytes *fuzz_zip_from_members (GBytes *bytes);

/* Returns: (transfer full) (nullable): the zip archive's members in the form above, NULL where it has none that can be read */
GBytes *fuzz_zip_to_members (GBytes *zip);
