/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page: what is drawn where. */
#pragma once

#include "jb-page-block.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  GArray *lines;   /* owned, of JbPageLine; their strings are owned here */
  GArray *glyphs;  /* owned, of JbPlacedGlyphs */
  GArray *rules;   /* owned, of JbPlacedRule */
  double  left;    /* of the type area on the page */
  double  top;
} JbPageSheet;

JbPageSheet *jb_page_sheet_new  (double left, double top) G_GNUC_WARN_UNUSED_RESULT;
void         jb_page_sheet_free (JbPageSheet *self);

/* Puts one line of the block so that its characters' squares begin at @y, from the type area's top. */
void jb_page_sheet_add_line (JbPageSheet *self, const JbPageBlock *block, guint line, double y);

/* A filled rectangle, from the type area's top left. */
void jb_page_sheet_add_rule (JbPageSheet *self, double x, double y, double width, double thickness, JbColour colour);

void jb_page_sheet_draw (const JbPageSheet *self, cairo_t *cr);

G_END_DECLS
