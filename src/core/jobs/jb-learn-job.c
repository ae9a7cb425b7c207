/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-learn-job.h"

#include "jb-decision-table.h"
#include "jb-desk.h"
#include "jb-model-enums.h"
#include "jb-page.h"
#include "jb-source-table.h"
#include "jb-tagger.h"

#include <string.h>

/* So many decisions since it was last trained are worth training anew. */
#define NEW_DECISIONS 50

/* What was decided of a block. */
typedef struct
{
  GArray  *labels;     /* owned, of JbTrainerLabel */
  guint8  *unknown;    /* owned, by position */
  guint    n_decided;
} Verdicts;

static void
verdicts_clear (Verdicts *self)
{
  g_array_unref (self->labels);
  g_free (self->unknown);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verdicts, verdicts_clear)

static Verdicts
read_verdicts (const JbArticle *article, const JbBlock *block, guint length)
{
  Verdicts self = { g_array_new (FALSE, FALSE, sizeof (JbTrainerLabel)), g_malloc0 (length + 1), 0 };

  for (guint i = 0; i < article->mentions->len; i++)
    {
      const JbMention *mention = g_ptr_array_index (article->mentions, i);
      JbTrainerLabel label = { mention->start - block->start, mention->end - block->start,
                               jb_enum_to_nick (JB_TYPE_ENTITY_TYPE, mention->type) };

      if (mention->start < block->start || mention->end > block->start + length)
        continue;
      self.n_decided += mention->state != JB_MENTION_STATE_SUGGESTED;
      if (mention->state == JB_MENTION_STATE_CONFIRMED)
        g_array_append_val (self.labels, label);
      else if (mention->state == JB_MENTION_STATE_SUGGESTED)
        memset (self.unknown + label.start, 1, label.end - label.start);
    }
  for (guint i = 0; i < self.labels->len; i++)
    {
      const JbTrainerLabel *label = &g_array_index (self.labels, JbTrainerLabel, i);

      memset (self.unknown + label->start, 0, label->end - label->start);
    }
  return self;
}

static void
add_block (JbTrainer *trainer, const JbArticle *article, const JbScan *scan)
{
  const JbBlock *block = g_ptr_array_index (article->blocks, scan->block);
  g_auto(Verdicts) verdicts = read_verdicts (article, block, scan->text->length);
  gboolean complete = memchr (verdicts.unknown, 1, scan->text->length) == NULL;

  if (verdicts.n_decided == 0 && article->state != JB_REVIEW_STATE_DONE)
    return;
  jb_trainer_add (trainer, scan, article->id, (const JbTrainerLabel *) (gpointer) verdicts.labels->data, verdicts.labels->len,
                  complete ? NULL : verdicts.unknown);
}

static gboolean
has_decisions (const JbArticle *article)
{
  for (guint i = 0; i < article->mentions->len; i++)
    if (((JbMention *) g_ptr_array_index (article->mentions, i))->state != JB_MENTION_STATE_SUGGESTED)
      return TRUE;
  return FALSE;
}

static gboolean
add_source (JbTrainer *trainer, JbTagger *tagger, JbLibrary *library, const char *id, GError **error)
{
  g_autoptr(JbSource) source = jb_source_table_load (library, id, error);
  g_autoptr(GPtrArray) articles = source != NULL ? jb_desk_load_source (library, id, error) : NULL;
  g_autoptr(GPtrArray) scans = articles != NULL ? jb_tagger_scan (tagger, source->masthead, articles) : NULL;

  for (guint i = 0; scans != NULL && i < scans->len; i++)
    {
      const JbScan *scan = g_ptr_array_index (scans, i);
      const JbArticle *article = g_ptr_array_index (articles, scan->article);

      if (has_decisions (article))
        add_block (trainer, article, scan);
    }
  return scans != NULL;
}

JbTrainer *
jb_learn_job_collect (JbLibrary *library, guint *n_decisions, GCancellable *cancellable, GError **error)
{
  g_autoptr(JbTrainer) trainer = jb_trainer_new ();
  g_autoptr(JbTagger) tagger = jb_tagger_new (NULL, NULL);
  g_auto(GStrv) sources = jb_decision_table_list_sources (library, error);
  JbLearnerState state;

  if (sources == NULL || !jb_learner_table_load_state (library, &state, error))
    return NULL;
  for (guint i = 0; sources[i] != NULL; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_source (trainer, tagger, library, sources[i], error))
      return NULL;
  *n_decisions = state.n_decisions_now;
  return g_steal_pointer (&trainer);
}

