/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes beyond one place in the text: propagation, the lexicon, arbitration. All names are invented. */
#include "jb-rule-describe.h"
#include "tag-support.h"

static void
test_short_street (void)
{
  g_autoptr(JbArticle) article = tag_with (NULL, NULL, "柳浦街道召开会议。\n柳浦上下同心。\n造就柳浦速度。");
  JbMention *street = find_mention (article, JB_ENTITY_TYPE_STREET, "柳浦");

  g_assert_nonnull (street);
  g_assert_cmpstr (street->name, ==, "柳浦街道");
  g_assert_cmpstr (street->rule, ==, "short-street");
  /* 柳浦速度 is the area's, not the sub-district's */
  g_assert_nonnull (find_mention (article, JB_ENTITY_TYPE_PLACE, "柳浦"));
}

static void
test_masthead_district (void)
{
  g_autoptr(JbMasthead) masthead = jb_masthead_new ();
  g_autoptr(JbArticle) article = NULL;

  masthead->publisher = g_strdup ("中共临州市澄江区委宣传部");
  article = tag_with (NULL, masthead, "区委召开会议。澄江正在前进。");
  g_assert_nonnull (find_mention (article, JB_ENTITY_TYPE_ORGANISATION, "区委"));
  g_assert_cmpstr (find_mention (article, JB_ENTITY_TYPE_ORGANISATION, "区委")->name, ==, "澄江区委");
  g_assert_nonnull (find_mention (article, JB_ENTITY_TYPE_PLACE, "澄江"));
  g_assert_cmpstr (find_mention (article, JB_ENTITY_TYPE_PLACE, "澄江")->name, ==, "澄江区");
}

static void
test_leader_everywhere (void)
{
  g_autoptr(JbTagger) tagger = jb_tagger_new (NULL, NULL);
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  JbArticle *second;

  g_ptr_array_add (articles, new_article ("区长林承波出席会议。"));
  g_ptr_array_add (articles, new_article ("在公司，林承波与大家交流。"));
  jb_tagger_tag (tagger, NULL, articles);
  second = g_ptr_array_index (articles, 1);
  g_assert_nonnull (find_mention (second, JB_ENTITY_TYPE_LEADER, "林承波"));
}

static void
test_lexicon (void)
{
  const JbLexiconName names[] = {
    { "澄心平台", "澄心基层治理平台", "e1", JB_ENTITY_TYPE_SYSTEM },
    { "柳浦", "柳浦街道", "e2", JB_ENTITY_TYPE_STREET },
    { "大河北", NULL, "e3", JB_ENTITY_TYPE_PLACE },
    { "大河北", NULL, "e4", JB_ENTITY_TYPE_PLACE },
  };
  g_autoptr(JbLexicon) lexicon = jb_lexicon_new (names, G_N_ELEMENTS (names));
  g_autoptr(JbArticle) article = tag_with (lexicon, NULL, "柳浦街道用澄心平台，紧跟大河北建设。");
  JbMention *system = find_mention (article, JB_ENTITY_TYPE_SYSTEM, "澄心平台");
  JbMention *place = find_mention (article, JB_ENTITY_TYPE_PLACE, "大河北");

  g_assert_nonnull (system);
  g_assert_cmpstr (system->entity, ==, "e1");
  g_assert_cmpstr (system->name, ==, "澄心基层治理平台");
  g_assert_cmpint (system->origin, ==, JB_MENTION_ORIGIN_GAZETTEER);
  /* the longest name wins over the lexicon's shorter one */
  g_assert_nonnull (find_mention (article, JB_ENTITY_TYPE_STREET, "柳浦街道"));
  g_assert_null (find_mention (article, JB_ENTITY_TYPE_STREET, "柳浦"));
  /* two entities share the name, so it is linked to none */
  g_assert_nonnull (place);
  g_assert_null (place->entity);
}

static void
test_split_words (void)
{
  const JbLexiconName names[] = {
    { "范县", NULL, "e1", JB_ENTITY_TYPE_PLACE },
    { "建设乡", NULL, "e2", JB_ENTITY_TYPE_STREET },
  };
  g_autoptr(JbLexicon) lexicon = jb_lexicon_new (names, G_N_ELEMENTS (names));
  g_autoptr(JbArticle) article = tag_with (lexicon, NULL, "示范县建设乡村。\n范县开会。\n建设乡开会。");

  g_assert_cmpuint (article->mentions->len, ==, 2);
  g_assert_nonnull (find_mention (article, JB_ENTITY_TYPE_PLACE, "范县"));
  g_assert_nonnull (find_mention (article, JB_ENTITY_TYPE_STREET, "建设乡"));
}

