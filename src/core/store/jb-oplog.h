/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The operation log: temporary triggers on every logged table write it, so no code that changes a row can forget it. Private to
 * the store; jb-history.h is what others see of it. */
#pragma once

#include "jb-db.h"

G_BEGIN_DECLS

/* Makes the triggers of this connection. */
gboolean jb_oplog_attach (JbDb *db, GError **error);

/* Inside a transaction: all changes from here on belong to a new operation. */
gboolean jb_oplog_begin  (JbDb *db, const char *name, const char *who, GError **error);
gboolean jb_oplog_pause  (JbDb *db, GError **error);  /* before a commit after which the operation goes on */
gboolean jb_oplog_end    (JbDb *db, GError **error);

/* Inside a transaction, after a pause. @goes_on: (out): whether the operation is still the newest one, and done */
gboolean jb_oplog_goes_on (JbDb *db, gboolean *goes_on, GError **error);

/* After a rollback. */
void     jb_oplog_forget (JbDb *db);

/* Takes back the changes of operation @n, or makes them again, within the caller's transaction. */
gboolean jb_oplog_replay  (JbDb *db, gint64 n, gboolean backwards, GError **error);

G_END_DECLS
