/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-batch-view.h"

#include "jb-accessible.h"
#include "jb-question.h"
#include "jb-row-box.h"

#include <glib/gi18n.h>

struct _JbBatchView
{
  AdwWindow         parent_instance;

  JbImportQueue    *queue;      /* owned */
  GtkCustomFilter  *filter;     /* owned: lets only failures through where they are asked for */
  guint             n_failed;   /* when the list was filtered last */

  GtkWidget        *failures;
  GtkWidget        *progress;
  GtkLabel         *progress_label;
  GtkProgressBar   *progress_bar;
  GtkStack         *stack;
  GtkListView      *list;
  GtkLabel         *summary;
};

enum
{
  OPEN_SOURCE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbBatchView, jb_batch_view, ADW_TYPE_WINDOW)

static char *
dup_summary (JbBatchView *self)
{
  guint n_done = jb_import_queue_count (self->queue, JB_IMPORT_STATE_DONE);
  guint n_known = jb_import_queue_count (self->queue, JB_IMPORT_STATE_KNOWN);
  guint n_failed = jb_import_queue_count (self->queue, JB_IMPORT_STATE_FAILED);
  guint n_stopped = jb_import_queue_count (self->queue, JB_IMPORT_STATE_STOPPED);
  guint n_waiting = jb_import_queue_count (self->queue, JB_IMPORT_STATE_WAITING) +
                    jb_import_queue_count (self->queue, JB_IMPORT_STATE_READING);
  g_autoptr(GString) text = g_string_new (NULL);

  if (n_done > 0)
    g_string_append_printf (text, ngettext (" · %u imported", " · %u imported", n_done), n_done);
  if (n_known > 0)
    g_string_append_printf (text, ngettext (" · %u already there", " · %u already there", n_known), n_known);
  if (n_failed > 0)
    g_string_append_printf (text, ngettext (" · %u failed", " · %u failed", n_failed), n_failed);
  if (n_stopped > 0)
    g_string_append_printf (text, ngettext (" · %u stopped", " · %u stopped", n_stopped), n_stopped);
  if (n_waiting > 0)
    g_string_append_printf (text, ngettext (" · %u waiting", " · %u waiting", n_waiting), n_waiting);
  return g_strdup (g_str_has_prefix (text->str, " · ") ? text->str + strlen (" · ") : text->str);
}

static void
queue_changed_cb (JbBatchView *self)
{
  g_autofree char *text = jb_import_queue_dup_text (self->queue), *summary = dup_summary (self);
  gboolean busy = jb_import_queue_is_busy (self->queue);
  guint n_failed = jb_import_queue_count (self->queue, JB_IMPORT_STATE_FAILED);

  gtk_widget_set_visible (self->progress, busy);
  gtk_label_set_text (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, jb_import_queue_get_fraction (self->queue));
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_sensitive (self->failures, n_failed > 0 || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->failures)));
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->queue)) > 0 ? "list" : "empty");
  if (n_failed != self->n_failed && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->failures)))
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->n_failed = n_failed;
}

static gboolean
passes (gpointer item, gpointer data)
{
  JbBatchView *self = data;

  return !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->failures)) ||
         jb_import_item_get_state (item) == JB_IMPORT_STATE_FAILED;
}

static void
failures_toggled_cb (JbBatchView *self)
{
  if (self->filter == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  queue_changed_cb (self);
}

static void
activate_cb (JbBatchView *self, guint position)
{
  g_autoptr(JbImportItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (item != NULL && jb_import_item_get_source (item) != NULL)
    g_signal_emit (self, signals[OPEN_SOURCE], 0, jb_import_item_get_source (item));
}

static void
try_again (JbBatchView *self, JbImportItem *item, const char *password)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new ();
  const JbImportOptions options = {
    .password = password,
    .recognise = jb_import_item_get_code (item) == JB_ERROR_NO_TEXT,
  };

  g_ptr_array_add (files, jb_import_item_get_file (item));
  jb_import_queue_add_files (self->queue, files, &options, JB_IMPORT_AGAIN);
}

#define ITEM_KEY "jb-item"
#define ENTRY_KEY "jb-entry"

static void
password_typed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "accept", *gtk_editable_get_text (entry) != '\0');
}

static void
password_response_cb (JbBatchView *self, const char *response, AdwMessageDialog *dialog)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), ENTRY_KEY);

  if (g_str_equal (response, "accept"))
    try_again (self, g_object_get_data (G_OBJECT (dialog), ITEM_KEY), gtk_editable_get_text (entry));
}

