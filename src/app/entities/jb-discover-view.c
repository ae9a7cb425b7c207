/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-discover-view.h"

#include "jb-discover-job.h"
#include "jb-new-name-row.h"
#include "jb-registry.h"
#include "jb-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _JbDiscoverView
{
  GtkWidget     parent_instance;

  JbStore      *store;    /* owned, NULL until set */
  GPtrArray    *names;    /* owned, of JbNewName: what was found last; NULL before the first time */
  GHashTable   *settled;  /* owned set of names: added or dismissed, not written yet */
  GCancellable *loading;  /* owned, NULL while nothing is being looked for */

  GtkStack     *stack;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (JbDiscoverView, jb_discover_view, GTK_TYPE_WIDGET)

/* ---- what is shown ---- */

/* Returns: (nullable): the row that has the focus, or holds what has it */
static GtkListBoxRow *
get_focus_row (JbDiscoverView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, JB_TYPE_NEW_NAME_ROW) : NULL;

  return row != NULL ? GTK_LIST_BOX_ROW (row) : NULL;
}

static void
show_state (JbDiscoverView *self)
{
  if (self->names == NULL)
    gtk_stack_set_visible_child_name (self->stack, "looking");
  else
    gtk_stack_set_visible_child_name (self->stack, gtk_list_box_get_row_at_index (self->list, 0) != NULL ? "list" : "empty");
}

/* Takes the row away; the next one gets the focus where it had it. */
static void
remove_row (JbDiscoverView *self, GtkListBoxRow *row)
{
  gboolean focused = get_focus_row (self) == row;
  int index = gtk_list_box_row_get_index (row);
  GtkListBoxRow *next;

  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  next = gtk_list_box_get_row_at_index (self->list, index);
  if (next == NULL && index > 0)
    next = gtk_list_box_get_row_at_index (self->list, index - 1);
  if (next != NULL && focused)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  show_state (self);
}

static JbNewNameRow *
find_row (JbDiscoverView *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (jb_new_name_row_get_name (JB_NEW_NAME_ROW (row)), name))
      return JB_NEW_NAME_ROW (row);
  return NULL;
}

/* Whether the rows are those of the names, so that nothing need move. */
static gboolean
shows (JbDiscoverView *self, GPtrArray *names)
{
  guint n = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const JbNewName *name = g_ptr_array_index (names, i);
      GtkListBoxRow *row;

      if (g_hash_table_contains (self->settled, name->name))
        continue;
      row = gtk_list_box_get_row_at_index (self->list, (int) n++);
      if (row == NULL || !g_str_equal (jb_new_name_row_get_name (JB_NEW_NAME_ROW (row)), name->name))
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->list, (int) n) == NULL;
}

static void
fill (JbDiscoverView *self, GPtrArray *names)
{
  GtkListBoxRow *focus = get_focus_row (self), *row;
  int index = focus != NULL ? gtk_list_box_row_get_index (focus) : -1;
  g_autofree char *name = focus != NULL ? g_strdup (jb_new_name_row_get_name (JB_NEW_NAME_ROW (focus))) : NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < names->len; i++)
    {
      const JbNewName *new_name = g_ptr_array_index (names, i);

      if (!g_hash_table_contains (self->settled, new_name->name))
        gtk_list_box_append (self->list, jb_new_name_row_new (new_name));
    }
  if (index < 0)
    return;
  row = (GtkListBoxRow *) find_row (self, name);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, index);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* ---- reading and writing ---- */

static gpointer
run_discover (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  return jb_discover_job_run (library, JB_DISCOVER_LIMIT, cancellable, error);
}

static void
discovered_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbDiscoverView) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = jb_store_run_finish (JB_STORE (store), result, &error);
  gboolean first;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (names == NULL)
    {
      jb_toast_show_error (GTK_WIDGET (self), _("The articles could not be looked through"), error);
      return;
    }
  first = self->names == NULL;
  if (!shows (self, names))
    fill (self, names);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  self->names = g_steal_pointer (&names);
  show_state (self);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What is done with a name. */
typedef struct
{
  char     *name;  /* owned */
  int       type;  /* a JbEntityType, -1 to dismiss it */
} Settle;

static void
settle_free (Settle *settle)
{
  g_free (settle->name);
  g_free (settle);
}

static gpointer
run_settle (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Settle *settle = data;
  g_autofree char *id = NULL;

  if (settle->type < 0)
    return GINT_TO_POINTER (jb_discover_job_dismiss (library, settle->name, error));
  id = jb_registry_add (library, settle->type, settle->name, error);
  return GINT_TO_POINTER (id != NULL);
}

