/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html-noise.h"

#include "jb-html-credit.h"
#include "jb-loose-date.h"
#include "jb-resource.h"

#include <string.h>

/* Longer lines are text, but for notices of rights. */
#define MAX_CHARS        60
#define MAX_RIGHTS_CHARS 300

/* Shorter links may be names. */
#define MIN_LINK_CHARS 8

/* Shorter lines are no sentences that could belong to a story. */
#define MIN_SENTENCE_CHARS 16

/* The longest line that says an article is over, and the weight of text that must have come before comments. */
#define MAX_FINISH_CHARS    24
#define MIN_BEFORE_COMMENTS 12

/* So far into the article from either end are credits looked for, among lines that are no noise. */
#define CREDIT_REACH 3

enum
{
  WORD,     /* at the edges, as the whole line */
  EDGE,     /* at the edges, at the beginning of short lines */
  PROMPT,   /* what a sentence of that kind speaks of */
  RIGHTS,   /* the same in long ones */
  FINISH,   /* nothing of the article comes behind it */
  COMMENTS, /* the same, however much comes behind it */
  LINKS,    /* the same, where links follow */
  N_CUES
};

/* What may stand before the words that tell a line, and behind those that are a heading. */
#define BULLETS "^[\\s【\\[（(<>《》→↓↑▼▲▶◆■●*·.…|丨—-]*(?:"
#define CLOSING "\\s*[：:】\\]>》]*\\s*$"

/* Each list is joined to one expression, in a frame. */
static const struct
{
  const char *list;
  const char *before;
  const char *behind;
} frames[N_CUES] = {
  [WORD] = { "edge-words", "^[\\W\\d]*(?:", ")[\\W\\d]*$" },
  [EDGE] = { "edges", BULLETS, ")" },
  [PROMPT] = { "edge-prompts", "(?:", ")" },
  [RIGHTS] = { "rights", "(?:", ")" },
  [FINISH] = { "finish", BULLETS, ")" },
  [COMMENTS] = { "comments", BULLETS, ")(?:区|列表)?\\s*[（(]?\\s*\\d*\\s*条?[)）]?" CLOSING },
  [LINKS] = { "finish-links", BULLETS, ")" CLOSING },
};

static GRegex *
compile (guint cue)
{
  g_autofree char *path = g_strdup_printf ("rules/html-%s.txt", frames[cue].list);
  g_auto(GStrv) entries = jb_resource_load_lines (path);
  g_autofree char *joined = g_strjoinv ("|", entries);
  g_autofree char *pattern = g_strconcat (frames[cue].before, joined, frames[cue].behind, NULL);
  g_autoptr(GError) error = NULL;
  GRegex *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, &error);

  if (regex == NULL)
    g_error ("%s: %s", path, error->message);
  return regex;
}

static gboolean
matches (guint cue, const char *text)
{
  static GRegex *regexes[N_CUES];

  if (g_once_init_enter (&regexes[cue]))
    g_once_init_leave (&regexes[cue], compile (cue));
  return g_regex_match (regexes[cue], text, 0, NULL);
}

gboolean
jb_html_noise_is_one (const char *text)
{
  glong length = g_utf8_strlen (text, MAX_RIGHTS_CHARS * 4);
  gboolean is_sentence = length >= MIN_SENTENCE_CHARS && (g_str_has_suffix (text, "。") || g_str_has_suffix (text, "。”"));

  if (length <= MAX_CHARS && (matches (WORD, text) || (matches (EDGE, text) && (!is_sentence || matches (PROMPT, text)))))
    return TRUE;
  return length <= MAX_RIGHTS_CHARS && matches (RIGHTS, text);
}

static JbHtmlLine *
get_line (GArray *lines, guint i)
{
  return &g_array_index (lines, JbHtmlLine, i);
}

/* A line that only leads elsewhere; what is attached to a notice belongs to it. */
static gboolean
is_link (const JbHtmlLine *line)
{
  return line->n_chars > 0 && line->n_linked * 10 >= line->n_chars * 9 && !g_str_has_prefix (line->text, "附件");
}