/* Where a character of the text went. */
typedef struct
{
  guint scan;      /* number + 1, 0 for one that went nowhere */
  guint position;  /* in its block */
} Place;

/* Returns: (transfer full) (array length=n_chars): by position in the text */
static Place *
dup_places (GPtrArray *scans, GPtrArray *articles, guint n_chars)
{
  Place *places = g_new0 (Place, (gsize) n_chars + 1);

  for (guint s = 0; s < scans->len; s++)
    {
      const JbScan *scan = g_ptr_array_index (scans, s);
      const JbArticle *article = g_ptr_array_index (articles, scan->article);
      guint n_runs;
      const JbRun *runs = jb_span_map_get_runs (((JbBlock *) g_ptr_array_index (article->blocks, scan->block))->map, &n_runs);

      for (guint r = 0; r < n_runs; r++)
        for (guint i = 0; i < runs[r].length && runs[r].source_start + i < n_chars; i++)
          places[runs[r].source_start + i] = (Place) { s + 1, runs[r].text_start + i };
    }
  return places;
}

static void
labels_free (GArray *labels)
{
  if (labels != NULL)
    g_array_unref (labels);
}

/* Returns: (transfer full) (element-type GArray): by scan, NULL for none: those labels that stand whole in its block, with its
 * offsets */
static GPtrArray *
deal_labels (const Place *places, guint n_chars, const JbTrainerLabel *labels, guint n_labels, guint n_scans)
{
  GPtrArray *dealt = g_ptr_array_new_with_free_func ((GDestroyNotify) labels_free);

  g_ptr_array_set_size (dealt, (int) n_scans);
  for (guint i = 0; i < n_labels; i++)
    {
      const Place *first = labels[i].start < n_chars ? &places[labels[i].start] : NULL;
      const Place *last = labels[i].start < labels[i].end && labels[i].end <= n_chars ? &places[labels[i].end - 1] : NULL;
      JbTrainerLabel label;

      if (first == NULL || last == NULL || first->scan == 0 || first->scan != last->scan || first->position > last->position)
        continue;
      if (dealt->pdata[first->scan - 1] == NULL)
        dealt->pdata[first->scan - 1] = g_array_new (FALSE, FALSE, sizeof (JbTrainerLabel));
      label = (JbTrainerLabel) { first->position, last->position + 1, labels[i].type };
      g_array_append_val ((GArray *) dealt->pdata[first->scan - 1], label);
    }
  return dealt;
}

void
jb_learn_job_add_text (JbTrainer *trainer, const char *text, const JbTrainerLabel *labels, guint n_labels)
{
  g_autoptr(JbPage) page = jb_page_dissect (text);
  g_autoptr(JbTagger) tagger = jb_tagger_new (NULL, NULL);
  g_autoptr(GPtrArray) scans = jb_tagger_scan (tagger, page->masthead, page->articles);
  guint n_chars = (guint) g_utf8_strlen (text, -1);
  g_autofree Place *places = dup_places (scans, page->articles, n_chars);
  g_autoptr(GPtrArray) dealt = deal_labels (places, n_chars, labels, n_labels, scans->len);

  for (guint i = 0; i < scans->len; i++)
    {
      const GArray *found = g_ptr_array_index (dealt, i);

      jb_trainer_add (trainer, g_ptr_array_index (scans, i), text,
                      found != NULL ? (const JbTrainerLabel *) (gpointer) found->data : NULL, found != NULL ? found->len : 0, NULL);
    }
}

gboolean
jb_learn_job_store (JbLibrary *library, const JbLearner *learner, gboolean from_file, guint n_decisions,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr(GBytes) bytes = learner != NULL ? jb_learner_to_bytes (learner) : NULL;

  return jb_learner_table_set_weights (library, bytes, from_file, n_decisions, error) &&
         jb_desk_refresh_all (library, cancellable, error);
}

gboolean
jb_learn_job_set_enabled (JbLibrary *library, gboolean enabled, GCancellable *cancellable, GError **error)
{
  return jb_learner_table_set_enabled (library, enabled, error) &&
         jb_desk_refresh_all (library, cancellable, error);
}

gboolean
jb_learn_job_is_due (const JbLearnerState *state)
{
  guint more = MAX (state->n_decisions_now, state->n_decisions) - MIN (state->n_decisions_now, state->n_decisions);

  return state->enabled && !state->from_file && more >= NEW_DECISIONS;
}
