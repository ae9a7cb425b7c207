/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html-title.h"

#include "jb-chars.h"

#include <string.h>

/* A headline stands among so many lines from the article's beginning. */
#define REACH 8

#define MIN_CHARS 4
#define MAX_CHARS 120

/* Of a title that was cut off so much is left, at least. */
#define MIN_CUT_BYTES 18

/* What the ratings below come to for a line that repeats a title, or its beginning, and leads nowhere. */
#define SURE 1300

/* What stands between a title and the site's name. */
static const char *const separators[] = { "_", "|", "｜", " - ", " – ", " — ", "--", "-", "－", "—", "–", "丨", "«", " · ", "<", ">" };

static gboolean
is_site (const char *text)
{
  static const char *const endings[] = {
    "网", "报", "频道", "新闻", "客户端", "政府", "门户", "在线", "网站", "平台", "首页", "电视台", "中心", "资讯", "社", "com", "cn", "公众号",
    "局", "委员会", "办公室", "版", "栏目", "时政", "要闻", "云", "号", "News", "数字报", "电子报",
  };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (text, endings[i]))
      return TRUE;
  return FALSE;
}

static char *
strip_blanks (const char *start, gsize n)
{
  char *text = g_strndup (start, n);

  return g_strstrip (text);
}

/* Returns: (transfer full): a window's title without the site's name and section behind it */
static char *
strip (const char *title)
{
  const char *cut = NULL;

  /* The first separator that leaves a headline before it; one of the doubtful kinds only where a site's name follows. */
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    for (guint i = 0; i < G_N_ELEMENTS (separators) && cut == NULL; i++)
      if (g_str_has_prefix (p, separators[i]) && g_utf8_strlen (title, p - title) >= MIN_CHARS)
        {
          const char *rest = p + strlen (separators[i]);

          if (i < 3 || is_site (rest) || (g_utf8_strlen (rest, -1) <= 6 && g_utf8_strlen (title, p - title) >= 8 && i < 7))
            cut = p;
        }
  return strip_blanks (title, cut != NULL ? (gsize) (cut - title) : strlen (title));
}

/* Returns: how good a headline the line is, going by @title; 0 for none */
static guint
compare_with (const char *folded, const char *title)
{
  gsize n = strlen (folded);
  const char *cut;

  if (title == NULL || *title == '\0')
    return 0;
  if (g_str_equal (folded, title))
    return g_utf8_strlen (folded, -1) <= 10 && is_site (folded) ? 0 : 2000 + (guint) n;
  if (g_str_has_prefix (title, folded) && n * 4 >= strlen (title))
    return 1000 + (guint) n;
  /* A window's title is often cut off. */
  cut = strstr (title, "...") ?: strstr (title, "…");
  if (cut != NULL && cut - title >= MIN_CUT_BYTES && strncmp (title, folded, (gsize) (cut - title)) == 0)
    return 1000 + (guint) n;
  return strstr (title, folded) != NULL && n * 2 >= strlen (title) ? 500 + (guint) n : 0;
}

/* What the page says elsewhere, ready to be compared. */
typedef struct
{
  char *title;    /* owned, NULL where it is not said */
  char *heading;  /* owned, likewise */
  guint n_chars;  /* of the longer one */
} Said;

static void
said_init (Said *said, const JbHtmlMeta *meta)
{
  said->title = meta->title != NULL ? jb_text_fold (meta->title) : NULL;
  said->heading = meta->heading != NULL ? jb_text_fold (meta->heading) : NULL;
  said->n_chars = (guint) MAX (said->title != NULL ? g_utf8_strlen (said->title, -1) : 0,
                               said->heading != NULL ? g_utf8_strlen (said->heading, -1) : 0);
}

static void
said_clear (Said *said)
{
  g_free (said->title);
  g_free (said->heading);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, said_clear)

/* Returns: how surely the line is the headline, 0 for not */
static guint
rate (const JbHtmlLine *line, const Said *said, const JbHtmlMeta *meta)
{
  g_autofree char *folded = NULL;
  guint score;

  if (line->n_chars < MIN_CHARS || line->n_chars > MIN (MAX_CHARS, 2 * said->n_chars) || line->is_alt ||
      (meta->bulletin != NULL && g_str_equal (line->text, meta->bulletin)))
    return 0;
  folded = jb_text_fold (line->text);
  score = MAX (compare_with (folded, said->title), compare_with (folded, said->heading));
  if (score > 0)
    score += (line->heading > 0 ? 300 : 0) + (line->n_linked * 2 > line->n_chars ? 0 : 300);
  return score;
}

int
jb_html_title_locate (const GArray *lines, const JbHtmlMeta *meta)
{
  g_auto(Said) said = { NULL };

  said_init (&said, meta);
  for (guint i = 0; i < lines->len; i++)
    if (rate (&g_array_index (lines, JbHtmlLine, i), &said, meta) >= SURE && g_array_index (lines, JbHtmlLine, i).aside == NULL)
      return (int) i;
  return -1;
}

/* Returns: the line that is the headline by what the page says elsewhere, -1 for none */
static int
find_said (const GArray *lines, guint last, const JbHtmlMeta *meta)
{
  g_auto(Said) said = { NULL };
  guint best_score = 1;
  int best = -1;

  said_init (&said, meta);
  for (guint i = 0; i < last; i++)
    {
      guint score = rate (&g_array_index (lines, JbHtmlLine, i), &said, meta);

      if (score >= best_score)
        {
          best_score = score;
          best = (int) i;
        }
    }
  return best;
}

/* Returns: the heading of the highest rank near the article's beginning, -1 for none */
static int
find_heading (const GArray *lines, guint start, guint last)
{
  int best = -1;

  for (guint i = 0; i < last; i++)
    {
      const JbHtmlLine *line = &g_array_index (lines, JbHtmlLine, i);

      if (line->heading == 0 || line->heading > 2 || line->n_chars < MIN_CHARS || line->n_chars > MAX_CHARS ||
          line->aside != NULL || line->n_linked * 2 > line->n_chars)
        continue;
      if (best < 0 || line->heading < g_array_index (lines, JbHtmlLine, best).heading ||
          (line->heading == g_array_index (lines, JbHtmlLine, best).heading && i <= start))
        best = (int) i;
    }
  return best;
}

char *
jb_html_title_find (const GArray *lines, guint start, guint end, const JbHtmlMeta *meta, int *at)
{
  guint last = MIN (MIN (start + REACH, end), lines->len);

  *at = find_said (lines, last, meta);
  if (*at < 0)
    *at = find_heading (lines, start, last);
  if (*at >= 0)
    return g_strdup (g_array_index (lines, JbHtmlLine, *at).text);
  if (meta->title != NULL)
    return strip (meta->title);
  return meta->heading != NULL && *meta->heading != '\0' ? strip (meta->heading) : NULL;
}
