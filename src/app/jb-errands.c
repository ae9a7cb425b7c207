/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-learned.h"
#include "jb-errands.h"

#include "jb-compose.h"
#include "jb-entity-table.h"
#include "jb-history.h"
#include "jb-paragraphs.h"
#include "jb-search.h"
#include "jb-source-table.h"
#include "jb-tally-table.h"

static void
run (JbStore *store, JbStoreAccess access, JbStoreFunc func, gpointer what, GDestroyNotify free_what,
     GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  jb_store_run_async (store, access, func, what, free_what, free_result, cancellable, callback, data);
}

void
jb_reading_free (JbReading *reading)
{
  g_clear_object (&reading->article);
  g_clear_object (&reading->source);
  g_free (reading);
}

static gpointer
read_article (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(JbReading) reading = g_new0 (JbReading, 1);

  if ((reading->article = jb_desk_load_article (library, data, error)) == NULL ||
      (reading->source = jb_source_table_load (library, reading->article->source, error)) == NULL)
    return NULL;
  return g_steal_pointer (&reading);
}

void
jb_errand_read_article (JbStore *store, const char *article, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_READ, read_article, g_strdup (article), g_free, (GDestroyNotify) jb_reading_free,
       cancellable, callback, data);
}

JbOriginal *
jb_original_ref (JbOriginal *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
original_clear (gpointer data)
{
  JbOriginal *self = data;

  g_clear_pointer (&self->decoded, jb_decoded_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

void
jb_original_unref (JbOriginal *self)
{
  g_atomic_rc_box_release_full (self, original_clear);
}

static gpointer
read_original (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const JbSource *source = data;
  g_autoptr(JbOriginal) original = g_atomic_rc_box_new0 (JbOriginal);

  original->decoded = jb_desk_load_decoded (library, source, error);
  if (original->decoded == NULL)
    return NULL;
  if (original->decoded->sheets->len > 0 && (original->bytes = jb_source_table_load_bytes (library, source->id, error)) == NULL)
    return NULL;
  return g_steal_pointer (&original);
}

void
jb_errand_read_original (JbStore *store, JbSource *source, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_READ, read_original, g_object_ref (source), g_object_unref, (GDestroyNotify) jb_original_unref,
       cancellable, callback, data);
}

static gpointer
read_doubts (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(JbDecoded) decoded = jb_desk_load_decoded (library, data, error);

  return decoded != NULL ? g_array_ref (decoded->doubts) : NULL;
}

void
jb_errand_read_doubts (JbStore *store, JbSource *source, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_READ, read_doubts, g_object_ref (source), g_object_unref, (GDestroyNotify) g_array_unref,
       cancellable, callback, data);
}

static gpointer
search (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  return jb_search_articles (library, data, error);
}

void
jb_errand_search (JbStore *store, const JbQuery *query, GCancellable *cancellable,
                  GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_READ, search, jb_query_copy (query), (GDestroyNotify) jb_query_free,
       (GDestroyNotify) g_strfreev, cancellable, callback, data);
}

void
jb_overview_free (JbOverview *overview)
{
  g_clear_pointer (&overview->sources, g_ptr_array_unref);
  g_clear_pointer (&overview->facets, g_ptr_array_unref);
  g_free (overview);
}

static gpointer
look_over (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(JbOverview) overview = g_new0 (JbOverview, 1);

  if ((overview->sources = jb_source_table_load_all (library, error)) == NULL ||
      (overview->facets = jb_tally_table_load_facets (library, GPOINTER_TO_UINT (data), error)) == NULL)
    return NULL;
  return g_steal_pointer (&overview);
}

void
jb_errand_look_over (JbStore *store, guint n_names, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_READ, look_over, GUINT_TO_POINTER (n_names), NULL, (GDestroyNotify) jb_overview_free,
       cancellable, callback, data);
}

static gpointer
read_entities (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  return jb_entity_table_load_all (library, error);
}

void
jb_errand_read_entities (JbStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_READ, read_entities, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
       cancellable, callback, data);
}

static gpointer
read_history (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  return jb_history_list (library, GPOINTER_TO_UINT (data), error);
}

void
jb_errand_read_history (JbStore *store, guint limit, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_READ, read_history, GUINT_TO_POINTER (limit), NULL, (GDestroyNotify) g_ptr_array_unref,
       cancellable, callback, data);
}

void
jb_learning_free (JbLearning *learning)
{
  g_clear_pointer (&learning->learner, jb_learner_unref);
  g_free (learning);
}

