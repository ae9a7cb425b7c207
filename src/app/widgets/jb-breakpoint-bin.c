/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-breakpoint-bin.h"

/* The narrowest screen that is supported. */
#define MIN_WIDTH 360

struct _JbBreakpointBin
{
  GtkWidget   parent_instance;

  GtkWidget  *child;         /* owned as a child, may be NULL */
  int         narrow_below;  /* pixels */
  int         medium_below;  /* pixels */
  JbRoom      room;
  guint       idle_id;       /* of the notification, 0 while none is due */
};

enum
{
  PROP_CHILD = 1,
  PROP_NARROW_BELOW,
  PROP_MEDIUM_BELOW,
  PROP_ROOM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JbBreakpointBin, jb_breakpoint_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
set_child (JbBreakpointBin *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static GtkBuildableIface *parent_buildable;

static void
jb_breakpoint_bin_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (JB_BREAKPOINT_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = jb_breakpoint_bin_add_child;
}

static gboolean
notify_room_cb (gpointer data)
{
  JbBreakpointBin *self = data;

  self->idle_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOM]);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
jb_breakpoint_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
jb_breakpoint_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  JbBreakpointBin *self = JB_BREAKPOINT_BIN (widget);

  *minimum = *natural = 0;
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static void
jb_breakpoint_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JbBreakpointBin *self = JB_BREAKPOINT_BIN (widget);
  JbRoom room = width < self->narrow_below ? JB_ROOM_NARROW : width < self->medium_below ? JB_ROOM_MEDIUM : JB_ROOM_WIDE;
  int minimum;

  if (self->child != NULL)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_allocate (self->child, MAX (width, minimum), height, baseline, NULL);
    }
  if (room != self->room)
    {
      self->room = room;
      /* Sizes must not change while they are being allocated. */
      if (self->idle_id == 0)
        self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_room_cb, self, NULL);
    }
}

static void
jb_breakpoint_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JbBreakpointBin *self = JB_BREAKPOINT_BIN (object);

  switch (id)
    {
    case PROP_CHILD: g_value_set_object (value, self->child); break;
    case PROP_NARROW_BELOW: g_value_set_int (value, self->narrow_below); break;
    case PROP_MEDIUM_BELOW: g_value_set_int (value, self->medium_below); break;
    case PROP_ROOM: g_value_set_int (value, self->room); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jb_breakpoint_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JbBreakpointBin *self = JB_BREAKPOINT_BIN (object);

  switch (id)
    {
    case PROP_CHILD: set_child (self, g_value_get_object (value)); break;
    case PROP_NARROW_BELOW: self->narrow_below = g_value_get_int (value); break;
    case PROP_MEDIUM_BELOW: self->medium_below = g_value_get_int (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jb_breakpoint_bin_dispose (GObject *object)
{
  JbBreakpointBin *self = JB_BREAKPOINT_BIN (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (jb_breakpoint_bin_parent_class)->dispose (object);
}

static void
jb_breakpoint_bin_class_init (JbBreakpointBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jb_breakpoint_bin_get_property;
  object_class->set_property = jb_breakpoint_bin_set_property;
  object_class->dispose = jb_breakpoint_bin_dispose;
  widget_class->get_request_mode = jb_breakpoint_bin_get_request_mode;
  widget_class->measure = jb_breakpoint_bin_measure;
  widget_class->size_allocate = jb_breakpoint_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW_BELOW] = g_param_spec_int ("narrow-below", NULL, NULL, 0, G_MAXINT, 0,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEDIUM_BELOW] = g_param_spec_int ("medium-below", NULL, NULL, 0, G_MAXINT, 0,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROOM] = g_param_spec_int ("room", NULL, NULL, JB_ROOM_NARROW, JB_ROOM_WIDE, JB_ROOM_WIDE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
jb_breakpoint_bin_init (JbBreakpointBin *self)
{
  self->room = JB_ROOM_WIDE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

JbRoom
jb_breakpoint_bin_get_room (JbBreakpointBin *self)
{
  return self->room;
}
