/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   JbFilters ──query──▶ errand ──ids──▶ JbArticleList ──selected──▶ reader's property "article"
 *
 * The reader is known by its properties and actions only. */
#include "jb-articles-page.h"

#include "jb-article-list.h"
#include "jb-breakpoint-bin.h"
#include "jb-errands.h"
#include "jb-filters.h"
#include "jb-pane-handle.h"
#include "jb-row-box.h"
#include "jb-side-pane.h"
#include "jb-toast.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _JbArticlesPage
{
  JbWindowPage         parent_instance;

  JbArticleList       *articles;    /* owned */
  GtkSingleSelection  *selection;   /* owned */
  GCancellable        *searching;   /* owned, of the search that runs */
  GCancellable        *overviewing; /* owned, of the overview that is read */
  gboolean             fresh;       /* nothing of this library has been shown yet */
  gboolean             filling;     /* the list changes: what is selected then was not chosen */

  JbBreakpointBin     *bin;
  JbSidePane          *filters_pane;
  JbFilters           *filters;
  AdwLeaflet          *leaflet;
  GtkWidget           *list_pane;
  GtkLabel            *count_label;
  GtkStack            *list_stack;
  GtkListView         *list;
  GtkWidget           *reader;
};

G_DEFINE_FINAL_TYPE (JbArticlesPage, jb_articles_page, JB_TYPE_WINDOW_PAGE)

static void
show_reader (JbArticlesPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->reader);
  gtk_widget_grab_focus (self->reader);
}

static char *
dup_open (JbArticlesPage *self)
{
  char *article;

  g_object_get (self->reader, "article", &article, NULL);
  return article;
}

/* Selects what the reader shows, where the list has it. */
static void
follow_reader (JbArticlesPage *self)
{
  g_autofree char *article = dup_open (self);
  guint position = jb_article_list_find (self->articles, article);

  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, position == G_MAXUINT ? GTK_INVALID_LIST_POSITION : position);
  self->filling = FALSE;
}

static void
select_position (JbArticlesPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
selected_cb (JbArticlesPage *self)
{
  JbArticleItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->filling && item != NULL)
    g_object_set (self->reader, "article", jb_article_item_get_id (item), NULL);
}

static void
update_count (JbArticlesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->articles));
  g_autofree char *text = jb_filters_is_active (self->filters)
                            ? g_strdup_printf (ngettext ("%u article found", "%u articles found", n), n)
                            : g_strdup_printf (ngettext ("%u article", "%u articles", n), n);

  gtk_label_set_text (self->count_label, text);
  gtk_stack_set_visible_child_name (self->list_stack, n > 0 || !jb_filters_is_active (self->filters) ? "list" : "empty");
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbArticlesPage) self = data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) ids = jb_store_run_finish (JB_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->reader == NULL)
    return;
  if (ids == NULL)
    {
      jb_toast_show_error (GTK_WIDGET (self), _("The library could not be searched"), error);
      return;
    }
  self->filling = TRUE;
  jb_article_list_take_ids (self->articles, g_steal_pointer (&ids));
  self->filling = FALSE;
  update_count (self);
  follow_reader (self);
  /* A library opens with its first article, beside the list. */
  if (self->fresh && g_list_model_get_n_items (G_LIST_MODEL (self->articles)) > 0)
    {
      g_autofree char *article = dup_open (self);

      self->fresh = FALSE;
      if (article == NULL)
        gtk_single_selection_set_selected (self->selection, 0);
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        jb_articles_page_focus (self);
    }
}

static void
search (JbArticlesPage *self)
{
  JbStore *store = jb_window_page_get_store (JB_WINDOW_PAGE (self));
  g_autoptr(JbQuery) query = jb_filters_dup_query (self->filters);

  if (store == NULL || query == NULL)
    return;
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  jb_errand_search (store, query, self->searching, searched_cb, g_object_ref (self));
}

static void
overview_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbArticlesPage) self = data;
  g_autoptr(JbOverview) overview = jb_store_run_finish (JB_STORE (source), result, NULL);

  if (overview != NULL && self->filters != NULL)
    jb_filters_set_overview (self->filters, overview);
}

static void
read_overview (JbArticlesPage *self)
{
  JbStore *store = jb_window_page_get_store (JB_WINDOW_PAGE (self));

  if (store == NULL)
    return;
  g_cancellable_cancel (self->overviewing);
  g_clear_object (&self->overviewing);
  self->overviewing = g_cancellable_new ();
  jb_errand_look_over (store, jb_filters_get_n_names (self->filters), self->overviewing, overview_read_cb,
                       g_object_ref (self));
}

static void
filters_changed_cb (JbArticlesPage *self)
{
  search (self);
}

