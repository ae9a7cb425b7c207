/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a format knows about its lines, and what the page makes of it. */
#include "jb-page.h"

#include <string.h>

#include "dissect-dump.h"

#define BODY_1 "夜幕降临，云岭村文化礼堂里灯火通明，三十多位村民正在上课，农民夜校今年第三次开班了。"
#define BODY_2 "柳浦街道的老旧小区改造已经开工，首批三个小区的居民年底前就能用上新电梯。"

typedef struct
{
  const char *text;
  int         kind;     /* a JbBlockKind; -1 where nothing is known, -2 where it is set large */
  guint       level;
  gboolean    begins;   /* an article */
} Line;

/* Returns: (transfer full): the page of these lines, up to one without text, as dissect_dump() tells it */
static char *
dissect (const Line *lines, JbMasthead *masthead)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(JbDecoded) decoded = jb_decoded_new (NULL);
  g_autoptr(JbPage) page = NULL;
  guint at = 0;

  decoded->is_flowed = TRUE;
  decoded->masthead = masthead;
  for (; lines->text != NULL; lines++)
    {
      guint length = (guint) g_utf8_strlen (lines->text, -1);
      JbHint hint = { at, at + length, lines->kind >= 0, MAX (lines->kind, 0), lines->level, lines->kind == -2 };
      JbDecodedArticle article = { at, lines->begins ? g_strdup ("2023-07-18") : NULL, g_strsplit ("林小雨", ";", -1) };

      if (lines->kind != -1)
        g_array_append_val (decoded->hints, hint);
      if (lines->begins)
        g_array_append_val (decoded->articles, article);
      else
        g_strfreev (article.authors);
      g_string_append_printf (text, "%s\n", lines->text);
      at += length + 1;
    }
  decoded->text = g_strdup (text->str);
  page = jb_page_dissect_decoded (decoded);
  dissect_check_maps (page, decoded->text);
  return dissect_dump (page);
}

static void
test_told_articles (void)
{
  static const Line lines[] = {
    { "云岭村夜校开课了", JB_BLOCK_KIND_TITLE, 0, TRUE },
    { BODY_1, -1 },
    { "三个变化", JB_BLOCK_KIND_HEADING, 2 },
    { BODY_2, -1 },
    { "夜校课堂", JB_BLOCK_KIND_CAPTION },
    { "老小区装上新电梯", JB_BLOCK_KIND_TITLE, 0, TRUE },
    { BODY_2, -1 },
    { NULL },
  };
  g_autofree char *dump = dissect (lines, NULL);

  g_assert_cmpstr (dump, ==, "[article] title=云岭村夜校开课了 reporters=林小雨 date=2023-07-18 text\n"
                             "title | 云岭村夜校开课了\nparagraph | " BODY_1 "\nheading 2 | 三个变化\nparagraph | " BODY_2
                             "\ncaption | 夜校课堂\n"
                             "[article] title=老小区装上新电梯 reporters=林小雨 date=2023-07-18 text\n"
                             "title | 老小区装上新电梯\nparagraph | " BODY_2 "\n");
}

/* A title alone cuts the page as well; what stands right above it leads to it. */
static void
test_known_titles (void)
{
  static const Line lines[] = {
    { "文化惠民", -2 },
    { "云岭村夜校开课了", JB_BLOCK_KIND_TITLE },
    { BODY_1, -1 },
    { "老小区装上新电梯", JB_BLOCK_KIND_TITLE },
    { BODY_2, -1 },
    { NULL },
  };
  g_autofree char *dump = dissect (lines, NULL);

  g_assert_cmpstr (dump, ==, "[article] kicker=文化惠民 title=云岭村夜校开课了\nkicker | 文化惠民\ntitle | 云岭村夜校开课了\nparagraph | " BODY_1 "\n"
                             "[article] title=老小区装上新电梯\ntitle | 老小区装上新电梯\nparagraph | " BODY_2 "\n");
}

static void
test_told_issue (void)
{
  static const Line lines[] = {
    { "云汀日报", -1 },
    { "2023年7月18日 星期二 第621期", -1 },
    { "云岭村夜校开课了", -2 },
    { BODY_1, -1 },
    { NULL },
  };
  JbMasthead *masthead = jb_masthead_new ();
  g_autofree char *dump = NULL;

  masthead->name = g_strdup ("云汀报");
  dump = dissect (lines, masthead);
  g_assert_nonnull (strstr (dump, "name=云汀报"));
  g_assert_nonnull (strstr (dump, "issue=621"));
  g_assert_nonnull (strstr (dump, "title | 云岭村夜校开课了\n"));
}

/* Returns: microseconds to dissect so many told articles */
static gint64
measure (guint n_articles)
{
  g_autoptr(GArray) lines = g_array_new (TRUE, FALSE, sizeof (Line));
  g_autofree char *dump = NULL;
  gint64 start;

  for (guint i = 0; i < n_articles; i++)
    {
      const Line told[] = { { "云岭村夜校开课了", JB_BLOCK_KIND_TITLE, 0, TRUE }, { BODY_1, -1 }, { BODY_2, -1 } };

      g_array_append_vals (lines, told, G_N_ELEMENTS (told));
    }
  start = g_get_monotonic_time ();
  dump = dissect ((const Line *) (gpointer) lines->data, NULL);
  return g_get_monotonic_time () - start;
}

/* A feed may hold thousands. */
static void
test_many_articles (void)
{
  gint64 few = measure (200), many = measure (2000);

  g_assert_cmpint (many, <, 40 * MAX (few, 1000));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hints/articles-are-those-the-format-tells", test_told_articles);
  g_test_add_func ("/hints/many-articles-take-time-in-proportion", test_many_articles);
  g_test_add_func ("/hints/known-titles-cut-a-page", test_known_titles);
  g_test_add_func ("/hints/told-issue-goes-before-the-printed-one", test_told_issue);
  return g_test_run ();
}
