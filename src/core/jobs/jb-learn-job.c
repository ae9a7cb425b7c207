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

/* By position in the block: where the character stands in the text; G_MAXUINT for one that does not. */
static guint *
dup_places (const JbArticle *article, const JbBlock *block, guint length)
{
  guint *places = g_new (guint, length + 1);

  for (guint i = 0; i < length; i++)
    {
      g_autoptr(GArray) spans = jb_article_to_source (article, block->start + i, block->start + i + 1);

      places[i] = spans->len > 0 ? g_array_index (spans, JbSpan, 0).start : G_MAXUINT;
    }
  return places;
}

/* Adds those labels that stand whole in the block, with its offsets. */
static void
collect_labels (const guint *places, guint length, const JbTrainerLabel *labels, guint n_labels, GArray *found)
{
  for (guint l = 0; l < n_labels; l++)
    {
      JbTrainerLabel label = { G_MAXUINT, 0, labels[l].type };

      for (guint i = 0; i < length; i++)
        {
          if (places[i] == labels[l].start)
            label.start = i;
          if (places[i] == labels[l].end - 1)
            label.end = i + 1;
        }
      if (label.start < label.end)
        g_array_append_val (found, label);
    }
}

void
jb_learn_job_add_text (JbTrainer *trainer, const char *text, const JbTrainerLabel *labels, guint n_labels)
{
  g_autoptr(JbPage) page = jb_page_dissect (text);
  g_autoptr(JbTagger) tagger = jb_tagger_new (NULL, NULL);
  g_autoptr(GPtrArray) scans = jb_tagger_scan (tagger, page->masthead, page->articles);

  for (guint i = 0; i < scans->len; i++)
    {
      const JbScan *scan = g_ptr_array_index (scans, i);
      const JbArticle *article = g_ptr_array_index (page->articles, scan->article);
      g_autofree guint *places = dup_places (article, g_ptr_array_index (article->blocks, scan->block), scan->text->length);
      g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (JbTrainerLabel));

      collect_labels (places, scan->text->length, labels, n_labels, found);
      jb_trainer_add (trainer, scan, text, (const JbTrainerLabel *) (gpointer) found->data, found->len, NULL);
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
