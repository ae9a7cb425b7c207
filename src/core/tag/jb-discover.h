/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Discovery: strings of the whole library that behave like names, though no rule and no list knows them.
 *
 * A name holds together (its parts meet far oftener than by chance), stands freely (many different neighbours on both sides) and
 * is told again; unlike a word of the language it comes often where it comes at all, and in few other places. */
#pragma once

#include "jb-chars.h"
#include "jb-types.h"

G_BEGIN_DECLS

typedef struct
{
  char   *text;        /* owned */
  int     type;        /* the JbEntityType its form speaks for, -1 for none */
  guint   n_times;
  guint   n_articles;
  double  score;       /* for the order only */
  guint   example;     /* number of the text it first stands in, from 0 */
  guint   start;       /* code points, in that text */
} JbDiscovery;

typedef struct _JbDiscover JbDiscover;

/**
 * jb_discover_new:
 * @known: (array length=n_known): names that are not to be offered, nor parts of them; copied
 */
JbDiscover *jb_discover_new  (const char *const *known, gsize n_known) G_GNUC_WARN_UNUSED_RESULT;
void        jb_discover_free (JbDiscover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbDiscover, jb_discover_free)

/* @article: number of the article the text is of, from 0, in order. */
void jb_discover_add (JbDiscover *self, guint article, const char *text);

/* Returns: (transfer full) (element-type JbDiscovery): at most @limit, the best first; in a time linear in the texts */
GPtrArray *jb_discover_find (JbDiscover *self, guint limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
