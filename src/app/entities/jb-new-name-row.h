/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A candidate of discovery in its list: the name, a sentence, which type it would be, and what can be done with it. Its buttons
 * activate discover.add, discover.dismiss and discover.show with the name. */
#pragma once

#include "jb-discover-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_NEW_NAME_ROW (jb_new_name_row_get_type ())
G_DECLARE_FINAL_TYPE (JbNewNameRow, jb_new_name_row, JB, NEW_NAME_ROW, GtkListBoxRow)

/* @name: copied */
GtkWidget *jb_new_name_row_new (const JbNewName *name) G_GNUC_WARN_UNUSED_RESULT;

const char  *jb_new_name_row_get_name        (JbNewNameRow *self);

/* The type that is chosen in the row; at first the one its form speaks for. */
JbEntityType jb_new_name_row_get_entity_type (JbNewNameRow *self);

G_END_DECLS
