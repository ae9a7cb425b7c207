/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Briefings on paper and in files. */
#pragma once

#include "jb-briefing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a printer and prints the pages of the preview. @owner: a widget in the window to stand over; toasts say how it went */
void jb_briefing_print (GtkWidget *owner, JbBriefing *briefing);

/* Asks for a file and writes the briefing in the format of the name's ending. */
void jb_briefing_export (GtkWidget *owner, JbBriefing *briefing);

G_END_DECLS
