/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of names into the registry, as one operation. */
#pragma once

#include "jb-library.h"
#include "jb-name-list.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What came of a list. */
typedef struct
{
  guint n_added;
  guint n_known;     /* the registry had them */
  guint n_repeated;  /* came before in the same list */
  guint n_untyped;   /* nobody said of which type they are */
} JbNamesResult;

/* @n_done: of @n_names so far */
typedef void (*JbNamesProgress) (guint n_done, guint n_names, gpointer data);

/**
 * jb_names_job_run:
 * @name: of the file, for the history
 * @type: the JbEntityType of names of which the list does not say it; -1 leaves those out
 * @progress: (nullable):
 *
 * A name is known where an entity of its type has it, and the list has the name only once, or the entity's note is the same, or
 * there are as many entities as the list has names: so the same list adds nothing a second time, and places that share a name
 * stay apart. Cancelled, it leaves the library as it was. The index is not refreshed: jb_desk_refresh() is the caller's.
 *
 * Returns: FALSE with @error set where nothing was done
 */
gboolean jb_names_job_run (JbLibrary *library, const char *name, const JbNameList *list, int type, JbNamesProgress progress,
                           gpointer data, GCancellable *cancellable, JbNamesResult *result, GError **error);

G_END_DECLS
