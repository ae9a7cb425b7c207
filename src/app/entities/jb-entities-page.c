/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-entities-page.h"

#include "jb-accessible.h"
#include "jb-desk.h"
#include "jb-discover-view.h"
#include "jb-dossier-view.h"
#include "jb-entity-list.h"
#include "jb-entity-table.h"
#include "jb-name-dialog.h"
#include "jb-registry.h"
#include "jb-string.h"
#include "jb-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _JbEntitiesPage
{
  JbWindowPage        parent_instance;

  JbEntityList       *list;       /* owned */
  GtkSingleSelection *selection;  /* owned, over the list's rows */
  char               *entity;     /* owned id of the one whose dossier is shown, NULL for none */
  JbPinyin           *pinyin;     /* owned, the reader thread's; NULL without a store */
  gboolean            discovering; /* in place of a dossier */
  gboolean            selecting;  /* while the selection follows the entity, not the other way round */

  AdwLeaflet         *leaflet;
  GtkWidget          *sidebar;
  GtkWidget          *content;
  GtkWidget          *toolbar;
  GtkWidget          *back_button;
  GtkEditable        *search_entry;
  GtkStack           *list_stack;
  GtkListView        *list_view;
  GtkStack           *content_stack;
  AdwStatusPage      *none_page;
  JbDossierView      *dossier;
  JbDiscoverView     *discover;
};

G_DEFINE_FINAL_TYPE (JbEntitiesPage, jb_entities_page, JB_TYPE_WINDOW_PAGE)

/* ---- what is shown ---- */

/* The leaflet takes the focus along, which is only wanted where it hides the other pane. */
static void
show_pane (JbEntitiesPage *self, GtkWidget *pane)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, pane);
}

static const char *
get_type_heading (JbEntityType type)
{
  static const char *const headings[JB_N_ENTITY_TYPES] = {
    [JB_ENTITY_TYPE_STREET] = N_("Streets"),
    [JB_ENTITY_TYPE_COMMUNITY] = N_("Communities"),
    [JB_ENTITY_TYPE_PLACE] = N_("Places"),
    [JB_ENTITY_TYPE_PROJECT] = N_("Projects"),
    [JB_ENTITY_TYPE_LEADER] = N_("Leaders"),
    [JB_ENTITY_TYPE_PERSON] = N_("People"),
    [JB_ENTITY_TYPE_ORGANISATION] = N_("Organisations"),
    [JB_ENTITY_TYPE_CAMPAIGN] = N_("Campaigns"),
    [JB_ENTITY_TYPE_SYSTEM] = N_("Platforms"),
  };

  return _(headings[type]);
}

static void
update_stacks (JbEntitiesPage *self)
{
  gboolean empty = jb_entity_list_count (self->list) == 0;
  gboolean shown = self->entity != NULL;

  if (empty)
    gtk_stack_set_visible_child_name (self->list_stack, "empty");
  else if (g_list_model_get_n_items (jb_entity_list_get_rows (self->list)) == 0)
    gtk_stack_set_visible_child_name (self->list_stack, "no-match");
  else
    gtk_stack_set_visible_child_name (self->list_stack, "list");
  adw_status_page_set_title (self->none_page, empty ? _("Dossiers") : _("No Entity Selected"));
  adw_status_page_set_description (self->none_page, empty
      ? _("Streets, projects, leaders and campaigns get a dossier here, with every sentence that names them.")
      : _("Select one to see where it stands in the articles."));
  gtk_stack_set_visible_child_name (self->content_stack, shown ? "dossier" : self->discovering ? "discover" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.delete", shown);
  gtk_widget_set_visible (self->toolbar, shown || adw_leaflet_get_folded (self->leaflet));
}

/* Returns: the place of the row of the entity shown; the selected one mostly is it */
static guint
find_row (JbEntitiesPage *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr(GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (self->entity == NULL)
    return GTK_INVALID_LIST_POSITION;
  if (JB_IS_ENTITY_ENTRY (item) && g_str_equal (JB_ENTITY_ENTRY (item)->entity->id, self->entity))
    return gtk_single_selection_get_selected (self->selection);
  return jb_entity_list_find (self->list, self->entity);
}

/* Selects the row of the entity shown; none where it is not among the rows. */
static void
follow_entity (JbEntitiesPage *self)
{
  guint position = find_row (self);

  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  self->selecting = FALSE;
}

static void
set_entity (JbEntitiesPage *self, const char *entity)
{
  jb_set_string (&self->entity, entity);
  jb_dossier_view_set_entity (self->dossier, entity);
  self->discovering = self->discovering && entity == NULL;
  if (entity == NULL && !self->discovering)
    show_pane (self, self->sidebar);
  update_stacks (self);
}

static gboolean
has_entity (GPtrArray *entries, const char *entity)
{
  for (guint i = 0; i < entries->len; i++)
    if (strcmp (((JbEntityEntry *) g_ptr_array_index (entries, i))->entity->id, entity) == 0)
      return TRUE;
  return FALSE;
}

/* ---- reading and writing ---- */

static gpointer
load_entries (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  return jb_entity_entry_load_all (library, data, error);
}

static void
loaded_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbEntitiesPage) self = data;
  g_autoptr(GPtrArray) entries = jb_window_page_load_finish (JB_WINDOW_PAGE (self), result,
                                                             _("The entities were not loaded"));

  if (entries == NULL)
    return;
  self->selecting = TRUE;
  jb_entity_list_set_entries (self->list, entries);
  self->selecting = FALSE;
  if (self->entity != NULL && !has_entity (entries, self->entity))
    set_entity (self, NULL);
  follow_entity (self);
  update_stacks (self);
}

