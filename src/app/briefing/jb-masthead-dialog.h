/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands over and under a briefing: title, issue, issuer, date, note, distribution, copies, page style. */
#pragma once

#include "jb-briefing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JB_TYPE_MASTHEAD_DIALOG (jb_masthead_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JbMastheadDialog, jb_masthead_dialog, JB, MASTHEAD_DIALOG, AdwWindow)

/* Signal accepted: void (JbMastheadDialog *, JbBriefing *briefing): a new briefing with the id and sections of
 * the one given, and the fields as entered. */

/* @accept: what the button says, with a mnemonic */
GtkWidget *jb_masthead_dialog_new (GtkWindow *parent, const char *title, const char *accept,
                                   JbBriefing *briefing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
