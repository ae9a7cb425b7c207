/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draft from Articles: which articles, how long, grouped by what. */
#pragma once

#include "jb-briefing.h"
#include "jb-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JB_TYPE_DRAFT_DIALOG (jb_draft_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JbDraftDialog, jb_draft_dialog, JB, DRAFT_DIALOG, AdwWindow)

/* Signal drafted: void (JbDraftDialog *, const char *briefing): the draft is in the library; its id. */

/* @last: (nullable): the newest briefing, whose series the draft continues */
GtkWidget *jb_draft_dialog_new (GtkWindow *parent, JbStore *store, JbBriefing *last) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