static void
ask_password (JbBatchView *self, JbImportItem *item)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_PASSWORD_ENTRY, "show-peek-icon", TRUE, "activates-default", TRUE, NULL);
  g_autofree char *title = NULL;
  AdwMessageDialog *dialog;

  g_object_get (item, "title", &title, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Password"), -1);
  dialog = jb_question_new (GTK_WIDGET (self), _("Password of the File"), title, _("_Import"), entry);
  g_object_set_data_full (G_OBJECT (dialog), ITEM_KEY, g_object_ref (item), g_object_unref);
  g_object_set_data (G_OBJECT (dialog), ENTRY_KEY, entry);
  g_signal_connect (entry, "changed", G_CALLBACK (password_typed_cb), dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (password_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static JbBatchView *
get_view (GtkWidget *widget)
{
  return JB_BATCH_VIEW (gtk_widget_get_ancestor (widget, JB_TYPE_BATCH_VIEW));
}

static void
remedy_cb (GtkButton *button, GtkListItem *row)
{
  JbBatchView *self = get_view (GTK_WIDGET (button));
  JbImportItem *item = gtk_list_item_get_item (row);

  if (jb_import_item_get_state (item) == JB_IMPORT_STATE_FAILED && jb_import_item_get_code (item) == JB_ERROR_PASSWORD)
    ask_password (self, item);
  else
    try_again (self, item, NULL);
}

/* The toolkit has no way yet to have the file itself selected there. */
static void
show_file_cb (GtkButton *button, GtkListItem *row)
{
  GFile *file = jb_import_item_get_file (gtk_list_item_get_item (row));
  g_autoptr(GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (get_view (GTK_WIDGET (button))), uri, GDK_CURRENT_TIME);
}

/* Has the property of the row's item follow as that of @target. */
static void
follow (GtkListItem *row, const char *property, gpointer target, const char *target_property)
{
  GtkExpression *item = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *value = gtk_property_expression_new (JB_TYPE_IMPORT_ITEM, item, property);

  gtk_expression_bind (value, target, target_property, row);
}

static gboolean
is_said (gpointer row, const char *text)
{
  return text != NULL && *text != '\0';
}

/* Shown only where there is something to press it for. */
static void
follow_visible (GtkListItem *row, GtkWidget *button)
{
  GtkExpression *item = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *remedy = gtk_property_expression_new (JB_TYPE_IMPORT_ITEM, item, "remedy");
  GtkExpression *said = gtk_cclosure_expression_new (G_TYPE_BOOLEAN, NULL, 1, &remedy, G_CALLBACK (is_said), NULL, NULL);

  gtk_expression_bind (said, button, "visible", row);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *box = g_object_new (JB_TYPE_ROW_BOX, "spacing", 12, NULL);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "hexpand", TRUE,
                                   "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, NULL);
  GtkWidget *about = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 3,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *remedy = g_object_new (GTK_TYPE_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *folder = g_object_new (GTK_TYPE_BUTTON, "icon-name", "folder-open-symbolic", "valign", GTK_ALIGN_CENTER,
                                    "tooltip-text", _("Show in Folder"), NULL);

  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dim-label");
  gtk_widget_add_css_class (folder, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (folder), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show in Folder"), -1);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), about);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), remedy);
  gtk_box_append (GTK_BOX (box), folder);
  follow (row, "title", title, "label");
  follow (row, "title", title, "tooltip-text");
  follow (row, "about", about, "label");
  follow (row, "icon-name", icon, "icon-name");
  follow (row, "summary", box, "row-name");
  follow (row, "remedy", remedy, "label");
  follow_visible (row, remedy);
  follow_visible (row, folder);
  g_signal_connect (remedy, "clicked", G_CALLBACK (remedy_cb), row);
  g_signal_connect (folder, "clicked", G_CALLBACK (show_file_cb), row);
  gtk_list_item_set_child (row, box);
}

static void
jb_batch_view_dispose (GObject *object)
{
  JbBatchView *self = JB_BATCH_VIEW (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->queue);
  G_OBJECT_CLASS (jb_batch_view_parent_class)->dispose (object);
}

static void
jb_batch_view_class_init (JbBatchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_batch_view_dispose;
  signals[OPEN_SOURCE] = g_signal_new ("open-source", JB_TYPE_BATCH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/import/jb-batch-view.ui");
  gtk_widget_class_bind_template_child (widget_class, JbBatchView, failures);
  gtk_widget_class_bind_template_child (widget_class, JbBatchView, progress);
  gtk_widget_class_bind_template_child (widget_class, JbBatchView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, JbBatchView, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, JbBatchView, stack);
  gtk_widget_class_bind_template_child (widget_class, JbBatchView, list);
  gtk_widget_class_bind_template_child (widget_class, JbBatchView, summary);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, failures_toggled_cb);
}

static void
jb_batch_view_init (JbBatchView *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

JbBatchView *
jb_batch_view_new (GtkWindow *parent, JbImportQueue *queue)
{
  JbBatchView *self = g_object_new (JB_TYPE_BATCH_VIEW, "transient-for", parent, NULL);
  g_autoptr(GtkSelectionModel) selection = NULL;
  GtkFilterListModel *shown;

  /* Undo, Stop … are the desk's. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
  self->queue = g_object_ref (queue);
  self->filter = gtk_custom_filter_new (passes, self, NULL);
  shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (queue)), GTK_FILTER (g_object_ref (self->filter)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (shown)));
  gtk_list_view_set_model (self->list, selection);
  g_signal_connect_object (queue, "changed", G_CALLBACK (queue_changed_cb), self, G_CONNECT_SWAPPED);
  queue_changed_cb (self);
  return self;
}

void
jb_batch_view_show (JbBatchView *self, gboolean failures)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->failures), failures);
  gtk_window_present (GTK_WINDOW (self));
}
