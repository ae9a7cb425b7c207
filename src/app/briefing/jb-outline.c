/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-outline.h"

#include "jb-outline-row.h"
#include "jb-string.h"

#include <string.h>

struct _JbOutline
{
  GtkWidget     parent_instance;

  JbBriefing   *briefing;   /* owned, what is shown; NULL for none */
  JbBriefing   *waiting;    /* owned, what is to be shown after the edit; NULL for none */
  char         *selected;   /* owned id of what is selected or will be; NULL for none */
  JbOutlineRow *drop_row;   /* lent, shows where something dragged would go; NULL for none */
  gboolean      filling;    /* while rows come and go */

  GtkWidget    *scroller;
  GtkListBox   *list;
};

enum
{
  SELECTED,
  EDITED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbOutline, jb_outline, GTK_TYPE_WIDGET)

static void fill (JbOutline *self);

static JbOutlineRow *
get_row (JbOutline *self, int index)
{
  return (JbOutlineRow *) gtk_list_box_get_row_at_index (self->list, index);
}

static JbOutlineRow *
find_row (JbOutline *self, const char *id)
{
  JbOutlineRow *row;

  for (int i = 0; id != NULL && (row = get_row (self, i)) != NULL; i++)
    if (strcmp (jb_outline_row_get_id (row), id) == 0)
      return row;
  return NULL;
}

static JbOutlineRow *
get_selected_row (JbOutline *self)
{
  return (JbOutlineRow *) gtk_list_box_get_selected_row (self->list);
}

static guint
index_in (GPtrArray *array, gpointer what)
{
  guint index = 0;

  return g_ptr_array_find (array, what, &index) ? index : 0;
}

/* ---- moving ---- */

static void
move_item (JbOutline *self, JbBriefingItem *item, JbBriefingSection *from, JbBriefingSection *to, guint position)
{
  guint old = index_in (from->items, item);

  /* Counted without the item. */
  if (from == to && old < position)
    position--;
  if (from != to || old != position)
    g_signal_emit (self, signals[MOVED], 0, item, to, position);
}

static void
move_section (JbOutline *self, JbBriefingSection *section, guint position)
{
  guint old = index_in (self->briefing->sections, section);

  if (old < position)
    position--;
  if (old != position)
    g_signal_emit (self, signals[MOVED], 0, section, NULL, position);
}

static void
drop (JbOutline *self, JbOutlineRow *dragged, JbOutlineRow *target, JbDropEdge edge)
{
  JbBriefingItem *item = jb_outline_row_get_item (dragged);
  JbBriefingSection *to = jb_outline_row_get_section (target);
  JbBriefingItem *beside = jb_outline_row_get_item (target);
  guint n_section = index_in (self->briefing->sections, to);
  guint behind = edge == JB_DROP_EDGE_AFTER ? 1 : 0;

  if (item == NULL)
    move_section (self, jb_outline_row_get_section (dragged), beside == NULL && behind == 0 ? n_section : n_section + 1);
  else if (beside != NULL)
    move_item (self, item, jb_outline_row_get_section (dragged), to, index_in (to->items, beside) + behind);
  else if (behind == 0 && n_section > 0)
    {
      JbBriefingSection *above = g_ptr_array_index (self->briefing->sections, n_section - 1);

      move_item (self, item, jb_outline_row_get_section (dragged), above, above->items->len);
    }
  else
    move_item (self, item, jb_outline_row_get_section (dragged), to, 0);
}

/* ---- dragging ---- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, JbOutlineRow *row)
{
  return jb_outline_row_is_editing (row) ? NULL : gdk_content_provider_new_typed (JB_TYPE_OUTLINE_ROW, row);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, JbOutlineRow *row)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static void
show_drop (JbOutline *self, JbOutlineRow *row, JbDropEdge edge)
{
  if (self->drop_row != NULL && self->drop_row != row)
    jb_outline_row_set_drop_edge (self->drop_row, JB_DROP_EDGE_NONE);
  self->drop_row = row;
  if (row != NULL)
    jb_outline_row_set_drop_edge (row, edge);
}

/* Below the last row is behind it. */
static JbOutlineRow *
find_drop (JbOutline *self, double y, JbDropEdge *edge)
{
  JbOutlineRow *row = (JbOutlineRow *) gtk_list_box_get_row_at_y (self->list, (int) y);
  graphene_rect_t bounds;

  if (row == NULL)
    {
      *edge = JB_DROP_EDGE_AFTER;
      return (JbOutlineRow *) gtk_widget_get_last_child (GTK_WIDGET (self->list));
    }
  *edge = gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds) &&
          y < bounds.origin.y + bounds.size.height / 2 ? JB_DROP_EDGE_BEFORE : JB_DROP_EDGE_AFTER;
  return row;
}

