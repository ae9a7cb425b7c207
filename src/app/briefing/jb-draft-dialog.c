/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jb-draft-dialog.h"

#include "jb-accessible.h"
#include "jb-briefing-series.h"
#include "jb-compose.h"
#include "jb-query.h"
#include "jb-search.h"

#include <glib/gi18n.h>

#define SEARCH_DELAY_MS 200

struct _JbDraftDialog
{
  AdwWindow     parent_instance;

  JbStore      *store;       /* owned */
  JbBriefing   *last;        /* owned, NULL for none */
  GStrv         articles;    /* owned ids of what was found, NULL until then */
  GCancellable *searching;   /* owned, NULL while no search runs */
  GCancellable *drafting;    /* owned, NULL while no draft is made */
  guint         search_id;   /* of the delayed search, 0 while none is due */

  GtkWidget    *create_button;
  GtkWidget    *briefing_group;
  GtkWidget    *articles_group;
  GtkWidget    *choice_group;
  GtkSpinner   *spinner;
  GtkWidget    *fields;
  GtkEditable  *title_row;
  AdwComboRow  *scope_row;
  GtkEditable  *search_row;
  GtkLabel     *found;
  GtkSwitch    *automatic;
  GtkSpinButton *length;
  AdwComboRow  *group_row;
};

enum
{
  DRAFTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JbDraftDialog, jb_draft_dialog, ADW_TYPE_WINDOW)

/* In the order of the row's choices. */
static const JbGroup groups[] = { JB_GROUP_STREET, JB_GROUP_CAMPAIGN, JB_GROUP_BULLETIN, JB_GROUP_NONE };

static gboolean
is_search (JbDraftDialog *self)
{
  return adw_combo_row_get_selected (self->scope_row) == 1;
}

static char *
dup_title (JbDraftDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
}

static void
update_sensitive (JbDraftDialog *self)
{
  g_autofree char *title = dup_title (self);
  gboolean drafting = self->drafting != NULL;

  gtk_widget_set_sensitive (self->create_button,
                            !drafting && *title != '\0' && self->articles != NULL && self->articles[0] != NULL);
  gtk_widget_set_sensitive (self->fields, !drafting);
  gtk_spinner_set_spinning (self->spinner, drafting);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), drafting);
}

static void
say (JbDraftDialog *self, const char *text, gboolean is_error)
{
  gtk_label_set_label (self->found, text);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->found), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->found), "error");
}

/* ---- searching ---- */

static gpointer
run_search (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  return jb_search_articles (library, data, error);
}

static void
found_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbDraftDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) articles = jb_store_run_finish (JB_STORE (store), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->create_button == NULL)
    return;
  g_clear_object (&self->searching);
  if (articles == NULL)
    say (self, error->message, TRUE);
  else
    {
      guint n = g_strv_length (articles);
      g_autofree char *text = g_strdup_printf (ngettext ("%u article", "%u articles", n), n);

      say (self, n > 0 ? text : is_search (self) ? _("No article answers this search.") : _("There are no articles yet."), FALSE);
    }
  g_strfreev (self->articles);
  self->articles = g_steal_pointer (&articles);
  update_sensitive (self);
}

static void
search (JbDraftDialog *self)
{
  g_autoptr(GError) error = NULL;
  JbQuery *query = jb_query_parse (is_search (self) ? gtk_editable_get_text (self->search_row) : "", &error);

  g_clear_handle_id (&self->search_id, g_source_remove);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->articles, g_strfreev);
  update_sensitive (self);
  if (query == NULL)
    {
      say (self, error->message, TRUE);
      return;
    }
  self->searching = g_cancellable_new ();
  jb_store_run_async (self->store, JB_STORE_READ, run_search, query, (GDestroyNotify) jb_query_free, (GDestroyNotify) g_strfreev,
                      self->searching, found_cb, g_object_ref (self));
}

static gboolean
search_due_cb (gpointer data)
{
  JbDraftDialog *self = data;

  self->search_id = 0;
  search (self);
  return G_SOURCE_REMOVE;
}

/* ---- drafting ---- */

typedef struct
{
  GStrv        articles;  /* owned ids */
  char        *title;     /* owned */
  char        *date;      /* owned */
  guint        length;
  JbGroup      group;
  JbBriefing  *last;      /* owned, NULL for none */
} Order;

static void
order_free (Order *order)
{
  g_strfreev (order->articles);
  g_free (order->title);
  g_free (order->date);
  g_clear_object (&order->last);
  g_free (order);
}

static gpointer
run_draft (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  JbBriefing *briefing = jb_compose_draft (library, (const char *const *) order->articles, order->title, order->length,
                                           order->group, error);

  if (briefing != NULL)
    jb_briefing_series_follow (briefing, order->last, order->date);
  return briefing;
}

/* A draft is read slowly and stored quickly, so that other writers do not wait for it. */
static gpointer
run_insert (JbLibrary *library, gpointer data, GCancellable *cancellable, GError **error)
{
  const JbBriefing *briefing = data;

  return jb_compose_insert (library, briefing, error) ? g_strdup (briefing->id) : NULL;
}

