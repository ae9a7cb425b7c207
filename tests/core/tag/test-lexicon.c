/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-lexicon.h"

#include <math.h>
#include <string.h>

static GPtrArray *
new_random_names (GRand *random, guint n, guint n_letters)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GString) name = g_string_new (NULL);
      guint length = (guint) g_rand_int_range (random, 1, 7);

      for (guint k = 0; k < length; k++)
        g_string_append_unichar (name, 0x4e00 + (gunichar) g_rand_int_range (random, 0, (int) n_letters));
      g_ptr_array_add (names, g_strdup (name->str));
    }
  return names;
}

static JbLexicon *
new_lexicon (GPtrArray *names)
{
  g_autofree JbLexiconName *list = g_new0 (JbLexiconName, names->len + 1);

  for (guint i = 0; i < names->len; i++)
    list[i] = (JbLexiconName) { g_ptr_array_index (names, i), NULL, NULL, JB_ENTITY_TYPE_PLACE };
  return jb_lexicon_new (list, names->len);
}

/* Every name at every place, the slow way, in the order the lexicon promises. */
static GArray *
find_slowly (GPtrArray *names, const JbChars *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (JbLexiconHit));

  for (guint start = 0; start < text->length; start++)
    for (guint length = 1; length <= 8 && start + length <= text->length; length++)
      {
        g_autofree char *slice = jb_chars_to_utf8 (text, start, start + length);

        for (guint i = 0; i < names->len; i++)
          if (strcmp (slice, g_ptr_array_index (names, i)) == 0)
            {
              JbLexiconHit hit = { start, start + length, i };

              g_array_append_val (hits, hit);
            }
      }
  return hits;
}

static void
test_brute_force (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 30; round++)
    {
      guint n_letters = 3 + round * 3;
      g_autoptr(GPtrArray) names = new_random_names (random, 5 + round * 10, n_letters);
      g_autoptr(JbLexicon) lexicon = new_lexicon (names);
      g_autoptr(GString) utf8 = g_string_new (NULL);
      g_autoptr(JbChars) text = NULL;
      g_autoptr(GArray) fast = NULL, slow = NULL;

      for (guint i = 0; i < 300; i++)
        g_string_append_unichar (utf8, 0x4e00 + (gunichar) g_rand_int_range (random, 0, (int) n_letters + 1));
      text = jb_chars_new (utf8->str, -1);
      fast = jb_lexicon_find (lexicon, text);
      slow = find_slowly (names, text);
      g_assert_cmpmem (fast->data, fast->len * sizeof (JbLexiconHit), slow->data, slow->len * sizeof (JbLexiconHit));
    }
}

static void
test_overlapping (void)
{
  const JbLexiconName names[] = {
    { "柳浦", "柳浦街道", "1", JB_ENTITY_TYPE_STREET },
    { "柳浦街道", NULL, "1", JB_ENTITY_TYPE_STREET },
    { "浦街", NULL, NULL, JB_ENTITY_TYPE_PLACE },
  };
  g_autoptr(JbLexicon) lexicon = jb_lexicon_new (names, G_N_ELEMENTS (names));
  g_autoptr(JbChars) text = jb_chars_new ("在柳浦街道", -1);
  g_autoptr(GArray) hits = jb_lexicon_find (lexicon, text);

  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpuint (g_array_index (hits, JbLexiconHit, 0).end, ==, 3);
  g_assert_cmpuint (g_array_index (hits, JbLexiconHit, 1).end, ==, 5);
  g_assert_cmpuint (g_array_index (hits, JbLexiconHit, 2).start, ==, 2);
  g_assert_cmpstr (jb_lexicon_get_name (lexicon, 0)->preferred, ==, "柳浦街道");
  g_assert_cmpstr (jb_lexicon_get_name (lexicon, 1)->preferred, ==, "柳浦街道");
}

static void
test_shared_name (void)
{
  const JbLexiconName names[] = {
    { "和平路", NULL, "a", JB_ENTITY_TYPE_PLACE },
    { "和平路", NULL, "b", JB_ENTITY_TYPE_PLACE },
    { "和平路", "和平路街道", "c", JB_ENTITY_TYPE_STREET },
  };
  g_autoptr(JbLexicon) lexicon = jb_lexicon_new (names, G_N_ELEMENTS (names));
  g_autoptr(JbChars) text = jb_chars_new ("和平路", -1);
  g_autoptr(GArray) hits = jb_lexicon_find (lexicon, text);

  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_null (jb_lexicon_get_unique_entity (lexicon, 0));
  g_assert_null (jb_lexicon_get_unique_entity (lexicon, 1));
  g_assert_cmpstr (jb_lexicon_get_unique_entity (lexicon, 2), ==, "c");
}

static void
test_empty (void)
{
  g_autoptr(JbLexicon) lexicon = jb_lexicon_new (NULL, 0);
  g_autoptr(JbChars) text = jb_chars_new ("柳浦街道", -1);
  g_autoptr(GArray) hits = jb_lexicon_find (lexicon, text);

  g_assert_cmpuint (hits->len, ==, 0);
}

/* Half a million names with a lifelike alphabet: the automaton stays below a hundred bytes a name. */
static void
test_large (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(JbLexicon) lexicon = NULL;
  guint n = g_test_quick () ? 100000 : 500000;
  gint64 before;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GString) name = g_string_new (NULL);
      guint length = (guint) g_rand_int_range (random, 2, 7);

      for (guint k = 0; k < length; k++)
        {
          /* the k-th most frequent character about 1/k times as often as the first, as in real lists */
          double rank = exp (g_rand_double (random) * log (5500));

          g_string_append_unichar (name, 0x4e00 + (gunichar) rank);
        }
      g_ptr_array_add (names, g_strdup (name->str));
    }
  before = g_get_monotonic_time ();
  lexicon = new_lexicon (names);
  g_test_message ("built in %.2f s, %.0f bytes a name", (g_get_monotonic_time () - before) / 1e6,
                  (double) jb_lexicon_get_size (lexicon) / n);
  g_assert_cmpuint (jb_lexicon_get_size (lexicon) / n, <=, 100);
  for (guint i = 0; i < n; i += 997)
    {
      g_autoptr(JbChars) text = jb_chars_new (g_ptr_array_index (names, i), -1);
      g_autoptr(GArray) hits = jb_lexicon_find (lexicon, text);
      gboolean found = FALSE;

      for (guint k = 0; k < hits->len; k++)
        found |= g_array_index (hits, JbLexiconHit, k).name == i;
      g_assert_true (found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/finds-what-a-slow-search-finds", test_brute_force);
  g_test_add_func ("/lexicon/overlapping-names-are-all-found", test_overlapping);
  g_test_add_func ("/lexicon/a-name-of-several-entities-is-found-for-each", test_shared_name);
  g_test_add_func ("/lexicon/an-empty-one-finds-nothing", test_empty);
  g_test_add_func ("/lexicon/grows-to-half-a-million-names", test_large);
  return g_test_run ();
}
