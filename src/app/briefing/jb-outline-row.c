/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-outline-row.h"

#include <glib/gi18n.h>
#include <string.h>

#define DROP_LINE_PX 3

struct _JbOutlineRow
{
  GtkListBoxRow      parent_instance;

  JbBriefingSection *section;  /* owned */
  JbBriefingItem    *item;     /* owned, NULL for the section's heading */
  JbDropEdge         drop_edge;
  gboolean           editing;

  GtkStack          *stack;
  GtkLabel          *label;
  GtkTextView       *editor;
  GtkTextBuffer     *buffer;
  GtkLabel          *original;
  GtkLabel          *citation;
  GtkWidget         *mark;
};

enum
{
  EDITED,
  EDIT_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbOutlineRow, jb_outline_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_text (JbOutlineRow *self)
{
  return self->item != NULL ? self->item->text : self->section->heading;
}

static gboolean
has_original (JbOutlineRow *self)
{
  return self->item != NULL && self->item->article != NULL && *self->item->original != '\0';
}

static gboolean
is_changed (JbOutlineRow *self)
{
  return has_original (self) && strcmp (self->item->text, self->item->original) != 0;
}

static void
fill (JbOutlineRow *self)
{
  const char *text = get_text (self);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->label, *text != '\0' ? text : _("Section Without Heading"));
  if (self->item == NULL)
    {
      const char *classes[] = { *text != '\0' ? "heading" : "dim-label", NULL };

      gtk_widget_set_css_classes (GTK_WIDGET (self->label), classes);
      gtk_widget_set_visible (GTK_WIDGET (self->citation), FALSE);
      /* Translators: read out by screen readers; the heading of a section follows. */
      name = g_strdup_printf (_("Section: %s"), text);
    }
  else
    {
      const char *citation = self->item->citation != NULL ? self->item->citation : _("Own text");

      gtk_widget_set_margin_start (gtk_widget_get_parent (GTK_WIDGET (self->stack)), 12);
      gtk_label_set_label (self->citation, citation);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->citation), citation);
      name = is_changed (self) ? g_strdup_printf (_("%s, edited, %s"), text, citation) : g_strdup_printf ("%s %s", text, citation);
    }
  gtk_widget_set_visible (self->mark, is_changed (self));
  if (is_changed (self))
    {
      /* Translators: what the article says, where the item's text was changed. */
      g_autofree char *original = g_strdup_printf (_("Original: %s"), self->item->original);

      gtk_widget_set_tooltip_text (self->mark, original);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
end_edit (JbOutlineRow *self, gboolean keep)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  gboolean had_focus;

  if (!self->editing)
    return;
  self->editing = FALSE;
  had_focus = gtk_widget_has_focus (GTK_WIDGET (self->editor));
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
  g_object_ref (self);
  gtk_stack_set_visible_child_name (self->stack, "label");
  gtk_widget_set_visible (GTK_WIDGET (self->original), FALSE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  /* An item without text would vanish from the page; it is removed by Delete, not by emptying it. */
  if (keep && strcmp (text, get_text (self)) != 0 && (*text != '\0' || self->item == NULL))
    {
      gtk_label_set_label (self->label, text);
      g_signal_emit (self, signals[EDITED], 0, text);
    }
  g_signal_emit (self, signals[EDIT_ENDED], 0);
  g_object_unref (self);
}

static gboolean
end_edit_idle_cb (gpointer data)
{
  end_edit (data, TRUE);
  return G_SOURCE_REMOVE;
}

/* Enter ends the edit. It is caught where it would be inserted, so that an input method has had it first. Pasted lines
 * become one. */
static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *place, char *text, int n_bytes, JbOutlineRow *self)
{
  g_autofree char *line = g_strndup (text, n_bytes);

  if (!self->editing || strpbrk (line, "\r\n") == NULL)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (strcmp (line, "\n") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, end_edit_idle_cb, g_object_ref (self), g_object_unref);
  else
    gtk_text_buffer_insert (buffer, place, g_strdelimit (line, "\r\n", ' '), -1);
}

