/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the library's articles repeat as a name and nobody has named yet. */
#pragma once

#include "jb-library.h"
#include "jb-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* As many as fit on a screen. */
#define JB_DISCOVER_LIMIT 20

typedef struct
{
  char  *name;         /* owned */
  int    type;         /* the JbEntityType its form speaks for, -1 for none */
  guint  n_times;
  guint  n_articles;
  char  *article;      /* owned id: the newest it stands in */
  guint  start, end;   /* code points of that article's text */
  char  *sentence;     /* owned, around it */
} JbNewName;

void jb_new_name_free (JbNewName *new_name);

/**
 * jb_discover_job_run:
 *
 * Passes over names of the registry, names that are suggested or decided, and what was dismissed. Looks at the newest ten million
 * characters.
 *
 * Returns: (transfer full) (element-type JbNewName) (nullable): at most @limit, the best first
 */
GPtrArray *jb_discover_job_run (JbLibrary *library, guint limit, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* One operation: @name is not offered again. Fails with JB_ERROR_KNOWN where it was dismissed before, with JB_ERROR_INVALID for a
 * name that is empty or has several lines. */
gboolean jb_discover_job_dismiss (JbLibrary *library, const char *name, GError **error);

G_END_DECLS
