/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 报头: the name in red, the issue's number below it, who issues it on the left, the date on the
 * right, and the red rule. */
#include "jb-page-parts.h"

#include "jb-date.h"

#include <math.h>
#include <string.h>

#define SPREAD_UP_TO 4      /* characters: longer names stand without gaps */
#define SMALLEST_NAME_PT 22 /* 二号: a name that is longer wraps, and shrinks only beyond MOST_LINES */
#define MOST_LINES 3

/* The size at which the name fits the type area, and the gaps of a short one. */
static void
fit_name (JbPageBuilder *builder, const char *name, JbFace *face, double *tracking)
{
  const JbPageStyle *style = builder->style;
  double length = (double) g_utf8_strlen (name, -1);
  double width, spread;

  *face = style->masthead_name_face;
  spread = length <= SPREAD_UP_TO ? style->masthead_name_spread_em * face->size_pt : 0;
  width = jb_page_builder_measure (builder, name, *face) + spread * MAX (length - 1, 0);
  if (width > style->area_width)
    {
      double size = floor (face->size_pt * style->area_width / width * 100) / 100;

      spread *= size / face->size_pt;
      face->size_pt = MIN (face->size_pt, MAX (size, SMALLEST_NAME_PT));
      *face = jb_page_builder_fit (builder, name, *face, style->area_width, size < face->size_pt ? MOST_LINES : 1);
    }
  *tracking = spread;
}

/* Narrows the measure of a name that takes several lines, so that they become about equally long. */
static void
balance (JbPageBuilder *builder, const char *name, JbFace face, JbComposeOptions *options)
{
  double width = jb_page_builder_measure (builder, name, face);
  double n_lines = ceil (width / options->width_pt);

  if (n_lines > 1)
    options->width_pt = MIN (options->width_pt, width / n_lines + face.size_pt);
}

/* Returns: where the name ends */
static double
place_name (JbPageBuilder *builder, JbPageSheet *sheet)
{
  const JbPageStyle *style = builder->style;
  g_autofree char *name = g_strstrip (g_strdup (builder->briefing->title != NULL ? builder->briefing->title : ""));
  g_autoptr(JbPageBlock) block = NULL;
  JbComposeOptions options = jb_page_builder_options (builder, JB_ALIGN_CENTRE);
  JbFace face;

  if (jb_page_text_is_blank (name))
    return 0;
  fit_name (builder, name, &face, &options.tracking_pt);
  balance (builder, name, face, &options);
  block = jb_page_block_new_plain (builder, JB_PAGE_NAME, name, face, &options);
  block->colour = style->accent;
  block->left_pt = (style->area_width - options.width_pt) / 2;
  for (guint i = 0; i < block->composition->lines->len; i++)
    jb_page_sheet_add_line (sheet, block, i, style->masthead_name_top + i * face.size_pt * 1.1);
  return style->masthead_name_top + face.size_pt * (1 + 1.1 * (block->composition->lines->len - 1));
}

/* Returns: the next free line of the grid */
static guint
place_issue (JbPageBuilder *builder, JbPageSheet *sheet, guint row)
{
  g_autoptr(JbPageBlock) block = NULL;
  g_autofree char *issue = NULL;
  JbFace face;
  JbComposeOptions options = jb_page_builder_options (builder, JB_ALIGN_CENTRE);

  if (jb_page_text_is_blank (builder->briefing->issue))
    return row;
  issue = jb_page_fill_form (builder->style->masthead_issue, "{issue}", builder->briefing->issue);
  face = jb_page_builder_fit (builder, issue, builder->style->masthead_issue_face, options.width_pt, 1);
  block = jb_page_block_new_plain (builder, JB_PAGE_ISSUE, issue, face, &options);
  for (guint i = 0; i < block->composition->lines->len; i++)
    jb_page_sheet_add_line (sheet, block, i, row++ * builder->style->pitch);
  return row;
}

/* The issuer wraps where it does not fit beside the date; the date stands on its last line. */
static guint
place_issuer_and_date (JbPageBuilder *builder, JbPageSheet *sheet, guint row)
{
  const JbPageStyle *style = builder->style;
  const JbBriefing *briefing = builder->briefing;
  JbFace face = style->masthead_line_face;
  JbFace date_face = face;
  double em = jb_page_builder_format (builder, face).em_pt;
  JbComposeOptions options = jb_page_builder_options (builder, JB_ALIGN_LEFT);
  g_autofree char *date = NULL;
  double date_width = 0;
  guint last = row;

  if (!jb_page_text_is_blank (briefing->date))
    {
      date = jb_date_is_valid (briefing->date) ? jb_date_to_chinese (briefing->date) : g_strdup (briefing->date);
      date_face = jb_page_builder_fit (builder, date, face, style->area_width / 2, 1);
      date_width = jb_page_builder_measure (builder, date, date_face);
    }
  if (!jb_page_text_is_blank (briefing->issuer))
    {
      g_autoptr(JbPageBlock) block = NULL;

      options.width_pt = style->area_width - 2 * em - (date != NULL ? date_width + em : 0);
      face = jb_page_builder_fit (builder, briefing->issuer, face, options.width_pt, MOST_LINES);
      block = jb_page_block_new_plain (builder, JB_PAGE_ISSUER, briefing->issuer, face, &options);
      block->left_pt = em;
      for (guint i = 0; i < block->composition->lines->len; i++)
        jb_page_sheet_add_line (sheet, block, i, (row + i) * style->pitch);
      last = row + block->composition->lines->len - 1;
    }
  if (date != NULL)
    {
      g_autoptr(JbPageBlock) block = NULL;

      options.align = JB_ALIGN_RIGHT;
      options.width_pt = style->area_width - em;
      block = jb_page_block_new_plain (builder, JB_PAGE_DATE, date, date_face, &options);
      jb_page_sheet_add_line (sheet, block, 0, last * style->pitch);
    }
  return date != NULL || !jb_page_text_is_blank (briefing->issuer) ? last + 1 : row;
}

double
jb_page_masthead_place (JbPageBuilder *builder, JbPageSheet *sheet)
{
  const JbPageStyle *style = builder->style;
  double bottom;
  guint row;

  if (!jb_page_text_is_blank (style->masthead_notice))
    {
      JbComposeOptions options = jb_page_builder_options (builder, JB_ALIGN_LEFT);
      g_autoptr(JbPageBlock) block = jb_page_block_new_plain (builder, JB_PAGE_NOTICE, style->masthead_notice,
                                                              style->masthead_notice_face, &options);

      jb_page_sheet_add_line (sheet, block, 0, 0);
    }
  bottom = place_name (builder, sheet);
  row = bottom > 0 ? (guint) ceil ((bottom + style->body_size) / style->pitch) : 0;
  row = place_issue (builder, sheet, row);
  row = place_issuer_and_date (builder, sheet, row);
  bottom = row == 0 ? 0 : MAX (bottom, (row - 1) * style->pitch + style->body_size);
  bottom += style->masthead_rule_gap;
  if (style->masthead_rule > 0)
    jb_page_sheet_add_rule (sheet, 0, bottom, style->area_width, style->masthead_rule, style->accent);
  return ceil ((bottom + style->masthead_rule_gap) / style->pitch) * style->pitch;
}
