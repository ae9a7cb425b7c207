/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-window.h"

#include "jb-accessible.h"
#include "jb-articles-page.h"
#include "jb-briefings-page.h"
#include "jb-entities-page.h"
#include "jb-errands.h"
#include "jb-file-dialog.h"
#include "jb-history-dialog.h"
#include "jb-history.h"
#include "jb-import-bar.h"
#include "jb-preferences.h"
#include "jb-reader.h"
#include "jb-settings.h"
#include "jb-source-table.h"
#include "jb-toast.h"

#include <glib/gi18n.h>

struct _JbWindow
{
  AdwApplicationWindow   parent_instance;

  JbStore               *store;      /* owned, NULL until a library is open */
  GCancellable          *opening;    /* owned, NULL while none is being opened */
  JbTeacher             *teacher;    /* owned */
  JbImportDesk          *imports;    /* owned */
  gboolean               closing;    /* the editor has agreed to stop the import */

  AdwViewSwitcherTitle  *switcher;
  GtkWidget             *undo_button;
  GtkWidget             *redo_button;
  GtkWidget             *menu_button;
  GtkWidget             *toasts;
  GtkStack              *stage;
  GtkSpinner            *spinner;
  AdwStatusPage         *failure;
  GtkWidget             *welcome_import;
  AdwViewStack          *pages;
  JbArticlesPage        *articles;
  JbEntitiesPage        *entities;
  JbImportBar           *import_bar;
  GtkWidget             *drop_hint;
};

G_DEFINE_FINAL_TYPE (JbWindow, jb_window, ADW_TYPE_APPLICATION_WINDOW)

static void
enable (JbWindow *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

static void
show_step (GtkWidget *button, const char *verb, const char *keys, const char *operation)
{
  /* Translators: a tooltip: what is done, what it is done to, and the keys: Undo “Accept ‘…’” (Ctrl+Z) */
  g_autofree char *text = operation != NULL ? g_strdup_printf (_("%s “%s” (%s)"), verb, operation, keys) : g_strdup (verb);

  gtk_widget_set_tooltip_text (button, text);
}

/* What can be done depends on whether there is a library, and what its log says. */
static void
update_actions (JbWindow *self)
{
  g_autofree char *undo = NULL, *redo = NULL;
  gboolean idle = self->opening == NULL && !jb_import_desk_is_asked (self->imports);

  if (self->store != NULL)
    jb_history_peek (jb_store_get_reader (self->store), &undo, &redo, NULL);
  enable (self, "undo", undo != NULL);
  enable (self, "redo", redo != NULL);
  show_step (self->undo_button, _("Undo"), _("Ctrl+Z"), undo);
  show_step (self->redo_button, _("Redo"), _("Shift+Ctrl+Z"), redo);

  enable (self, "new-library", idle);
  enable (self, "open-library", idle);
  enable (self, "history", self->store != NULL);
  enable (self, "preferences", self->store != NULL);
}

static void
show_stage (JbWindow *self, const char *name)
{
  gboolean desk = g_str_equal (name, "desk");

  gtk_stack_set_visible_child_name (self->stage, name);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "opening"));
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher, desk);
  enable (self, "search", desk);
  if (g_str_equal (name, "welcome"))
    gtk_widget_grab_focus (self->welcome_import);
}

static void
library_changed_cb (JbWindow *self)
{
  const char *stage = jb_source_table_is_empty (jb_store_get_reader (self->store)) ? "welcome" : "desk";

  if (!g_str_equal (stage, gtk_stack_get_visible_child_name (self->stage)))
    show_stage (self, stage);
  update_actions (self);
}

/* What came in is there to be read when the import ends, not only when the library tells it. */
static void
imports_changed_cb (JbWindow *self)
{
  if (self->store != NULL && !jb_import_desk_is_busy (self->imports))
    library_changed_cb (self);
  else
    update_actions (self);
}

static void
set_store (JbWindow *self, JbStore *store)
{
  g_autoptr(GtkSelectionModel) pages = adw_view_stack_get_pages (self->pages);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, library_changed_cb, self);
  g_set_object (&self->store, store);
  jb_teacher_set_store (self->teacher, store);
  jb_import_desk_set_store (self->imports, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr(AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      g_object_set (adw_view_stack_page_get_child (page), "store", store, NULL);
    }
}

static void
library_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JbStore) store = jb_store_open_finish (result, &error);
  g_autoptr(GFile) file = NULL;
  g_autofree char *author = jb_settings_dup_author ();

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (store == NULL)
    {
      adw_status_page_set_description (self->failure, error->message);
      show_stage (self, "failed");
      update_actions (self);
      return;
    }
  if (author != NULL)
    jb_store_set_author (store, author);
  file = g_file_new_for_path (jb_store_get_path (store));
  jb_settings_set_library (file);
  set_store (self, store);
  library_changed_cb (self);
  jb_errand_refresh (store, NULL);
}

