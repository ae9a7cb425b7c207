/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbApplication: one process for all windows. Files it is started with are imported; a library is opened. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JB_TYPE_APPLICATION (jb_application_get_type ())
G_DECLARE_FINAL_TYPE (JbApplication, jb_application, JB, APPLICATION, AdwApplication)

JbApplication *jb_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
