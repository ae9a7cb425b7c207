/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What narrows the list of articles: words, review state, bulletin, a name.
 *
 * Signal changed: void (JbFilters *): the query is another one
 * Signal search-activated: void (JbFilters *): Enter was pressed behind the words
 * Signal overview-wanted: void (JbFilters *): more or fewer names are wanted */
#pragma once

#include "jb-errands.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_FILTERS (jb_filters_get_type ())
G_DECLARE_FINAL_TYPE (JbFilters, jb_filters, JB, FILTERS, GtkWidget)

/* How many names of each type are wanted in the overview. */
guint jb_filters_get_n_names (JbFilters *self);

/* What there is to choose from. What is chosen stays chosen. */
void jb_filters_set_overview (JbFilters *self, const JbOverview *overview);

/* Returns: (transfer full) (nullable): NULL while what is typed makes no sense, which is then said below it */
JbQuery *jb_filters_dup_query (JbFilters *self) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: whether anything is narrowed */
gboolean jb_filters_is_active (JbFilters *self);

void jb_filters_clear (JbFilters *self);
void jb_filters_focus_search (JbFilters *self);

G_END_DECLS