static void
reload (JbEntitiesPage *self)
{
  if (self->pinyin != NULL)
    jb_window_page_load (JB_WINDOW_PAGE (self), load_entries, jb_pinyin_ref (self->pinyin), (GDestroyNotify) jb_pinyin_unref,
                         (GDestroyNotify) g_ptr_array_unref, loaded_cb);
}

typedef struct
{
  JbEntityType  type;
  char         *name;  /* owned */
} NewEntity;

static void
new_entity_free (NewEntity *new_entity)
{
  g_free (new_entity->name);
  g_free (new_entity);
}

static gpointer
run_add (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const NewEntity *new_entity = data;
  g_autofree char *id = jb_registry_add (library, new_entity->type, new_entity->name, error);

  if (id == NULL || !jb_desk_refresh (library, cancellable, error))
    return NULL;
  return g_steal_pointer (&id);
}

static void
added_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbEntitiesPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = jb_store_run_finish (JB_STORE (store), result, &error);

  if (id != NULL)
    jb_entities_page_open (self, id);
  else
    jb_toast_show_error (GTK_WIDGET (self), _("The entity was not made"), error);
}

static gpointer
run_delete (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(JbEntity) entity = jb_entity_table_load (library, data, error);

  if (entity == NULL || !jb_registry_delete (library, entity, error) || !jb_desk_refresh (library, cancellable, error))
    return NULL;
  return g_strdup (entity->name);
}

static void
deleted_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbEntitiesPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = jb_store_run_finish (JB_STORE (store), result, &error);
  g_autofree char *title = NULL;

  if (name == NULL)
    {
      jb_toast_show_error (GTK_WIDGET (self), _("The entity was not deleted"), error);
      return;
    }
  title = g_strdup_printf (_("“%s” deleted"), name);
  jb_toast_show_undo (GTK_WIDGET (self), title);
  reload (self);
}

/* ---- rows ---- */

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

static char *
dup_entry_hint (const JbEntityEntry *entry)
{
  g_autofree char *articles = g_strdup_printf (ngettext ("In %u article", "In %u articles", entry->n_articles), entry->n_articles);
  g_autofree char *confirmed = g_strdup_printf (ngettext ("%u mention confirmed", "%u mentions confirmed", entry->n_confirmed),
                                                entry->n_confirmed);
  g_autofree char *suggested = g_strdup_printf (ngettext ("%u left to review", "%u left to review", entry->n_suggested),
                                                entry->n_suggested);

  if (entry->n_articles == 0)
    return g_strdup (_("In no article yet"));
  if (entry->n_suggested == 0)
    /* Translators: in how many articles, and how many mentions are confirmed */
    return g_strdup_printf (_("%s: %s"), articles, confirmed);
  /* Translators: in how many articles, how many mentions are confirmed, how many are left to review */
  return g_strdup_printf (_("%s: %s, %s"), articles, confirmed, suggested);
}

