/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the library drives the log. */
#pragma once

#include "jb-db.h"

G_BEGIN_DECLS

/* Makes the triggers of this connection. */
gboolean jb_history_attach (JbDb *db, GError **error);

/* Inside a transaction: all changes from here on belong to a new operation. */
gboolean jb_history_begin  (JbDb *db, const char *name, const char *who, GError **error);
gboolean jb_history_pause  (JbDb *db, GError **error);  /* before a commit after which the operation goes on */
gboolean jb_history_end    (JbDb *db, GError **error);

/* After a rollback. */
void     jb_history_forget (JbDb *db);

G_END_DECLS
