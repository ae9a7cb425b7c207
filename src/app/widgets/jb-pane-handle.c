/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-pane-handle.h"

#define KEY_STEP   16  /* pixels */
#define GRIP_WIDTH 5   /* pixels beside the line itself, which is hard to hit */

struct _JbPaneHandle
{
  GtkWidget   parent_instance;

  GtkWidget  *pane;         /* not owned; a weak pointer */
  gboolean    after;
  int         min_width;    /* pixels */
  int         max_width;    /* pixels */
  int         drag_width;   /* of the pane when the drag began */
  double      drag_x;       /* in the parent, likewise */
};

enum
{
  PROP_PANE = 1,
  PROP_AFTER,
  PROP_MIN_WIDTH,
  PROP_MAX_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (JbPaneHandle, jb_pane_handle, GTK_TYPE_WIDGET)

/* Positive to the end of the line. */
static int
side (JbPaneHandle *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return self->after != rtl ? -1 : 1;
}

static void
set_width (JbPaneHandle *self, int width)
{
  if (self->pane != NULL)
    gtk_widget_set_size_request (self->pane, CLAMP (width, self->min_width, self->max_width), -1);
}

/* The line moves while it is dragged, so distances are taken in the parent. */
static double
parent_x (JbPaneHandle *self, double x)
{
  double moved, y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), gtk_widget_get_parent (GTK_WIDGET (self)), x, 0, &moved, &y);
  return moved;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, JbPaneHandle *self)
{
  if (self->pane == NULL)
    return;
  self->drag_width = gtk_widget_get_width (self->pane);
  self->drag_x = parent_x (self, x);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, JbPaneHandle *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  set_width (self, self->drag_width + side (self) * (int) (parent_x (self, x + dx) - self->drag_x));
}

static gboolean
step (JbPaneHandle *self, int pixels)
{
  if (self->pane != NULL)
    set_width (self, gtk_widget_get_width (self->pane) + side (self) * pixels);
  return TRUE;
}

static gboolean
left_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return step (JB_PANE_HANDLE (widget), -KEY_STEP);
}

static gboolean
right_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return step (JB_PANE_HANDLE (widget), KEY_STEP);
}

static void
jb_pane_handle_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? GRIP_WIDTH : 0;
}

static void
jb_pane_handle_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JbPaneHandle *self = JB_PANE_HANDLE (object);

  switch (id)
    {
    case PROP_PANE: g_value_set_object (value, self->pane); break;
    case PROP_AFTER: g_value_set_boolean (value, self->after); break;
    case PROP_MIN_WIDTH: g_value_set_int (value, self->min_width); break;
    case PROP_MAX_WIDTH: g_value_set_int (value, self->max_width); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jb_pane_handle_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JbPaneHandle *self = JB_PANE_HANDLE (object);

  switch (id)
    {
    case PROP_PANE: g_set_weak_pointer (&self->pane, g_value_get_object (value)); break;
    case PROP_AFTER:
      self->after = g_value_get_boolean (value);
      if (self->after)
        gtk_widget_add_css_class (GTK_WIDGET (self), "after");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "after");
      break;
    case PROP_MIN_WIDTH: self->min_width = g_value_get_int (value); break;
    case PROP_MAX_WIDTH: self->max_width = g_value_get_int (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jb_pane_handle_dispose (GObject *object)
{
  g_clear_weak_pointer (&JB_PANE_HANDLE (object)->pane);
  G_OBJECT_CLASS (jb_pane_handle_parent_class)->dispose (object);
}

static void
jb_pane_handle_class_init (JbPaneHandleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jb_pane_handle_get_property;
  object_class->set_property = jb_pane_handle_set_property;
  object_class->dispose = jb_pane_handle_dispose;
  widget_class->measure = jb_pane_handle_measure;

  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AFTER] = g_param_spec_boolean ("after", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MIN_WIDTH] = g_param_spec_int ("min-width", NULL, NULL, 0, G_MAXINT, 180,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MAX_WIDTH] = g_param_spec_int ("max-width", NULL, NULL, 0, G_MAXINT, 480,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, left_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, right_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "jb-pane-handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
jb_pane_handle_init (JbPaneHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->min_width = 180;
  self->max_width = 480;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
