/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbPreviewLoader: looks into files that may be imported, one after another in a thread, without storing anything. The first ones
 * of a list by itself, the others when somebody wants to see them.
 *
 * Signal loaded: void (JbPreviewLoader *, JbPreviewItem *): what was seen in it has come */
#pragma once

#include "jb-preview-item.h"

G_BEGIN_DECLS

#define JB_TYPE_PREVIEW_LOADER (jb_preview_loader_get_type ())
G_DECLARE_FINAL_TYPE (JbPreviewLoader, jb_preview_loader, JB, PREVIEW_LOADER, GObject)

/* @items: of JbPreviewItem */
JbPreviewLoader *jb_preview_loader_new (GListModel *items) G_GNUC_WARN_UNUSED_RESULT;

/* @password: (nullable). For what is read from now on. */
void jb_preview_loader_set_options (JbPreviewLoader *self, const char *password, gboolean recognise);

/* Looks into @item next. Does nothing where that is done. */
void jb_preview_loader_want (JbPreviewLoader *self, JbPreviewItem *item);

/* Looks again into the files that failed for the reason. */
void jb_preview_loader_again (JbPreviewLoader *self, JbError code);

/* Looks into nothing more. */
void jb_preview_loader_stop (JbPreviewLoader *self);

G_END_DECLS
