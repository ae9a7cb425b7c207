/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-html-emit.h"

#include "jb-html-looks.h"

#include <string.h>

/* The longest line that stands out by its looks only, and the longest that a heading element makes a heading. */
#define MAX_DISPLAY_CHARS 30
#define MAX_HEADING_CHARS 60
#define MAX_CAPTION_CHARS 120

/* Under a picture; words must say it of a longer one. */
#define MAX_BARE_CAPTION_CHARS 45

#define GAP_LINES 3

/* What most of the text looks like. */
typedef struct
{
  gboolean is_bold;
  gboolean is_centred;
  guint    size;
  guint    levels[7];  /* of h1 to h6; 0 where it does not occur */
} Measure;

static const JbHtmlLine *
get_line (const GArray *lines, guint i)
{
  return &g_array_index (lines, JbHtmlLine, i);
}

static gboolean
is_heading (const JbHtmlLine *line)
{
  return line->heading > 0 && line->n_chars <= MAX_HEADING_CHARS && !g_str_has_suffix (line->text, "。");
}

static guint
get_size (const JbHtmlLine *line)
{
  return line->size > 0 ? line->size : JB_HTML_NORMAL_SIZE;
}

/* The size of the running text: the one that most characters have, in steps of a pixel. */
static guint
measure_size (const GArray *lines, guint start, guint end)
{
  guint64 counts[64] = { 0 };
  guint best = 0;

  for (guint i = start; i < end; i++)
    counts[MIN (get_size (get_line (lines, i)) / 10, 63)] += get_line (lines, i)->n_chars;
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return best * 10;
}

static Measure
measure (const GArray *lines, guint start, guint end)
{
  Measure measure = { .size = measure_size (lines, start, end) };
  guint64 n = 0, n_bold = 0, n_centred = 0;
  guint level = 0;

  for (guint i = start; i < end; i++)
    {
      const JbHtmlLine *line = get_line (lines, i);

      if (line->is_dropped)
        continue;
      n += line->n_chars;
      n_bold += line->is_bold ? line->n_chars : 0;
      n_centred += line->is_centred ? line->n_chars : 0;
      if (is_heading (line))
        measure.levels[MIN (line->heading, 6)] = 1;
    }
  for (guint i = 1; i < G_N_ELEMENTS (measure.levels); i++)
    if (measure.levels[i] > 0)
      measure.levels[i] = ++level;
  measure.is_bold = n_bold * 2 > n;
  measure.is_centred = n_centred * 2 > n;
  return measure;
}

static gboolean
ends_sentence (const char *text)
{
  static const char *const ends[] = { "。", "；", "，", "！”", "。”", "：", "；”", "、", "……" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_display (const JbHtmlLine *line, const Measure *measure)
{
  gboolean is_bold = line->is_bold && !measure->is_bold;
  gboolean is_large = get_size (line) * 100 >= measure->size * 112;
  gboolean is_centred = line->is_centred && !measure->is_centred;

  return line->n_chars <= MAX_DISPLAY_CHARS && !ends_sentence (line->text) && (is_bold || is_large || is_centred);
}

/* Names that publishing systems give to captions. */
static gboolean
is_called_caption (const xmlNode *block)
{
  static const char *const parts[] = {
    "pictext", "caption", "img_desc", "imgdesc", "img-desc", "img_txt", "imgtext", "pic_txt", "pictxt", "pic-txt", "tuzhu",
    "picdesc", "photo-desc", "img-info", "image-desc", "pic_info", "photoinfo", "img-title",
  };

  for (guint level = 0; level < 2 && block != NULL && block->type == XML_ELEMENT_NODE; level++, block = block->parent)
    {
      const char *class = jb_html_get_attribute (block, "class");
      g_autofree char *lower = class != NULL ? g_ascii_strdown (class, -1) : NULL;

      for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (parts); i++)
        if (strstr (lower, parts[i]) != NULL)
          return TRUE;
    }
  return FALSE;
}

static gboolean
speaks_of_picture (const char *text)
{
  static const char *const beginnings[] = { "图为", "▲", "△", "↑", "▼", "图片说明", "图说", "图①", "图1", "图一", "图：", "图/", "←",
                                           "→", "上图", "下图" };
  static const char *const ends[] = { "摄", "摄）", "摄影", "摄影报道", "供图", "供图）", "资料图", "资料图）", "资料图片", "资料照片", "/图", "图）",
                                      "制图", "摄。", "截图", "效果图", "示意图" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (text, beginnings[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return FALSE;
}

gboolean
jb_html_is_caption (const JbHtmlLine *line)
{
  if (line->is_caption)
    return TRUE;
  return line->n_chars <= MAX_CAPTION_CHARS && line->heading == 0 &&
         (is_called_caption (line->block) || (line->has_image && speaks_of_picture (line->text)));
}

static gboolean
is_caption (const JbHtmlLine *line, const Measure *measure)
{
  gboolean is_small = get_size (line) * 100 <= measure->size * 90;

  return jb_html_is_caption (line) ||
         (line->has_image && line->heading == 0 && line->n_chars <= MAX_BARE_CAPTION_CHARS && !line->is_bold &&
          (is_small || (line->is_centred && !measure->is_centred)));
}

/* What a picture is called instead of it counts only where nothing else says it: not beside a line of the same words. */
static gboolean
is_told_elsewhere (const GArray *lines, guint start, guint end, guint i)
{
  const JbHtmlLine *alt = get_line (lines, i);

  for (guint other = i > start + 3 ? i - 3 : start; other < MIN (end, i + 4); other++)
    if (other != i && !get_line (lines, other)->is_dropped &&
        (strstr (get_line (lines, other)->text, alt->text) != NULL ||
         (other == i + 1 && (get_line (lines, other)->is_caption || get_line (lines, other)->is_centred))))
      return TRUE;
  return FALSE;
}

static void
emit_line (JbDecodedBuilder *builder, const JbHtmlLine *line, const Measure *measure)
{
  if (is_caption (line, measure))
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_CAPTION, 0, line->text);
  else if (is_heading (line))
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_HEADING, measure->levels[MIN (line->heading, 6)], line->text);
  else if (line->is_cell || line->is_item)
    jb_decoded_builder_add_kind (builder, JB_BLOCK_KIND_LIST, 0, line->text);
  else if (is_display (line, measure))
    jb_decoded_builder_add_display (builder, line->text);
  else
    {
      /* A picture stood here, and what follows may be about it. */
      if (line->has_image && line->n_chars <= MAX_DISPLAY_CHARS && !ends_sentence (line->text))
        jb_decoded_builder_add_gap (builder, GAP_LINES);
      jb_decoded_builder_add (builder, line->text);
    }
}

void
jb_html_emit (JbDecodedBuilder *builder, const GArray *lines, guint start, guint end)
{
  Measure found = measure (lines, start, end);

  for (guint i = start; i < end; i++)
    {
      const JbHtmlLine *line = get_line (lines, i);

      if (!line->is_dropped && !(line->is_alt && is_told_elsewhere (lines, start, end, i)))
        emit_line (builder, line, &found);
    }
}
