/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-import-dialog.h"

#include "jb-accessible.h"
#include "jb-date.h"
#include "jb-import-settings.h"
#include "jb-preview-loader.h"
#include "jb-row-box.h"

#include <glib/gi18n.h>

struct _JbImportDialog
{
  AdwWindow            parent_instance;

  GListStore          *items;       /* owned, of JbPreviewItem */
  GListStore          *parts;       /* owned, of JbPreviewPart: of the selected file */
  GtkSingleSelection  *selection;   /* owned, of items */
  JbPreviewLoader     *loader;      /* owned */

  AdwWindowTitle      *heading;
  GtkWidget           *import_button;
  AdwLeaflet          *leaflet;
  GtkWidget           *files_pane;
  GtkWidget           *preview_pane;
  GtkListView         *files;
  GtkWidget           *fields;
  AdwEntryRow         *bulletin_row;
  GtkMenuButton       *bulletins_button;
  AdwEntryRow         *issue_row;
  AdwEntryRow         *date_row;
  GtkMenuButton       *calendar_button;
  GtkCalendar         *calendar;
  GtkSwitch           *recognise_switch;
  GtkWidget           *password_row;
  GtkWidget           *text_check;
  GtkLabel            *file_name;
  GtkLabel            *masthead;
  GtkStack            *stack;
  AdwStatusPage       *failure;
  GtkListView         *part_list;
};

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbImportDialog, jb_import_dialog, ADW_TYPE_WINDOW)

static const char *
get_text (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
is_date_right (JbImportDialog *self)
{
  const char *date = get_text (self->date_row);

  return *date == '\0' || jb_date_is_valid (date);
}

static void
date_changed_cb (JbImportDialog *self)
{
  gboolean right = is_date_right (self);

  if (right)
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->date_row), GTK_ACCESSIBLE_STATE_INVALID,
                               right ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->date_row), right ? NULL : _("A day such as 2026-03-15"));
  gtk_widget_set_sensitive (self->import_button, right);
}

static void
day_selected_cb (JbImportDialog *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->date_row), date);
}

/* What is shown of the selected file. */
static void
show_selected (JbImportDialog *self)
{
  JbPreviewItem *item = gtk_single_selection_get_selected_item (self->selection);
  const JbPreviewContent *content = item != NULL ? jb_preview_item_get_content (item) : NULL;
  g_autofree char *name = NULL, *about = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->parts));

  if (item == NULL)
    return;
  g_object_get (item, "title", &name, "about", &about, NULL);
  gtk_label_set_text (self->file_name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_name), name);
  if (content == NULL)
    {
      gtk_label_set_text (self->masthead, about);
      gtk_stack_set_visible_child_name (self->stack, "reading");
      return;
    }
  if (content->reason != NULL)
    {
      gtk_label_set_text (self->masthead, "");
      adw_status_page_set_description (self->failure, content->reason);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  if (content->masthead != NULL && *content->masthead != '\0')
    {
      g_autofree char *both = g_strjoin (" · ", about, content->masthead, NULL);

      gtk_label_set_text (self->masthead, both);
    }
  else
    gtk_label_set_text (self->masthead, about);
  g_list_store_splice (self->parts, 0, n, content->parts->pdata, content->parts->len);
  gtk_stack_set_visible_child_name (self->stack, "parts");
}

static void
selected_cb (JbImportDialog *self)
{
  JbPreviewItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL && self->loader != NULL)
    jb_preview_loader_want (self->loader, item);
  show_selected (self);
}

static void
loaded_cb (JbImportDialog *self, JbPreviewItem *item)
{
  const JbPreviewContent *content = jb_preview_item_get_content (item);

  if (self->selection == NULL)
    return;
  if (content != NULL && content->reason != NULL && content->code == JB_ERROR_PASSWORD)
    gtk_widget_set_visible (self->password_row, TRUE);
  if (item == gtk_single_selection_get_selected_item (self->selection))
    selected_cb (self);
}

static void
set_options (JbImportDialog *self)
{
  const char *password = get_text (self->password_row);

  jb_preview_loader_set_options (self->loader, *password != '\0' ? password : NULL, gtk_switch_get_active (self->recognise_switch));
}

static void
password_applied_cb (JbImportDialog *self)
{
  set_options (self);
  jb_preview_loader_again (self->loader, JB_ERROR_PASSWORD);
}

static void
recognise_changed_cb (JbImportDialog *self)
{
  if (self->loader == NULL)
    return;
  set_options (self);
  if (gtk_switch_get_active (self->recognise_switch))
    jb_preview_loader_again (self->loader, JB_ERROR_NO_TEXT);
}

static void
file_activated_cb (JbImportDialog *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->preview_pane);
}

static void
folded_changed_cb (JbImportDialog *self)
{
  gtk_list_view_set_single_click_activate (self->files, adw_leaflet_get_folded (self->leaflet));
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbImportDialog *self = JB_IMPORT_DIALOG (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->files_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->files));
}

