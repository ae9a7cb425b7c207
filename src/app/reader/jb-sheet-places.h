/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the decoded text stands on the pages it was read from, and the other way round. Offsets count code points of the text. */
#pragma once

#include "jb-sheet.h"
#include "jb-span.h"

G_BEGIN_DECLS

/* Returns: FALSE where [@start, @end) stands on no page; else @page is the one on which it begins */
gboolean jb_sheet_places_find_page (const JbDecoded *decoded, guint start, guint end, guint *page);

/* Appends marks for what of [@start, @end) stands on @page. Where a line is only partly of it, its characters count as equally
 * wide. */
void jb_sheet_places_mark (const JbDecoded *decoded, guint page, guint start, guint end, gboolean is_place, GArray *marks);

/* Returns: FALSE where nothing is printed at or close beside the point, in points; else @offset is what stands there */
gboolean jb_sheet_places_find_offset (const JbDecoded *decoded, guint page, double x, double y, guint *offset);

G_END_DECLS
