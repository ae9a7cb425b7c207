/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making a briefing. Each function that changes the library is one operation, named for people. */
#pragma once

#include "jb-article.h"
#include "jb-briefing.h"
#include "jb-library.h"

G_BEGIN_DECLS

typedef enum
{
  JB_GROUP_NONE,
  JB_GROUP_STREET,
  JB_GROUP_CAMPAIGN,
  JB_GROUP_BULLETIN,
} JbGroup;

/**
 * jb_compose_draft:
 * @articles: ids
 * @length: how many sentences in all; 0 for a length that suits the articles
 *
 * Picks verbatim sentences and groups them into sections. The briefing is not stored.
 *
 * Returns: (transfer full) (nullable)
 */
JbBriefing *jb_compose_draft (JbLibrary *library, const char *const *articles, const char *title, guint length, JbGroup group,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean jb_compose_insert (JbLibrary *library, const JbBriefing *briefing, GError **error);
gboolean jb_compose_update (JbLibrary *library, const JbBriefing *briefing, GError **error);  /* masthead and tail fields */
gboolean jb_compose_delete (JbLibrary *library, const JbBriefing *briefing, GError **error);

/**
 * jb_compose_add_sentence:
 * @briefing: id of the briefing, or NULL for the newest, which is made where there is none
 * @section: id of the section, or NULL for the last, which is made where there is none
 * @start: code points in the article's text; where @start equals @end, the sentence around it
 *
 * Returns: (transfer full) (nullable): id of the briefing it went into
 */
char *jb_compose_add_sentence (JbLibrary *library, const char *briefing, const char *section, const JbArticle *article,
                               guint start, guint end, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The editor's own words, without a source. */
gboolean jb_compose_add_text    (JbLibrary *library, const char *section, const char *text, GError **error);
gboolean jb_compose_add_section (JbLibrary *library, const char *briefing, const char *heading, GError **error);
gboolean jb_compose_set_heading (JbLibrary *library, const JbBriefingSection *section, const char *heading, GError **error);
gboolean jb_compose_set_text    (JbLibrary *library, const JbBriefingItem *item, const char *text, GError **error);
gboolean jb_compose_move_item   (JbLibrary *library, const JbBriefingItem *item, const char *section, guint position,
                                 GError **error);
gboolean jb_compose_move_section (JbLibrary *library, const JbBriefingSection *section, guint position, GError **error);
gboolean jb_compose_remove_item (JbLibrary *library, const JbBriefingItem *item, GError **error);
gboolean jb_compose_remove_section (JbLibrary *library, const JbBriefingSection *section, GError **error);

G_END_DECLS
