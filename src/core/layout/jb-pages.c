/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-pages.h"

#include "jb-font-measure.h"
#include "jb-page-parts.h"

struct _JbPages
{
  GObject    parent_instance;

  GPtrArray *sheets;    /* owned, of JbPageSheet, never empty */
  GPtrArray *warnings;  /* owned, of char *, ends with NULL */
  double     width, height;  /* of the paper, pt */
};

G_DEFINE_FINAL_TYPE (JbPages, jb_pages, G_TYPE_OBJECT)

static void
jb_pages_finalize (GObject *object)
{
  JbPages *self = JB_PAGES (object);

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_ptr_array_unref (self->warnings);
  G_OBJECT_CLASS (jb_pages_parent_class)->finalize (object);
}

static void
jb_pages_class_init (JbPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_pages_finalize;
}

static void
jb_pages_init (JbPages *self)
{
  self->warnings = g_ptr_array_new_with_free_func (g_free);
}

static JbPages *
build (const JbBriefing *briefing, const JbPageStyle *style, JbMeasure *measure)
{
  JbPages *self = g_object_new (JB_TYPE_PAGES, NULL);
  JbPageBuilder builder = { briefing, style, measure, 0 };

  self->width = style->page_width;
  self->height = style->page_height;
  self->sheets = jb_paginate (&builder);
  return self;
}

JbPages *
jb_pages_new (const JbBriefing *briefing, const JbPageStyle *style)
{
  JbMeasure *measure;
  JbPages *self;

  g_return_val_if_fail (briefing != NULL && style != NULL, NULL);

  measure = jb_font_measure_new (style);
  self = build (briefing, style, measure);
  jb_font_measure_add_warnings (measure, self->warnings);
  g_ptr_array_add (self->warnings, NULL);
  jb_font_measure_free (measure);
  return self;
}

JbPages *
jb_pages_new_measured (const JbBriefing *briefing, const JbPageStyle *style, JbMeasure *measure)
{
  JbPages *self;

  g_return_val_if_fail (briefing != NULL && style != NULL && measure != NULL, NULL);

  self = build (briefing, style, measure);
  g_ptr_array_add (self->warnings, NULL);
  return self;
}

guint
jb_pages_get_count (const JbPages *self)
{
  return self->sheets->len;
}

void
jb_pages_get_size (const JbPages *self, double *width_pt, double *height_pt)
{
  *width_pt = self->width;
  *height_pt = self->height;
}

void
jb_pages_draw (JbPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (JB_IS_PAGES (self) && page < self->sheets->len);

  jb_page_sheet_draw (g_ptr_array_index (self->sheets, page), cr);
}

const char *
jb_pages_find_item (const JbPages *self, guint page, double x_pt, double y_pt)
{
  guint n;
  const JbPageLine *lines = jb_pages_get_lines (self, page, &n);

  for (guint i = 0; i < n; i++)
    {
      double half_gap = lines[i].size_pt / 2;  /* a line is also hit between it and the next */

      if (lines[i].item != NULL && x_pt >= lines[i].x_pt && x_pt <= lines[i].x_pt + lines[i].width_pt &&
          y_pt >= lines[i].y_pt - half_gap && y_pt <= lines[i].y_pt + lines[i].size_pt + half_gap)
        return lines[i].item;
    }
  return NULL;
}

const char *const *
jb_pages_get_warnings (const JbPages *self)
{
  return (const char *const *) self->warnings->pdata;
}

const JbPageLine *
jb_pages_get_lines (const JbPages *self, guint page, guint *n_lines)
{
  const JbPageSheet *sheet;

  *n_lines = 0;
  g_return_val_if_fail (page < self->sheets->len, NULL);

  sheet = g_ptr_array_index (self->sheets, page);
  *n_lines = sheet->lines->len;
  return (const JbPageLine *) sheet->lines->data;
}