/* The heading counts what matches, also while it stands there. */
static void
show_count (GtkLabel *count, guint position, guint n_removed, guint n_added, GListModel *entries)
{
  guint n = g_list_model_get_n_items (entries);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *hint = g_strdup_printf (ngettext ("%u entity", "%u entities", n), n);

  gtk_label_set_label (count, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (count), hint);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *expander = gtk_list_item_get_child (list_item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)));
  GtkWidget *count = gtk_widget_get_next_sibling (name);
  g_autoptr(GObject) item = gtk_tree_list_row_get_item (row);
  gboolean is_group = JB_IS_ENTITY_GROUP (item);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), row);
  gtk_list_item_set_selectable (list_item, !is_group);
  if (is_group)
    {
      GListModel *entries = jb_entity_group_get_entries (JB_ENTITY_GROUP (item));
      const char *heading = get_type_heading (jb_entity_group_get_entity_type (JB_ENTITY_GROUP (item)));

      gtk_label_set_label (GTK_LABEL (name), heading);
      jb_accessible_name_row (expander, heading);
      gtk_widget_add_css_class (name, "heading");
      gtk_widget_set_tooltip_text (expander, NULL);
      g_signal_connect_object (entries, "items-changed", G_CALLBACK (show_count), count, G_CONNECT_SWAPPED);
      show_count (GTK_LABEL (count), 0, 0, 0, entries);
    }
  else
    {
      const JbEntityEntry *entry = JB_ENTITY_ENTRY (item);
      g_autofree char *number = entry->n_articles > 0 ? g_strdup_printf ("%u", entry->n_articles) : g_strdup ("");
      g_autofree char *counts = dup_entry_hint (entry);
      g_autofree char *hint = g_strdup_printf ("%s\n%s", entry->label, counts);

      gtk_label_set_label (GTK_LABEL (name), entry->label);
      jb_accessible_name_row (expander, entry->label);
      gtk_widget_remove_css_class (name, "heading");
      gtk_label_set_label (GTK_LABEL (count), number);
      gtk_widget_set_tooltip_text (count, NULL);
      gtk_widget_set_tooltip_text (expander, hint);
    }
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *expander = gtk_list_item_get_child (list_item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)));
  g_autoptr(GObject) item = gtk_tree_list_row_get_item (row);

  if (JB_IS_ENTITY_GROUP (item))
    g_signal_handlers_disconnect_by_func (jb_entity_group_get_entries (JB_ENTITY_GROUP (item)), show_count,
                                          gtk_widget_get_next_sibling (name));
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), NULL);
}

/* ---- callbacks ---- */

static void
selected_cb (JbEntitiesPage *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr(GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (self->selecting || !JB_IS_ENTITY_ENTRY (item))
    return;
  set_entity (self, JB_ENTITY_ENTRY (item)->entity->id);
  show_pane (self, self->content);
}

/* Enter or a double click: a group opens and closes, an entity takes the focus to its dossier. */
static void
row_activated_cb (JbEntitiesPage *self, guint position)
{
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row == NULL)
    return;
  if (gtk_tree_list_row_is_expandable (row))
    {
      gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
      return;
    }
  gtk_single_selection_set_selected (self->selection, position);
  show_pane (self, self->content);
  gtk_widget_child_focus (GTK_WIDGET (self->dossier), GTK_DIR_TAB_FORWARD);
}

static void
search_changed_cb (JbEntitiesPage *self)
{
  self->selecting = TRUE;
  jb_entity_list_set_search (self->list, gtk_editable_get_text (self->search_entry));
  self->selecting = FALSE;
  if (self->entity != NULL)
    follow_entity (self);
  update_stacks (self);
}

/* Enter in the filter opens the first match. */
static void
search_activated_cb (JbEntitiesPage *self)
{
  GListModel *rows = jb_entity_list_get_rows (self->list);

  jb_entity_list_set_search (self->list, gtk_editable_get_text (self->search_entry));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (rows, i);

      if (!gtk_tree_list_row_is_expandable (row))
        {
          gtk_single_selection_set_selected (self->selection, i);
          selected_cb (self);
          return;
        }
    }
}

/* Typing in the list goes to the filter, and the focus with it: the row that had it may be filtered out. */
static void
search_started_cb (JbEntitiesPage *self)
{
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (self->search_entry)));
}

