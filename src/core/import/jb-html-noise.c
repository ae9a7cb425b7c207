/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html-noise.h"

#include "jb-html-credit.h"
#include "jb-loose-date.h"

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

static const char *const patterns[N_CUES] = {
  [WORD] =
    "^[\\W\\d]*(?:热搜|广告|赞赏|打赏|转发|收藏|订阅|登录|注册|搜索|微博|微信|朋友圈|全屏|播放|暂停|倍速|打印|关闭|举报|分享|评论|特别提示|点赞|在看|写留言|留言|"
    "精选留言|阅读|新闻|正文|QQ|QQ空间|复制链接|返回|顶部|上页|下页|更多|登陆|我要|展开|收起|目录|作者|编辑|来源|Advertisement|Share|Tweet|Email|Print|Comments?|"
    "Related(?: (?:stories|articles|topics|content))?|Read more|Sign up|Subscribe|Follow us.*|Newsletter)[\\W\\d]*$",
  [PROMPT] =
    "二维码|公众号|微信|扫|转载|侵权|删除|授权|点击|关注|本文|来源|编辑|审核|声明|版权|客户端|APP|原标题|订阅|投稿|[↑↓]|热线|图片|责编|标签|关键词|↓|Copyright|"
    "All Rights|本网|公司",
  [EDGE] =
    "^[\\s【\\[（(<>《》→↓↑▼▲▶◆■●*·.…|丨—-]*(?:"
    "(?:上|下)一?[篇条页章则]|当前位置|您?(?:现在|当前)?所?在?的?位置[：:]|首页\\s*(?:[>》»]|$)|网站首页|返回(?:首页|顶部|列表|目录|上一?页|搜狐)?|"
    "字号|字体|分享(?:到|至|给|本文|文章|让更多)|扫一扫|扫码|扫描|长按|微信(?:扫|搜)|用?微信.{0,8}扫|点击(?:上方|下方|阅读|查看|这里|进入|图片|蓝字|关注|↑|↓|右上|标题|下载)|"
    "点(?:个|亮)?.{0,6}(?:在看|赞)|关注(?:我们|公众号|.{0,12}(?:公众号|微信))|欢迎(?:关注|投稿|扫码|转发)|阅读原文|阅读全文|展开全文|查看原文|原标题[：:]|"
    "(?:责任)?编辑\\s*[：:丨|｜/]|责编\\s*[：:丨|｜/ ]|(?:网络|值班|本期|新媒体|本版|图文|美术|执行)编辑|校对\\s*[：:丨|｜/]|审核\\s*[：:丨|｜/]|终审\\s*[：:丨|｜/]|"
    "监制\\s*[：:丨|｜/]|"
    "[一二三初复]审\\s*[：:丨|｜/]|排版\\s*[：:丨|｜/]|制作\\s*[：:丨|｜/]|出品\\s*[：:丨|｜/]|来源\\s*[：:丨|｜/]|图源\\s*[：:丨|｜/]|策划\\s*[：:丨|｜/]|"
    "统筹\\s*[：:丨|｜/]|"
    "(?:相关|推荐|延伸|热门|拓展)(?:阅读|新闻|链接|报道|文章|推荐|资讯|专题|话题|评论|稿件|附件|信息|内容)\\s*[：:】\\]>》]*\\s*$|"
    "猜你喜欢|为您推荐|为你推荐|大家都在看|热点(?:新闻|推荐)|最新(?:新闻|文章|评论)|精彩(?:推荐|评论)|网友(?:评论|跟帖)|我(?:要|来)(?:评论|说两句|纠错|投稿)|发表评论|用户评论|"
    "评论(?:\\(|（|\\s*\\d|区|$)|举报|往期|THE END|-?\\s*END|更多(?:精彩|内容|新闻|资讯|推荐|热点|详情|>|$)|查看更多|加载更多|喜欢(?:就|请|的话)|"
    "预览时标签不可点|继续滑动看下一个|向上滑动看下一个|轻触|知道了|人划线|微信公众号|公众号[：:]|视频号|小程序|打开(?:微信|客户端|APP)|下载(?:APP|客户端)|APP(?:下载|内打开)|"
    "手机(?:看|阅读|版|扫)|客户端下载|觉得不错|收藏|已收录|文章已于|标签[：:]|关键词\\s*[：:>]|关键字[：:]|TAGS?[：:]|Scan to Follow|Got It|"
    "版权(?:所有|声明|归)|版權(?:所有|聲明)|責任編輯|編輯[：:]|相關新聞|延伸閱讀|免责声明|声明[：:]|特别声明|Copyright|©|All Rights|未经.{0,20}(?:授权|许可|允许)|转载请|"
    "本文(?:来源|转自|原标题|系|由|为)|本网站|联系我们|关于我们|网站地图|"
    "上一页|下一页|第?\\d+页|共\\d+页|投稿(?:邮箱|热线)|新闻热线|.{0,8}报料[：:]|(?:爆料|报料)(?:热线|电话)|您?已?赞|踩\\d|\\d+赞|订阅|搜索|"
    "【?纠错】?|看完这篇|图片(?:来源|源于|来自)|部分(?:图片|内容).{0,8}(?:来源|源于|来自)|素材来源|本(?:期|文)?(?:编辑|责编|审核|校对)|⬇|△?点击(?:播放|观看)|"
    "下载附件|文件下载|播放|0:00|00:00)",
  [RIGHTS] =
    "版权所有|版權所有|ICP备|公网安备|Copyright|免责声明|未经(?:本网|本报|书面|授权|许可|允许).{0,40}(?:转载|使用|镜像|违者)|违法和?不良信息举报|互联网新闻信息服务许可证|"
    "许可证(?:编?号|[：:])|转载请(?:注明|联系)|凡本网注明|(?:如有|若有|如|若).{0,10}侵权.{0,30}(?:删除|联系|告知)|仅代表作者(?:本人|个人)?观点|不代表本(?:网|站|平台)|"
    "以上内容.{0,30}(?:用户上传|自媒体)|违者(?:将|必究)|本平台仅提供信息存储",
  [FINISH] =
    "^[\\s【\\[（(<>《→↓↑▼▲▶◆■●*·.…|丨—-]*(?:往期(?:回顾|推荐|精选|文章|热文|精彩|好文|内容|阅读)|E\\s*N\\s*D(?:[\\s】\\]）)\\-—.…]|$)|THE END|推荐阅读|"
    "相关(?:阅读|新闻|推荐|文章|报道|资讯|专题)\\s*[：:】\\]>》]*\\s*$|"
    "热门(?:推荐|文章|阅读|新闻)|猜你喜欢|为[您你]推荐|大家都在看|网友(?:评论|跟帖)|精彩评论|发表评论|最新评论|全部评论|我要评论|用户评论|"
    "精彩推荐|更多(?:精彩|新闻|推荐|阅读|热点)|版权声明|免责声明|[上下]一[篇条]|看完(?:这篇)?(?:文章)?之?后|扫描二维码|扫码关注|长按(?:识别|二维码|关注|图片)|点击“?阅读原文)",
  [COMMENTS] =
    "^[\\s【\\[■●◆|]*(?:(?:网友|精彩|最新|全部|热门|用户|发表|我要|查看|精选|大家)?(?:全部|热门|最新)?(?:评论|跟帖|热评|热议|留言|点评|讨论区)|往期(?:回顾|推荐|精选))(?:区|列表)?"
    "\\s*[（(]?\\s*\\d*\\s*条?[)）]?\\s*[：:】\\]>》]*\\s*$",
  [LINKS] = "^[\\s【\\[■●◆]*(?:相关链接|延伸阅读|新闻链接|拓展阅读|相关内容|相关信息|友情链接)\\s*[：:】\\]>》]*\\s*$",
};

static gboolean
matches (guint cue, const char *text)
{
  static GRegex *regexes[N_CUES];
  static gsize done;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < N_CUES; i++)
        regexes[i] = g_regex_new (patterns[i], G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&done, 1);
    }
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
