/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-entity-picker.h"

#include "jb-chars.h"
#include "jb-errands.h"
#include "jb-type-style.h"

#include <glib/gi18n.h>

/* Whoever needs more types another character. */
#define MAX_ROWS 30

struct _JbEntityPicker
{
  GtkPopover     parent_instance;

  GPtrArray     *entities;     /* owned, of JbEntity; NULL until they are read */
  int            type;         /* JbEntityType or -1 */
  GCancellable  *cancellable;  /* owned, of the reading that runs */

  GtkEditable   *entry;
  GtkListBox    *list;
};

enum
{
  CHOSEN,
  NEW_ENTITY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbEntityPicker, jb_entity_picker, GTK_TYPE_POPOVER)

/* What a row stands for; the row of a new entity has none. */
#define ENTITY_KEY "jb-entity"

/* 0 where the entity does not match; the greater, the better it does. */
static int
rate_name (const char *name, const char *typed)
{
  g_autofree char *folded = jb_text_fold (name);
  const char *found = strstr (folded, typed);

  return found == NULL ? 0 : found > folded ? 1 : strlen (folded) > strlen (typed) ? 2 : 3;
}

static int
rate (const JbEntity *entity, const char *typed, int type)
{
  int best = rate_name (entity->name, typed);

  for (guint i = 0; i < entity->aliases->len; i++)
    {
      const JbAlias *alias = g_ptr_array_index (entity->aliases, i);

      best = MAX (best, rate_name (alias->name, typed));
    }
  return best == 0 ? 0 : 2 * best + ((int) entity->type == type ? 1 : 0);
}

static GtkWidget *
row_new (const char *name, JbEntityType type, const char *details, gboolean add)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *kind = g_object_new (GTK_TYPE_LABEL, "label", jb_entity_type_get_label (type), NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  if (add)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (names), label);
  if (details != NULL && *details != '\0')
    {
      GtkWidget *other = g_object_new (GTK_TYPE_LABEL, "label", details, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                       NULL);

      gtk_widget_add_css_class (other, "caption");
      gtk_widget_add_css_class (other, "dim-label");
      gtk_box_append (GTK_BOX (names), other);
    }
  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (box), names);
  gtk_widget_add_css_class (kind, "caption-heading");
  jb_type_style_set_class (kind, type);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/* What tells it from others of its name: its note, and what else it is called. */
static char *
dup_details (const JbEntity *entity)
{
  g_autoptr(GString) names = g_string_new_len (entity->note, (gssize) strcspn (entity->note, "\n"));

  for (guint i = 0; i < entity->aliases->len; i++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", ((JbAlias *) g_ptr_array_index (entity->aliases, i))->name);
  return g_strdup (names->str);
}

typedef struct
{
  JbEntity *entity;
  int       rating;
} Match;

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *left = a, *right = b;

  return left->rating != right->rating ? right->rating - left->rating : strcmp (left->entity->name, right->entity->name);
}

static void
search_changed_cb (JbEntityPicker *self)
{
  g_autofree char *typed = jb_text_fold (gtk_editable_get_text (self->entry));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr(GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GtkListBoxRow *first;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; self->entities != NULL && i < self->entities->len; i++)
    {
      Match match = { g_ptr_array_index (self->entities, i), 0 };

      if (match.entity->merged_into == NULL && (match.rating = rate (match.entity, typed, self->type)) > 0)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < MIN (matches->len, MAX_ROWS); i++)
    {
      JbEntity *entity = g_array_index (matches, Match, i).entity;
      g_autofree char *details = dup_details (entity);
      GtkWidget *row = row_new (entity->name, entity->type, details, FALSE);

      g_object_set_data_full (G_OBJECT (row), ENTITY_KEY, g_object_ref (entity), g_object_unref);
      gtk_list_box_append (self->list, row);
    }
  if (self->type >= 0 && *name != '\0')
    {
      g_autofree char *label = g_strdup_printf (_("New Entity “%s”"), name);

      gtk_list_box_append (self->list, row_new (label, self->type, NULL, TRUE));
    }
  first = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, first);
}

static void
row_activated_cb (JbEntityPicker *self, GtkListBoxRow *row)
{
  JbEntity *found = g_object_get_data (G_OBJECT (row), ENTITY_KEY);
  g_autoptr(JbEntity) entity = found != NULL ? g_object_ref (found) : NULL;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (entity != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, entity);
  else
    g_signal_emit (self, signals[NEW_ENTITY], 0, name);
}

static void
entry_activated_cb (JbEntityPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* The arrow keys move in the list while one goes on typing. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, JbEntityPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (key != GDK_KEY_Up && key != GDK_KEY_Down)
    return FALSE;
  row = gtk_list_box_get_row_at_index (self->list, MAX (index + (key == GDK_KEY_Down ? 1 : -1), 0));
  if (row != NULL)
    {
      GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW);
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (viewport));
      double x, y;

      gtk_list_box_select_row (self->list, row);
      gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self->list), 0, 0, &x, &y);
      gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (row)));
    }
  return TRUE;
}

static void
entities_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbEntityPicker) self = data;
  g_autoptr(GPtrArray) entities = jb_store_run_finish (JB_STORE (source), result, NULL);

  if (entities == NULL || self->list == NULL)
    return;
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  self->entities = g_steal_pointer (&entities);
  search_changed_cb (self);
}

static void
jb_entity_picker_dispose (GObject *object)
{
  JbEntityPicker *self = JB_ENTITY_PICKER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_ENTITY_PICKER);
  G_OBJECT_CLASS (jb_entity_picker_parent_class)->dispose (object);
}

static void
jb_entity_picker_class_init (JbEntityPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_entity_picker_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", JB_TYPE_ENTITY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  JB_TYPE_ENTITY);
  signals[NEW_ENTITY] = g_signal_new ("new-entity", JB_TYPE_ENTITY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jianbao/Jianbao/ui/reader/jb-entity-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, JbEntityPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, JbEntityPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
jb_entity_picker_init (JbEntityPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

void
jb_entity_picker_ask (JbEntityPicker *self, JbStore *store, const char *name, int type)
{
  self->type = type;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_editable_set_text (self->entry, name);
  search_changed_cb (self);
  jb_errand_read_entities (store, self->cancellable, entities_read_cb, g_object_ref (self));
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