static void
set_bulletin_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (JB_IMPORT_DIALOG (widget)->bulletin_row), g_variant_get_string (parameter, NULL));
}

/* Returns: (nullable): what was typed; NULL for nothing */
static char *
dup_typed (gpointer row)
{
  g_autofree char *text = g_strdup (get_text (row));

  return *g_strstrip (text) != '\0' ? g_steal_pointer (&text) : NULL;
}

static GPtrArray *
collect_files (JbImportDialog *self)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr(JbPreviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_ptr_array_add (files, g_object_ref (jb_preview_item_get_file (item)));
    }
  return files;
}

static void
import_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbImportDialog *self = JB_IMPORT_DIALOG (widget);
  g_autoptr(GPtrArray) files = collect_files (self);
  g_autofree char *bulletin = dup_typed (self->bulletin_row), *issue = dup_typed (self->issue_row);
  g_autofree char *date = dup_typed (self->date_row), *password = dup_typed (self->password_row);
  const JbImportOptions options = {
    .bulletin = bulletin, .issue = issue, .date = date, .password = password,
    .recognise = gtk_switch_get_active (self->recognise_switch),
  };

  if (!is_date_right (self))
    return;
  jb_import_settings_set_bulletin (bulletin != NULL ? bulletin : "");
  jb_import_settings_set_recognise (options.recognise);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->text_check)))
    jb_import_settings_set_preview_plain (FALSE);
  g_signal_emit (self, signals[ACCEPTED], 0, files, &options);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill_bulletins (JbImportDialog *self)
{
  g_auto(GStrv) bulletins = jb_import_settings_dup_bulletins ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *last = jb_import_settings_dup_bulletin ();

  for (guint i = 0; bulletins[i] != NULL; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (bulletins[i], NULL);

      g_menu_item_set_action_and_target (item, "dialog.set-bulletin", "s", bulletins[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->bulletins_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->bulletins_button), bulletins[0] != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->bulletin_row), last);
}

static void
jb_import_dialog_dispose (GObject *object)
{
  JbImportDialog *self = JB_IMPORT_DIALOG (object);

  if (self->loader != NULL)
    jb_preview_loader_stop (self->loader);
  g_clear_object (&self->loader);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->parts);
  G_OBJECT_CLASS (jb_import_dialog_parent_class)->dispose (object);
}

static void
jb_import_dialog_class_init (JbImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_import_dialog_dispose;
  signals[ACCEPTED] = g_signal_new ("accepted", JB_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    G_TYPE_PTR_ARRAY, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "dialog.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "dialog.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "dialog.set-bulletin", "s", set_bulletin_cb);

  g_type_ensure (JB_TYPE_PREVIEW_ITEM);
  g_type_ensure (JB_TYPE_PREVIEW_PART);
  g_type_ensure (JB_TYPE_ROW_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/import/jb-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, files_pane);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, preview_pane);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, files);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, bulletin_row);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, bulletins_button);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, issue_row);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, recognise_switch);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, text_check);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, file_name);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, masthead);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, JbImportDialog, part_list);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, recognise_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed_cb);
}

static void
jb_import_dialog_init (JbImportDialog *self)
{
  g_autoptr(GtkSelectionModel) parts = NULL;

  self->items = g_list_store_new (JB_TYPE_PREVIEW_ITEM);
  self->parts = g_list_store_new (JB_TYPE_PREVIEW_PART);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_model (self->files, GTK_SELECTION_MODEL (self->selection));
  parts = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->parts))));
  gtk_list_view_set_model (self->part_list, parts);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  jb_accessible_name_parts (self->fields, _("Bulletin and Issue"));
  jb_accessible_name_parts (GTK_WIDGET (self->bulletins_button), _("Bulletins Named Before"));
  jb_accessible_name_parts (GTK_WIDGET (self->calendar_button), _("Choose a Day"));
  gtk_switch_set_active (self->recognise_switch, jb_import_settings_get_recognise ());
  fill_bulletins (self);
}

JbImportDialog *
jb_import_dialog_new (GtkWindow *parent, GPtrArray *files, gboolean plain_text)
{
  JbImportDialog *self = g_object_new (JB_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *heading = g_strdup_printf (ngettext ("Import %u File", "Import %u Files", files->len), files->len);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (items, jb_preview_item_new (g_ptr_array_index (files, i)));
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  adw_window_title_set_title (self->heading, heading);
  gtk_window_set_title (GTK_WINDOW (self), heading);
  gtk_widget_set_visible (self->text_check, plain_text);
  self->loader = jb_preview_loader_new (G_LIST_MODEL (self->items));
  set_options (self);
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  selected_cb (self);
  /* Enter imports, and Escape does not. */
  gtk_window_set_focus (GTK_WINDOW (self), gtk_window_get_default_widget (GTK_WINDOW (self)));
  return self;
}
