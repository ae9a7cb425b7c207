/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is remembered between imports. Where the schema is not installed nothing is, and everything is as at first. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the preview comes before files are imported; before plain text alone. */
gboolean jb_import_settings_get_preview       (gboolean plain_text);
void     jb_import_settings_set_preview_plain (gboolean preview);

gboolean jb_import_settings_get_recognise     (void);
void     jb_import_settings_set_recognise     (gboolean recognise);

/* Returns: (transfer full): the bulletin named last, "" where none was */
char    *jb_import_settings_dup_bulletin      (void) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full): all that were named, the latest first */
GStrv    jb_import_settings_dup_bulletins     (void) G_GNUC_WARN_UNUSED_RESULT;
void     jb_import_settings_set_bulletin      (const char *bulletin);

/* Returns: (transfer full) (nullable): the folder that is watched; NULL where none is */
GFile   *jb_import_settings_dup_watched       (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
