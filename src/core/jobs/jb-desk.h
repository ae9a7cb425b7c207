/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article as the editor sees it: the stored text, what the tagger suggests for it now, and what was decided.
 *
 *   stored blocks ──tagger (text, registry, rules, learner)──▶ suggestions ─┐
 *   stored decisions ───────────────────────────────────────────────────────┴▶ mentions
 */
#pragma once

#include "jb-article.h"
#include "jb-decoded.h"
#include "jb-lexicon.h"
#include "jb-library.h"
#include "jb-source.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the article with its mentions and facts */
JbArticle *jb_desk_load_article (JbLibrary *library, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type JbArticle) (nullable): those articles, in the order of @ids; a source is read and tagged
 * once however many of its articles are among them */
GPtrArray *jb_desk_load_articles (JbLibrary *library, const char *const *ids, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type JbArticle) (nullable): all of a source, likewise */
GPtrArray *jb_desk_load_source (JbLibrary *library, const char *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_desk_refresh:
 *
 * Brings the index of all articles that went stale up to date, a source at a time; to be called after every change, by whoever
 * made it, and after opening, since the program's rules may be others than those the index was made by. Safe to stop at any time.
 */
gboolean jb_desk_refresh (JbLibrary *library, GCancellable *cancellable, GError **error);

/* The same also of the articles, mostly all of them, that went stale because something was learned: to be called where nobody
 * waits for it. */
gboolean jb_desk_refresh_all (JbLibrary *library, GCancellable *cancellable, GError **error);

/**
 * jb_desk_end:
 * @done: whether the changes of the open operation succeeded; where not, @error is set already
 *
 * Ends the operation: commits it and refreshes the index, or rolls it back.
 *
 * Returns: TRUE where the changes are in the library
 */
gboolean jb_desk_end (JbLibrary *library, gboolean done, GError **error);

/* Returns: (transfer full) (nullable): all names of the registry */
JbLexicon *jb_desk_load_lexicon (JbLibrary *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): what was read of the source: the text in which source spans count, where it is printed */
JbDecoded *jb_desk_load_decoded (JbLibrary *library, const JbSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): its text alone */
char *jb_desk_load_source_text (JbLibrary *library, const JbSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): 《云汀报》2023年7月18日第621期：区委召开…, or with the file's name where there is no masthead */
char *jb_desk_dup_citation (const JbSource *source, const JbArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
