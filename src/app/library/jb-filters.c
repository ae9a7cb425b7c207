/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-filters.h"

#include "jb-accessible.h"
#include "jb-source.h"
#include "jb-string.h"
#include "jb-tally-table.h"
#include "jb-type-style.h"

#include <glib/gi18n.h>

#define FEW_NAMES 6
#define ALL_NAMES 500

struct _JbFilters
{
  GtkWidget         parent_instance;

  GPtrArray        *sources;     /* owned, of JbSource, newest first, as in the drop-down behind its first row */
  char             *name;        /* owned, of the name that is chosen; NULL for none */
  char             *shown;       /* owned, what the list of names shows, to see whether it changed */
  gboolean          setting;     /* rows are being remade: what changes is no choice */

  GtkEditable      *entry;
  GtkLabel         *problem;
  GtkDropDown      *state;
  GtkDropDown      *bulletin;
  GtkWidget        *clear_button;
  GtkListBox       *names;
  GtkToggleButton  *all_button;
};

enum
{
  CHANGED,
  SEARCH_ACTIVATED,
  OVERVIEW_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbFilters, jb_filters, GTK_TYPE_WIDGET)

#define NAME_KEY "jb-name"
#define TYPE_KEY "jb-type"

static JbSource *
get_source (JbFilters *self)
{
  guint selected = gtk_drop_down_get_selected (self->bulletin);

  return selected == 0 || selected > self->sources->len ? NULL : g_ptr_array_index (self->sources, selected - 1);
}

static void
changed (JbFilters *self)
{
  if (self->setting)
    return;
  gtk_widget_set_visible (self->clear_button, jb_filters_is_active (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_changed_cb (JbFilters *self)
{
  changed (self);
}

static void
search_activated_cb (JbFilters *self)
{
  g_signal_emit (self, signals[SEARCH_ACTIVATED], 0);
}

static void
choice_changed_cb (JbFilters *self)
{
  changed (self);
}

/* Choosing a name again takes the choice back. */
static void
name_activated_cb (JbFilters *self, GtkListBoxRow *row)
{
  const char *name = g_object_get_data (G_OBJECT (row), NAME_KEY);
  gboolean again = g_strcmp0 (name, self->name) == 0;

  if (again)
    gtk_list_box_unselect_all (self->names);
  jb_set_string (&self->name, again ? NULL : name);
  changed (self);
}

static void
all_toggled_cb (JbFilters *self)
{
  g_signal_emit (self, signals[OVERVIEW_WANTED], 0);
}

static GtkWidget *
row_new (const JbFacet *facet)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", facet->name, "xalign", 0.0, "hexpand", TRUE,
                                   /* few, or the longest name would keep the pane from being narrowed */
                                   "max-width-chars", 6, "ellipsize", PANGO_ELLIPSIZE_END, "tooltip-text", facet->name, NULL);
  g_autofree char *number = g_strdup_printf ("%u", facet->n_articles);
  GtkWidget *count = gtk_label_new (number);
  /* Translators: a name, its type, and in how many articles it stands. */
  g_autofree char *spoken = g_strdup_printf (ngettext ("%s, %s: %u article", "%s, %s: %u articles", facet->n_articles),
                                             facet->name, jb_entity_type_get_label (facet->type), facet->n_articles);

  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), NAME_KEY, g_strdup (facet->name), g_free);
  g_object_set_data (G_OBJECT (row), TYPE_KEY, GINT_TO_POINTER (facet->type));
  return row;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  JbEntityType type = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), TYPE_KEY));
  GtkWidget *label;

  if (before != NULL && g_object_get_data (G_OBJECT (before), TYPE_KEY) == GINT_TO_POINTER (type))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", jb_entity_type_get_label (type), "xalign", 0.0, NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "jb-list-header");
  jb_type_style_set_class (label, type);
  gtk_list_box_row_set_header (row, label);
}

