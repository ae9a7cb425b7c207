/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-figure.h"

G_DEFINE_FINAL_TYPE (JbFigure, jb_figure, G_TYPE_OBJECT)

static void
jb_figure_finalize (GObject *object)
{
  JbFigure *self = JB_FIGURE (object);

  g_free (self->text);
  g_free (self->unit);
  g_free (self->subject);
  g_free (self->as_of);
  g_free (self->entity);
  g_free (self->entity_name);
  G_OBJECT_CLASS (jb_figure_parent_class)->finalize (object);
}

static void
jb_figure_class_init (JbFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jb_figure_finalize;
}

static void
jb_figure_init (JbFigure *self)
{
}

JbFigure *
jb_figure_new (const char *text, guint start, guint end)
{
  JbFigure *self = g_object_new (JB_TYPE_FIGURE, NULL);

  self->text = g_strdup (text);
  self->unit = g_strdup ("");
  self->subject = g_strdup ("");
  self->entity_name = g_strdup ("");
  self->start = start;
  self->end = end;
  return self;
}
