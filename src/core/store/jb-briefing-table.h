/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Briefings with their sections and items. */
#pragma once

#include "jb-briefing.h"
#include "jb-library.h"

G_BEGIN_DECLS

/* With its sections and items. */
gboolean jb_briefing_table_insert (JbLibrary *library, const JbBriefing *briefing, GError **error);

/* Sets what the masthead and tail say; sections and items are left alone. */
gboolean jb_briefing_table_update (JbLibrary *library, const JbBriefing *briefing, GError **error);
gboolean jb_briefing_table_delete (JbLibrary *library, const char *briefing, GError **error);

/* Behind the last section of the briefing, behind the last item of the section. */
gboolean jb_briefing_table_add_section (JbLibrary *library, const char *briefing, const JbBriefingSection *section, GError **error);
gboolean jb_briefing_table_add_item    (JbLibrary *library, const char *section, const JbBriefingItem *item, GError **error);

gboolean jb_briefing_table_set_heading    (JbLibrary *library, const char *section, const char *heading, GError **error);
gboolean jb_briefing_table_delete_section (JbLibrary *library, const char *section, GError **error);
gboolean jb_briefing_table_set_text       (JbLibrary *library, const char *item, const char *text, GError **error);
gboolean jb_briefing_table_delete_item    (JbLibrary *library, const char *item, GError **error);

/* Moves an item so that it stands at @position, from 0, of @section, which may be the one it is in. */
gboolean jb_briefing_table_move_item    (JbLibrary *library, const char *item, const char *section, guint position, GError **error);
gboolean jb_briefing_table_move_section (JbLibrary *library, const char *section, guint position, GError **error);

/* Returns: (transfer full) (nullable): with sections, items and their citations; NULL with JB_ERROR_NOT_FOUND */
JbBriefing *jb_briefing_table_load (JbLibrary *library, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): ids, the newest first */
GStrv jb_briefing_table_list (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type JbBriefingItem) (nullable): the items of all briefings that were taken from an article */
GPtrArray *jb_briefing_table_load_quotes (JbLibrary *library, const char *article, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Says where in its article the item stands now. */
gboolean jb_briefing_table_move_quote (JbLibrary *library, const char *item, guint start, guint end, GError **error);

G_END_DECLS