static void
library_chosen_cb (GObject *owner, GPtrArray *files)
{
  jb_window_open_library (JB_WINDOW (owner), g_ptr_array_index (files, 0));
}

/* The file chooser has asked whether to replace a file; a library is never replaced, so that file is opened. */
static void
library_named_cb (GObject *owner, GPtrArray *files)
{
  GFile *file = g_ptr_array_index (files, 0);
  g_autofree char *name = g_file_get_basename (file);

  if (!g_str_has_suffix (name, ".jianbao"))
    {
      g_autofree char *full = g_strconcat (name, ".jianbao", NULL);
      g_autoptr(GFile) folder = g_file_get_parent (file);
      g_autoptr(GFile) library = g_file_get_child (folder, full);

      jb_window_open_library (JB_WINDOW (owner), library);
      return;
    }
  jb_window_open_library (JB_WINDOW (owner), file);
}

static GtkFileFilter *
library_filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Libraries"));
  gtk_file_filter_add_suffix (filter, "jianbao");
  return filter;
}

static void
new_library_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr(GtkFileFilter) filter = library_filter_new ();

  jb_file_dialog_present (data, JB_FILE_DIALOG_SAVE, _("New Library"), _("_Create"), filter, _("Library.jianbao"),
                          library_named_cb);
}

static void
open_library_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr(GtkFileFilter) filter = library_filter_new ();

  jb_file_dialog_present (data, JB_FILE_DIALOG_OPEN, _("Open Library"), _("_Open"), filter, NULL, library_chosen_cb);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = jb_store_run_finish (JB_STORE (source), result, &error);

  if (error != NULL)
    jb_toast_show_error (self->toasts, _("The change could not be taken back"), error);
  else if (name != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Undone: %s"), name);

      jb_toast_show (self->toasts, text);
    }
  if (JB_STORE (source) == self->store)
    library_changed_cb (self);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = jb_store_run_finish (JB_STORE (source), result, &error);

  if (error != NULL)
    jb_toast_show_error (self->toasts, _("The change could not be made again"), error);
  else if (name != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Redone: %s"), name);

      jb_toast_show_undo (self->toasts, text);
    }
  if (JB_STORE (source) == self->store)
    library_changed_cb (self);
}

/* While words are being typed, undo and redo are theirs: what is not stored yet is in no operation. */
static gboolean
activate_in_text (gpointer window, const char *action)
{
  GtkWidget *focus = gtk_root_get_focus (window);

  if (!GTK_IS_TEXT (focus) && !(GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus))))
    return FALSE;
  gtk_widget_activate_action (focus, action, NULL);
  return TRUE;
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (activate_in_text (data, "text.undo"))
    return;
  jb_errand_undo (JB_WINDOW (data)->store, FALSE, undone_cb, g_object_ref (data));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (activate_in_text (data, "text.redo"))
    return;
  jb_errand_undo (JB_WINDOW (data)->store, TRUE, redone_cb, g_object_ref (data));
}

static void
history_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *dialog = jb_history_dialog_new (GTK_WINDOW (data), JB_WINDOW (data)->store);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;

  gtk_window_present (GTK_WINDOW (jb_preferences_new (GTK_WINDOW (self), self->store, self->teacher)));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;

  adw_view_stack_set_visible_child (self->pages, GTK_WIDGET (self->articles));
  jb_articles_page_focus_search (self->articles);
}

static void
show_menu_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (JB_WINDOW (data)->menu_button));
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;
  g_autoptr(GtkSelectionModel) pages = adw_view_stack_get_pages (self->pages);
  gint32 number = g_variant_get_int32 (parameter);

  if (number >= 1 && (guint) number <= g_list_model_get_n_items (G_LIST_MODEL (pages)))
    gtk_selection_model_select_item (pages, number - 1, TRUE);
  else
    return;
  if (adw_view_stack_get_visible_child (self->pages) == GTK_WIDGET (self->articles))
    jb_articles_page_focus (self->articles);
  else
    gtk_widget_child_focus (adw_view_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
open_article_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;

  adw_view_stack_set_visible_child (self->pages, GTK_WIDGET (self->articles));
  jb_articles_page_open (self->articles, g_variant_get_string (parameter, NULL));
}

static void
show_place_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;
  const char *article;
  guint start, end;

  g_variant_get (parameter, "(&suu)", &article, &start, &end);
  adw_view_stack_set_visible_child (self->pages, GTK_WIDGET (self->articles));
  jb_articles_page_show_place (self->articles, article, start, end);
}

static void
open_entity_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;

  adw_view_stack_set_visible_child (self->pages, GTK_WIDGET (self->entities));
  jb_entities_page_open (self->entities, g_variant_get_string (parameter, NULL));
}

