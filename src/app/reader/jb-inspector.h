/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside the text of an article: its mentions by type and entity, and the imported original at the same place.
 *
 * Signals:
 *   mention-activated: void (JbInspector *, JbMention *): the editor wants to see it in the text
 *   place-activated: void (JbInspector *, guint start, guint end): likewise, of a paragraph pointed at in the original */
#pragma once

#include "jb-article.h"
#include "jb-source.h"
#include "jb-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_INSPECTOR (jb_inspector_get_type ())
G_DECLARE_FINAL_TYPE (JbInspector, jb_inspector, JB, INSPECTOR, GtkWidget)

/* @article, @source: (nullable) */
void jb_inspector_set_reading (JbInspector *self, JbStore *store, JbArticle *article, JbSource *source);

/* @mention: (nullable): the current one */
void jb_inspector_set_current (JbInspector *self, JbMention *mention);

/* Shows where [@start, @end) of the article's text stands in the original. */
void jb_inspector_show_place (JbInspector *self, guint start, guint end);

G_END_DECLS
