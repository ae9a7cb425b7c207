/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a briefing looks in print: measures, faces, colours and fixed words, read from
 * resources/print/<name>.ini. The measures of the built-in styles come from GB/T 9704-2012 where it
 * has any, and from the conventions for 简报 else. */
#pragma once

#include "jb-line-break.h"
#include "jb-line-text.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue;  /* 0 to 1 */
} JbColour;

typedef struct
{
  JbFontRole role;
  double     size_pt;
} JbFace;

/* A face's fonts. */
typedef struct
{
  GStrv accepted;     /* owned, Pango font descriptions, best first */
  GStrv substitutes;  /* owned, likewise: what stands in where none of the accepted is installed */
} JbFontChain;

/* Lengths are in pt, whatever unit the file has. Strings are never NULL; "" leaves the element out.
 * {…} in a label is replaced by the briefing's field. */
typedef struct
{
  gatomicrefcount ref_count;

  /* page: the type area (版心) on the paper */
  double page_width, page_height;
  double area_left, area_top, area_width, area_height;
  gboolean mirror_margins;            /* even pages swap left and right white */

  /* grid */
  guint  characters, lines;
  double body_size, cell, pitch;      /* cell: what one body character takes; pitch: baseline to baseline */

  /* composer */
  JbBreakRules rules;
  double   latin_gap_em;
  gboolean squeeze_line_start, squeeze_stops, half_width_digits;

  JbFontChain fonts[JB_N_FONT_ROLES];
  JbColour accent, text;              /* of the masthead's name and rule; of everything else */

  /* masthead (报头) */
  char  *masthead_notice;             /* owned, top left: 内部资料 */
  JbFace masthead_notice_face, masthead_name_face, masthead_issue_face, masthead_line_face;
  double masthead_name_top, masthead_name_spread_em;
  char  *masthead_issue;              /* owned, 第{issue}期 */
  double masthead_rule, masthead_rule_gap;

  /* editor's note (按语) */
  char  *note_label;                  /* owned */
  JbFace note_label_face, note_face;
  double note_indent_em;

  /* section headings and items */
  JbFace   heading_face, item_face;
  gboolean number_headings;           /* 一、二、 where there are several */
  double   indent_em;
  JbFace   marker_face;
  double   marker_rise;

  /* list of sources (来源) */
  char  *sources_heading;             /* owned */
  JbFace sources_heading_face, sources_face;
  double sources_pitch;

  /* distribution (报尾) */
  char  *footer_report, *footer_send, *footer_issue, *footer_copies;  /* owned */
  JbFace footer_face;
  double footer_pitch, footer_outer_rule, footer_inner_rule;

  /* page number, outside the type area */
  char  *number_form;                 /* owned, — {page} — */
  JbFace number_face;
  double number_gap;
  gboolean number_outside;            /* odd pages right, even pages left; else centred */
} JbPageStyle;

/**
 * jb_page_style_load:
 * @name: of a built-in style: "jianbao"
 *
 * Fails with JB_ERROR_NOT_FOUND where there is no such style.
 *
 * Returns: (transfer full) (nullable): not to be changed
 */
JbPageStyle *jb_page_style_load (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_page_style_parse:
 *
 * Reads a style of one's own. With [style] base=NAME it need only have the keys in which it differs from
 * that built-in style. Fails with JB_ERROR_FORMAT, and the message names the group and key; with
 * JB_ERROR_NOT_FOUND where the base is none.
 *
 * Returns: (transfer full) (nullable): not to be changed
 */
JbPageStyle *jb_page_style_parse (GBytes *ini, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): names of the built-in styles */
GStrv jb_page_style_list (void) G_GNUC_WARN_UNUSED_RESULT;

JbPageStyle *jb_page_style_ref   (const JbPageStyle *self);
void         jb_page_style_unref (JbPageStyle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JbPageStyle, jb_page_style_unref)

G_END_DECLS
