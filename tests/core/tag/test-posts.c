/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The posts before a name. All names are invented. */
#include "jb-posts.h"

#include "tag-support.h"

/* "place/title place/title" before the first place where @name stands. */
static char *
describe (const char *text, const char *name)
{
  g_autoptr(JbArticle) article = tag_with (NULL, NULL, text);
  g_autofree char *whole = jb_article_dup_text (article);
  guint start = (guint) g_utf8_strlen (whole, strstr (whole, name) - whole);
  g_autoptr(GPtrArray) hits = jb_posts_find (article, start, start + (guint) g_utf8_strlen (name, -1));
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const JbPostHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *span = jb_article_dup_slice (article, hit->start, hit->end);

      g_string_append_printf (found, "%s%s/%s", i > 0 ? " " : "", hit->place, hit->title);
      g_assert_nonnull (strstr (text, span));
    }
  return g_string_free (found, FALSE);
}

static void
test_posts (void)
{
  static const struct
  {
    const char *text, *name, *posts;
  } cases[] = {
    { "日前，柳浦街道党工委书记沈远山出席。", "沈远山", "柳浦街道/党工委书记" },
    { "会议由区委副书记、区长陆承平主持。", "陆承平", "区委/副书记 /区长" },
    { "区人大常委会党组书记、主任袁立新指出。", "袁立新", "区人大常委会/党组书记 区人大常委会/主任" },
    { "省委常委、市委书记周明远来到柳浦。", "周明远", "省委/常委 市委/书记" },
    { "市委副书记、代市长刘承志强调。", "刘承志", "市委/副书记 /代市长" },
    { "时任云汀区区长陆承平介绍。", "陆承平", "云汀区/时任区长" },
    { "原区委书记、区长陆承平说。", "陆承平", "区委/原书记 /原区长" },
    { "柳浦街道党工委书记、办事处主任沈远山说。", "沈远山", "柳浦街道/党工委书记 柳浦街道办事处/主任" },
    { "区委常委、宣传部长何文渊出席。", "何文渊", "区委/常委 区委/宣传部长" },
    { "区委常委、常务副区长何文渊出席。", "何文渊", "区委/常委 /常务副区长" },
    { "柳浦街道党工委书记 沈远山", "沈远山", "柳浦街道/党工委书记" },
    { "昨天，沈远山书记走访企业。", "沈远山", "/书记" },
    { "区领导陈文、沈远山参加。", "沈远山", "" },
    { "居民沈远山说。", "沈远山", "" },
    { "沈远山强调，要抓落实。", "沈远山", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].text, cases[i].name);

      if (strcmp (found, cases[i].posts) != 0)
        g_test_message ("in: %s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].posts);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/posts/each-post-of-a-leader-is-read-with-its-body", test_posts);
  return g_test_run ();
}