static void
search_stopped_cb (JbEntitiesPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
folded_cb (JbEntitiesPage *self)
{
  gboolean folded;

  /* The template speaks before it is whole, and again while it goes. */
  if (self->leaflet == NULL || self->selection == NULL)
    return;
  folded = adw_leaflet_get_folded (self->leaflet);
  gtk_widget_set_visible (self->back_button, folded);
  /* Back in the list of a narrow window nothing is selected, so that a click on any row leads on. */
  if (folded && adw_leaflet_get_visible_child (self->leaflet) == self->sidebar)
    {
      self->selecting = TRUE;
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      self->selecting = FALSE;
    }
  else
    follow_entity (self);
  update_stacks (self);
}

static void
named_cb (GObject *owner, const char *name, guint choice)
{
  JbStore *store = jb_window_page_get_store (JB_WINDOW_PAGE (owner));
  NewEntity *new_entity;

  if (store == NULL)
    return;
  new_entity = g_new (NewEntity, 1);
  *new_entity = (NewEntity) { choice, g_strdup (name) };
  jb_store_run_async (store, JB_STORE_WRITE, run_add, new_entity, (GDestroyNotify) new_entity_free, g_free, NULL, added_cb,
                      g_object_ref (owner));
}

static void
new_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *types[JB_N_ENTITY_TYPES + 1] = { NULL };

  for (guint i = 0; i < JB_N_ENTITY_TYPES; i++)
    types[i] = jb_entity_type_get_label (i);
  jb_name_dialog_present (widget, _("New Entity"), _("Its name is suggested wherever it stands in the articles."), _("_Create"),
                          _("Type"), types, JB_ENTITY_TYPE_STREET, named_cb);
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbEntitiesPage *self = JB_ENTITIES_PAGE (widget);
  JbStore *store = jb_window_page_get_store (JB_WINDOW_PAGE (self));

  if (store != NULL && self->entity != NULL)
    jb_store_run_async (store, JB_STORE_WRITE, run_delete, g_strdup (self->entity), g_free, g_free, NULL, deleted_cb,
                        g_object_ref (self));
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbEntitiesPage *self = JB_ENTITIES_PAGE (widget);

  show_pane (self, self->sidebar);
}

static void
discover_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbEntitiesPage *self = JB_ENTITIES_PAGE (widget);

  self->discovering = TRUE;
  set_entity (self, NULL);
  follow_entity (self);
  show_pane (self, self->content);
  jb_discover_view_reload (self->discover);
  gtk_widget_grab_focus (GTK_WIDGET (self->discover));
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  JbEntitiesPage *self = JB_ENTITIES_PAGE (widget);

  show_pane (self, self->sidebar);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* ---- class ---- */

static void
jb_entities_page_store_replaced (JbWindowPage *page)
{
  JbEntitiesPage *self = JB_ENTITIES_PAGE (page);
  JbStore *store = jb_window_page_get_store (page);

  self->discovering = FALSE;
  set_entity (self, NULL);
  jb_dossier_view_set_store (self->dossier, store);
  jb_discover_view_set_store (self->discover, store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.discover", store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.new", store != NULL);
  /* Another store has another thread. */
  g_clear_pointer (&self->pinyin, jb_pinyin_unref);
  if (store != NULL)
    self->pinyin = jb_pinyin_new ();
  reload (self);
}

static void
jb_entities_page_store_changed (JbWindowPage *page)
{
  JbEntitiesPage *self = JB_ENTITIES_PAGE (page);

  reload (self);
  jb_dossier_view_reload (self->dossier);
  if (self->discovering)
    jb_discover_view_reload (self->discover);
}

static void
jb_entities_page_dispose (GObject *object)
{
  JbEntitiesPage *self = JB_ENTITIES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_ENTITIES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->pinyin, jb_pinyin_unref);
  G_OBJECT_CLASS (jb_entities_page_parent_class)->dispose (object);
}

static void
jb_entities_page_finalize (GObject *object)
{
  g_free (JB_ENTITIES_PAGE (object)->entity);
  G_OBJECT_CLASS (jb_entities_page_parent_class)->finalize (object);
}

static void
jb_entities_page_class_init (JbEntitiesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JbWindowPageClass *page_class = JB_WINDOW_PAGE_CLASS (klass);

  object_class->dispose = jb_entities_page_dispose;
  object_class->finalize = jb_entities_page_finalize;
  page_class->store_replaced = jb_entities_page_store_replaced;
  page_class->store_changed = jb_entities_page_store_changed;

  g_type_ensure (JB_TYPE_DISCOVER_VIEW);
  g_type_ensure (JB_TYPE_DOSSIER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/entities/jb-entities-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, content);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, content_stack);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, dossier);
  gtk_widget_class_bind_template_child (widget_class, JbEntitiesPage, discover);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_install_action (widget_class, "entities.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "entities.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "entities.discover", NULL, discover_action);
  gtk_widget_class_install_action (widget_class, "entities.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "entities.find", NULL, find_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "entities.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "entities.discover", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "entities.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "entities.back", NULL);
}

static void
jb_entities_page_init (JbEntitiesPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = jb_entity_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (jb_entity_list_get_rows (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry), GTK_WIDGET (self->list_view));
  g_object_unref (factory);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.new", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.delete", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.discover", FALSE);
  gtk_widget_set_visible (self->back_button, FALSE);
}

void
jb_entities_page_open (JbEntitiesPage *self, const char *entity)
{
  gtk_editable_set_text (self->search_entry, "");
  jb_entity_list_set_search (self->list, "");
  set_entity (self, entity);
  show_pane (self, self->content);
  reload (self);
}