static GdkDragAction
drop_motion_cb (JbOutline *self, double x, double y)
{
  JbDropEdge edge;
  JbOutlineRow *row = find_drop (self, y, &edge);

  show_drop (self, row, edge);
  return row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
drop_leave_cb (JbOutline *self)
{
  show_drop (self, NULL, JB_DROP_EDGE_NONE);
}

static gboolean
drop_cb (JbOutline *self, const GValue *value, double x, double y)
{
  JbOutlineRow *dragged = g_value_get_object (value);
  JbDropEdge edge;
  JbOutlineRow *target = find_drop (self, y, &edge);

  show_drop (self, NULL, JB_DROP_EDGE_NONE);
  /* The briefing may have been reloaded meanwhile. */
  if (target == NULL || dragged == NULL || gtk_widget_get_parent (GTK_WIDGET (dragged)) != GTK_WIDGET (self->list))
    return FALSE;
  drop (self, dragged, target, edge);
  return TRUE;
}

/* ---- rows ---- */

static void
row_edited_cb (JbOutline *self, const char *text, JbOutlineRow *row)
{
  GObject *what = G_OBJECT (jb_outline_row_get_item (row));

  g_signal_emit (self, signals[EDITED], 0, what != NULL ? what : G_OBJECT (jb_outline_row_get_section (row)), text);
}

static gboolean
fill_idle_cb (gpointer data)
{
  JbOutline *self = data;

  if (self->list != NULL && self->waiting != NULL && !jb_outline_is_editing (self))
    {
      g_set_object (&self->briefing, self->waiting);
      g_clear_object (&self->waiting);
      fill (self);
    }
  return G_SOURCE_REMOVE;
}

static void
row_edit_ended_cb (JbOutline *self)
{
  if (self->waiting != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_idle_cb, g_object_ref (self), g_object_unref);
}

static GtkWidget *
row_new (JbOutline *self, JbBriefingSection *section, JbBriefingItem *item)
{
  GtkWidget *row = jb_outline_row_new (section, item);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edit-ended", G_CALLBACK (row_edit_ended_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* Puts the part's row at @index: the one there, the one it had elsewhere, or a new one. */
static void
put_row (JbOutline *self, GHashTable *rows, int index, JbBriefingSection *section, JbBriefingItem *item)
{
  const char *id = item != NULL ? item->id : section->id;
  JbOutlineRow *known = g_hash_table_lookup (rows, id);

  if (known == NULL)
    {
      gtk_list_box_insert (self->list, row_new (self, section, item), index);
      return;
    }
  if (get_row (self, index) != known)
    {
      g_object_ref (known);
      /* A row taken out while selected would think it still is. */
      gtk_list_box_unselect_row (self->list, GTK_LIST_BOX_ROW (known));
      gtk_list_box_remove (self->list, GTK_WIDGET (known));
      gtk_list_box_insert (self->list, GTK_WIDGET (known), index);
      g_object_unref (known);
    }
  jb_outline_row_update (known, section, item);
  g_hash_table_remove (rows, id);
}

/* Returns: (transfer full): set of the ids of all parts; lent */
static GHashTable *
collect_ids (const JbBriefing *briefing)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; briefing != NULL && i < briefing->sections->len; i++)
    {
      const JbBriefingSection *section = g_ptr_array_index (briefing->sections, i);

      g_hash_table_add (ids, section->id);
      for (guint j = 0; j < section->items->len; j++)
        g_hash_table_add (ids, ((JbBriefingItem *) g_ptr_array_index (section->items, j))->id);
    }
  return ids;
}

/* Rows are slow to make, so those of parts that stay are kept. What is gone goes first: then most are in their places. */
static void
fill_rows (JbOutline *self)
{
  g_autoptr(GHashTable) wanted = collect_ids (self->briefing);
  g_autoptr(GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JbOutlineRow *row;
  int index = 0;

  while ((row = get_row (self, index)) != NULL)
    if (g_hash_table_contains (wanted, jb_outline_row_get_id (row)))
      {
        g_hash_table_insert (rows, g_strdup (jb_outline_row_get_id (row)), row);
        index++;
      }
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));

  index = 0;
  for (guint i = 0; self->briefing != NULL && i < self->briefing->sections->len; i++)
    {
      JbBriefingSection *section = g_ptr_array_index (self->briefing->sections, i);

      put_row (self, rows, index++, section, NULL);
      for (guint j = 0; j < section->items->len; j++)
        put_row (self, rows, index++, section, g_ptr_array_index (section->items, j));
    }
}

static void
fill (JbOutline *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double place = gtk_adjustment_get_value (adjustment);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  g_autofree char *id = g_strdup (self->selected);

  self->filling = TRUE;
  self->drop_row = NULL;
  fill_rows (self);
  self->filling = FALSE;
  gtk_adjustment_set_value (adjustment, place);
  jb_outline_select (self, id, had_focus);
  g_signal_emit (self, signals[SELECTED], 0);
}

/* ---- callbacks ---- */