static void
inserted_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbDraftDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = jb_store_run_finish (JB_STORE (store), result, &error);

  g_clear_object (&self->drafting);
  if (id != NULL)
    g_signal_emit (self, signals[DRAFTED], 0, id);
  if (self->create_button == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  update_sensitive (self);
  if (id != NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    say (self, error->message, TRUE);
}

static void
drafted_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr(JbDraftDialog) self = data;
  g_autoptr(GError) error = NULL;
  JbBriefing *briefing = jb_store_run_finish (JB_STORE (store), result, &error);

  if (briefing != NULL)
    {
      jb_store_run_async (self->store, JB_STORE_WRITE, run_insert, briefing, g_object_unref, g_free, self->drafting, inserted_cb,
                          g_object_ref (self));
      return;
    }
  g_clear_object (&self->drafting);
  if (self->create_button == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  update_sensitive (self);
  say (self, error->message, TRUE);
}

static void
create_cb (JbDraftDialog *self)
{
  g_autoptr(GDateTime) today = g_date_time_new_now_local ();
  Order *order;

  if (!gtk_widget_get_sensitive (self->create_button))
    return;
  order = g_new0 (Order, 1);
  order->articles = g_strdupv (self->articles);
  order->title = dup_title (self);
  order->date = g_date_time_format (today, "%Y-%m-%d");
  order->length = gtk_switch_get_active (self->automatic) ? 0 : (guint) gtk_spin_button_get_value_as_int (self->length);
  order->group = groups[MIN (adw_combo_row_get_selected (self->group_row), G_N_ELEMENTS (groups) - 1)];
  g_set_object (&order->last, self->last);
  self->drafting = g_cancellable_new ();
  update_sensitive (self);
  say (self, _("Choosing sentences…"), FALSE);
  jb_store_run_async (self->store, JB_STORE_READ, run_draft, order, (GDestroyNotify) order_free, g_object_unref, self->drafting,
                      drafted_cb, g_object_ref (self));
}

/* ---- callbacks ---- */

static void
scope_changed_cb (JbDraftDialog *self)
{
  if (self->store == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->search_row), is_search (self));
  if (is_search (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_row));
  search (self);
}

static void
search_changed_cb (JbDraftDialog *self)
{
  g_clear_handle_id (&self->search_id, g_source_remove);
  g_clear_pointer (&self->articles, g_strfreev);
  update_sensitive (self);
  self->search_id = g_timeout_add (SEARCH_DELAY_MS, search_due_cb, self);
}

/* ---- class ---- */

static void
jb_draft_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jb_draft_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (JB_DRAFT_DIALOG (widget)->title_row));
}

static void
jb_draft_dialog_dispose (GObject *object)
{
  JbDraftDialog *self = JB_DRAFT_DIALOG (object);

  g_clear_handle_id (&self->search_id, g_source_remove);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  /* Closing the window takes the order back. */
  g_cancellable_cancel (self->drafting);
  g_clear_object (&self->store);
  g_clear_object (&self->last);
  self->create_button = NULL;
  G_OBJECT_CLASS (jb_draft_dialog_parent_class)->dispose (object);
}

static void
jb_draft_dialog_finalize (GObject *object)
{
  JbDraftDialog *self = JB_DRAFT_DIALOG (object);

  g_clear_object (&self->drafting);
  g_strfreev (self->articles);
  G_OBJECT_CLASS (jb_draft_dialog_parent_class)->finalize (object);
}

static void
jb_draft_dialog_class_init (JbDraftDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jb_draft_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = jb_draft_dialog_finalize;
  widget_class->map = jb_draft_dialog_map;

  signals[DRAFTED] = g_signal_new ("drafted", JB_TYPE_DRAFT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/jianbao/Jianbao/ui/briefing/jb-draft-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, briefing_group);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, articles_group);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, choice_group);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, scope_row);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, search_row);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, found);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, automatic);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, length);
  gtk_widget_class_bind_template_child (widget_class, JbDraftDialog, group_row);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_sensitive);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jb_draft_dialog_init (JbDraftDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  jb_accessible_name_parts (self->briefing_group, _("Briefing"));
  jb_accessible_name_parts (self->articles_group, _("Articles"));
  jb_accessible_name_parts (self->choice_group, _("Sentences"));
  jb_accessible_name_parts (GTK_WIDGET (self->scope_row), _("Choose From"));
  jb_accessible_name_parts (GTK_WIDGET (self->group_row), _("Group By"));
}

GtkWidget *
jb_draft_dialog_new (GtkWindow *parent, JbStore *store, JbBriefing *last)
{
  JbDraftDialog *self = g_object_new (JB_TYPE_DRAFT_DIALOG, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  g_set_object (&self->last, last);
  gtk_editable_set_text (self->title_row, last != NULL ? last->title : "简报");
  search (self);
  return GTK_WIDGET (self);
}
