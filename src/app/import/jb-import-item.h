/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbImportItem: a file that is imported, as a row of a list shows it. */
#pragma once

#include "jb-import-job.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  JB_IMPORT_STATE_WAITING,
  JB_IMPORT_STATE_READING,
  JB_IMPORT_STATE_DONE,
  JB_IMPORT_STATE_KNOWN,    /* its bytes were in the library already */
  JB_IMPORT_STATE_FAILED,
  JB_IMPORT_STATE_STOPPED,  /* the import was stopped before its turn came */
} JbImportState;

#define JB_TYPE_IMPORT_ITEM (jb_import_item_get_type ())
G_DECLARE_FINAL_TYPE (JbImportItem, jb_import_item, JB, IMPORT_ITEM, GObject)

/* Properties, read-only, of what a row shows: title, about, icon-name, summary (string): about the whole row, for who hears it;
 * failed, has-source (boolean); remedy (string): what the button says that tries again, "" for none. */

/* @name: as JbImportResult has it; @file: (nullable): the file itself, or the archive it is in */
JbImportItem *jb_import_item_new (const char *name, GFile *file) G_GNUC_WARN_UNUSED_RESULT;

const char    *jb_import_item_get_name   (JbImportItem *self);
GFile         *jb_import_item_get_file   (JbImportItem *self);  /* (transfer none) (nullable) */
JbImportState  jb_import_item_get_state  (JbImportItem *self);
JbError        jb_import_item_get_code   (JbImportItem *self);  /* why it failed */
const char    *jb_import_item_get_source (JbImportItem *self);  /* (nullable): the id of what came of it, or was there */

/* Waiting, reading or stopped; or done, of what was done before. */
void jb_import_item_set_state  (JbImportItem *self, JbImportState state);
void jb_import_item_set_pages  (JbImportItem *self, guint n_done, guint n_all);
void jb_import_item_set_result (JbImportItem *self, const JbImportResult *result);

G_END_DECLS
