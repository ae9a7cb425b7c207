/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-error.h"
#include "jb-trainer.h"
#include "tag-support.h"

/* A language of its own: what stands before 说 at the beginning is a speaker, what stands behind 在 is a spot. Which characters
 * they are made of is left to chance, so that they cannot be learned by heart. */
#define N_TEXTS 160

static gunichar
draw (GRand *rand, gunichar from)
{
  return from + (gunichar) g_rand_int_range (rand, 0, 40);
}

static void
add_text (JbTrainer *trainer, guint number, const char *text, const JbTrainerLabel *labels, guint n_labels, const guint8 *unknown)
{
  g_autofree char *group = g_strdup_printf ("text %u", number);
  g_autoptr(JbScan) scan = jb_scan_new (jb_rules_get (), 0, 0, jb_chars_new (text, -1));

  jb_trainer_add (trainer, scan, group, labels, n_labels, unknown);
}

/* XX说在YYY等。 */
static char *
dup_sentence (GRand *rand)
{
  gunichar text[] = { draw (rand, 0x5400), draw (rand, 0x5400), 0x8bf4, 0x5728, draw (rand, 0x6800), draw (rand, 0x6800),
                      draw (rand, 0x6800), 0x7b49, 0x3002 };

  return g_ucs4_to_utf8 (text, G_N_ELEMENTS (text), NULL, NULL, NULL);
}

static JbLearner *
learn_language (const char *speaker, const char *spot)
{
  g_autoptr(JbTrainer) trainer = jb_trainer_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(GError) error = NULL;
  JbLearner *learner;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = dup_sentence (rand);
      JbTrainerLabel labels[] = { { 0, 2, speaker }, { 4, 7, spot } };

      add_text (trainer, i, text, labels, G_N_ELEMENTS (labels), NULL);
    }
  learner = jb_trainer_run (trainer, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return learner;
}

static JbArticle *
tag_learned (JbLearner *learner, const char *text)
{
  g_autoptr(JbTagger) tagger = jb_tagger_new (NULL, learner);
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (articles, new_article (text));
  jb_tagger_tag (tagger, NULL, articles);
  return g_object_ref (g_ptr_array_index (articles, 0));
}

static void
test_learns (void)
{
  g_autoptr(JbLearner) learner = learn_language ("speaker", "spot");
  g_autoptr(JbArticle) article = tag_learned (learner, "吆吇说在栀栁栂等。");
  const JbMention *first, *second;

  g_assert_true (jb_learner_is_in_use (learner));
  g_assert_false (jb_learner_is_native (learner));
  g_assert_cmpuint (article->mentions->len, ==, 2);
  first = g_ptr_array_index (article->mentions, 0);
  second = g_ptr_array_index (article->mentions, 1);
  g_assert_cmpstr (first->text, ==, "吆吇");
  g_assert_cmpstr (first->label, ==, "speaker");
  g_assert_cmpstr (first->rule, ==, "learned");
  g_assert_cmpint (first->origin, ==, JB_MENTION_ORIGIN_LEARNED);
  g_assert_cmpfloat (first->confidence, >, 0.5);
  g_assert_cmpfloat (first->confidence, <=, 1.0);
  g_assert_cmpstr (second->text, ==, "栀栁栂");
  g_assert_cmpstr (second->label, ==, "spot");
}

static void
test_our_types (void)
{
  g_autoptr(JbLearner) learner = learn_language ("person", "place");
  g_autoptr(JbArticle) article = tag_learned (learner, "吆吇说在栀栁栂等。\n云汀街道举办“云汀夜话”活动。");

  g_assert_true (jb_learner_is_native (learner));
  g_assert_nonnull (find_mention (article, JB_ENTITY_TYPE_PERSON, "吆吇"));
  g_assert_nonnull (find_mention (article, JB_ENTITY_TYPE_PLACE, "栀栁栂"));
  /* of a type that no lesson mentions the rules know as much as before */
  g_assert_nonnull (find_mention (article, JB_ENTITY_TYPE_STREET, "云汀街道"));
}

static void
test_deterministic (void)
{
  g_autoptr(JbLearner) one = learn_language ("speaker", "spot"), two = learn_language ("speaker", "spot");
  g_autoptr(GBytes) first = jb_learner_to_bytes (one), second = jb_learner_to_bytes (two);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_round_trip (void)
{
  g_autoptr(JbLearner) learner = learn_language ("speaker", "spot");
  g_autoptr(GBytes) bytes = jb_learner_to_bytes (learner), again = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbLearner) read = jb_learner_new_from_bytes (bytes, &error);
  g_autoptr(JbArticle) article = NULL;

  g_assert_no_error (error);
  again = jb_learner_to_bytes (read);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpuint (jb_learner_get_report (read)->n_texts, ==, N_TEXTS);
  g_assert_cmpuint (jb_learner_get_score (read, 1)->n_labels, ==, N_TEXTS);
  article = tag_learned (read, "吆吇说在栀栁栂等。");
  g_assert_cmpuint (article->mentions->len, ==, 2);
}

