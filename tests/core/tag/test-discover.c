/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All names are invented. */
#include "jb-discover.h"

#include <string.h>
#include <time.h>

/* Characters that stand for all the rest of the language. */
static const char filler[] = "鼓蕉帘鸥珊枫榕柚橘杏桃李梨梅莲荷菱芦苇萍藻菊兰竹松柏杉桐桑柳榆槐椿樟桂槟榔椰棕藤蔓蔷薇玫瑰茉莉芙蓉牡丹芍药";

static void
append_filler (GString *text, GRand *rand, guint n)
{
  glong length = g_utf8_strlen (filler, -1);

  for (guint i = 0; i < n; i++)
    {
      const char *at = g_utf8_offset_to_pointer (filler, g_rand_int_range (rand, 0, (gint32) length));

      g_string_append_len (text, at, g_utf8_next_char (at) - at);
    }
}

/* Articles of filler in which @names stand; every @step-th article has them, three times. */
static void
add_articles (JbDiscover *discover, const char *const *names, guint n_articles, guint step)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint a = 0; a < n_articles; a++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint i = 0; i < 3; i++)
        {
          append_filler (text, rand, 20);
          for (guint n = 0; a % step == 0 && names[n] != NULL; n++)
            {
              g_string_append (text, names[n]);
              append_filler (text, rand, 7);
            }
          g_string_append (text, "。");
        }
      jb_discover_add (discover, a, text->str);
    }
}

/* Returns: (nullable): what was found of that text */
static const JbDiscovery *
look (GPtrArray *found, const char *text)
{
  for (guint i = 0; i < found->len; i++)
    if (strcmp (((JbDiscovery *) found->pdata[i])->text, text) == 0)
      return found->pdata[i];
  return NULL;
}

static void
test_names (void)
{
  static const char *const names[] = { "澜泊谷", "渚云小镇", "高质量发展", "召开会议", NULL };
  g_autoptr(JbDiscover) discover = jb_discover_new (NULL, 0);
  g_autoptr(GPtrArray) found = NULL;
  const JbDiscovery *valley;

  add_articles (discover, names, 40, 5);
  found = jb_discover_find (discover, 20);
  valley = look (found, "澜泊谷");
  g_assert_nonnull (valley);
  g_assert_cmpuint (valley->n_articles, ==, 8);
  g_assert_cmpuint (valley->n_times, ==, 24);
  g_assert_cmpuint (valley->example, ==, 0);
  g_assert_cmpuint (valley->start, ==, 20);
  g_assert_nonnull (look (found, "渚云小镇"));
  /* the language of bulletins is no name */
  g_assert_null (look (found, "高质量发展"));
  g_assert_null (look (found, "召开会议"));
}

static void
test_known (void)
{
  static const char *const names[] = { "澜泊谷", "渚云小镇", NULL };
  static const char *const known[] = { "渚云小镇" };
  g_autoptr(JbDiscover) discover = jb_discover_new (known, 1);
  g_autoptr(GPtrArray) found = NULL;

  add_articles (discover, names, 40, 5);
  found = jb_discover_find (discover, 20);
  g_assert_nonnull (look (found, "澜泊谷"));
  for (guint i = 0; i < found->len; i++)
    g_assert_null (strstr ("渚云小镇", ((JbDiscovery *) found->pdata[i])->text));
}

static void
test_limit (void)
{
  static const char *const names[] = { "澜泊谷", "渚云驿", "汀蓼坞", NULL };
  g_autoptr(JbDiscover) discover = jb_discover_new (NULL, 0);
  g_autoptr(GPtrArray) found = NULL;

  add_articles (discover, names, 40, 5);
  found = jb_discover_find (discover, 2);
  g_assert_cmpuint (found->len, ==, 2);
}

static void
test_type (void)
{
  static const char *const names[] = { "渚云社区", "澜泊谷", NULL };
  g_autoptr(JbDiscover) discover = jb_discover_new (NULL, 0);
  g_autoptr(GPtrArray) found = NULL;

  add_articles (discover, names, 40, 5);
  found = jb_discover_find (discover, 20);
  g_assert_nonnull (look (found, "渚云社区"));
  g_assert_cmpint (look (found, "渚云社区")->type, ==, JB_ENTITY_TYPE_COMMUNITY);
  g_assert_cmpint (look (found, "澜泊谷")->type, ==, -1);
}

static void
test_nothing (void)
{
  g_autoptr(JbDiscover) discover = jb_discover_new (NULL, 0);
  g_autoptr(GPtrArray) found = jb_discover_find (discover, 20);

  g_assert_cmpuint (found->len, ==, 0);
}

static double
measure (guint n_articles)
{
  static const char *const names[] = { "澜泊谷", "澜泊澜泊澜泊澜泊", NULL };
  g_autoptr(JbDiscover) discover = jb_discover_new (NULL, 0);
  g_autoptr(GPtrArray) found = NULL;
  clock_t start;

  add_articles (discover, names, n_articles, 5);
  start = clock ();
  found = jb_discover_find (discover, 20);
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

static void
test_linear (void)
{
  double small = measure (8000), large = measure (32000);

  /* the best of three: other programs disturb, and never help */
  for (guint i = 0; i < 2; i++)
    {
      small = MIN (small, measure (8000));
      large = MIN (large, measure (32000));
    }
  g_test_message ("%.3f s and %.3f s", small, large);
  g_assert_cmpfloat (large, <, small * 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/discover/names-are-found-and-words-are-not", test_names);
  g_test_add_func ("/discover/known-names-and-their-parts-are-passed-over", test_known);
  g_test_add_func ("/discover/at-most-so-many", test_limit);
  g_test_add_func ("/discover/the-ending-tells-the-type", test_type);
  g_test_add_func ("/discover/nothing-from-nothing", test_nothing);
  g_test_add_func ("/discover/four-times-the-text-takes-four-times-the-time", test_linear);
  return g_test_run ();
}