/* The library orders them by the types' words; people know the types in the order of their keys. */
static int
compare_facets (gconstpointer a, gconstpointer b)
{
  const JbFacet *left = *(JbFacet *const *) a, *right = *(JbFacet *const *) b;

  if (left->type != right->type)
    return (int) left->type - (int) right->type;
  if (left->n_articles != right->n_articles)
    return (int) right->n_articles - (int) left->n_articles;
  return (int) (right->n_confirmed + right->n_suggested) - (int) (left->n_confirmed + left->n_suggested);
}

static char *
describe_facets (GPtrArray *facets)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facets->len; i++)
    {
      const JbFacet *facet = g_ptr_array_index (facets, i);

      g_string_append_printf (text, "%d %s %u\n", facet->type, facet->name, facet->n_articles);
    }
  return g_string_free (text, FALSE);
}

static void
show_names (JbFilters *self, GPtrArray *facets)
{
  g_autofree char *text = describe_facets (facets);
  guint n_of_type[JB_N_ENTITY_TYPES] = { 0 };
  gboolean more = gtk_toggle_button_get_active (self->all_button);
  GtkListBoxRow *row;

  for (guint i = 0; i < facets->len; i++)
    if (++n_of_type[((JbFacet *) g_ptr_array_index (facets, i))->type] >= FEW_NAMES)
      more = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), more);
  if (g_strcmp0 (text, self->shown) == 0)
    return;
  jb_set_string (&self->shown, text);
  while ((row = gtk_list_box_get_row_at_index (self->names, 0)) != NULL)
    gtk_list_box_remove (self->names, GTK_WIDGET (row));
  for (guint i = 0; i < facets->len; i++)
    {
      const JbFacet *facet = g_ptr_array_index (facets, i);
      GtkWidget *made = row_new (facet);

      gtk_list_box_append (self->names, made);
      if (g_strcmp0 (facet->name, self->name) == 0)
        gtk_list_box_select_row (self->names, GTK_LIST_BOX_ROW (made));
    }
}

static gboolean
same_sources (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (((JbSource *) g_ptr_array_index (a, i))->id, ((JbSource *) g_ptr_array_index (b, i))->id))
      return FALSE;
  return TRUE;
}

static void
show_sources (JbFilters *self, GPtrArray *sources)
{
  g_autoptr(GPtrArray) newest_first = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *chosen = get_source (self) != NULL ? g_strdup (get_source (self)->id) : NULL;
  guint selected = 0;

  for (guint i = sources->len; i-- > 0;)
    g_ptr_array_add (newest_first, g_object_ref (g_ptr_array_index (sources, i)));
  if (gtk_drop_down_get_model (self->bulletin) != NULL && same_sources (newest_first, self->sources))
    return;
  gtk_string_list_append (labels, _("All Bulletins"));
  for (guint i = 0; i < newest_first->len; i++)
    {
      JbSource *source = g_ptr_array_index (newest_first, i);

      gtk_string_list_take (labels, jb_source_dup_label (source));
      if (g_strcmp0 (source->id, chosen) == 0)
        selected = i + 1;
    }
  g_ptr_array_unref (self->sources);
  self->sources = g_steal_pointer (&newest_first);
  self->setting = TRUE;
  gtk_drop_down_set_model (self->bulletin, G_LIST_MODEL (labels));
  gtk_drop_down_set_enable_search (self->bulletin, self->sources->len > 12);
  gtk_drop_down_set_selected (self->bulletin, selected);
  self->setting = FALSE;
  /* What shows the choice was made again with the model. */
  jb_accessible_name_parts (GTK_WIDGET (self->bulletin), _("Bulletin"));
  /* The chosen bulletin went away by an undo. */
  if (chosen != NULL && selected == 0)
    changed (self);
}