static void
row_selected_cb (JbOutline *self, JbOutlineRow *row)
{
  if (self->filling)
    return;
  jb_set_string (&self->selected, row != NULL ? jb_outline_row_get_id (row) : NULL);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_activated_cb (JbOutline *self, JbOutlineRow *row)
{
  jb_outline_row_edit (row);
}

/* ---- class ---- */

/* As narrow as it may be: sentences wrap, and the pages need the room. */
static void
jb_outline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                    int *natural_baseline)
{
  gtk_widget_measure (JB_OUTLINE (widget)->scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
jb_outline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (JB_OUTLINE (widget)->scroller, width, height, baseline, NULL);
}

static void
jb_outline_dispose (GObject *object)
{
  JbOutline *self = JB_OUTLINE (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_OUTLINE);
  g_clear_object (&self->briefing);
  g_clear_object (&self->waiting);
  G_OBJECT_CLASS (jb_outline_parent_class)->dispose (object);
}

static void
jb_outline_finalize (GObject *object)
{
  g_free (JB_OUTLINE (object)->selected);
  G_OBJECT_CLASS (jb_outline_parent_class)->finalize (object);
}

static void
jb_outline_class_init (JbOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_outline_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_outline_finalize;

  signals[SELECTED] = g_signal_new ("selected", JB_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", JB_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_OBJECT,
                                  G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", JB_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_OBJECT,
                                 JB_TYPE_BRIEFING_SECTION, G_TYPE_UINT);

  widget_class->measure = jb_outline_measure;
  widget_class->size_allocate = jb_outline_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/briefing/jb-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, JbOutline, scroller);
  gtk_widget_class_bind_template_child (widget_class, JbOutline, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  /* The page knows these actions. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "briefing.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "briefing.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "briefing.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "briefing.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "briefing.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "briefing.open-source", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "briefing.open-source", NULL);
}

static void
jb_outline_init (JbOutline *self)
{
  GtkDropTarget *target = gtk_drop_target_new (JB_TYPE_OUTLINE_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

void
jb_outline_set_briefing (JbOutline *self, JbBriefing *briefing)
{
  if (briefing != NULL && jb_outline_is_editing (self))
    {
      g_set_object (&self->waiting, briefing);
      return;
    }
  g_clear_object (&self->waiting);
  if (g_set_object (&self->briefing, briefing))
    fill (self);
}

GObject *
jb_outline_get_selected (JbOutline *self)
{
  JbOutlineRow *row = get_selected_row (self);

  if (row == NULL)
    return NULL;
  if (jb_outline_row_get_item (row) != NULL)
    return G_OBJECT (jb_outline_row_get_item (row));
  return G_OBJECT (jb_outline_row_get_section (row));
}

/* Removing a section takes its items along. */
const char *
jb_outline_get_neighbour (JbOutline *self)
{
  JbOutlineRow *selected = get_selected_row (self);
  JbOutlineRow *row;
  int index;

  if (selected == NULL)
    return NULL;
  index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (selected));
  for (int i = index + 1; (row = get_row (self, i)) != NULL; i++)
    if (jb_outline_row_get_item (selected) != NULL || jb_outline_row_get_section (row) != jb_outline_row_get_section (selected))
      return jb_outline_row_get_id (row);
  return index > 0 ? jb_outline_row_get_id (get_row (self, index - 1)) : NULL;
}

void
jb_outline_select (JbOutline *self, const char *id, gboolean focus)
{
  JbOutlineRow *row = find_row (self, id);

  jb_set_string (&self->selected, id);
  self->filling = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  else
    gtk_list_box_unselect_all (self->list);
  self->filling = FALSE;
  /* The list scrolls to what has the focus. */
  if (row != NULL && focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  g_signal_emit (self, signals[SELECTED], 0);
}

void
jb_outline_edit (JbOutline *self)
{
  if (get_selected_row (self) != NULL)
    jb_outline_row_edit (get_selected_row (self));
}

gboolean
jb_outline_is_editing (JbOutline *self)
{
  JbOutlineRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (jb_outline_row_is_editing (row))
      return TRUE;
  return FALSE;
}

void
jb_outline_move (JbOutline *self, int by)
{
  JbOutlineRow *row = get_selected_row (self);
  JbBriefingSection *section = row != NULL ? jb_outline_row_get_section (row) : NULL;
  JbBriefingItem *item = row != NULL ? jb_outline_row_get_item (row) : NULL;
  guint n_section, place;

  if (row == NULL || jb_outline_row_is_editing (row))
    return;
  n_section = index_in (self->briefing->sections, section);
  if (item == NULL)
    {
      if (by < 0 && n_section > 0)
        move_section (self, section, n_section - 1);
      else if (by > 0 && n_section + 1 < self->briefing->sections->len)
        move_section (self, section, n_section + 2);
      return;
    }
  place = index_in (section->items, item);
  if (by < 0 && place > 0)
    move_item (self, item, section, section, place - 1);
  else if (by > 0 && place + 1 < section->items->len)
    move_item (self, item, section, section, place + 2);
  else if (by < 0 && n_section > 0)
    {
      JbBriefingSection *above = g_ptr_array_index (self->briefing->sections, n_section - 1);

      move_item (self, item, section, above, above->items->len);
    }
  else if (by > 0 && n_section + 1 < self->briefing->sections->len)
    move_item (self, item, section, g_ptr_array_index (self->briefing->sections, n_section + 1), 0);
}
