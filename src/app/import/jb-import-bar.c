/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-bar.h"

struct _JbImportBar
{
  GtkWidget        parent_instance;

  GtkRevealer     *revealer;
  GtkLabel        *label;
  GtkProgressBar  *progress;
};

G_DEFINE_FINAL_TYPE (JbImportBar, jb_import_bar, GTK_TYPE_WIDGET)

static void
desk_changed_cb (JbImportBar *self, JbImportDesk *desk)
{
  /* What comes by itself from the watched folder goes by in silence. */
  gboolean asked = jb_import_desk_is_asked (desk);
  g_autofree char *text = asked ? jb_import_desk_dup_text (desk) : NULL;

  if (self->revealer == NULL)
    return;
  gtk_revealer_set_reveal_child (self->revealer, asked);
  if (!asked)
    return;
  gtk_label_set_text (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, jb_import_desk_get_fraction (desk));
}

static void
jb_import_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JB_TYPE_IMPORT_BAR);
  G_OBJECT_CLASS (jb_import_bar_parent_class)->dispose (object);
}

static void
jb_import_bar_class_init (JbImportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_import_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/import/jb-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, JbImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, JbImportBar, label);
  gtk_widget_class_bind_template_child (widget_class, JbImportBar, progress);
}

static void
jb_import_bar_init (JbImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jb_import_bar_set_desk (JbImportBar *self, JbImportDesk *desk)
{
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
}
