/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JbSheet: one page of the imported original, as a picture, with places on it marked. It is as large as the page at its zoom; the
 * picture may be of another size while a sharper one is on its way, or not there yet.
 *
 * Signal pressed: void (JbSheet *, double x, double y): in points from the page's left and top edges */
#pragma once

#include "jb-decoded.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JB_TYPE_SHEET (jb_sheet_get_type ())
G_DECLARE_FINAL_TYPE (JbSheet, jb_sheet, JB, SHEET, GtkWidget)

typedef struct
{
  graphene_rect_t area;     /* points */
  gboolean        is_place; /* what is looked for; else only what it stands in */
} JbSheetMark;

/* Shows an empty page of that size, in points. */
void jb_sheet_set_size    (JbSheet *self, double width, double height);
/* @zoom: pixels per point */
void jb_sheet_set_zoom    (JbSheet *self, double zoom);
/* @picture: (nullable) */
void jb_sheet_set_picture (JbSheet *self, GdkTexture *picture);
/* @marks: (element-type JbSheetMark): copied */
void jb_sheet_set_marks   (JbSheet *self, const GArray *marks);

G_END_DECLS
