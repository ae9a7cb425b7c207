/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences. What the library learns from decisions: whether it is used, what came of it, training and forgetting. */
#pragma once

#include "jb-teacher.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JB_TYPE_PREFERENCES (jb_preferences_get_type ())
G_DECLARE_FINAL_TYPE (JbPreferences, jb_preferences, JB, PREFERENCES, AdwWindow)

GtkWidget *jb_preferences_new (GtkWindow *parent, JbStore *store, JbTeacher *teacher) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
