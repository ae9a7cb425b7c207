/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON-LD as pages carry it for search engines: the story of schema.org's types NewsArticle, Article, Report … */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every field is owned and NULL where it is not said. */
typedef struct
{
  char *title;
  char *date;       /* as it is written */
  char *authors;    /* joined by 、 */
  char *publisher;
} JbJsonLd;

/* Returns: (transfer full) (nullable): the first story in @text; NULL where it is no JSON or tells of none */
JbJsonLd *jb_json_ld_read (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void      jb_json_ld_free (JbJsonLd *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbJsonLd, jb_json_ld_free)

G_END_DECLS
