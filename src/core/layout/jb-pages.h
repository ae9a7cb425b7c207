/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages that will print: one layout for preview, print and PDF.
 *
 *   JbBriefing ──▶ blocks (composed paragraphs) ──▶ rows ──▶ sheets ──▶ any cairo_t
 *
 * Immutable once made, and with fonts of their own: pages may be made in a worker and drawn by the
 * main thread, as long as not by two threads at once. */
#pragma once

#include "jb-briefing.h"
#include "jb-measure.h"
#include "jb-page-style.h"

#include <cairo.h>

G_BEGIN_DECLS

#define JB_TYPE_PAGES (jb_pages_get_type ())
G_DECLARE_FINAL_TYPE (JbPages, jb_pages, JB, PAGES, GObject)

/**
 * jb_pages_new:
 * @briefing: only read during the call
 *
 * Empty fields are left out, and so are items without text. Every item that has a citation is followed
 * by the number under which the list of sources (来源) names it. There is always at least one page.
 *
 * Returns: (transfer full):
 */
JbPages *jb_pages_new (const JbBriefing *briefing, const JbPageStyle *style) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jb_pages_new_measured:
 * @measure: decides on all widths: with jb_fixed_measure_get() no font is touched, and drawing shows
 *   the rules only
 *
 * Returns: (transfer full):
 */
JbPages *jb_pages_new_measured (const JbBriefing *briefing, const JbPageStyle *style,
                                JbMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

guint jb_pages_get_count (const JbPages *self);

/* In pt, the same for every page. */
void jb_pages_get_size (const JbPages *self, double *width_pt, double *height_pt);

/* Draws page @page, counted from 0; one unit is one pt, the origin is the paper's top left corner.
 * The paper itself is not painted. */
void jb_pages_draw (JbPages *self, guint page, cairo_t *cr);

/* Returns: (nullable): id of the JbBriefingItem printed at that place; lent */
const char *jb_pages_find_item (const JbPages *self, guint page, double x_pt, double y_pt);

/* Returns: sentences for people about what does not print as wished; lent, possibly empty */
const char *const *jb_pages_get_warnings (const JbPages *self);

/* ---- What stands where: for tests, outlines and accessible previews ---- */

typedef enum
{
  JB_PAGE_NOTICE,
  JB_PAGE_NAME,
  JB_PAGE_ISSUE,
  JB_PAGE_ISSUER,
  JB_PAGE_DATE,
  JB_PAGE_NOTE,
  JB_PAGE_HEADING,
  JB_PAGE_ITEM,
  JB_PAGE_SOURCES_HEADING,
  JB_PAGE_SOURCE,
  JB_PAGE_REPORT_TO,
  JB_PAGE_SEND_TO,
  JB_PAGE_ISSUE_TO,
  JB_PAGE_COPIES,
  JB_PAGE_NUMBER,
} JbPagePart;

typedef struct
{
  JbPagePart  part;
  guint       block;      /* number of the paragraph in the briefing; its lines share it */
  guint       line;       /* in the paragraph, from 0 */
  guint       n_lines;    /* of the paragraph */
  const char *text;       /* lent, with note numbers, without the spaces at the line's end */
  const char *item;       /* lent, id of the JbBriefingItem, NULL for the rest */
  double      x_pt;       /* left edge on the page */
  double      y_pt;       /* top of the characters' square */
  double      width_pt;
  double      size_pt;    /* of the characters */
} JbPageLine;

/* Returns: (array length=n_lines): what is printed on the page, in reading order; lent */
const JbPageLine *jb_pages_get_lines (const JbPages *self, guint page, guint *n_lines);

G_END_DECLS
