/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbPreviewItem: a file that may be imported, and what was seen in it. JbPreviewPart: one article in it, or one file of an archive.
 * Both as rows of lists show them. */
#pragma once

#include "jb-import-preview.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define JB_TYPE_PREVIEW_PART (jb_preview_part_get_type ())
G_DECLARE_FINAL_TYPE (JbPreviewPart, jb_preview_part, JB, PREVIEW_PART, GObject)

/* Properties: kicker, title, about, text, summary (string): "" for none; has-kicker, has-about, has-text (boolean). */

/* What was seen in a file; small, so that many can be kept. */
typedef struct
{
  GPtrArray *parts;       /* owned, of JbPreviewPart */
  gboolean   is_archive;
  char      *masthead;    /* owned, for people; NULL where the page has none */
  char      *reason;      /* owned: why it cannot be imported; NULL where it can */
  JbError    code;        /* likewise */
} JbPreviewContent;

/* Returns: (transfer full) */
JbPreviewContent *jb_preview_content_new  (const JbImportPreview *preview) G_GNUC_WARN_UNUSED_RESULT;
void              jb_preview_content_free (JbPreviewContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbPreviewContent, jb_preview_content_free)

typedef enum
{
  JB_PREVIEW_UNREAD,
  JB_PREVIEW_READING,
  JB_PREVIEW_READY,
  JB_PREVIEW_FAILED,
} JbPreviewState;

#define JB_TYPE_PREVIEW_ITEM (jb_preview_item_get_type ())
G_DECLARE_FINAL_TYPE (JbPreviewItem, jb_preview_item, JB, PREVIEW_ITEM, GObject)

/* Properties: title, about, icon-name, summary (string). */

JbPreviewItem *jb_preview_item_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

GFile                  *jb_preview_item_get_file    (JbPreviewItem *self);
JbPreviewState          jb_preview_item_get_state   (JbPreviewItem *self);
const JbPreviewContent *jb_preview_item_get_content (JbPreviewItem *self);  /* (nullable): until it is read */

/* Unread, or reading: what was seen is forgotten. */
void jb_preview_item_set_state    (JbPreviewItem *self, JbPreviewState state);
/* @content: (transfer full) */
void jb_preview_item_take_content (JbPreviewItem *self, JbPreviewContent *content);

/* Returns: (transfer full): "3 articles" */
char *jb_preview_item_dup_about (JbPreviewItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