/* What is waited for while a name is written. */
typedef struct
{
  JbDiscoverView *view;  /* owned */
  char           *name;  /* owned */
} Pending;

static void
settled_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  g_autoptr(JbDiscoverView) self = pending->view;
  g_autofree char *name = pending->name;
  g_autoptr(GError) error = NULL;

  g_free (pending);
  g_hash_table_remove (self->settled, name);
  /* Success is seen by the row that went; a toast for each of many quick keys would stand long after them. */
  if (jb_store_run_finish (JB_STORE (store), result, &error) == NULL)
    jb_toast_show_error (GTK_WIDGET (self), _("The name was not stored"), error);
  jb_discover_view_reload (self);
}

static void
settle (JbDiscoverView *self, const char *name, int type)
{
  JbNewNameRow *row = find_row (self, name);
  Settle *what;
  Pending *pending;

  if (self->store == NULL || row == NULL)
    return;
  what = g_new (Settle, 1);
  *what = (Settle) { g_strdup (name), type };
  pending = g_new (Pending, 1);
  *pending = (Pending) { g_object_ref (self), g_strdup (name) };
  g_hash_table_add (self->settled, g_strdup (name));
  remove_row (self, GTK_LIST_BOX_ROW (row));
  jb_store_run_async (self->store, JB_STORE_WRITE, run_settle, what, (GDestroyNotify) settle_free, NULL, NULL, settled_cb, pending);
}

/* ---- callbacks ---- */

static void
row_activated_cb (JbDiscoverView *self, GtkListBoxRow *row)
{
  JbNewNameRow *name = JB_NEW_NAME_ROW (row);

  settle (self, jb_new_name_row_get_name (name), (int) jb_new_name_row_get_entity_type (name));
}

static gboolean
key_pressed_cb (JbDiscoverView *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = get_focus_row (self);
  gunichar c = gdk_keyval_to_unicode (key);

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    settle (self, jb_new_name_row_get_name (JB_NEW_NAME_ROW (row)), -1);
  else if (c >= '1' && c < '1' + JB_N_ENTITY_TYPES)
    settle (self, jb_new_name_row_get_name (JB_NEW_NAME_ROW (row)), (int) (c - '1'));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbNewNameRow *row = find_row (JB_DISCOVER_VIEW (widget), g_variant_get_string (parameter, NULL));

  if (row != NULL)
    row_activated_cb (JB_DISCOVER_VIEW (widget), GTK_LIST_BOX_ROW (row));
}

static void
dismiss_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  settle (JB_DISCOVER_VIEW (widget), g_variant_get_string (parameter, NULL), -1);
}

static void
show_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbDiscoverView *self = JB_DISCOVER_VIEW (widget);

  for (guint i = 0; self->names != NULL && i < self->names->len; i++)
    {
      const JbNewName *name = g_ptr_array_index (self->names, i);

      if (g_str_equal (name->name, g_variant_get_string (parameter, NULL)))
        {
          gtk_widget_activate_action (widget, "win.show-place", "(suu)", name->article, name->start, name->end);
          return;
        }
    }
}

/* ---- class ---- */

static gboolean
jb_discover_view_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (JB_DISCOVER_VIEW (widget)->list, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
jb_discover_view_dispose (GObject *object)
{
  JbDiscoverView *self = JB_DISCOVER_VIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_DISCOVER_VIEW);
  G_OBJECT_CLASS (jb_discover_view_parent_class)->dispose (object);
}

static void
jb_discover_view_finalize (GObject *object)
{
  g_hash_table_unref (JB_DISCOVER_VIEW (object)->settled);
  G_OBJECT_CLASS (jb_discover_view_parent_class)->finalize (object);
}

static void
jb_discover_view_class_init (JbDiscoverViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_discover_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_discover_view_finalize;
  widget_class->grab_focus = jb_discover_view_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/entities/jb-discover-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JbDiscoverView, stack);
  gtk_widget_class_bind_template_child (widget_class, JbDiscoverView, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "discover.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "discover.dismiss", "s", dismiss_action);
  gtk_widget_class_install_action (widget_class, "discover.show", "s", show_action);
}

static void
jb_discover_view_init (JbDiscoverView *self)
{
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
jb_discover_view_set_store (JbDiscoverView *self, JbStore *store)
{
  GtkListBoxRow *row;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_set_object (&self->store, store);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_hash_table_remove_all (self->settled);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  show_state (self);
}

void
jb_discover_view_reload (JbDiscoverView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->store == NULL)
    return;
  self->loading = g_cancellable_new ();
  jb_store_run_async (self->store, JB_STORE_READ, run_discover, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->loading,
                      discovered_cb, g_object_ref (self));
}