static void
test_blocks (void)
{
  g_autoptr(JbArticle) article = tag_with (NULL, NULL, "走进柳浦\n街道风景好");

  g_assert_cmpuint (article->mentions->len, ==, 0);
}

static void
test_order (void)
{
  const char *text = "区长林承波到柳浦街道，市委、区委、柳浦街道党工委参加“七大专项行动”。\n柳浦街道党工委书记何向东在“甲乙”平台发言。";
  g_autoptr(JbArticle) first = tag_with (NULL, NULL, text);
  g_autoptr(JbArticle) second = tag_with (NULL, NULL, text);
  g_autofree char *one = describe_mentions (first), *other = describe_mentions (second);

  g_assert_cmpstr (one, ==, other);
  for (guint i = 1; i < first->mentions->len; i++)
    {
      gpointer left = g_ptr_array_index (first->mentions, i - 1), right = g_ptr_array_index (first->mentions, i);

      g_assert_cmpint (jb_mention_compare (&left, &right), <, 0);
    }
}

static void
test_rules_have_words (void)
{
  g_assert_cmpstr (jb_rule_describe ("suffix-street"), !=, jb_rule_describe ("no such rule"));
}

/* One line of rubbish a hundred times as long takes about a hundred times as long, not ten thousand. */
static void
test_linear (void)
{
  const char *const hard[] = { "区", "、", "“", "”", "等", "三联", "中共", "柳浦街道", "区委", "林", "+", "路" };
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 before;

  for (guint i = 0; i < G_N_ELEMENTS (hard); i++)
    {
      for (guint k = 0; k < 60000; k++)
        g_string_append (text, hard[i]);
      g_string_append_c (text, '\n');
    }
  before = g_get_monotonic_time ();
  g_object_unref (tag_with (NULL, NULL, text->str));
  g_test_message ("%.2f s", (g_get_monotonic_time () - before) / 1e6);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_USEC_PER_SEC);
}

static gpointer
tag_in_thread (gpointer data)
{
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (articles, new_article ("区长林承波到柳浦街道，柳浦上下同心。"));
  for (guint i = 0; i < 200; i++)
    jb_tagger_tag (data, NULL, articles);
  return describe_mentions (g_ptr_array_index (articles, 0));
}

static void
test_threads (void)
{
  g_autoptr(JbTagger) tagger = jb_tagger_new (NULL, NULL);
  GThread *threads[4];
  g_autofree char *expected = tag_in_thread (tagger);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("tag", tag_in_thread, tagger);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *found = g_thread_join (threads[i]);

      g_assert_cmpstr (found, ==, expected);
    }
}

/* tests/data/tag/<case>/input.txt and expected.txt: type, text, rule of every mention */
static void
test_pair (gconstpointer data)
{
  g_autofree char *input_path = g_build_filename (data, "input.txt", NULL);
  g_autofree char *expected_path = g_build_filename (data, "expected.txt", NULL);
  g_autofree char *input = NULL, *expected = NULL, *found = NULL;
  g_autoptr(JbArticle) article = NULL;

  g_assert_true (g_file_get_contents (input_path, &input, NULL, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  article = tag_with (NULL, NULL, input);
  found = describe_mentions (article);
  g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = NULL;
  const char *name;
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tagger/a-street-is-found-by-its-bare-name", test_short_street);
  g_test_add_func ("/tagger/the-masthead-tells-the-district", test_masthead_district);
  g_test_add_func ("/tagger/a-leader-of-one-article-is-one-in-all", test_leader_everywhere);
  g_test_add_func ("/tagger/the-lexicon-links-entities", test_lexicon);
  g_test_add_func ("/tagger/no-name-crosses-a-block", test_blocks);
  g_test_add_func ("/tagger/short-names-are-no-parts-of-words", test_split_words);
  g_test_add_func ("/tagger/mentions-are-sorted-and-the-same-every-time", test_order);
  g_test_add_func ("/tagger/rules-have-words-for-people", test_rules_have_words);
  g_test_add_func ("/tagger/rubbish-takes-linear-time", test_linear);
  g_test_add_func ("/tagger/threads-share-a-tagger", test_threads);
  folder = g_test_build_filename (G_TEST_DIST, "data", "tag", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/tagger/pair/", name, NULL);

      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
      g_test_add_data_func (test, g_ptr_array_index (paths, paths->len - 1), test_pair);
    }
  result = g_test_run ();
  return result;
}
