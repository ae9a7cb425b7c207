/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-history-dialog.h"

#include "jb-errands.h"
#include "jb-history.h"

#include <glib/gi18n.h>

/* More than anybody scrolls back; the log keeps all. */
#define MAX_OPERATIONS 1000

struct _JbHistoryDialog
{
  AdwWindow      parent_instance;

  JbStore       *store;         /* owned */
  GListStore    *operations;    /* owned, of JbOperation, newest first */
  GCancellable  *cancellable;   /* owned, of the reading that runs */

  GtkStack      *stack;
  GtkListView   *list;
};

G_DEFINE_FINAL_TYPE (JbHistoryDialog, jb_history_dialog, ADW_TYPE_WINDOW)

static char *
describe (const JbOperation *operation)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (operation->at / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = g_date_time_to_local (utc);
  /* Translators: day and time of a change, a strftime format. */
  g_autofree char *when = g_date_time_format (local, _("%Y-%m-%d %H:%M"));

  if (operation->state == JB_OPERATION_STATE_DONE)
    /* Translators: when a change was made, and who made it. */
    return g_strdup_printf (_("%s · %s"), when, operation->who);
  /* Translators: when a change was made, who made it; it has been undone since. */
  return g_strdup_printf (_("%s · %s · undone"), when, operation->who);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  GtkWidget *about = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), about);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const JbOperation *operation = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *about = describe (operation);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), operation->name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), about);
  gtk_widget_set_sensitive (box, operation->state == JB_OPERATION_STATE_DONE);
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbHistoryDialog) self = data;
  g_autoptr(GPtrArray) operations = jb_store_run_finish (JB_STORE (source), result, NULL);

  if (operations == NULL || self->operations == NULL)
    return;
  g_list_store_splice (self->operations, 0, g_list_model_get_n_items (G_LIST_MODEL (self->operations)),
                       operations->pdata, operations->len);
  gtk_stack_set_visible_child_name (self->stack, operations->len > 0 ? "list" : "empty");
}

static void
reload (JbHistoryDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  jb_errand_read_history (self->store, MAX_OPERATIONS, self->cancellable, history_read_cb, g_object_ref (self));
}

static void
jb_history_dialog_dispose (GObject *object)
{
  JbHistoryDialog *self = JB_HISTORY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->operations);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (jb_history_dialog_parent_class)->dispose (object);
}

static void
jb_history_dialog_class_init (JbHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_history_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/jb-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JbHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, JbHistoryDialog, list);
}

static void
jb_history_dialog_init (JbHistoryDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->operations = g_list_store_new (JB_TYPE_OPERATION);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->operations)));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_object_unref (factory);
}

GtkWidget *
jb_history_dialog_new (GtkWindow *parent, JbStore *store)
{
  JbHistoryDialog *self = g_object_new (JB_TYPE_HISTORY_DIALOG, "transient-for", parent, NULL);

  /* The buttons act on the window the history belongs to. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