static void
sentence_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *briefing = jb_store_run_finish (JB_STORE (source), result, &error);

  if (error != NULL)
    jb_toast_show_error (self->toasts, _("The sentence could not be added"), error);
  else
    jb_toast_show_undo (self->toasts, _("Added to the briefing"));
  if (JB_STORE (source) == self->store)
    update_actions (self);
}

static void
add_sentence_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  JbWindow *self = data;
  const char *article;
  guint start, end;

  if (self->store == NULL)
    return;
  g_variant_get (parameter, "(&suu)", &article, &start, &end);
  jb_errand_add_sentence (self->store, article, start, end, sentence_added_cb, g_object_ref (self));
}

static const GActionEntry actions[] = {
  { "new-library", new_library_cb },
  { "open-library", open_library_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "history", history_cb },
  { "preferences", preferences_cb },
  { "search", search_cb },
  { "show-menu", show_menu_cb },
  { "show-page", show_page_cb, "i" },
  { "open-article", open_article_cb, "s" },
  { "open-entity", open_entity_cb, "s" },
  { "show-place", show_place_cb, "(suu)" },
  { "add-sentence", add_sentence_cb, "(suu)" },
};

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, JbWindow *self)
{
  GSList *dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *file = dropped; file != NULL; file = file->next)
    g_ptr_array_add (files, g_object_ref (file->data));
  g_slist_free (dropped);
  if (files->len == 0)
    return FALSE;
  jb_import_desk_add_files (self->imports, files, FALSE);
  return TRUE;
}

static void
drop_changed_cb (GtkDropTarget *target, GParamSpec *pspec, JbWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, gtk_drop_target_get_current_drop (target) != NULL);
}

static void
close_response_cb (AdwMessageDialog *dialog, const char *response, JbWindow *self)
{
  if (!g_str_equal (response, "stop"))
    return;
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
jb_window_close_request (GtkWindow *window)
{
  JbWindow *self = JB_WINDOW (window);
  GtkWidget *dialog;

  if (self->closing || !jb_import_desk_is_asked (self->imports))
    {
      jb_import_desk_stop (self->imports);
      return GTK_WINDOW_CLASS (jb_window_parent_class)->close_request (window);
    }

  dialog = adw_message_dialog_new (window, _("Stop Importing?"),
                                   _("Files are still being imported. What is imported so far stays in the library."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "wait", _("_Keep Importing"), "stop", _("_Stop and Close"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "wait");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
jb_window_dispose (GObject *object)
{
  JbWindow *self = JB_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->teacher != NULL)
    jb_teacher_set_store (self->teacher, NULL);
  g_clear_object (&self->teacher);
  g_clear_object (&self->imports);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (jb_window_parent_class)->dispose (object);
}

static void
jb_window_class_init (JbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jb_window_close_request;

  g_type_ensure (JB_TYPE_ARTICLES_PAGE);
  g_type_ensure (JB_TYPE_BRIEFINGS_PAGE);
  g_type_ensure (JB_TYPE_ENTITIES_PAGE);
  g_type_ensure (JB_TYPE_IMPORT_BAR);
  g_type_ensure (JB_TYPE_READER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/jb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JbWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, welcome_import);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, articles);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, entities);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, import_bar);
  gtk_widget_class_bind_template_child (widget_class, JbWindow, drop_hint);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_changed_cb);
}

static void
jb_window_init (JbWindow *self)
{
  GSettings *settings = jb_settings_get ();

  self->teacher = jb_teacher_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  jb_accessible_name_parts (self->menu_button, _("Main Menu"));
  self->imports = jb_import_desk_new (ADW_APPLICATION_WINDOW (self), self->toasts);
  jb_import_bar_set_desk (self->import_bar, self->imports);
  g_signal_connect_object (self->imports, "changed", G_CALLBACK (imports_changed_cb), self, G_CONNECT_SWAPPED);

  if (settings != NULL)
    {
      g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
    }
  show_stage (self, "opening");
  update_actions (self);
}

JbWindow *
jb_window_new (GtkApplication *application)
{
  return g_object_new (JB_TYPE_WINDOW, "application", application, NULL);
}

void
jb_window_open_library (JbWindow *self, GFile *library)
{
  const char *path = g_file_peek_path (library);

  if (jb_import_desk_is_asked (self->imports))
    {
      jb_toast_show (self->toasts, _("Wait until the import has ended, or stop it"));
      return;
    }
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  set_store (self, NULL);
  if (path == NULL)
    {
      adw_status_page_set_description (self->failure, _("A library must be a file of this computer."));
      show_stage (self, "failed");
      update_actions (self);
      return;
    }
  self->opening = g_cancellable_new ();
  show_stage (self, "opening");
  update_actions (self);
  jb_store_open_async (path, self->opening, library_opened_cb, g_object_ref (self));
}

void
jb_window_import_files (JbWindow *self, GPtrArray *files)
{
  jb_import_desk_add_files (self->imports, files, TRUE);
}