/* Weights that are damaged count as none: the way out, learning anew, is the same. */
static gpointer
read_learning (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(JbLearning) learning = g_new0 (JbLearning, 1);

  if (!jb_learner_table_load_state (library, &learning->state, error))
    return NULL;
  learning->learner = jb_learned_load (library, NULL);
  return g_steal_pointer (&learning);
}

void
jb_errand_read_learning (JbStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_READ, read_learning, NULL, NULL, (GDestroyNotify) jb_learning_free, cancellable, callback, data);
}

/* The decision's own copy; its strings, which the public struct only borrows, are owned. */
static JbDecision *
decision_copy (const JbDecision *decision)
{
  JbDecision *copy = g_new (JbDecision, 1);

  *copy = *decision;
  g_object_ref (copy->article);
  if (copy->mentions != NULL)
    g_ptr_array_ref (copy->mentions);
  if (copy->mention != NULL)
    g_object_ref (copy->mention);
  copy->name = g_strdup (decision->name);
  copy->entity = g_strdup (decision->entity);
  return copy;
}

static void
decision_free (JbDecision *copy)
{
  g_object_unref (copy->article);
  g_clear_pointer (&copy->mentions, g_ptr_array_unref);
  g_clear_object (&copy->mention);
  g_free ((char *) copy->name);
  g_free ((char *) copy->entity);
  g_free (copy);
}

void
jb_verdict_free (JbVerdict *verdict)
{
  g_clear_object (&verdict->article);
  g_free (verdict);
}

static gboolean
carry_out (JbLibrary *library, const JbDecision *decision, int *n, GError **error)
{
  switch (decision->kind)
    {
    case JB_DECIDE_ACCEPT:
      return jb_decide_accept (library, decision->article, decision->mentions, error);
    case JB_DECIDE_REJECT:
      return jb_decide_reject (library, decision->article, decision->mentions, error);
    case JB_DECIDE_ACCEPT_NAME:
      *n = jb_decide_everywhere (library, decision->everywhere ? NULL : decision->article->id, decision->type,
                                 decision->name, JB_MENTION_STATE_CONFIRMED, error);
      return *n >= 0;
    case JB_DECIDE_TAG:
      return jb_decide_tag (library, decision->article, decision->start, decision->end, decision->type,
                            decision->entity, error);
    case JB_DECIDE_SET_TYPE:
      return jb_decide_set_type (library, decision->article, decision->mention, decision->type, error);
    case JB_DECIDE_LINK:
      return jb_decide_link (library, decision->article, decision->mention, decision->entity, error);
    case JB_DECIDE_LINK_NEW:
      return jb_decide_link_new (library, decision->article, decision->mention, decision->type, decision->name, error);
    case JB_DECIDE_UNTAG:
      return jb_decide_untag (library, decision->article, decision->mention, error);
    case JB_DECIDE_SET_STATE:
      return jb_decide_set_state (library, decision->article, decision->state, error);
    case JB_DECIDE_SPLIT:
      return jb_paragraphs_split (library, decision->article, decision->start, error);
    case JB_DECIDE_JOIN:
      return jb_paragraphs_join (library, decision->article, decision->start, error);
    default:
      g_assert_not_reached ();
    }
}

static gpointer
decide (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const JbDecision *decision = data;
  g_autoptr(JbVerdict) verdict = g_new0 (JbVerdict, 1);

  if (!carry_out (library, decision, &verdict->n, error))
    return NULL;
  if ((verdict->article = jb_desk_load_article (library, decision->article->id, error)) == NULL)
    return NULL;
  return g_steal_pointer (&verdict);
}

void
jb_errand_decide (JbStore *store, const JbDecision *decision, GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_WRITE, decide, decision_copy (decision), (GDestroyNotify) decision_free,
       (GDestroyNotify) jb_verdict_free, NULL, callback, data);
}

static gpointer
count_name (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const JbMention *mention = data;

  return GINT_TO_POINTER (jb_decide_count_everywhere (library, mention->type, mention->name, error));
}

void
jb_errand_count_name (JbStore *store, JbEntityType type, const char *name, GAsyncReadyCallback callback, gpointer data)
{
  JbMention *mention = jb_mention_new (type, name, 0, 0, JB_MENTION_ORIGIN_EDITOR, 1, "");

  run (store, JB_STORE_READ, count_name, mention, g_object_unref, NULL, NULL, callback, data);
}

typedef struct
{
  char  *article;  /* owned id */
  guint  start, end;
} Place;

static void
place_free (Place *place)
{
  g_free (place->article);
  g_free (place);
}