static void
jb_filters_dispose (GObject *object)
{
  JbFilters *self = JB_FILTERS (object);
  GtkWidget *child;

  self->setting = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), JB_TYPE_FILTERS);
  /* Children of the template without an id are left by GTK 4.8. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (jb_filters_parent_class)->dispose (object);
}

static void
jb_filters_finalize (GObject *object)
{
  JbFilters *self = JB_FILTERS (object);

  g_ptr_array_unref (self->sources);
  g_free (self->name);
  g_free (self->shown);
  G_OBJECT_CLASS (jb_filters_parent_class)->finalize (object);
}

static void
jb_filters_class_init (JbFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_filters_finalize;

  signals[CHANGED] = g_signal_new ("changed", JB_TYPE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SEARCH_ACTIVATED] = g_signal_new ("search-activated", JB_TYPE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
  signals[OVERVIEW_WANTED] = g_signal_new ("overview-wanted", JB_TYPE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/library/jb-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, JbFilters, entry);
  gtk_widget_class_bind_template_child (widget_class, JbFilters, problem);
  gtk_widget_class_bind_template_child (widget_class, JbFilters, state);
  gtk_widget_class_bind_template_child (widget_class, JbFilters, bulletin);
  gtk_widget_class_bind_template_child (widget_class, JbFilters, clear_button);
  gtk_widget_class_bind_template_child (widget_class, JbFilters, names);
  gtk_widget_class_bind_template_child (widget_class, JbFilters, all_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
setup_bulletin_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_MIDDLE, NULL));
}

static void
bind_bulletin_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The drop-down's own rows would make the pane as wide as the longest bulletin. */
static void
set_bulletin_factories (JbFilters *self)
{
  g_autoptr(GtkListItemFactory) shortened = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) whole = g_object_ref (gtk_drop_down_get_factory (self->bulletin));

  g_signal_connect (shortened, "setup", G_CALLBACK (setup_bulletin_cb), NULL);
  g_signal_connect (shortened, "bind", G_CALLBACK (bind_bulletin_cb), NULL);
  gtk_drop_down_set_factory (self->bulletin, shortened);
  gtk_drop_down_set_list_factory (self->bulletin, whole);
}

static void
jb_filters_init (JbFilters *self)
{
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->names, header_cb, NULL, NULL);
  set_bulletin_factories (self);
  jb_accessible_name_parts (GTK_WIDGET (self->state), _("Review state"));
  jb_accessible_name_parts (GTK_WIDGET (self->bulletin), _("Bulletin"));
}

guint
jb_filters_get_n_names (JbFilters *self)
{
  return gtk_toggle_button_get_active (self->all_button) ? ALL_NAMES : FEW_NAMES;
}

void
jb_filters_set_overview (JbFilters *self, const JbOverview *overview)
{
  show_sources (self, overview->sources);
  g_ptr_array_sort (overview->facets, compare_facets);
  show_names (self, overview->facets);
}

JbQuery *
jb_filters_dup_query (JbFilters *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JbQuery) query = jb_query_parse (gtk_editable_get_text (self->entry), &error);
  guint state = gtk_drop_down_get_selected (self->state);

  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  if (query == NULL)
    return NULL;
  if (state > 0 && state != GTK_INVALID_LIST_POSITION)
    query->state = (int) state - 1;
  if (get_source (self) != NULL)
    jb_set_string (&query->source, get_source (self)->id);
  if (self->name != NULL)
    jb_set_string (&query->entity_name, self->name);
  return g_steal_pointer (&query);
}

gboolean
jb_filters_is_active (JbFilters *self)
{
  return *gtk_editable_get_text (self->entry) != '\0' || gtk_drop_down_get_selected (self->state) > 0 ||
         get_source (self) != NULL || self->name != NULL;
}

void
jb_filters_clear (JbFilters *self)
{
  self->setting = TRUE;
  gtk_editable_set_text (self->entry, "");
  gtk_drop_down_set_selected (self->state, 0);
  if (gtk_drop_down_get_model (self->bulletin) != NULL)
    gtk_drop_down_set_selected (self->bulletin, 0);
  gtk_list_box_unselect_all (self->names);
  jb_set_string (&self->name, NULL);
  self->setting = FALSE;
  changed (self);
}

void
jb_filters_focus_search (JbFilters *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
