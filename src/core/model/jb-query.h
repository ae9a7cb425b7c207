/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Query: what an editor asks the library for. */
#pragma once

#include "jb-types.h"

G_BEGIN_DECLS

/* One word or phrase. Terms in a row must all be there; "or_previous" joins one to the term before it. */
typedef struct
{
  char     *text;         /* owned */
  gboolean  negated;
  gboolean  or_previous;
} JbTerm;

typedef struct
{
  GPtrArray *terms;        /* owned, of JbTerm */
  char      *entity_name;  /* owned, NULL for any: a name or alias, also of a suggestion */
  char      *source;       /* owned id, NULL for any */
  int        type;         /* JbEntityType that must be tagged; -1 for any */
  int        state;        /* JbReviewState; -1 for any */
  char      *from, *to;    /* owned ISO dates, both inclusive; NULL for no bound */
  guint      limit;        /* 0 for none */
} JbQuery;

#define JB_TYPE_QUERY (jb_query_get_type ())
GType jb_query_get_type (void);

/* Returns: (transfer full): a query that everything answers */
JbQuery *jb_query_new  (void) G_GNUC_WARN_UNUSED_RESULT;
JbQuery *jb_query_copy (const JbQuery *self) G_GNUC_WARN_UNUSED_RESULT;
void     jb_query_free (JbQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbQuery, jb_query_free)

/**
 * jb_query_parse:
 * @string: words, “phrases” in straight or curly quotes, AND, OR, NOT or a leading -, and the filters
 *   entity:NAME type:TYPE state:STATE from:DATE to:DATE
 *
 * Fails with JB_ERROR_INVALID for a filter whose value makes no sense.
 */
JbQuery *jb_query_parse (const char *string, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