static gpointer
add_sentence (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Place *place = data;
  g_autoptr(JbArticle) article = jb_desk_load_article (library, place->article, error);

  if (article == NULL)
    return NULL;
  return jb_compose_add_sentence (library, NULL, NULL, article, place->start, place->end, error);
}

void
jb_errand_add_sentence (JbStore *store, const char *article, guint start, guint end,
                        GAsyncReadyCallback callback, gpointer data)
{
  Place *place = g_new (Place, 1);

  *place = (Place) { g_strdup (article), start, end };
  run (store, JB_STORE_WRITE, add_sentence, place, (GDestroyNotify) place_free, g_free, NULL, callback, data);
}

static gpointer
undo (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  return data != NULL ? jb_decide_redo (library, error) : jb_decide_undo (library, error);
}

void
jb_errand_undo (JbStore *store, gboolean redo, GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_WRITE, undo, GINT_TO_POINTER (redo), NULL, g_free, NULL, callback, data);
}

static gpointer
refresh (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  jb_desk_refresh_all (library, cancellable, error);
  return NULL;
}

void
jb_errand_refresh (JbStore *store, GCancellable *cancellable)
{
  run (store, JB_STORE_WRITE, refresh, NULL, NULL, NULL, cancellable, NULL, NULL);
}

/* Where progress is told. The writer's thread holds no reference to the owner, or it might drop the last one. */
typedef struct
{
  JbErrandProgress  func;
  GWeakRef          owner;
} Listener;

static void
listener_clear (gpointer data)
{
  Listener *listener = data;

  g_weak_ref_clear (&listener->owner);
}

typedef struct
{
  Listener *listener;  /* owned reference */
  guint     n_done, n_files;
  char     *name;      /* owned or NULL */
} Step;

static gboolean
tell_step_cb (gpointer data)
{
  Step *step = data;
  g_autoptr(GObject) owner = g_weak_ref_get (&step->listener->owner);

  if (owner != NULL)
    step->listener->func (owner, step->n_done, step->n_files, step->name);
  return G_SOURCE_REMOVE;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_atomic_rc_box_release_full (step->listener, listener_clear);
  g_free (step->name);
  g_free (step);
}

/* In the writer's thread. */
static void
tell_step (guint n_done, guint n_files, const char *name, gpointer data)
{
  Step *step = g_new (Step, 1);

  *step = (Step) { g_atomic_rc_box_acquire (data), n_done, n_files, g_strdup (name) };
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_step_cb, step, step_free);
}

static Listener *
listener_new (JbErrandProgress progress, GObject *owner)
{
  Listener *listener = g_atomic_rc_box_new0 (Listener);

  listener->func = progress;
  g_weak_ref_init (&listener->owner, owner);
  return listener;
}

static gpointer
read_names (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(GBytes) bytes = g_file_load_bytes (data, cancellable, NULL, error);

  return bytes != NULL ? jb_name_list_read (bytes, error) : NULL;
}

void
jb_errand_read_names (JbStore *store, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  run (store, JB_STORE_READ, read_names, g_object_ref (file), g_object_unref, (GDestroyNotify) jb_name_list_free, NULL, callback,
       data);
}

typedef struct
{
  char       *name;      /* owned */
  JbNameList *list;      /* owned */
  int         type;
  Listener   *listener;  /* owned reference */
} Names;

static void
names_free (Names *names)
{
  g_free (names->name);
  jb_name_list_free (names->list);
  g_atomic_rc_box_release_full (names->listener, listener_clear);
  g_free (names);
}

static void
names_progress_cb (guint n_done, guint n_names, gpointer data)
{
  Names *names = data;

  tell_step (n_done, n_names, names->name, names->listener);
}

static gpointer
import_names (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  Names *names = data;
  g_autofree JbNamesResult *result = g_new (JbNamesResult, 1);

  if (!jb_names_job_run (library, names->name, names->list, names->type, names_progress_cb, names, cancellable, result, error))
    return NULL;
  tell_step (names->list->names->len, names->list->names->len, NULL, names->listener);
  /* The names are in; what of the index is not followed up now is with the next change. */
  jb_desk_refresh (library, cancellable, NULL);
  return g_steal_pointer (&result);
}

void
jb_errand_import_names (JbStore *store, const char *name, JbNameList *list, int type, JbErrandProgress progress,
                        GObject *owner, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Names *names = g_new (Names, 1);

  *names = (Names) { g_strdup (name), list, type, listener_new (progress, owner) };
  run (store, JB_STORE_WRITE, import_names, names, (GDestroyNotify) names_free, g_free, cancellable, callback, data);
}
