/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-row-box.h"

#include "jb-accessible.h"

struct _JbRowBox
{
  GtkBox  parent_instance;

  char   *row_name;  /* owned, NULL until the row has an item */
};

enum
{
  PROP_ROW_NAME = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (JbRowBox, jb_row_box, GTK_TYPE_BOX)

/* The row may come before its name, or after it. */
static void
name_row (JbRowBox *self)
{
  if (self->row_name != NULL)
    jb_accessible_name_row (GTK_WIDGET (self), self->row_name);
}

static void
jb_row_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ROW_NAME)
    g_value_set_string (value, JB_ROW_BOX (object)->row_name);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jb_row_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JbRowBox *self = JB_ROW_BOX (object);

  if (id != PROP_ROW_NAME)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_free (self->row_name);
  self->row_name = g_value_dup_string (value);
  name_row (self);
}

static void
jb_row_box_finalize (GObject *object)
{
  g_free (JB_ROW_BOX (object)->row_name);
  G_OBJECT_CLASS (jb_row_box_parent_class)->finalize (object);
}

static void
jb_row_box_class_init (JbRowBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jb_row_box_get_property;
  object_class->set_property = jb_row_box_set_property;
  object_class->finalize = jb_row_box_finalize;

  props[PROP_ROW_NAME] = g_param_spec_string ("row-name", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jb_row_box_init (JbRowBox *self)
{
  g_signal_connect (self, "notify::parent", G_CALLBACK (name_row), NULL);
}