static void
focus_changed_cb (JbOutlineRow *self, GParamSpec *pspec, GtkEventControllerFocus *focus)
{
  if (!gtk_event_controller_focus_contains_focus (focus))
    end_edit (self, TRUE);
}

static gboolean
key_pressed_cb (JbOutlineRow *self, guint key, guint code, GdkModifierType state)
{
  if (!self->editing || key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  end_edit (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
jb_outline_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JbOutlineRow *self = JB_OUTLINE_ROW (widget);
  GdkRGBA colour = { 0.11f, 0.44f, 0.85f, 1 };
  int height = gtk_widget_get_height (widget);

  GTK_WIDGET_CLASS (jb_outline_row_parent_class)->snapshot (widget, snapshot);
  if (self->drop_edge == JB_DROP_EDGE_NONE)
    return;
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &colour);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, self->drop_edge == JB_DROP_EDGE_BEFORE ? 0 : height - DROP_LINE_PX,
                                                  gtk_widget_get_width (widget), DROP_LINE_PX));
}

static void
jb_outline_row_dispose (GObject *object)
{
  JbOutlineRow *self = JB_OUTLINE_ROW (object);

  self->editing = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_OUTLINE_ROW);
  g_clear_object (&self->section);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (jb_outline_row_parent_class)->dispose (object);
}

static void
jb_outline_row_class_init (JbOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_outline_row_dispose;
  widget_class->snapshot = jb_outline_row_snapshot;

  signals[EDITED] = g_signal_new ("edited", JB_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  signals[EDIT_ENDED] = g_signal_new ("edit-ended", JB_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/briefing/jb-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, JbOutlineRow, stack);
  gtk_widget_class_bind_template_child (widget_class, JbOutlineRow, label);
  gtk_widget_class_bind_template_child (widget_class, JbOutlineRow, editor);
  gtk_widget_class_bind_template_child (widget_class, JbOutlineRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, JbOutlineRow, original);
  gtk_widget_class_bind_template_child (widget_class, JbOutlineRow, citation);
  gtk_widget_class_bind_template_child (widget_class, JbOutlineRow, mark);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
jb_outline_row_init (JbOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
jb_outline_row_new (JbBriefingSection *section, JbBriefingItem *item)
{
  JbOutlineRow *self = g_object_new (JB_TYPE_OUTLINE_ROW, NULL);

  self->section = g_object_ref (section);
  g_set_object (&self->item, item);
  fill (self);
  return GTK_WIDGET (self);
}

void
jb_outline_row_update (JbOutlineRow *self, JbBriefingSection *section, JbBriefingItem *item)
{
  gboolean same = item != NULL ? strcmp (item->text, gtk_label_get_label (self->label)) == 0 &&
                                 strcmp (item->text, self->item->text) == 0 &&
                                 g_strcmp0 (item->citation, self->item->citation) == 0
                               : strcmp (section->heading, self->section->heading) == 0;

  g_set_object (&self->section, section);
  g_set_object (&self->item, item);
  if (!same)
    fill (self);
}

JbBriefingSection *
jb_outline_row_get_section (JbOutlineRow *self)
{
  return self->section;
}

JbBriefingItem *
jb_outline_row_get_item (JbOutlineRow *self)
{
  return self->item;
}

const char *
jb_outline_row_get_id (JbOutlineRow *self)
{
  return self->item != NULL ? self->item->id : self->section->id;
}

void
jb_outline_row_edit (JbOutlineRow *self)
{
  if (self->editing)
    return;
  gtk_text_buffer_set_text (self->buffer, get_text (self), -1);
  if (has_original (self))
    {
      g_autofree char *original = g_strdup_printf (_("Original: %s"), self->item->original);

      gtk_label_set_label (self->original, original);
      gtk_widget_set_visible (GTK_WIDGET (self->original), TRUE);
    }
  gtk_stack_set_visible_child_name (self->stack, "editor");
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  self->editing = TRUE;
}

gboolean
jb_outline_row_is_editing (JbOutlineRow *self)
{
  return self->editing;
}

void
jb_outline_row_set_drop_edge (JbOutlineRow *self, JbDropEdge edge)
{
  if (self->drop_edge == edge)
    return;
  self->drop_edge = edge;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
