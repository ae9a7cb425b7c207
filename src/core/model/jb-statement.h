/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Statement: what somebody said, with the post the page gives them. */
#pragma once

#include "jb-types.h"

G_BEGIN_DECLS

#define JB_TYPE_STATEMENT (jb_statement_get_type ())
G_DECLARE_FINAL_TYPE (JbStatement, jb_statement, JB, STATEMENT, GObject)

struct _JbStatement
{
  GObject          parent_instance;

  char            *name;        /* owned, the speaker's */
  char            *post;        /* owned, "" where the page gives none */
  char            *text;        /* owned, what was said, verbatim; its paragraphs are joined by one line feed */
  guint            block;       /* index of the block it begins in */
  JbStatementKind  kind;
  guint            start, end;  /* code points in the article's text; both 0 for a box: it is its whole block */
};

/* Returns: (transfer full): a box */
JbStatement *jb_statement_new (const char *name, const char *post, const char *text, guint block)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
