/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything a credit may hold is taken out of the line; it is one where next to nothing is left. */
#include "jb-html-credit.h"

#include "jb-chars.h"
#include "jb-clean.h"
#include "jb-loose-date.h"
#include "jb-resource.h"

#include <string.h>

#define MAX_CHARS 160

/* Characters that may be left: 第, 版, a place. */
#define MAX_LEFT 3

#define COLON   "\\s*(?:[：:丨|｜]|(?<=责编|编辑|校对|审核|监制|来源|撰文|摄影|排版|终审|制作)[/／\\s])\\s*"

typedef enum
{
  PART_DATE,
  PART_COUNTER,
  PART_BUTTON,
  N_PARTS
} Part;

static const char *const patterns[N_PARTS] = {
  [PART_DATE] = "(?:19|20)\\d{2}\\s*[-年/.]\\s*\\d{1,2}\\s*[-月/.]\\s*\\d{1,2}\\s*日?\\s*(?:[（(]?(?:星期|周)[一二三四五六日天][)）]?)?"
                "(?:\\s*T?\\s*\\d{1,2}[：:]\\d{2}(?:[：:]\\d{2})?)?|\\d{1,2}[：:]\\d{2}(?:[：:]\\d{2})?|(?:星期|周)[一二三四五六日天]",
  [PART_COUNTER] = "(?:已有|共有)?\\s*(?:浏览|阅读|点击|访问|人气|瀏覽|點閱|人氣|评论|跟帖|参与|点赞|收藏|分享)(?:次数|人数|量|数)?\\s*[：:（(]?\\s*\\d+\\s*[次人条万+]*[）)]?|"
                   "\\d+\\s*(?:次(?:浏览|阅读|点击)|人(?:参与|评论|阅读)|条评论|评论|阅读)",
  [PART_BUTTON] = "[【\\[（(]?\\s*(?:时间[：:]|日期[：:]|字号|字体|打印(?:本页|文章)?|关闭(?:窗口|本页)?|收藏|纠错|我要评论|分享(?:到|至|给)?|评论|原创|转载|"
                  "大\\s*[|/]?\\s*中\\s*[|/]?\\s*小|放大|缩小|默认|放大\\+|A[+-]|复制链接|举报|朗读|听新闻|小字|大字|微信|微博|QQ空间|QQ好友|朋友圈|T大|T小|"
                  "扫一扫|手机看|返回|发表于|发布于|发布|更新|订阅|关注|已关注|进入主页|投稿|我要纠错|上传)\\s*[】\\]）)]?",
};

static GRegex *regexes[N_PARTS];
static GRegex *labelled;

static char *
load_labels (const char *name)
{
  g_autofree char *path = g_strdup_printf ("rules/html-credit-%s.txt", name);
  g_auto(GStrv) entries = jb_resource_load_lines (path);

  return g_strjoinv ("|", entries);
}

/* What stands behind a label, up to the next one. */
static GRegex *
compile_labelled (void)
{
  g_autofree char *sources = load_labels ("sources");
  g_autofree char *writers = load_labels ("writers");
  g_autofree char *labels = load_labels ("labels");
  g_autofree char *pattern =
    g_strdup_printf ("(?:((?:文章|新闻|稿件|信息|内容|本文|图文)?(?:%s))|((?:文章)?(?:%s))|(?:%s))" COLON "([^\\n]{0,40}?)\\s*"
                     "(?=(?:文章|新闻|稿件|信息|内容|本文|图文)?(?:%s|%s|%s)" COLON "|[\\n|丨｜　\\]】）)]|  |$)",
                     sources, writers, labels, sources, writers, labels);

  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

static void
compile (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  for (guint i = 0; i < N_PARTS; i++)
    regexes[i] = g_regex_new (patterns[i], G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
  labelled = compile_labelled ();
  g_once_init_leave (&done, 1);
}

static gboolean
take_cb (const GMatchInfo *match, GString *result, gpointer data)
{
  JbHtmlMeta *meta = data;
  g_autofree char *source = g_match_info_fetch (match, 1);
  g_autofree char *author = g_match_info_fetch (match, 2);
  g_autofree char *value = g_match_info_fetch (match, 3);
  g_autofree char *line = jb_clean_line (value != NULL ? value : "");

  g_string_append_c (result, '\n');
  if (meta == NULL || *line == '\0')
    return FALSE;
  if (source != NULL && *source != '\0' && meta->source == NULL && g_utf8_strlen (line, -1) <= 20)
    meta->source = g_steal_pointer (&line);
  else if (author != NULL && *author != '\0')
    jb_html_meta_add_authors (meta, line);
  return FALSE;
}

static guint
count_left (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      n += g_unichar_isalnum (c) || jb_char_is_han (c);
    }
  return n;
}

/* Returns: (transfer full): @text without @part */
static char *
take_out (char *text, Part part)
{
  char *rest = g_regex_replace_literal (regexes[part], text, -1, 0, "\n", 0, NULL);

  if (rest == NULL)
    return text;
  g_free (text);
  return rest;
}

gboolean
jb_html_credit_read (const char *line, JbHtmlMeta *meta)
{
  g_autofree char *rest = NULL, *labels = NULL, *date = NULL;

  if (g_utf8_strlen (line, -1) > MAX_CHARS)
    return FALSE;
  compile ();
  rest = take_out (g_strdup (line), PART_DATE);
  rest = take_out (g_steal_pointer (&rest), PART_COUNTER);
  labels = g_regex_replace_eval (labelled, rest, -1, 0, 0, take_cb, NULL, NULL);
  if (labels == NULL)
    return FALSE;
  labels = take_out (g_steal_pointer (&labels), PART_BUTTON);
  if (count_left (labels) > MAX_LEFT || (count_left (labels) > 0 && strchr (labels, '\n') == NULL))
    return FALSE;
  if (meta == NULL)
    return TRUE;
  g_free (g_regex_replace_eval (labelled, rest, -1, 0, 0, take_cb, meta, NULL));
  date = jb_loose_date_read (line);
  if (date != NULL && (meta->date == NULL || meta->is_unsure))
    {
      g_free (meta->date);
      meta->date = g_steal_pointer (&date);
      meta->is_unsure = FALSE;
    }
  return TRUE;
}
