/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-side-pane.h"

#include "jb-pane-handle.h"

/* What stays to be seen, and clicked, of the content beside a folded pane; pixels. */
#define BESIDE 48

struct _JbSidePane
{
  GtkWidget   parent_instance;

  GtkWidget  *content;  /* owned as a child, like the others; NULL until it is set */
  GtkWidget  *shade;
  GtkWidget  *handle;
  GtkWidget  *pane;     /* NULL until it is set */
  gboolean    after;
  gboolean    folded;
  gboolean    reveal;
};

enum
{
  PROP_CONTENT = 1,
  PROP_PANE,
  PROP_AFTER,
  PROP_HANDLE_LABEL,
  PROP_FOLDED,
  PROP_REVEAL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (JbSidePane, jb_side_pane, GTK_TYPE_WIDGET)

static void
update_children (JbSidePane *self)
{
  if (self->pane != NULL)
    {
      gtk_widget_set_child_visible (self->pane, self->reveal);
      if (self->folded)
        gtk_widget_add_css_class (self->pane, "jb-over");
      else
        gtk_widget_remove_css_class (self->pane, "jb-over");
    }
  gtk_widget_set_child_visible (self->handle, self->reveal && !self->folded);
  gtk_widget_set_child_visible (self->shade, self->reveal && self->folded);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
min_width (GtkWidget *widget)
{
  int minimum = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
jb_side_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  JbSidePane *self = JB_SIDE_PANE (widget);
  GtkWidget *children[] = { self->content, self->pane };
  int beside = 0;

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_min = 0, child_nat = 0;

      if (children[i] == NULL || (children[i] == self->pane && !self->reveal))
        continue;
      gtk_widget_measure (children[i], orientation, -1, &child_min, &child_nat, NULL, NULL);
      if (children[i] == self->pane && orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          if (!self->folded)
            beside = child_min + min_width (self->handle);
          continue;
        }
      *minimum = MAX (*minimum, child_min);
      *natural = MAX (*natural, child_nat);
    }
  *minimum += beside;
  *natural += beside;
}

static void
allocate (GtkWidget *child, int x, int width, int height)
{
  if (child != NULL && gtk_widget_get_child_visible (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, width, height }, -1);
}

static void
jb_side_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JbSidePane *self = JB_SIDE_PANE (widget);
  gboolean at_end = self->after != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  int pane = min_width (self->pane), handle = min_width (self->handle);

  if (!self->reveal)
    {
      allocate (self->content, 0, width, height);
      return;
    }
  if (self->folded)
    {
      pane = MIN (MAX (pane, 260), MAX (width - BESIDE, min_width (self->pane)));
      allocate (self->content, 0, width, height);
      allocate (self->shade, 0, width, height);
      allocate (self->pane, at_end ? width - pane : 0, pane, height);
      return;
    }
  allocate (self->content, at_end ? 0 : pane + handle, width - pane - handle, height);
  allocate (self->handle, at_end ? width - pane - handle : pane, handle, height);
  allocate (self->pane, at_end ? width - pane : 0, pane, height);
}

static void
shade_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, JbSidePane *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  jb_side_pane_set_reveal (self, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  JbSidePane *self = JB_SIDE_PANE (widget);

  if (!self->folded || !self->reveal)
    return FALSE;
  jb_side_pane_set_reveal (self, FALSE);
  if (self->content != NULL)
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
set_child (JbSidePane *self, GtkWidget **child, GtkWidget *value, GtkWidget *before)
{
  g_clear_pointer (child, gtk_widget_unparent);
  *child = value;
  if (value != NULL)
    gtk_widget_insert_before (value, GTK_WIDGET (self), before);
  update_children (self);
}

static void
jb_side_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JbSidePane *self = JB_SIDE_PANE (object);

  switch (id)
    {
    case PROP_CONTENT: g_value_set_object (value, self->content); break;
    case PROP_PANE: g_value_set_object (value, self->pane); break;
    case PROP_AFTER: g_value_set_boolean (value, self->after); break;
    case PROP_FOLDED: g_value_set_boolean (value, self->folded); break;
    case PROP_REVEAL: g_value_set_boolean (value, self->reveal); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jb_side_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JbSidePane *self = JB_SIDE_PANE (object);

  switch (id)
    {
    /* The order of children is the order of drawing. */
    case PROP_CONTENT: set_child (self, &self->content, g_value_get_object (value), self->shade); break;
    case PROP_PANE:
      set_child (self, &self->pane, g_value_get_object (value), NULL);
      g_object_set (self->handle, "pane", self->pane, NULL);
      break;
    case PROP_AFTER:
      self->after = g_value_get_boolean (value);
      g_object_set (self->handle, "after", self->after, NULL);
      break;
    case PROP_HANDLE_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value),
                                      -1);
      break;
    case PROP_FOLDED: jb_side_pane_set_folded (self, g_value_get_boolean (value)); break;
    case PROP_REVEAL: jb_side_pane_set_reveal (self, g_value_get_boolean (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jb_side_pane_dispose (GObject *object)
{
  JbSidePane *self = JB_SIDE_PANE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shade, gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);
  g_clear_pointer (&self->pane, gtk_widget_unparent);
  G_OBJECT_CLASS (jb_side_pane_parent_class)->dispose (object);
}

static void
jb_side_pane_class_init (JbSidePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jb_side_pane_get_property;
  object_class->set_property = jb_side_pane_set_property;
  object_class->dispose = jb_side_pane_dispose;
  widget_class->measure = jb_side_pane_measure;
  widget_class->size_allocate = jb_side_pane_size_allocate;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AFTER] = g_param_spec_boolean ("after", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HANDLE_LABEL] = g_param_spec_string ("handle-label", NULL, NULL, NULL,
                                                       G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVEAL] = g_param_spec_boolean ("reveal", NULL, NULL, TRUE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
jb_side_pane_init (JbSidePane *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->reveal = TRUE;
  self->shade = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->shade, "jb-shade");
  gtk_widget_set_parent (self->shade, GTK_WIDGET (self));
  g_signal_connect (click, "pressed", G_CALLBACK (shade_pressed_cb), self);
  gtk_widget_add_controller (self->shade, GTK_EVENT_CONTROLLER (click));
  self->handle = g_object_new (JB_TYPE_PANE_HANDLE, NULL);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  update_children (self);
}

gboolean
jb_side_pane_get_folded (JbSidePane *self)
{
  return self->folded;
}

void
jb_side_pane_set_folded (JbSidePane *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  update_children (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

gboolean
jb_side_pane_get_reveal (JbSidePane *self)
{
  return self->reveal;
}

void
jb_side_pane_set_reveal (JbSidePane *self, gboolean reveal)
{
  if (self->reveal == reveal)
    return;
  self->reveal = reveal;
  update_children (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEAL]);
}
