/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-accessible.h"

#include <string.h>

/* The rows of list views, and what a drop-down shows of its choice, are of a private type. */
static gboolean
is_row (GtkWidget *widget)
{
  return strcmp (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget") == 0;
}

static gboolean
is_nameless (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_TOGGLE_BUTTON (widget) ||
         is_row (widget);
}

void
jb_accessible_name_parts (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (is_nameless (child))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      if (!GTK_IS_LIST_BOX (child) && !GTK_IS_LIST_VIEW (child))
        jb_accessible_name_parts (child, name);
    }
}

void
jb_accessible_name_row (GtkWidget *child, const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (child);

  if (row != NULL && is_row (row))
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
