/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-sheet.h"

#include <glib/gi18n.h>

struct _JbSheet
{
  GtkWidget    parent_instance;

  double       width;    /* points */
  double       height;
  double       zoom;     /* pixels per point */
  GdkTexture  *picture;  /* owned, NULL until it has come */
  GArray      *marks;    /* owned, of JbSheetMark */
};

enum
{
  PRESSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbSheet, jb_sheet, GTK_TYPE_WIDGET)

static void
jb_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
  JbSheet *self = JB_SHEET (widget);
  double size = (orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height) * self->zoom;

  *minimum = *natural = (int) (size + 0.5);
  *minimum_baseline = *natural_baseline = -1;
}

/* Where the page begins: in the middle of what room there is. */
static double
get_left (JbSheet *self)
{
  return MAX (0, (gtk_widget_get_width (GTK_WIDGET (self)) - self->width * self->zoom) / 2);
}

static void
draw_mark (JbSheet *self, GtkSnapshot *snapshot, const JbSheetMark *mark, double left)
{
  static const GdkRGBA place = { 0.96f, 0.76f, 0.07f, 0.42f }, around = { 0.21f, 0.52f, 0.89f, 0.12f };
  static const GdkRGBA edge = { 0.75f, 0.50f, 0.0f, 0.9f };
  graphene_rect_t area = mark->area;
  float zoom = (float) self->zoom;

  graphene_rect_scale (&area, zoom, zoom, &area);
  graphene_rect_offset (&area, (float) left, 0);
  graphene_rect_inset (&area, -1, -1);
  gtk_snapshot_append_color (snapshot, mark->is_place ? &place : &around, &area);
  /* Told apart without colour too. */
  if (mark->is_place)
    gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT (area.origin.x, area.origin.y + area.size.height - 2,
                                                                     area.size.width, 2));
}

static void
jb_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  JbSheet *self = JB_SHEET (widget);
  double left = get_left (self);
  graphene_rect_t page = GRAPHENE_RECT_INIT ((float) left, 0, (float) (self->width * self->zoom),
                                             (float) (self->height * self->zoom));

  gtk_snapshot_append_color (snapshot, &white, &page);
  if (self->picture != NULL)
    gtk_snapshot_append_texture (snapshot, self->picture, &page);
  for (guint i = 0; i < self->marks->len; i++)
    draw_mark (self, snapshot, &g_array_index (self->marks, JbSheetMark, i), left);
}

static void
pressed_cb (JbSheet *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  x = (x - get_left (self)) / self->zoom;
  y /= self->zoom;
  if (x >= 0 && x <= self->width && y >= 0 && y <= self->height)
    g_signal_emit (self, signals[PRESSED], 0, x, y);
}

static void
jb_sheet_finalize (GObject *object)
{
  JbSheet *self = JB_SHEET (object);

  g_clear_object (&self->picture);
  g_array_unref (self->marks);
  G_OBJECT_CLASS (jb_sheet_parent_class)->finalize (object);
}

static void
jb_sheet_class_init (JbSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jb_sheet_finalize;
  widget_class->measure = jb_sheet_measure;
  widget_class->snapshot = jb_sheet_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[PRESSED] = g_signal_new ("pressed", JB_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
jb_sheet_init (JbSheet *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->zoom = 1;
  self->marks = g_array_new (FALSE, FALSE, sizeof (JbSheetMark));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* Until there is a page, which has a number. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages of the Original"), -1);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
jb_sheet_set_size (JbSheet *self, double width, double height)
{
  self->width = width;
  self->height = height;
  jb_sheet_set_picture (self, NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
jb_sheet_set_zoom (JbSheet *self, double zoom)
{
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
jb_sheet_set_picture (JbSheet *self, GdkTexture *picture)
{
  if (g_set_object (&self->picture, picture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jb_sheet_set_marks (JbSheet *self, const GArray *marks)
{
  g_array_set_size (self->marks, 0);
  g_array_append_vals (self->marks, marks->data, marks->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