/* Whatever is amiss, it is an error or a learner that works; never a crash. */
static void
test_damaged (void)
{
  g_autoptr(JbLearner) learner = learn_language ("speaker", "spot");
  g_autoptr(GBytes) bytes = jb_learner_to_bytes (learner);
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  for (gsize i = 0; i < n_bytes; i += 1 + n_bytes / 400)
    {
      g_autofree guint8 *copy = g_memdup2 (data, n_bytes);
      g_autoptr(GBytes) cut = g_bytes_new (data, i), changed = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(JbLearner) none = jb_learner_new_from_bytes (cut, &error), other = NULL;

      g_assert_null (none);
      g_assert_error (error, JB_ERROR, JB_ERROR_DAMAGED);
      copy[i] ^= 0x5a;
      changed = g_bytes_new (copy, n_bytes);
      g_clear_error (&error);
      other = jb_learner_new_from_bytes (changed, &error);
      g_assert_null (other);
      g_assert_error (error, JB_ERROR, JB_ERROR_DAMAGED);
    }
}

/* The rules find every street here; no learner can do better. */
static void
test_silent_when_no_better (void)
{
  g_autoptr(JbTrainer) trainer = jb_trainer_new ();
  g_autoptr(JbTagger) tagger = jb_tagger_new (NULL, NULL);
  g_autoptr(JbLearner) learner = NULL;
  const JbLearnerScore *score;

  for (guint i = 0; i < 60; i++)
    {
      gunichar first = 0x6800 + i;
      g_autofree char *name = g_ucs4_to_utf8 (&first, 1, NULL, NULL, NULL), *text = g_strconcat (name, "林街道举办活动。", NULL);
      JbTrainerLabel label = { 0, 4, "street" };
      g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(GPtrArray) scans = NULL;

      g_ptr_array_add (articles, new_article (text));
      scans = jb_tagger_scan (tagger, NULL, articles);
      jb_trainer_add (trainer, g_ptr_array_index (scans, 0), text, &label, 1, NULL);
    }
  learner = jb_trainer_run (trainer, NULL, NULL, NULL, NULL);
  score = jb_learner_get_score (learner, 0);
  g_assert_cmpuint (score->n_gold, ==, 60);
  g_assert_cmpuint (score->n_rules_right, ==, 60);
  g_assert_cmpuint (score->n_learner_right, ==, 60);
  g_assert_false (jb_learner_is_in_use (learner));
}

static void
test_too_little (void)
{
  g_autoptr(JbTrainer) trainer = jb_trainer_new ();
  g_autoptr(JbLearner) learner = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < JB_TRAINER_MIN_LABELS - 1; i++)
    {
      JbTrainerLabel label = { 0, 2, "speaker" };

      add_text (trainer, i, "吆吇说好。", &label, 1, NULL);
    }
  learner = jb_trainer_run (trainer, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (jb_learner_is_in_use (learner));
  g_assert_cmpuint (jb_learner_get_report (learner)->all.n_labels, ==, JB_TRAINER_MIN_LABELS - 1);
}

/* Where nobody has decided, nothing is learned: neither that a name stands there, nor that none does. */
static void
test_unknown (void)
{
  g_autoptr(JbTrainer) trainer = jb_trainer_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);
  g_autoptr(JbLearner) learner = NULL;
  g_autoptr(JbArticle) article = NULL;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = dup_sentence (rand);
      JbTrainerLabel labels[] = { { 0, 2, "speaker" }, { 4, 7, "spot" } };
      guint8 unknown[9] = { 0, 0, 0, 0, 1, 1, 1, 0, 0 };

      add_text (trainer, i, text, labels, i % 4 == 0 ? 2 : 1, i % 4 == 0 ? NULL : unknown);
    }
  learner = jb_trainer_run (trainer, NULL, NULL, NULL, NULL);
  article = tag_learned (learner, "吆吇说在栀栁栂等。");
  g_assert_cmpuint (article->mentions->len, ==, 2);
}

static void
test_cancelled (void)
{
  g_autoptr(JbTrainer) trainer = jb_trainer_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    {
      JbTrainerLabel label = { 0, 2, "speaker" };

      add_text (trainer, i, "吆吇说好。", &label, 1, NULL);
    }
  g_cancellable_cancel (cancellable);
  g_assert_null (jb_trainer_run (trainer, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/learner/learns-a-small-language", test_learns);
  g_test_add_func ("/learner/our-types-join-the-rules", test_our_types);
  g_test_add_func ("/learner/same-lessons-same-weights", test_deterministic);
  g_test_add_func ("/learner/bytes-bring-it-back", test_round_trip);
  g_test_add_func ("/learner/damaged-bytes-are-refused", test_damaged);
  g_test_add_func ("/learner/silent-where-no-better-than-the-rules", test_silent_when_no_better);
  g_test_add_func ("/learner/silent-with-too-little", test_too_little);
  g_test_add_func ("/learner/undecided-text-teaches-nothing", test_unknown);
  g_test_add_func ("/learner/can-be-cancelled", test_cancelled);
  return g_test_run ();
}
