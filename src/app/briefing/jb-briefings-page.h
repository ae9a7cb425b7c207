/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of briefings: the outline of one, and the pages that will print. */
#pragma once

#include "jb-window-page.h"

G_BEGIN_DECLS

#define JB_TYPE_BRIEFINGS_PAGE (jb_briefings_page_get_type ())
G_DECLARE_FINAL_TYPE (JbBriefingsPage, jb_briefings_page, JB, BRIEFINGS_PAGE, JbWindowPage)

/* @briefing: id; shown as soon as it is loaded */
void jb_briefings_page_show (JbBriefingsPage *self, const char *briefing);

G_END_DECLS
