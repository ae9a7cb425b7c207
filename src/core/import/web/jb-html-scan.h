/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tags of a text, one after the other, without a tree: to tell whether it is HTML at all, which charset it declares, and to
 * keep what a parser is given within bounds. Works on any charset in which ASCII is ASCII. */
#pragma once

#include "jb-html-tags.h"

G_BEGIN_DECLS

typedef struct
{
  const char *at;     /* lent, what has not been looked at */
  const char *end;
  const char *raw;    /* the name of the element whose text is passed over (script), NULL mostly */
  gsize       n_raw;
} JbHtmlScan;

typedef enum
{
  JB_HTML_TOKEN_START,
  JB_HTML_TOKEN_END,
  JB_HTML_TOKEN_COMMENT,
  JB_HTML_TOKEN_OTHER,    /* <!doctype>, <?xml?> */
} JbHtmlTokenKind;

/* Pointers into the text. */
typedef struct
{
  JbHtmlTokenKind kind;
  JbHtmlTag       tag;     /* of start and end tags, 0 where HTML does not have it */
  const char     *start;   /* the < */
  const char     *end;     /* behind the >; the text's end where there is none */
  const char     *name;
  gsize           n_name;
} JbHtmlToken;

/* A scan of @text, which must outlive it. */
void jb_html_scan_init (JbHtmlScan *self, const char *text, gsize n_bytes);

/* Passes over text. Returns: FALSE at the end */
gboolean jb_html_scan_next (JbHtmlScan *self, JbHtmlToken *token);

/* Returns: (transfer full) (nullable): what stands between <@name> and </@name> in @text, which may be no HTML at all */
char *jb_html_scan_dup_between (const char *text, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