static gboolean
has_word (const JbHtmlLine *line)
{
  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Returns: the sum of the weights of the lines that are left in [@start, @end) */
static guint
weigh (GArray *lines, guint start, guint end)
{
  guint sum = 0;

  for (guint i = start; i < end; i++)
    if (!get_line (lines, i)->is_dropped)
      sum += jb_html_line_weigh (get_line (lines, i));
  return sum;
}

static guint
count_links (GArray *lines, guint start, guint end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += is_link (get_line (lines, i));
  return n;
}

gboolean
jb_html_noise_is_finish (const JbHtmlLine *line)
{
  return line->n_chars <= MAX_FINISH_CHARS && (matches (FINISH, line->text) || matches (COMMENTS, line->text));
}

/* Returns: where the article is over, by a line that says so; less must come behind it than before */
static guint
find_finish (GArray *lines, guint start, guint end)
{
  guint before = 0, total = weigh (lines, start, end);

  for (guint i = start; i < end; i++)
    {
      const JbHtmlLine *line = get_line (lines, i);

      if (before > 0 && line->n_chars <= MAX_FINISH_CHARS && !line->is_dropped && (total - before) * 2 <= before &&
          (jb_html_noise_is_finish (line) || (matches (LINKS, line->text) && count_links (lines, i + 1, end) * 2 >= end - i - 1)))
        return i;
      if (before >= MIN_BEFORE_COMMENTS && line->n_chars <= MAX_FINISH_CHARS && !line->is_dropped && matches (COMMENTS, line->text))
        return i;
      before += line->is_dropped ? 0 : jb_html_line_weigh (line);
    }
  return end;
}

/* A notice ends with who issued it and when. */
static gboolean
is_date_of_notice (const JbHtmlLine *line)
{
  g_autofree char *date = line->n_chars <= 16 && strstr (line->text, "年") != NULL ? jb_loose_date_read (line->text) : NULL;

  return date != NULL && g_str_has_suffix (line->text, "日");
}

static gboolean
is_edge (const JbHtmlLine *line, JbHtmlMeta *meta)
{
  if (line->is_dropped || !has_word (line))
    return TRUE;
  /* A credit is read even where it is noise too. */
  return jb_html_credit_read (line->text, meta) || is_link (line) || jb_html_noise_is_one (line->text);
}

/* From one edge inwards, passing over some lines: a caption or deck may stand before a credit. */
static void
drop_edge (GArray *lines, guint from, guint n, int step, JbHtmlMeta *meta)
{
  guint n_passed = 0;

  for (guint i = 0; i < n && n_passed < CREDIT_REACH; i++)
    {
      JbHtmlLine *line = get_line (lines, (guint) ((int) from + step * (int) i));

      if (step < 0 && !line->is_dropped && is_date_of_notice (line))
        {
          jb_html_credit_read (line->text, meta);
          break;
        }
      if (is_edge (line, meta))
        line->is_dropped = TRUE;
      else if (jb_html_line_weigh (line) > 0 || step < 0)
        break;
      else
        n_passed++;
    }
}

void
jb_html_noise_drop (GArray *lines, guint start, guint end, JbHtmlMeta *meta)
{
  guint finish;

  for (guint i = start; i < end; i++)
    if (get_line (lines, i)->aside != NULL)
      get_line (lines, i)->is_dropped = TRUE;
  finish = find_finish (lines, start, end);
  for (guint i = finish; i < end; i++)
    {
      if (!get_line (lines, i)->is_dropped)
        jb_html_credit_read (get_line (lines, i)->text, meta);
      get_line (lines, i)->is_dropped = TRUE;
    }
  drop_edge (lines, start, finish - start, 1, meta);
  if (finish > start)
    drop_edge (lines, finish - 1, finish - start, -1, meta);
  /* Links on lines of their own in the midst of it lead to other stories; in a heading they are its own. Rows of stars and the like
   * are no text. */
  for (guint i = start; i < finish; i++)
    {
      JbHtmlLine *line = get_line (lines, i);

      if ((is_link (line) && line->heading == 0 && line->n_chars >= MIN_LINK_CHARS) || !has_word (line))
        line->is_dropped = TRUE;
    }
}
