/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window has done off the main thread. Each errand is started here and ended by jb_store_run_finish(), which
 * hands over what is named as its result. Whatever an errand needs is copied or referenced when it is started. */
#pragma once

#include "jb-decide.h"
#include "jb-learn-job.h"
#include "jb-names-job.h"
#include "jb-query.h"
#include "jb-store.h"

G_BEGIN_DECLS

/* An article as it is read: with its source. */
typedef struct
{
  JbArticle *article;  /* owned */
  JbSource  *source;   /* owned */
} JbReading;

void jb_reading_free (JbReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbReading, jb_reading_free)

/* Result: (transfer full): JbReading */
void jb_errand_read_article (JbStore *store, const char *article, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);

/* What a source was imported from; not changed once it is read. */
typedef struct
{
  JbDecoded *decoded;  /* owned */
  GBytes    *bytes;    /* owned: the file, where it has pages to look at; else NULL */
} JbOriginal;

JbOriginal *jb_original_ref   (JbOriginal *self);
void        jb_original_unref (JbOriginal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbOriginal, jb_original_unref)

/* Result: (transfer full): JbOriginal */
void jb_errand_read_original (JbStore *store, JbSource *source, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);

/* Result: (transfer full) (element-type JbDoubt): GArray, in the decoded text */
void jb_errand_read_doubts (JbStore *store, JbSource *source, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);

/* Result: (transfer full): GStrv, ids, the newest first */
void jb_errand_search (JbStore *store, const JbQuery *query, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data);

/* What the library holds, to choose from. */
typedef struct
{
  GPtrArray *sources;  /* owned, of JbSource */
  GPtrArray *facets;   /* owned, of JbFacet */
} JbOverview;

void jb_overview_free (JbOverview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbOverview, jb_overview_free)

/* @n_names: how many names of each type. Result: (transfer full): JbOverview */
void jb_errand_look_over (JbStore *store, guint n_names, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data);

/* Result: (transfer full) (element-type JbEntity): GPtrArray */
void jb_errand_read_entities (JbStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/* Result: (transfer full) (element-type JbOperation): GPtrArray, newest first */
void jb_errand_read_history (JbStore *store, guint limit, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);

/* What the library has learned. */
typedef struct
{
  JbLearnerState  state;
  JbLearner      *learner;  /* owned, NULL where it is nothing */
} JbLearning;

void jb_learning_free (JbLearning *learning);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbLearning, jb_learning_free)

/* Result: (transfer full): JbLearning */
void jb_errand_read_learning (JbStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

typedef enum
{
  JB_DECIDE_ACCEPT,      /* mentions */
  JB_DECIDE_REJECT,      /* mentions */
  JB_DECIDE_ACCEPT_NAME, /* type, name, everywhere */
  JB_DECIDE_TAG,         /* start, end, type, entity or NULL */
  JB_DECIDE_SET_TYPE,    /* mention, type */
  JB_DECIDE_LINK,        /* mention, entity */
  JB_DECIDE_LINK_NEW,    /* mention, type, name: linked to a new entity of that name */
  JB_DECIDE_UNTAG,       /* mention */
  JB_DECIDE_SET_STATE,   /* state */
  JB_DECIDE_SPLIT,       /* start */
  JB_DECIDE_JOIN,        /* start */
} JbDecideKind;

/* What the editor decided; which fields count, the kind says. */
typedef struct
{
  JbDecideKind   kind;
  JbArticle     *article;     /* of which */
  GPtrArray     *mentions;    /* of JbMention */
  JbMention     *mention;
  JbEntityType   type;
  const char    *name;
  const char    *entity;      /* an id */
  gboolean       everywhere;  /* in the whole library, not only in the article */
  guint          start, end;  /* code points in the article's text */
  JbReviewState  state;
} JbDecision;

/* What came of it. */
typedef struct
{
  JbArticle *article;  /* owned, as it is now */
  int        n;        /* how many were accepted, by JB_DECIDE_ACCEPT_NAME */
} JbVerdict;

void jb_verdict_free (JbVerdict *verdict);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbVerdict, jb_verdict_free)

/* Result: (transfer full): JbVerdict */
void jb_errand_decide (JbStore *store, const JbDecision *decision, GAsyncReadyCallback callback, gpointer data);

/* Result: GINT_TO_POINTER, how many suggestions of the name there are in the library */
void jb_errand_count_name (JbStore *store, JbEntityType type, const char *name,
                           GAsyncReadyCallback callback, gpointer data);

/* Puts it into the newest briefing. Result: (transfer full): char *, the briefing's id */
void jb_errand_add_sentence (JbStore *store, const char *article, guint start, guint end,
                             GAsyncReadyCallback callback, gpointer data);

/* Result: (transfer full) (nullable): char *, name of what was undone or redone; NULL where nothing is left */
void jb_errand_undo (JbStore *store, gboolean redo, GAsyncReadyCallback callback, gpointer data);

/* Brings what lists count up to date, where a program ended before it had done so. Nothing is handed over. */
void jb_errand_refresh (JbStore *store, GCancellable *cancellable);

/* Called in the main thread as an import goes on, while @owner is there. @name is NULL at the end. */
typedef void (*JbErrandProgress) (GObject *owner, guint n_done, guint n_files, const char *name);

/* Result: (transfer full): JbNameList */
void jb_errand_read_names (JbStore *store, GFile *file, GAsyncReadyCallback callback, gpointer data);

/* @name: of the file; @list: (transfer full); @type: as for jb_names_job_run(). Result: (transfer full): JbNamesResult */
void jb_errand_import_names (JbStore *store, const char *name, JbNameList *list, int type, JbErrandProgress progress,
                             GObject *owner, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
