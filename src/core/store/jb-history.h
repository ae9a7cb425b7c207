/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The operation log: history, undo and redo of everything, across restarts and programs.
 *
 * A change of a row is one log row a field; a row that came or went is one log row. What an inserted row held is not copied into
 * the log when it comes, only when an undo takes it out again: until then the row itself says it.
 *
 *   done ──undo──▶ undone ──redo──▶ done
 *                     └──something else is done──▶ dropped */
#pragma once

#include "jb-library.h"

G_BEGIN_DECLS

typedef enum
{
  JB_OPERATION_STATE_DONE,
  JB_OPERATION_STATE_UNDONE,
  JB_OPERATION_STATE_DROPPED,
} JbOperationState;

#define JB_TYPE_OPERATION (jb_operation_get_type ())
G_DECLARE_FINAL_TYPE (JbOperation, jb_operation, JB, OPERATION, GObject)

struct _JbOperation
{
  GObject           parent_instance;

  gint64            n;
  char             *name;  /* owned, for people */
  char             *who;   /* owned */
  gint64            at;    /* microseconds since 1970, UTC */
  JbOperationState  state;
};

/* Returns: (transfer full) (element-type JbOperation) (nullable): newest first; NULL on failure */
GPtrArray *jb_history_list (JbLibrary *library, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_history_undo:
 *
 * Takes back the newest operation that is done, in one transaction.
 *
 * Returns: (transfer full) (nullable): its name; NULL with @error set on failure, NULL without @error where nothing is left
 */
char *jb_history_undo (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for the operation undone last. */
char *jb_history_redo (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The names of what undo and redo would do next: (transfer full) (nullable). */
gboolean jb_history_peek (JbLibrary *library, char **undo, char **redo, GError **error);

G_END_DECLS