static void
search_activated_cb (JbArticlesPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->articles)) == 0)
    return;
  if (jb_side_pane_get_folded (self->filters_pane))
    jb_side_pane_set_reveal (self->filters_pane, FALSE);
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    select_position (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
article_activated_cb (JbArticlesPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  selected_cb (self);
  show_reader (self);
}

static void
room_changed_cb (JbArticlesPage *self)
{
  gboolean wide = jb_breakpoint_bin_get_room (self->bin) == JB_ROOM_WIDE;

  jb_side_pane_set_folded (self->filters_pane, !wide);
  jb_side_pane_set_reveal (self->filters_pane, wide);
  g_object_set (self->reader, "roomy", wide, NULL);
}

static void
folded_changed_cb (JbArticlesPage *self)
{
  /* Where there is one pane only, a single click must be enough to see the article. */
  gtk_list_view_set_single_click_activate (self->list, adw_leaflet_get_folded (self->leaflet));
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbArticlesPage *self = JB_ARTICLES_PAGE (widget);
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->articles));
  int step = g_variant_get_int32 (parameter);

  if (selected == GTK_INVALID_LIST_POSITION && n > 0)
    select_position (self, step > 0 ? 0 : n - 1);
  else if (step > 0 ? selected + 1 < n : selected > 0 && selected < n)
    select_position (self, selected + step);
}

static void
show_list_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbArticlesPage *self = JB_ARTICLES_PAGE (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
toggle_filters_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  JbArticlesPage *self = JB_ARTICLES_PAGE (widget);

  jb_side_pane_set_reveal (self->filters_pane, !jb_side_pane_get_reveal (self->filters_pane));
}

static void
clear_filters_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  jb_filters_clear (JB_ARTICLES_PAGE (widget)->filters);
}

static void
jb_articles_page_store_replaced (JbWindowPage *page)
{
  JbArticlesPage *self = JB_ARTICLES_PAGE (page);
  JbStore *store = jb_window_page_get_store (page);

  self->fresh = TRUE;
  jb_filters_clear (self->filters);
  jb_article_list_set_store (self->articles, store);
  g_object_set (self->reader, "store", store, NULL);
  read_overview (self);
  search (self);
}

static void
jb_articles_page_store_changed (JbWindowPage *page)
{
  JbArticlesPage *self = JB_ARTICLES_PAGE (page);

  jb_article_list_refresh (self->articles);
  read_overview (self);
  search (self);
}

static void
jb_articles_page_dispose (GObject *object)
{
  JbArticlesPage *self = JB_ARTICLES_PAGE (object);

  g_cancellable_cancel (self->searching);
  g_cancellable_cancel (self->overviewing);
  g_clear_object (&self->searching);
  g_clear_object (&self->overviewing);
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_ARTICLES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->articles);
  G_OBJECT_CLASS (jb_articles_page_parent_class)->dispose (object);
}

static void
jb_articles_page_class_init (JbArticlesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  JbWindowPageClass *page_class = JB_WINDOW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_articles_page_dispose;
  page_class->store_replaced = jb_articles_page_store_replaced;
  page_class->store_changed = jb_articles_page_store_changed;
  page_class->keeps_up = TRUE;  /* the reader beside the list does, too */

  gtk_widget_class_install_action (widget_class, "articles.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "articles.show-list", NULL, show_list_cb);
  gtk_widget_class_install_action (widget_class, "articles.toggle-filters", NULL, toggle_filters_cb);
  gtk_widget_class_install_action (widget_class, "articles.clear-filters", NULL, clear_filters_cb);

  g_type_ensure (JB_TYPE_BREAKPOINT_BIN);
  g_type_ensure (JB_TYPE_PANE_HANDLE);
  g_type_ensure (JB_TYPE_SIDE_PANE);
  g_type_ensure (JB_TYPE_FILTERS);
  g_type_ensure (JB_TYPE_ARTICLE_ITEM);
  g_type_ensure (JB_TYPE_ROW_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jianbao/Jianbao/ui/library/jb-articles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JbArticlesPage, bin);
  gtk_widget_class_bind_template_child (widget_class, JbArticlesPage, filters_pane);
  gtk_widget_class_bind_template_child (widget_class, JbArticlesPage, filters);
  gtk_widget_class_bind_template_child (widget_class, JbArticlesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JbArticlesPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, JbArticlesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, JbArticlesPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, JbArticlesPage, list);
  gtk_widget_class_bind_template_child (widget_class, JbArticlesPage, reader);
  gtk_widget_class_bind_template_callback (widget_class, room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_overview);
  gtk_widget_class_bind_template_callback (widget_class, article_activated_cb);
}

static void
jb_articles_page_init (JbArticlesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->articles = jb_article_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->articles)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  room_changed_cb (self);
}

void
jb_articles_page_open (JbArticlesPage *self, const char *article)
{
  g_object_set (self->reader, "article", article, NULL);
  follow_reader (self);
  show_reader (self);
}

void
jb_articles_page_show_place (JbArticlesPage *self, const char *article, guint start, guint end)
{
  gtk_widget_activate_action (self->reader, "reader.show-place", "(suu)", article, start, end);
  follow_reader (self);
  show_reader (self);
}

void
jb_articles_page_focus (JbArticlesPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet) && adw_leaflet_get_visible_child (self->leaflet) == self->list_pane)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else if (!gtk_widget_grab_focus (self->reader))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
jb_articles_page_focus_search (JbArticlesPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  jb_side_pane_set_reveal (self->filters_pane, TRUE);
  jb_filters_focus_search (self->filters);
}
