/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-decide.h"
#include "jb-import-job.h"
#include "jb-learn-job.h"
#include "jb-learned.h"
#include "jb-tally-table.h"
#include "jb-test-library.h"

#include <string.h>

#define N_ARTICLES 50

/* A bulletin of one paragraph: two characters say something in three, all drawn by chance. */
static char *
dup_bulletin (GRand *rand)
{
  gunichar name[2], place[3];
  g_autofree char *speaker = NULL, *spot = NULL;

  for (guint i = 0; i < 2; i++)
    name[i] = 0x5400 + (gunichar) g_rand_int_range (rand, 0, 40);
  for (guint i = 0; i < 3; i++)
    place[i] = 0x6800 + (gunichar) g_rand_int_range (rand, 0, 40);
  speaker = g_ucs4_to_utf8 (name, 2, NULL, NULL, NULL);
  spot = g_ucs4_to_utf8 (place, 3, NULL, NULL, NULL);
  return g_strdup_printf ("昨天下了一场雨\n\n%s说在%s等着看雨，天晴以后再回家。\n", speaker, spot);
}

/* Returns: (transfer full): the only article of a new bulletin */
static JbArticle *
import (JbTestLibrary *t, GRand *rand)
{
  g_autofree char *text = dup_bulletin (rand);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JbImportResult) result = jb_import_job_run_bytes (t->library, "a.txt", bytes, NULL, &error);
  g_autoptr(GPtrArray) articles = jb_desk_load_source (t->library, result->source, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  return g_object_ref (g_ptr_array_index (articles, 0));
}

/* The paragraph's first character, in the article. */
static guint
get_start (const JbArticle *article)
{
  return ((JbBlock *) g_ptr_array_index (article->blocks, article->blocks->len - 1))->start;
}

static void
decide (JbTestLibrary *t, GRand *rand)
{
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr(JbArticle) article = import (t, rand);
      g_autoptr(JbArticle) again = NULL;
      g_autoptr(GError) error = NULL;
      guint start = get_start (article);

      g_assert_true (jb_decide_tag (t->library, article, start, start + 2, JB_ENTITY_TYPE_PERSON, NULL, &error));
      again = jb_desk_load_article (t->library, article->id, &error);
      g_assert_true (jb_decide_tag (t->library, again, start + 4, start + 7, JB_ENTITY_TYPE_PLACE, NULL, &error));
      g_assert_no_error (error);
    }
}

static JbLearner *
learn (JbTestLibrary *t)
{
  g_autoptr(GError) error = NULL;
  guint n_decisions = 0;
  g_autoptr(JbTrainer) trainer = jb_learn_job_collect (t->library, &n_decisions, NULL, &error);
  g_autoptr(JbLearner) learner = jb_trainer_run (trainer, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (jb_learn_job_store (t->library, learner, FALSE, n_decisions, NULL, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&learner);
}

static guint
count_learned (const JbArticle *article)
{
  guint n = 0;

  for (guint i = 0; i < article->mentions->len; i++)
    n += ((JbMention *) g_ptr_array_index (article->mentions, i))->origin == JB_MENTION_ORIGIN_LEARNED;
  return n;
}

static void
test_decisions (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(JbLearner) learner = NULL, kept = NULL;
  g_autoptr(JbArticle) before = NULL, after = NULL, without = NULL;
  g_autofree char *dump = NULL, *same = NULL;
  g_auto(GStrv) stale = NULL;
  JbLearnerState state;

  decide (t, rand);
  before = import (t, rand);
  g_assert_cmpuint (count_learned (before), ==, 0);
  g_assert_true (jb_learner_table_load_state (t->library, &state, NULL));
  g_assert_true (jb_learn_job_is_due (&state));

  dump = jb_test_library_dump (t);
  learner = learn (t);
  same = jb_test_library_dump (t);
  g_assert_cmpstr (dump, ==, same);
  g_assert_cmpuint (jb_learner_get_report (learner)->all.n_labels, ==, 2 * N_ARTICLES);
  g_assert_true (jb_learner_table_load_state (t->library, &state, NULL));
  g_assert_false (jb_learn_job_is_due (&state));
  stale = jb_tally_table_list_stale_sources (t->library, TRUE, 10, NULL);
  g_assert_cmpuint (g_strv_length (stale), ==, 0);

  after = jb_desk_load_article (t->library, before->id, NULL);
  g_assert_cmpuint (count_learned (after), ==, 2);
  jb_test_library_reopen (t);
  kept = jb_learned_load (t->library, NULL);
  g_assert_nonnull (kept);
  g_assert_true (jb_learn_job_set_enabled (t->library, FALSE, NULL, NULL));
  without = jb_desk_load_article (t->library, before->id, NULL);
  g_assert_cmpuint (count_learned (without), ==, 0);
}

static void
test_forget (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(JbLearner) learner = NULL;
  g_autoptr(JbArticle) article = NULL;
  g_autoptr(GError) error = NULL;

  decide (t, rand);
  learner = learn (t);
  g_assert_true (jb_learn_job_store (t->library, NULL, FALSE, 0, NULL, &error));
  g_assert_null (jb_learned_load (t->library, &error));
  g_assert_no_error (error);
  article = import (t, rand);
  g_assert_cmpuint (count_learned (article), ==, 0);
}

/* Its words for types mean nothing to a desk. */
static void
test_foreign (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(JbTrainer) trainer = jb_trainer_new ();
  g_autoptr(JbLearner) learner = NULL;
  g_autoptr(JbArticle) article = NULL;

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *text = dup_bulletin (rand);
      JbTrainerLabel labels[] = { { 9, 11, "speaker" }, { 13, 16, "spot" } };

      jb_learn_job_add_text (trainer, text, labels, G_N_ELEMENTS (labels));
    }
  g_assert_cmpuint (jb_trainer_get_n_labels (trainer), ==, 2 * N_ARTICLES);
  learner = jb_trainer_run (trainer, NULL, NULL, NULL, NULL);
  g_assert_true (jb_learner_is_in_use (learner));
  g_assert_true (jb_learn_job_store (t->library, learner, TRUE, 0, NULL, NULL));
  article = import (t, rand);
  g_assert_cmpuint (count_learned (article), ==, 0);
}

static void
test_damaged (JbTestLibrary *t, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("JBlearn1 and nothing", 20);
  g_autoptr(JbArticle) article = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (jb_learner_table_set_weights (t->library, bytes, FALSE, 0, NULL));
  g_assert_null (jb_learned_load (t->library, &error));
  g_assert_error (error, JB_ERROR, JB_ERROR_DAMAGED);
  article = import (t, rand);
  g_assert_nonnull (article);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add (path, JbTestLibrary, NULL, jb_test_library_set_up, func, jb_test_library_tear_down)
  ADD ("/learn-job/decisions-teach-and-are-left-alone", test_decisions);
  ADD ("/learn-job/what-was-learned-can-be-forgotten", test_forget);
  ADD ("/learn-job/another-scheme-is-not-for-articles", test_foreign);
  ADD ("/learn-job/damaged-weights-do-not-stand-in-the-way", test_damaged);
  return g_test_run ();
}
